import { render, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import VerdictCard from '../../../renderer/src/widgets/VerdictCard.svelte';
import { language } from '../../../renderer/src/state/language.svelte';
import { win7Verdict } from '../../fakes/machine';

describe('VerdictCard', () => {
  it('shows the verdict with its arithmetic', () => {
    render(VerdictCard, { verdict: win7Verdict });
    expect(screen.getByRole('heading', { name: 'Win7 runs fully on huge pages.' })).toBeInTheDocument();
    expect(screen.getByText('508 in use + 4 promised = 512 pages = 1 GiB')).toBeInTheDocument();
    expect(screen.getByText('Win7, process 4711')).toBeInTheDocument();
  });

  it('shows no arithmetic where there is nothing to count', () => {
    const verdict = {
      ...win7Verdict,
      kind: 'unknown',
      guestKiB: null,
      neededPages: null,
      inUsePages: 0,
      promisedPages: 0,
      reason: 'counter-unreadable',
    } as const;
    render(VerdictCard, { verdict });
    expect(screen.queryByText(/in use \+/)).not.toBeInTheDocument();
    expect(screen.getByText(/^The kernel does not show/)).toBeInTheDocument();
  });

  it('speaks Chinese', () => {
    language.wish = 'zh-CN';
    render(VerdictCard, { verdict: win7Verdict });
    expect(screen.getByRole('heading', { name: 'Win7 的内存全部使用大页。' })).toBeInTheDocument();
  });
});
