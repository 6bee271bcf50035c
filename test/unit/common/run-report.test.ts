import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FAILURE_REASONS } from '../../../common/outcome';
import { parseRunReport } from '../../../common/run-report';
import { PLAN_ID } from '../../fakes/plan';
import { APPLIED, BEGIN, FAILED, lines, SHORT } from '../../fakes/run-lines';

const NOTHING = { planId: null, steps: [], end: null, failure: null, gotPages: null, shortBy: null, phase: null };

describe('parseRunReport', () => {
  it('reads a whole run', () => {
    expect(parseRunReport(APPLIED)).toEqual({
      report: {
        planId: PLAN_ID,
        steps: [
          { kind: 'group', progress: 'already' },
          { kind: 'mount', progress: 'done' },
          { kind: 'pool', progress: 'done' },
        ],
        end: 'applied',
        failure: null,
        gotPages: 2_050,
        shortBy: null,
        phase: null,
      },
      identity: { pid: 4_711, startedTicks: 123_456, pageKiB: 2_048, toPages: 2_050 },
    });
  });
  it('reads a short run with the pages that the kernel gave', () => {
    expect(parseRunReport(SHORT).report).toMatchObject({ end: 'short', gotPages: 1_790 });
  });
  it('reads a failure with what was undone and what could not be', () => {
    expect(parseRunReport(FAILED).report).toEqual({
      planId: PLAN_ID,
      steps: [
        { kind: 'fstab', progress: 'undone' },
        { kind: 'pool', progress: 'undo-failed' },
        { kind: 'mount', progress: 'undone' },
      ],
      end: 'failed',
      failure: { step: 'fstab', reason: 'fstab-invalid', detail: 'line 3: parse error' },
      gotPages: 2_050,
      shortBy: null,
      phase: null,
    });
  });
  it('reads "busy", which comes without a begin', () => {
    expect(parseRunReport('{"line":"end","end":"busy"}\n')).toEqual({
      report: { ...NOTHING, end: 'busy' },
      identity: null,
    });
  });
  it('knows a failure before the first step', () => {
    const text = lines({ line: 'failure', step: '', reason: 'host-starved', detail: '1801600' });
    expect(parseRunReport(text).report.failure).toEqual({ step: null, reason: 'host-starved', detail: '1801600' });
  });
  it.each(FAILURE_REASONS)('knows the reason %s', (reason) => {
    const text = lines({ line: 'failure', step: 'pool', reason, detail: '' });
    expect(parseRunReport(text).report.failure?.reason).toBe(reason);
  });
  it('shows a step that is running', () => {
    const text = BEGIN + lines({ line: 'step', kind: 'pool', progress: 'running' });
    expect(parseRunReport(text).report).toMatchObject({ steps: [{ kind: 'pool', progress: 'running' }], end: null });
  });
  it('passes over a line that is still being written', () => {
    for (let length = 0; length < APPLIED.length; length += 7) {
      const { report } = parseRunReport(APPLIED.slice(0, length));
      expect(report.end).toBeNull();
      expect([null, PLAN_ID]).toContain(report.planId);
    }
    expect(parseRunReport(APPLIED.trimEnd()).report.end).toBe('applied');
  });
  it('passes over what other programs say in between', () => {
    const noise = 'Adding user ming to group kvm\n\n{"line":"step"\n[1,2]\nnull\n42\n"end"\n{"other":true}\n\u0000\n';
    const noisy = APPLIED.split('\n').join(`\n${noise}`);
    expect(parseRunReport(noisy)).toEqual(parseRunReport(APPLIED));
  });
  it.each([
    { line: 'end', end: 'perhaps' },
    { line: 'end' },
    { line: 'step', kind: 'reboot', progress: 'done' },
    { line: 'step', kind: 'pool', progress: 'waiting' },
    { line: 'pool', got: '2050' },
    { line: 'begin', plan: PLAN_ID },
    { line: 'failure', step: 'pool', reason: 'bad-mood', detail: '' },
    { line: 'failure', step: 'pool', reason: 'pool-changed' },
    { line: '__proto__' },
    {},
  ])('passes over %j, which the root text never says', (line) => {
    expect(parseRunReport(lines(line))).toEqual({ report: NOTHING, identity: null });
  });
  it('gives an empty report for an empty text and for any garbage', () => {
    expect(parseRunReport('')).toEqual({ report: NOTHING, identity: null });
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), fc.jsonValue(), (garbage, value) => {
        expect(parseRunReport(`${garbage}\n${JSON.stringify(value)}`).report.end).toBeNull();
      }),
    );
  });
});
