import { describe, expect, it } from 'vitest';
import type { Elevation } from '../../../../common/outcome';
import { judgeUndo } from '../../../../common/undo/judge-undo';
import type { UndoFacts } from '../../../../common/undo/undo-facts';
import { desktop, desktopWithPool } from '../../../fakes/host';
import { entry, fileWith, FIRST, poolChange, undoFacts, undoFor, undoneFacts } from '../../../fakes/undo';

function granted(end: string): Elevation {
  return { kind: 'granted', exitCode: 0, stdout: `{"line":"end","end":"${end}"}\n`, stderr: '' };
}

function kindOf(after: UndoFacts, plan = undoFor()): string {
  return judgeUndo(plan, granted('applied'), after).kind;
}

describe('judgeUndo', () => {
  it('compares every point with the machine as it was', () => {
    const outcome = judgeUndo(undoFor(), granted('applied'), undoneFacts());
    expect(outcome.kind).toBe('undone');
    const checks = 'checks' in outcome ? outcome.checks : [];
    expect(checks.map(({ step, isAsBefore }) => [step.kind, isAsBefore])).toEqual(
      ['fstab', 'sysctl', 'pool', 'mount', 'membership', 'group'].map((kind) => [kind, true]),
    );
  });
  it.each([
    ['a pool that is still there', { host: desktopWithPool(2_050) }],
    ['a file with other bytes', { files: new Map([['/etc/fstab', fileWith('other')]]) }],
    ['a file that is still there', { files: new Map([['/etc/sysctl.d/40-hugepage.conf', fileWith('x')]]) }],
  ])('does not believe the report where the machine has %s', (_, changed) => {
    expect(kindOf(undoneFacts(changed))).toBe('differs');
  });
  it('says that a pool came out smaller than it was', () => {
    const facts = undoFacts({ entries: [entry(FIRST, [poolChange(100, 0)])], host: desktop() });
    expect(kindOf(undoFacts({ host: desktopWithPool(60) }), undoFor(facts))).toBe('short');
    expect(kindOf(undoFacts({ host: desktopWithPool(100) }), undoFor(facts))).toBe('undone');
  });
  it('says that some of it stays as it is', () => {
    const plan = undoFor(undoFacts({ accountsInGroup: ['qemu'] }));
    expect(kindOf(undoneFacts(), plan)).toBe('partly');
  });
  it('passes on how the run ended', () => {
    const after = undoneFacts();
    expect(judgeUndo(undoFor(), { kind: 'declined' }, after)).toMatchObject({ kind: 'not-elevated' });
    expect(judgeUndo(undoFor(), granted('busy'), after)).toEqual({ kind: 'busy' });
    expect(judgeUndo(undoFor(), granted('failed'), after).kind).toBe('failed');
    expect(judgeUndo(undoFor(), { kind: 'granted', exitCode: 9, stdout: '', stderr: 'x' }, after)).toMatchObject({
      ...{ kind: 'no-report', exitCode: 9, stderr: 'x' },
    });
  });
});
