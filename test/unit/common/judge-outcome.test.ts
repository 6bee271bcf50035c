import { describe, expect, it } from 'vitest';
import { judgeOutcome } from '../../../common/judge-outcome';
import type { Elevation } from '../../../common/outcome';
import { desktop, desktopWithPool, withFacts, withPool } from '../../fakes/host';
import { GIB, planFor } from '../../fakes/plan';
import { APPLIED, BEGIN, FAILED, lines, SHORT } from '../../fakes/run-lines';

const plan = planFor(desktop());
const after = desktopWithPool(2_050);
const ran = (stdout: string, exitCode = 0, stderr = ''): Elevation => ({ kind: 'granted', exitCode, stdout, stderr });

describe('judgeOutcome', () => {
  it('calls it applied when the text went through and the machine has the pages', () => {
    expect(judgeOutcome(plan, ran(APPLIED), after)).toMatchObject({
      kind: 'applied',
      needsLogin: false,
      report: { end: 'applied', gotPages: 2_050 },
    });
  });
  it('calls it short when the machine has fewer, with both numbers', () => {
    const fewer = desktopWithPool(1_790);
    expect(judgeOutcome(plan, ran(SHORT), fewer)).toMatchObject({
      kind: 'short',
      askedPages: 2_050,
      gotPages: 1_790,
    });
  });
  it('lets the machine have the last word on the number', () => {
    expect(judgeOutcome(plan, ran(SHORT), after).kind).toBe('applied');
    expect(judgeOutcome(plan, ran(APPLIED), desktopWithPool(100))).toMatchObject({
      kind: 'short',
      gotPages: 100,
    });
  });
  it('takes the report’s number where the machine shows no such pool, and none where nobody does', () => {
    const blind = { ...after, pools: [] };
    expect(judgeOutcome(plan, ran(SHORT), blind)).toMatchObject({
      kind: 'short',
      gotPages: 1_790,
    });
    const silent = BEGIN + lines({ line: 'end', end: 'applied' });
    expect(judgeOutcome(plan, ran(silent), blind)).toMatchObject({ kind: 'short', gotPages: 0 });
  });
  it('looks at the pool of the plan’s page size', () => {
    const gigantic = planFor(desktop(), { pageKiB: GIB });
    const four = withPool(after, GIB, { persistentPages: 4 });
    const three = withPool(after, GIB, { persistentPages: 3 });
    expect(judgeOutcome(gigantic, ran(APPLIED), four).kind).toBe('applied');
    expect(judgeOutcome(gigantic, ran(APPLIED), three)).toMatchObject({
      kind: 'short',
      askedPages: 4,
      gotPages: 3,
    });
  });
  it('does not count surplus pages, which go away by themselves', () => {
    const surplus = withPool(after, 2_048, { persistentPages: 2_000, surplusPages: 50 });
    expect(judgeOutcome(plan, ran(APPLIED), surplus)).toMatchObject({
      kind: 'short',
      gotPages: 2_000,
    });
  });

  it('says when this login does not have the group yet', () => {
    const fresh = withFacts(after, { user: { activeGids: [1_000, 27] } });
    expect(judgeOutcome(plan, ran(APPLIED), fresh)).toMatchObject({ kind: 'applied', needsLogin: true });
    const short = withPool(fresh, 2_048, { persistentPages: 1_790 });
    expect(judgeOutcome(plan, ran(SHORT), short)).toMatchObject({ kind: 'short', needsLogin: true });
  });
  it('does not ask root, or a person without any such group, to log in again', () => {
    const root = withFacts(after, { user: { uid: 0, activeGids: [0] } });
    expect(judgeOutcome(plan, ran(APPLIED), root)).toMatchObject({ needsLogin: false });
    const groupless = withFacts(after, { group: { gid: null } });
    expect(judgeOutcome(plan, ran(APPLIED), groupless)).toMatchObject({ needsLogin: false });
  });

  it('says busy when another run had the lock', () => {
    expect(judgeOutcome(plan, ran('{"line":"end","end":"busy"}\n', 75), desktop())).toEqual({ kind: 'busy' });
  });
  it('keeps the whole report of a failure, whatever the machine looks like', () => {
    const outcome = judgeOutcome(plan, ran(FAILED, 1), after);
    expect(outcome).toMatchObject({
      kind: 'failed',
      report: { failure: { step: 'fstab', reason: 'fstab-invalid' }, steps: [{}, { progress: 'undo-failed' }, {}] },
    });
  });
  it.each([
    ['nothing', ''],
    ['only noise', 'bash: base64: command not found\n'],
    ['a run without an end', BEGIN],
    ['an end cut off', APPLIED.slice(0, -10)],
  ])('does not guess when the text said %s', (_words, stdout) => {
    const outcome = judgeOutcome(plan, ran(stdout, 137, 'Killed'), after);
    expect(outcome).toEqual({ kind: 'no-report', exitCode: 137, stderr: 'Killed' });
  });
  it.each<Exclude<Elevation, { kind: 'granted' }>>([
    { kind: 'declined' },
    { kind: 'not-authorised', detail: 'Not authorized' },
    { kind: 'no-agent', detail: 'No authentication agent found.' },
    { kind: 'no-pkexec' },
    { kind: 'no-new-privs' },
    { kind: 'failed', detail: 'spawn EAGAIN' },
  ])('passes $kind on as it is', (elevation) => {
    expect(judgeOutcome(plan, elevation, after)).toEqual({ kind: 'not-elevated', elevation });
  });
});
