import { describe, expect, it } from 'vitest';
import { isOnHugePages, namesPath, type VmBacking } from '../../../common/vm';

const CASES: readonly (readonly [VmBacking, boolean, boolean])[] = [
  [{ kind: 'ordinary' }, false, false],
  [{ kind: 'mem-path', path: '/dev/hugepages', isHugetlbfs: true }, true, true],
  [{ kind: 'mem-path', path: '/var/tmp', isHugetlbfs: false }, false, true],
  [{ kind: 'file-object', path: '/dev/hugepages/vm', isHugetlbfs: true }, true, true],
  [{ kind: 'file-object', path: '/dev/shm/vm', isHugetlbfs: false }, false, true],
  [{ kind: 'memfd', isHugetlb: true }, true, false],
  [{ kind: 'memfd', isHugetlb: false }, false, false],
];

describe('the backing of a guest’s memory', () => {
  it.each(CASES)('%j: on huge pages %j, names a path %j', (backing, isOn, names) => {
    expect(isOnHugePages(backing)).toBe(isOn);
    expect(namesPath(backing)).toBe(names);
  });
});
