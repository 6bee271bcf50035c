import { render, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import type { RunProgress } from '../../../common/contract';
import RunProgressBar from '../../../renderer/src/widgets/RunProgressBar.svelte';
import { language } from '../../../renderer/src/state/language.svelte';
import { freshHost, hostWithPool } from '../../fakes/machine';
import { HOW_TO_REQUEST, PLAN_ID, planOn } from '../guide-on';

const RUN: RunProgress = {
  report: {
    planId: PLAN_ID,
    steps: [{ kind: 'membership', progress: 'done' }],
    end: null,
    failure: null,
    gotPages: null,
  },
  isRunning: true,
  pagesNow: 300,
  toPages: 2_050,
};
const HALF_FULL = hostWithPool({ persistentPages: 200, totalPages: 200, freePages: 200 });
const OVERFULL = hostWithPool({ persistentPages: 4_096, totalPages: 4_096, freePages: 4_096 });

describe('RunProgressBar', () => {
  it('measures the pool’s growth from where it began', () => {
    render(RunProgressBar, { plan: planOn(HALF_FULL), run: RUN, elapsedSeconds: 1.25 });
    const bar = screen.getByRole('progressbar', { name: 'Progress' });
    expect(bar).toHaveAttribute('value', '100');
    expect(bar).toHaveAttribute('max', '1850');
    expect(bar).toHaveAttribute('aria-valuetext', '300 of 2,050 pages');
    expect(screen.getByText(/^1\.[23] s$/)).toBeInTheDocument();
  });

  it('says that the kernel is gathering memory while the count has not moved', () => {
    render(RunProgressBar, { plan: planOn(freshHost), run: { ...RUN, pagesNow: 0 }, elapsedSeconds: 0.4 });
    expect(screen.getByRole('progressbar')).toHaveAttribute('aria-valuetext', 'The kernel is gathering memory…');
    expect(screen.getByRole('progressbar')).toHaveAttribute('value', '0');
  });

  it('holds still where the count cannot be read', () => {
    render(RunProgressBar, { plan: planOn(HALF_FULL), run: { ...RUN, pagesNow: null }, elapsedSeconds: 0.4 });
    expect(screen.getByRole('progressbar')).toHaveAttribute('value', '0');
  });

  it('counts steps where the pool does not grow', () => {
    const plan = planOn(OVERFULL, { ...HOW_TO_REQUEST, givesBack: true });
    render(RunProgressBar, { plan, run: RUN, elapsedSeconds: 0.2 });
    expect(screen.getByRole('progressbar')).toHaveAttribute('value', '1');
    expect(screen.getByRole('progressbar')).toHaveAttribute('aria-valuetext', '1 of 6 steps done');
  });

  it('speaks Chinese', () => {
    language.wish = 'zh-CN';
    render(RunProgressBar, { plan: planOn(freshHost), run: { ...RUN, pagesNow: 1_025 }, elapsedSeconds: 3 });
    expect(screen.getByRole('progressbar', { name: '进度' })).toHaveAttribute('aria-valuetext', '1,025 / 2,050 页');
    expect(screen.getByText('3.0 秒')).toBeInTheDocument();
  });
});
