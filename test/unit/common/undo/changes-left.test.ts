import { describe, expect, it } from 'vitest';
import { inOrder, planBehind, standingChanges, undoableEntries } from '../../../../common/undo/changes-left';
import { entry, FIRST, fstabChange, poolChange, SECOND, THIRD } from '../../../fakes/undo';

const first = entry(FIRST, [poolChange(0, 10), fstabChange()]);
const second = entry(SECOND, [poolChange(10, 20)]);

describe('standingChanges', () => {
  it('lists what was done to each thing, the oldest first, whatever the order of the entries', () => {
    const chains = standingChanges([second, first]);
    expect([...chains.keys()].sort()).toEqual(['file /etc/fstab', 'pool 2048']);
    expect(chains.get('pool 2048')?.map(({ entry: id }) => id)).toEqual([FIRST, SECOND]);
  });
  it('leaves out what was undone, and only that', () => {
    const undo = entry(THIRD, [], { undoes: [SECOND], restored: ['pool 2048'] });
    const chains = standingChanges([first, second, undo]);
    expect(chains.get('pool 2048')?.map(({ entry: id }) => id)).toEqual([FIRST]);
    expect(chains.has('file /etc/fstab')).toBe(true);
  });
  it('keeps what an undo left as it was', () => {
    const undo = entry(THIRD, [], { undoes: [FIRST], restored: ['file /etc/fstab'] });
    expect([...standingChanges([first, undo]).keys()]).toEqual(['pool 2048']);
  });
});

describe('undoableEntries', () => {
  it('are those with something left, the newest first', () => {
    expect(undoableEntries([first, second]).map(({ id }) => id)).toEqual([SECOND, FIRST]);
    const undo = entry(THIRD, [], { undoes: [SECOND], restored: ['pool 2048'] });
    expect(undoableEntries([first, second, undo]).map(({ id }) => id)).toEqual([FIRST]);
  });
});

describe('planBehind', () => {
  it('is the newest plan that changed the file and stands', () => {
    const again = entry(SECOND, [fstabChange()]);
    expect(planBehind([first, again], '/etc/fstab')).toBe(SECOND);
    expect(planBehind([first, again], '/etc/passwd')).toBeNull();
    const undo = entry(THIRD, [], { undoes: [SECOND], restored: ['file /etc/fstab'] });
    expect(planBehind([first, again, undo], '/etc/fstab')).toBe(FIRST);
  });
});

describe('inOrder', () => {
  it('tells two plans of one second apart by their numbers', () => {
    const early = entry(SECOND, [], { time: first.time, number: 2 });
    expect(inOrder([early, { ...first, number: 1 }]).map(({ id }) => id)).toEqual([FIRST, SECOND]);
  });
});
