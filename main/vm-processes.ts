import { readdirSync, readFileSync, statfsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseQemuCommandLine, type DeclaredBacking } from '../common/qemu-command-line';
import type { VmBacking, VmProcess } from '../common/vm';

/** HUGETLBFS_MAGIC of include/uapi/linux/magic.h. */
const HUGETLBFS_MAGIC = 0x958458f6;

interface MountFacts {
  readonly isHugetlbfs: boolean;
  /** Page size of the mount; null where it is not hugetlbfs. */
  readonly pageKiB: number | null;
}

type Backed = Pick<VmProcess, 'backing' | 'pageKiB'>;
const ORDINARY: Backed = { backing: { kind: 'ordinary' }, pageKiB: null };

/**
 * Every running QEMU that this user may see, by process id. Reads /proc anew each time: a start script that ends in
 * `exec qemu-system-x86_64` turns into a VM under the same process id. Processes that are gone or hidden are left out.
 * `root` stands for `/` in tests.
 */
export function readVms(root = '/'): readonly VmProcess[] {
  return processIds(root).flatMap((pid) => readVm(root, pid) ?? []);
}

function processIds(root: string): readonly number[] {
  try {
    return readdirSync(join(root, 'proc'))
      .filter((name) => /^\d+$/.test(name))
      .map(Number)
      .sort((a, b) => a - b);
  } catch {
    return [];
  }
}

function readVm(root: string, pid: number): VmProcess | null {
  const folder = join(root, 'proc', String(pid));
  const commandLine = readText(join(folder, 'cmdline'));
  // Nearly all processes end here; taking their arguments apart would cost more than reading them.
  if (commandLine === null || !/qemu|kvm/.test(commandLine)) return null;
  const declared = parseQemuCommandLine(commandLine.split('\0').slice(0, -1));
  if (declared === null) return null;
  const backings = declared.backings.map((backing) => resolveBacking(root, folder, backing));
  // Of several nodes the one without huge pages decides: it is what keeps the VM from being wholly on them.
  const deciding = backings.find(({ backing }) => !isOnHugePages(backing)) ?? backings[0] ?? ORDINARY;
  return {
    pid,
    name: declared.name,
    program: declared.program,
    guestKiB: declared.guestKiB,
    hugetlbKiB: readHugetlbKiB(folder),
    ...deciding,
  };
}

/** `HugetlbPages:` counts pages of every size together (fs/proc/task_mmu.c). */
function readHugetlbKiB(folder: string): number | null {
  const match = /^HugetlbPages:\s+(\d+) kB$/m.exec(readText(join(folder, 'status')) ?? '');
  return match ? Number(match[1]) : null;
}

function resolveBacking(root: string, folder: string, declared: DeclaredBacking): Backed {
  switch (declared.kind) {
    case 'ordinary':
      return ORDINARY;
    case 'memfd':
      return {
        backing: { kind: 'memfd', isHugetlb: declared.isHugetlb },
        pageKiB: declared.isHugetlb ? declared.pageKiB : null,
      };
    case 'mem-path':
    case 'file-object': {
      const { isHugetlbfs, pageKiB } = mountOf(root, folder, declared.path);
      return { backing: { ...declared, isHugetlbfs }, pageKiB };
    }
  }
}

function isOnHugePages(backing: VmBacking): boolean {
  switch (backing.kind) {
    case 'ordinary':
      return false;
    case 'memfd':
      return backing.isHugetlb;
    case 'mem-path':
    case 'file-object':
      return backing.isHugetlbfs;
  }
}

/**
 * The mount that a path of a process lies on: as the process sees it, where this user may look there (proc(5), `root`
 * and `cwd`), else as this program sees it.
 */
function mountOf(root: string, folder: string, path: string): MountFacts {
  const seenByProcess = path.startsWith('/') ? join(folder, 'root', path) : join(folder, 'cwd', path);
  return (
    statMount(seenByProcess, folder) ??
    (path.startsWith('/') ? statMount(join(root, path), root) : null) ?? { isHugetlbfs: false, pageKiB: null }
  );
}

/** A folder closed to this user, or a file that is gone, lies on the mount of the folders above it, up to `top`. */
function statMount(path: string, top: string): MountFacts | null {
  for (let place = path; place !== top && place !== dirname(place); place = dirname(place)) {
    try {
      const { type, bsize } = statfsSync(place);
      const isHugetlbfs = type === HUGETLBFS_MAGIC;
      return { isHugetlbfs, pageKiB: isHugetlbfs ? bsize / 1_024 : null };
    } catch {
      continue;
    }
  }
  return null;
}

function readText(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
