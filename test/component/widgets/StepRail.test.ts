import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import StepRail from '../../../renderer/src/widgets/StepRail.svelte';
import { language } from '../../../renderer/src/state/language.svelte';
import { freshHost } from '../../fakes/machine';
import { guideOn } from '../guide-on';

describe('StepRail', () => {
  it('names the present step and opens another', async () => {
    const { guide } = await guideOn(freshHost);
    render(StepRail, { guide });
    expect(screen.getByRole('button', { name: 'Understand' })).toHaveAttribute('aria-current', 'step');
    await userEvent.click(screen.getByRole('button', { name: 'Size' }));
    expect(guide.step).toBe('size');
    expect(screen.getByRole('button', { name: 'Size' })).toHaveAttribute('aria-current', 'step');
  });

  it('lists the chapters of Understand below it, and opens one', async () => {
    const { guide } = await guideOn(freshHost);
    render(StepRail, { guide });
    const chapters = within(screen.getByRole('list', { name: 'Chapters' }));
    expect(chapters.getByRole('button', { name: 'The smallest unit' })).toHaveAttribute('aria-current', 'page');
    await userEvent.click(chapters.getByRole('button', { name: 'The price' }));
    expect(guide.chapter).toBe('costs');
    await userEvent.click(screen.getByRole('button', { name: 'Check' }));
    expect(screen.queryByRole('list', { name: 'Chapters' })).not.toBeInTheDocument();
  });

  it('keeps closed steps reachable by keyboard, with the reason as their description', async () => {
    const { guide } = await guideOn(freshHost);
    render(StepRail, { guide });
    const verify = screen.getByRole('button', { name: 'Verify' });
    expect(verify).toBeEnabled();
    expect(verify).toHaveAttribute('aria-disabled', 'true');
    verify.focus();
    await userEvent.keyboard('{Enter}');
    expect(guide.step).toBe('understand');
    expect(verify).toHaveAccessibleDescription('There are no huge pages yet: apply a plan first.');
  });

  it('marks no step while another page is open, and goes back to the guide', async () => {
    const { guide } = await guideOn(freshHost);
    guide.openPage('history');
    render(StepRail, { guide });
    expect(screen.getByRole('button', { name: 'Understand' })).not.toHaveAttribute('aria-current');
    expect(screen.queryByRole('list', { name: 'Chapters' })).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Understand' }));
    expect(guide.page).toBe('guide');
  });

  it('speaks Chinese', async () => {
    language.wish = 'zh-CN';
    const { guide } = await guideOn(freshHost);
    render(StepRail, { guide });
    expect(screen.getByRole('navigation', { name: '向导步骤' })).toBeInTheDocument();
    expect(screen.getByRole('button', { name: '应用' })).toHaveAccessibleDescription('请先在“确认”页面看一遍方案。');
  });
});
