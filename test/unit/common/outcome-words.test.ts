import { describe, expect, it } from 'vitest';
import { FAILURE_REASONS, type Elevation, type Outcome, type RunReport } from '../../../common/outcome';
import type { StepKind } from '../../../common/plan';
import { outcomeWords } from '../../../common/outcome-words';
import { parseRunReport } from '../../../common/run-report';
import { translatorFor } from '../../../common/text/translator';
import { APPLIED, FAILED, SHORT } from '../../fakes/run-lines';
import { SHORTFALL } from '../../fakes/shortfall';

const english = translatorFor('en');
const said = (outcome: Outcome): { title: string; next: string } => {
  const { title, next, helps = [] } = outcomeWords(outcome);
  return { title: english.say(title), next: [next, ...helps].map(english.say).join(' ') };
};
const reportOf = (text: string): RunReport => parseRunReport(text).report;
const refused = (elevation: Exclude<Elevation, { kind: 'granted' }>): Outcome => ({ kind: 'not-elevated', elevation });
const failedBy = (
  reason: (typeof FAILURE_REASONS)[number],
  detail = 'the detail',
  step: StepKind = 'pool',
): Outcome => ({
  kind: 'failed',
  report: { ...reportOf(''), end: 'failed', failure: { step, reason, detail } },
});
const PATCHED: RunReport = { ...reportOf(APPLIED), steps: [{ kind: 'script', progress: 'done' }] };
/** What is said of them is about the script, not about a file of the system. */
const SCRIPT_REASONS = ['unsafe-folder', 'file-is-symlink', 'file-not-writable'] as const;

const OUTCOMES: readonly (readonly [string, Outcome])[] = [
  ['applied', { kind: 'applied', report: reportOf(APPLIED), needsLogin: false }],
  ['applied, login needed', { kind: 'applied', report: reportOf(APPLIED), needsLogin: true }],
  ['applied, with the script', { kind: 'applied', report: PATCHED, needsLogin: false }],
  ['applied, with the script, login needed', { kind: 'applied', report: PATCHED, needsLogin: true }],
  [
    'short',
    {
      kind: 'short',
      report: reportOf(SHORT),
      needsLogin: false,
      askedPages: 2_050,
      gotPages: 1_790,
      shortfall: SHORTFALL,
    },
  ],
  [
    'short, login needed',
    {
      kind: 'short',
      report: reportOf(SHORT),
      needsLogin: true,
      askedPages: 2_050,
      gotPages: 1_790,
      shortfall: SHORTFALL,
    },
  ],
  ['busy', { kind: 'busy' }],
  ['unknown plan', { kind: 'unknown-plan' }],
  ['declined', refused({ kind: 'declined' })],
  ['not authorised', refused({ kind: 'not-authorised', detail: 'Not authorized' })],
  ['no agent', refused({ kind: 'no-agent', detail: '' })],
  ['no pkexec', refused({ kind: 'no-pkexec' })],
  ['no new privs', refused({ kind: 'no-new-privs' })],
  ['asking failed', refused({ kind: 'failed', detail: 'spawn EAGAIN' })],
  ['no report', { kind: 'no-report', exitCode: 137, stderr: '' }],
  ['failed, without a reason', { kind: 'failed', report: { ...reportOf(''), end: 'failed' } }],
  ['half undone', { kind: 'failed', report: reportOf(FAILED) }],
  ...FAILURE_REASONS.map((reason) => [`failed: ${reason}`, failedBy(reason)] as const),
  ...SCRIPT_REASONS.map((reason) => [`script: ${reason}`, failedBy(reason, 'the detail', 'script')] as const),
];

