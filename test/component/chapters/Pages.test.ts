import { render, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import Pages from '../../../renderer/src/chapters/Pages.svelte';
import { language } from '../../../renderer/src/state/language.svelte';
import { Guide } from '../../../renderer/src/state/guide.svelte';
import { fakeBridge } from '../../fakes/bridge';
import { freshHost } from '../../fakes/machine';
import { guideOn } from '../guide-on';

describe('the chapter on pages', () => {
  it('counts this machine’s memory in pages', async () => {
    const { guide } = await guideOn(freshHost);
    render(Pages, { guide });
    expect(screen.getByRole('heading', { level: 1 })).toHaveFocus();
    expect(screen.getByText(/15\.55 GiB of memory\. That is 4,075,853 ordinary pages; .* 7,960\./)).toBeVisible();
    expect(screen.getByRole('figure', { name: 'The smallest unit' })).toBeVisible();
  });

  it('explains without numbers of the machine as long as there are none', () => {
    render(Pages, { guide: new Guide(fakeBridge({}).bridge) });
    expect(screen.getByText(/512 ordinary pages in a row/)).toBeVisible();
    expect(screen.queryByText(/This machine has/)).not.toBeInTheDocument();
  });

  it('speaks Chinese', async () => {
    language.wish = 'zh-CN';
    const { guide } = await guideOn(freshHost);
    render(Pages, { guide });
    expect(screen.getByRole('heading', { level: 1, name: '内存的最小单位' })).toBeVisible();
  });
});
