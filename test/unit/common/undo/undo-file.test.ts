import { describe, expect, it } from 'vitest';
import { copyKey, type FileNow } from '../../../../common/undo/undo-facts';
import type { UndoStep } from '../../../../common/undo/undo-plan';
import { DISK_LINE, OUR_FSTAB_BLOCK } from '../../../fakes/host';
import {
  block,
  entry,
  fileWith,
  FIRST,
  fstabChange,
  NEW_FSTAB,
  NEW_SYSCTL,
  sha256Of,
  sysctlChange,
  undoFacts,
  undoFor,
} from '../../../fakes/undo';

const SWAP = '/swapfile none swap sw 0 0\n';

function undoFstab(now: FileNow, then: FileNow = fileWith(DISK_LINE), leftovers: readonly string[] = []): UndoStep {
  const plan = undoFor(
    undoFacts({
      entries: [entry(FIRST, [fstabChange()])],
      files: new Map([['/etc/fstab', now]]),
      copies: new Map([[copyKey(FIRST, 'fstab'), then]]),
      leftovers: new Set(leftovers),
    }),
  );
  const step = plan.steps.find(({ kind }) => kind === 'fstab');
  if (step === undefined) throw new Error('no step for fstab');
  return step;
}

describe('undoFile', () => {
  it('puts the copy back where the file is as we left it', () => {
    expect(undoFstab(fileWith(NEW_FSTAB))).toMatchObject({
      ...{ how: 'put-back', state: 'todo', copy: { entry: FIRST, name: 'fstab' } },
      ...{ nowSha256: sha256Of(NEW_FSTAB), thenSha256: sha256Of(DISK_LINE) },
    });
  });
  it('has nothing to do where the file is as it was, but for what a killed run left beside it', () => {
    expect(undoFstab(fileWith(DISK_LINE)).state).toBe('already');
    expect(undoFstab(fileWith(DISK_LINE), undefined, ['/etc/fstab.hugepages-guide']).state).toBe('todo');
  });
  it('takes only our block out of a file that was edited since', () => {
    expect(undoFstab(fileWith(DISK_LINE + OUR_FSTAB_BLOCK + SWAP))).toMatchObject({
      ...{ how: 'take-out', state: 'todo', offsetBytes: DISK_LINE.length, removedBytes: OUR_FSTAB_BLOCK.length },
      ...{ text: '', thenSha256: sha256Of(DISK_LINE + SWAP) },
    });
  });
  it('gives an edited file the block back that stood there before', () => {
    const older = block('hugetlbfs /dev/hugepages hugetlbfs mode=01777 0 0');
    expect(undoFstab(fileWith(SWAP + OUR_FSTAB_BLOCK), fileWith(DISK_LINE + older))).toMatchObject({
      ...{ how: 'take-out', text: older, thenSha256: sha256Of(SWAP + older) },
    });
  });
  it.each([
    ['our line was edited', fileWith(NEW_FSTAB.replace('1770', '1777')), 'file-changed'],
    ['our block was taken out, and more was edited', fileWith(SWAP), 'file-changed'],
    ['the file is gone', { kind: 'missing' }, 'file-missing'],
    ['the file has become a link', { kind: 'symlink' }, 'file-is-symlink'],
  ] as const)('leaves the file where %s', (_, now, reason) => {
    expect(undoFstab(now)).toMatchObject({ state: 'left-out', reason: { key: `undo.reason.${reason}` } });
  });
  it('removes a file that was not there before, with the folder made for it', () => {
    const change = sysctlChange({ madeFolder: '/etc/sysctl.d' });
    const files = new Map([[change.file, fileWith(NEW_SYSCTL)]]);
    const [step] = undoFor(undoFacts({ entries: [entry(FIRST, [change])], files })).steps;
    expect(step).toMatchObject({ how: 'put-back', copy: null, thenSha256: null, madeFolder: '/etc/sysctl.d' });
  });
  it('leaves what the person added to such a file', () => {
    const change = sysctlChange();
    const files = new Map([[change.file, fileWith(`${NEW_SYSCTL}vm.swappiness = 10\n`)]]);
    const [step] = undoFor(undoFacts({ entries: [entry(FIRST, [change])], files })).steps;
    expect(step).toMatchObject({ how: 'take-out', thenSha256: sha256Of('vm.swappiness = 10\n') });
  });
});
