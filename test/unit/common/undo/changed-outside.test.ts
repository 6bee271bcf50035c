import { describe, expect, it } from 'vitest';
import { changedOutside } from '../../../../common/undo/changed-outside';
import { desktopWithPool } from '../../../fakes/host';
import { entry, FIRST, fstabChange, poolChange, SECOND, THIRD, THIS_BOOT } from '../../../fakes/undo';

const set = entry(FIRST, [poolChange(0, 2_050)]);
const SEEN = [{ pageKiB: 2_048, setPages: 2_050, nowPages: 1_024 }];

describe('changedOutside', () => {
  it('tells of a pool that is not as the last plan left it', () => {
    expect(changedOutside([set], THIS_BOOT, desktopWithPool(1_024))).toEqual(SEEN);
    expect(changedOutside([set], THIS_BOOT, desktopWithPool(2_050))).toEqual([]);
  });
  it('goes by what the kernel gave, not by what was asked for', () => {
    const short = entry(FIRST, [poolChange(0, 4_096, 2_050)], { end: 'short' });
    expect(changedOutside([short], THIS_BOOT, desktopWithPool(2_050))).toEqual([]);
    expect(changedOutside([short], THIS_BOOT, desktopWithPool(1_024))).toEqual(SEEN);
  });
  it('goes by the last plan', () => {
    const later = entry(SECOND, [poolChange(2_050, 1_024)]);
    expect(changedOutside([later, set], THIS_BOOT, desktopWithPool(1_024))).toEqual([]);
  });
  it('says nothing after a restart, nor where the boot is not known', () => {
    const host = desktopWithPool(1_024);
    expect(changedOutside([{ ...set, boot: 'another' }], THIS_BOOT, host)).toEqual([]);
    expect(changedOutside([{ ...set, boot: null }], null, host)).toEqual([]);
  });
  it('says nothing of a run that was cut off before the pool was read back', () => {
    const killed = entry(FIRST, [poolChange(0, 2_050, null)], { end: null });
    expect(changedOutside([killed], THIS_BOOT, desktopWithPool(1_024))).toEqual([]);
  });
  it('leaves a pool alone that is no plan’s any more', () => {
    const undo = entry(SECOND, [], { undoes: [FIRST], restored: ['pool 2048'] });
    expect(changedOutside([set, undo], THIS_BOOT, desktopWithPool(77))).toEqual([]);
    expect(changedOutside([entry(FIRST, [fstabChange()])], THIS_BOOT, desktopWithPool(77))).toEqual([]);
  });
  it('goes by what an undo put back, where an older plan still stands', () => {
    const later = entry(SECOND, [poolChange(2_000, 4_096)]);
    const undo = entry(THIRD, [], { undoes: [SECOND], restored: ['pool 2048'] });
    expect(changedOutside([set, later, undo], THIS_BOOT, desktopWithPool(2_000))).toEqual([]);
    expect(changedOutside([set, later, undo], THIS_BOOT, desktopWithPool(5))).toMatchObject([{ setPages: 2_000 }]);
    const short = { ...undo, end: 'short' } as const;
    expect(changedOutside([set, later, short], THIS_BOOT, desktopWithPool(5))).toEqual([]);
  });
});
