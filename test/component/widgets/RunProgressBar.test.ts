import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import type { ComponentProps } from 'svelte';
import { describe, expect, it, type Mock, vi } from 'vitest';
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
    shortBy: null,
    phase: null,
  },
  isRunning: true,
  pagesNow: 300,
  toPages: 2_050,
};
const HALF_FULL = hostWithPool({ persistentPages: 200, totalPages: 200, freePages: 200 });
const OVERFULL = hostWithPool({ persistentPages: 4_096, totalPages: 4_096, freePages: 4_096 });

type Shown = Partial<ComponentProps<typeof RunProgressBar>> & Pick<ComponentProps<typeof RunProgressBar>, 'plan'>;

function show(shown: Shown): { readonly cancel: Mock<() => void> } {
  const cancel = vi.fn<() => void>();
  render(RunProgressBar, { run: RUN, elapsedSeconds: 0, isCancelled: false, cancel, ...shown });
  return { cancel };
}

function running(report: Partial<RunProgress['report']>): RunProgress {
  return { ...RUN, report: { ...RUN.report, ...report } };
}

describe('RunProgressBar', () => {
  it('measures the pool’s growth from where it began', () => {
    show({ plan: planOn(HALF_FULL), run: RUN, elapsedSeconds: 1.25 });
    const bar = screen.getByRole('progressbar', { name: 'Progress' });
    expect(bar).toHaveAttribute('value', '100');
    expect(bar).toHaveAttribute('max', '1850');
    expect(bar).toHaveAttribute('aria-valuetext', '300 of 2,050 pages');
    expect(screen.getByText(/^1\.[23] s$/)).toBeInTheDocument();
  });

  it('says that the kernel is gathering memory while the count has not moved', () => {
    show({ plan: planOn(freshHost), run: { ...RUN, pagesNow: 0 }, elapsedSeconds: 0.4 });
    expect(screen.getByRole('progressbar')).toHaveAttribute('aria-valuetext', 'The kernel is gathering memory…');
    expect(screen.getByRole('progressbar')).toHaveAttribute('value', '0');
  });

  it('holds still where the count cannot be read', () => {
    show({ plan: planOn(HALF_FULL), run: { ...RUN, pagesNow: null }, elapsedSeconds: 0.4 });
    expect(screen.getByRole('progressbar')).toHaveAttribute('value', '0');
  });

  it('counts steps where the pool does not grow', () => {
    const plan = planOn(OVERFULL, { ...HOW_TO_REQUEST, givesBack: true });
    show({ plan, run: RUN, elapsedSeconds: 0.2 });
    expect(screen.getByRole('progressbar')).toHaveAttribute('value', '1');
    expect(screen.getByRole('progressbar')).toHaveAttribute('aria-valuetext', '1 of 6 steps done');
  });

  it('says what is tried while pages are missing', () => {
    show({ plan: planOn(freshHost), run: running({ phase: 'steps' }) });
    expect(screen.getByText(/300 of 2,050 pages; the rest is being gathered a little at a time/)).toBeInTheDocument();
    document.body.replaceChildren();
    show({ plan: planOn(freshHost), run: running({ phase: 'caches' }) });
    expect(screen.getByText(/300 of 2,050 pages; caches are being emptied/)).toBeInTheDocument();
  });

  it('can be told that it is enough while the pool grows', async () => {
    const { cancel } = show({ plan: planOn(freshHost) });
    await userEvent.click(screen.getByRole('button', { name: 'Stop asking for more' }));
    expect(cancel).toHaveBeenCalledOnce();
  });

  it.each([
    ['the password is being asked for', { plan: planOn(freshHost), run: null }],
    ['the kernel has given what it has', { plan: planOn(freshHost), run: running({ gotPages: 2_050 }) }],
    ['the pool shrinks', { plan: planOn(OVERFULL, { ...HOW_TO_REQUEST, givesBack: true }) }],
  ])('has nothing to stop while %s', (_when, shown) => {
    show(shown);
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('says that it was told so', () => {
    show({ plan: planOn(freshHost), isCancelled: true });
    expect(screen.queryByRole('button')).toBeNull();
    expect(screen.getByText(/No more pages are asked for/)).toBeInTheDocument();
  });

  it('speaks Chinese', () => {
    language.wish = 'zh-CN';
    show({ plan: planOn(freshHost), run: { ...RUN, pagesNow: 1_025 }, elapsedSeconds: 3 });
    expect(screen.getByRole('progressbar', { name: '进度' })).toHaveAttribute('aria-valuetext', '1,025 / 2,050 页');
    expect(screen.getByText('3.0 秒')).toBeInTheDocument();
  });
});
