import type { VmProcess } from '../../common/vm';

/** A 4 GiB Windows VM that was started with `-mem-path /dev/hugepages`, all of its memory reserved. */
export function runningVm(overrides: Partial<VmProcess> = {}): VmProcess {
  return {
    pid: 4_242,
    name: 'win10',
    program: 'qemu-system-x86_64',
    guestKiB: 4_194_304,
    hugetlbKiB: 1_040_384,
    pageKiB: 2_048,
    backing: { kind: 'mem-path', path: '/dev/hugepages', isHugetlbfs: true },
    ...overrides,
  };
}
