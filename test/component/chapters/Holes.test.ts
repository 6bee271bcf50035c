import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import Holes from '../../../renderer/src/chapters/Holes.svelte';
import { language } from '../../../renderer/src/state/language.svelte';
import { freshHost, howToHost } from '../../fakes/machine';
import { guideOn } from '../guide-on';

describe('the chapter on holes', () => {
  it('shows the pieces of this machine’s own memory', async () => {
    const { guide } = await guideOn(howToHost);
    render(Holes, { guide });
    expect(screen.getByRole('heading', { name: 'On this machine, right now' })).toBeVisible();
    expect(screen.getByText(/there is room for 212 huge pages/)).toBeVisible();
  });

  it('says nothing of them where the kernel does not', async () => {
    const { guide } = await guideOn({ ...freshHost, memory: { ...freshHost.memory, freeBlocks: null } });
    render(Holes, { guide });
    expect(screen.queryByRole('heading', { name: 'On this machine, right now' })).not.toBeInTheDocument();
  });

  it('shows both figures in the same way of giving memory out', async () => {
    const { guide } = await guideOn(freshHost);
    render(Holes, { guide });
    await userEvent.click(screen.getByRole('radio', { name: 'From a pool, 16 KiB each' }));
    expect(screen.getByRole('radio', { name: 'From a pool, a row each' })).toBeChecked();
  });

  it('does not deny what the kernel does against it', async () => {
    const { guide } = await guideOn(freshHost);
    render(Holes, { guide });
    expect(screen.getByText(/simpler than the kernel.*compaction/)).toBeVisible();
  });

  it('speaks Chinese', async () => {
    language.wish = 'zh-CN';
    const { guide } = await guideOn(freshHost);
    render(Holes, { guide });
    expect(screen.getByRole('figure', { name: '碎片化：很多程序' })).toBeVisible();
  });
});
