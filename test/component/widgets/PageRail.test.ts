import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { language } from '../../../renderer/src/state/language.svelte';
import PageRail from '../../../renderer/src/widgets/PageRail.svelte';
import { freshHost } from '../../fakes/machine';
import { guideOn } from '../guide-on';

describe('PageRail', () => {
  it('opens a page beside the guide and names the present one', async () => {
    const { guide } = await guideOn(freshHost);
    render(PageRail, { guide });
    const history = screen.getByRole('button', { name: 'History' });
    expect(history).not.toHaveAttribute('aria-current');
    await userEvent.click(history);
    expect(guide.page).toBe('history');
    expect(history).toHaveAttribute('aria-current', 'page');
  });

  it('speaks Chinese', async () => {
    language.wish = 'zh-CN';
    const { guide } = await guideOn(freshHost);
    render(PageRail, { guide });
    expect(screen.getByRole('navigation', { name: '其他页面' })).toBeInTheDocument();
    expect(screen.getByRole('button', { name: '改动记录' })).toBeInTheDocument();
  });
});