describe('outcomeWords', () => {
  it.each(OUTCOMES)('says in both languages what happened and what to do next: %s', (_words, outcome) => {
    const { title, next, helps = [] } = outcomeWords(outcome);
    for (const locale of ['en', 'zh-CN'] as const) {
      const { say } = translatorFor(locale);
      expect(say(title)).toMatch(/^[^{}]{8,}[.。]$/);
      expect(say(next)).toMatch(/^[^{}]{8,}$/);
      expect(say(title)).not.toBe(say(next));
      for (const help of helps) expect(say(help)).toMatch(/^[^{}]{5,}$/);
    }
  });
  it('gives no two outcomes the same words', () => {
    const all = OUTCOMES.map(([, outcome]) => JSON.stringify(said(outcome)));
    expect(new Set(all).size).toBe(all.length);
  });
  it('names both numbers of a short pool', () => {
    const outcome: Outcome = {
      kind: 'short',
      report: reportOf(SHORT),
      needsLogin: false,
      askedPages: 2_050,
      gotPages: 1_790,
      shortfall: SHORTFALL,
    };
    expect(said(outcome).title).toBe('Done, but the kernel gave 1,790 of 2,050 pages.');
  });
  it('names the group only where a new login is needed', () => {
    const needsLogin = OUTCOMES.filter(([words]) => words.endsWith('login needed'));
    for (const [, outcome] of needsLogin) expect(said(outcome).next).toContain('group kvm');
    expect(said({ kind: 'applied', report: reportOf(APPLIED), needsLogin: false }).next).not.toContain('group');
  });
  it('does not claim that all was undone when something was not', () => {
    expect(said({ kind: 'failed', report: reportOf(FAILED) }).title).toContain('not everything could be undone');
    expect(said(failedBy('pool-changed')).title).toBe('It did not work. Nothing was changed.');
    const whole = reportOf(FAILED.replace('undo-failed', 'undone'));
    expect(said({ kind: 'failed', report: whole }).title).toContain('undone again');
  });
  it('says that what was done before a step that failed was kept, where it was', () => {
    const kept = reportOf(FAILED.replaceAll(/.*undo-failed.*\n|.*"mount","progress":"undone".*\n/g, ''));
    expect(said({ kind: 'failed', report: kept }).title).toContain('was kept, as you chose');
  });
  it('does not speak of undoing where nothing was done', () => {
    expect(said(refused({ kind: 'failed', detail: 'spawn EAGAIN' })).title).not.toContain('undone');
  });
  it.each([
    ['unsafe-folder', '/run/hugepages-guide'],
    ['command-failed', 'mount: no luck'],
    ['tool-missing', 'findmnt'],
    ['file-is-symlink', '/etc/fstab'],
  ] as const)('names the detail of %s', (reason, detail) => {
    expect(said(failedBy(reason, detail)).next).toContain(detail);
  });
  it.each(SCRIPT_REASONS)('says of %s in the script step nothing that is meant for a file of the system', (reason) => {
    const { next } = said(failedBy(reason, '/opt/vm', 'script'));
    expect(next).toContain('/opt/vm');
    expect(next).not.toMatch(/Remove it|\/etc|--no-persist/);
  });
  it.each(['script-changed', 'unsafe-folder', 'file-is-symlink'] as const)(
    'does not speak of undoing where the script alone did not pass its check: %s',
    (reason) => {
      const failed = { ...reportOf(''), end: 'failed', failure: { step: 'script', reason, detail: '/opt' } } as const;
      const script = { kind: 'script', progress: 'undone' } as const;
      const title = (steps: RunReport['steps']): string => said({ kind: 'failed', report: { ...failed, steps } }).title;
      expect(title([script])).toBe('It did not work. Nothing was changed.');
      expect(title([script, { kind: 'pool', progress: 'undone' }])).toContain('undone again');
      expect(title([script, { kind: 'pool', progress: 'undo-failed' }])).toContain('not everything');
    },
  );
  it('does not send a person whose start script has just been patched to patch it', () => {
    for (const needsLogin of [true, false]) {
      const { next } = said({ kind: 'applied', report: PATCHED, needsLogin });
      expect(next).toContain('asks for the pages now');
      expect(next).not.toMatch(/option|patch/);
    }
  });
  it('shows words of the system as they are, also when they look like a gap', () => {
    const detail = '{{file}} $t(app.name) <b>';
    expect(said(failedBy('command-failed', detail)).next).toContain(detail);
  });
  it('names what the system said without a report, or at least the exit code', () => {
    expect(said({ kind: 'no-report', exitCode: 1, stderr: ' Killed \n' }).next).toContain('said: Killed');
    expect(said({ kind: 'no-report', exitCode: 137, stderr: ' \n' }).next).toContain('137');
  });
  it('has words for a failure to ask that came without any', () => {
    expect(said(refused({ kind: 'failed', detail: '' })).next).toContain('–');
  });
});
