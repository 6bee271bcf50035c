import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { Outcome, RunReport } from '../../../common/outcome';
import OutcomePanel from '../../../renderer/src/widgets/OutcomePanel.svelte';
import { language } from '../../../renderer/src/state/language.svelte';
import { howToHost } from '../../fakes/machine';
import { guideOn } from '../guide-on';
import { SHORTFALL } from '../../fakes/shortfall';

const REPORT: RunReport = {
  planId: null,
  steps: [],
  end: 'failed',
  failure: null,
  gotPages: null,
  shortBy: null,
  phase: null,
};

describe('OutcomePanel', () => {
  it.each<{ outcome: Outcome; title: RegExp; buttons: readonly string[] }>([
    {
      outcome: { kind: 'applied', report: REPORT, needsLogin: false },
      title: /^Done\. Every step/,
      buttons: ['Go on to Start script', 'Go on to Verify'],
    },
    {
      outcome: {
        kind: 'short',
        report: REPORT,
        needsLogin: false,
        askedPages: 2_050,
        gotPages: 7,
        shortfall: SHORTFALL,
      },
      title: /gave 7 of 2,050 pages/,
      buttons: ['Go on to Start script', 'Go on to Verify', 'Back to Review'],
    },
    { outcome: { kind: 'busy' }, title: /^Another run is at work/, buttons: ['Back to Review'] },
    { outcome: { kind: 'failed', report: REPORT }, title: /^It did not work/, buttons: ['Back to Review'] },
    { outcome: { kind: 'unknown-plan' }, title: /^This plan is out of date/, buttons: ['Back to Review'] },
    {
      outcome: { kind: 'not-elevated', elevation: { kind: 'declined' } },
      title: /^The password dialog was closed/,
      buttons: ['Ask again', 'Back to Review'],
    },
    {
      outcome: { kind: 'no-report', exitCode: 9, stderr: '' },
      title: /^The root text ended without a report/,
      buttons: ['Back to Review'],
    },
  ])('tells what $outcome.kind came to and what can be done next', async ({ outcome, title, buttons }) => {
    const { guide } = await guideOn(howToHost);
    render(OutcomePanel, { guide, outcome, again: () => undefined });
    expect(screen.getByText(title)).toBeInTheDocument();
    expect(screen.getAllByRole('button').map((button) => button.textContent)).toEqual(buttons);
  });

  it('does what its buttons say', async () => {
    const { guide } = await guideOn(howToHost);
    const again = vi.fn();
    render(OutcomePanel, { guide, outcome: { kind: 'not-elevated', elevation: { kind: 'declined' } }, again });
    await userEvent.click(screen.getByRole('button', { name: 'Ask again' }));
    expect(again).toHaveBeenCalledOnce();
    await userEvent.click(screen.getByRole('button', { name: 'Back to Review' }));
    expect(guide.step).toBe('review');
  });

  it.each(['short', 'failed'] as const)(
    'leads to the undo of a plan that came to %s and left something',
    async (kind) => {
      const { guide } = await guideOn(howToHost);
      const planId = '20261123T101500Z-1f6a09c2';
      const report: RunReport = { ...REPORT, planId, steps: [{ kind: 'pool', progress: 'done' }] };
      const figures = { needsLogin: false, askedPages: 2_050, gotPages: 7, shortfall: SHORTFALL };
      render(OutcomePanel, { guide, outcome: { kind, report, ...figures }, again: () => undefined });
      await userEvent.click(screen.getByRole('button', { name: 'Undo this plan' }));
      expect(guide.page).toBe('history');
      expect(guide.undoing.wish).toEqual({ kind: 'entry', id: planId });
    },
  );

  it.each([
    ['Go on to Start script', 'script'],
    ['Go on to Verify', 'verify'],
  ])('leads on from what was applied: %s', async (name, step) => {
    const { guide } = await guideOn(howToHost);
    const outcome: Outcome = { kind: 'applied', report: REPORT, needsLogin: false };
    render(OutcomePanel, { guide, outcome, again: () => undefined });
    await userEvent.click(screen.getByRole('button', { name }));
    expect(guide.step).toBe(step);
  });

  it('speaks Chinese', async () => {
    language.wish = 'zh-CN';
    const { guide } = await guideOn(howToHost);
    const outcome: Outcome = { kind: 'applied', report: REPORT, needsLogin: false };
    render(OutcomePanel, { guide, outcome, again: () => undefined });
    expect(screen.getByRole('button', { name: '前往“验证”' })).toBeInTheDocument();
  });
});
