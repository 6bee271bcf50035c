import { dirname } from 'node:path/posix';
import { parseQemuCommandLine, type DeclaredBacking } from '../common/qemu-command-line';
import { isOnHugePages, type VmProcess } from '../common/vm';
import { type HostFiles, hostFiles } from './host-files';
import { hugetlbfsPageKiB, type MachineProbe, machineProbe } from './machine-probe';

interface MountFacts {
  readonly isHugetlbfs: boolean;
  /** Page size of the mount; null where it is not hugetlbfs. */
  readonly pageKiB: number | null;
}

type Backed = Pick<VmProcess, 'backing' | 'pageKiB'>;
const ORDINARY: Backed = { backing: { kind: 'ordinary' }, pageKiB: null };

type FileSystems = Pick<MachineProbe, 'statFileSystem'>;

/**
 * Every running QEMU that this user may see, by process id. Reads /proc anew each time: a start script that ends in
 * `exec qemu-system-x86_64` turns into a VM under the same process id. Processes that are gone or hidden are left out.
 * `root` stands for `/` in tests.
 */
export function readVms(root = '/', fileSystems: FileSystems = machineProbe(root)): readonly VmProcess[] {
  const files = hostFiles(root);
  return files
    .list('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .sort((a, b) => a - b)
    .flatMap((pid) => readVm(files, fileSystems, pid) ?? []);
}

function readVm(files: HostFiles, fileSystems: FileSystems, pid: number): VmProcess | null {
  const folder = `/proc/${String(pid)}`;
  const commandLine = files.read(`${folder}/cmdline`);
  // Nearly all processes end here; taking their arguments apart would cost more than reading them.
  if (commandLine === null || !/qemu|kvm/.test(commandLine)) return null;
  const declared = parseQemuCommandLine(commandLine.split('\0').slice(0, -1));
  if (declared === null) return null;
  const backings = declared.backings.map((backing) => resolveBacking(fileSystems, folder, backing));
  // Of several nodes the one without huge pages decides: it is what keeps the VM from being wholly on them.
  const deciding = backings.find(({ backing }) => !isOnHugePages(backing)) ?? backings[0] ?? ORDINARY;
  return {
    pid,
    name: declared.name,
    program: declared.program,
    guestKiB: declared.guestKiB,
    hugetlbKiB: parseHugetlbKiB(files.read(`${folder}/status`) ?? ''),
    ...deciding,
  };
}

/** `HugetlbPages:` counts pages of every size together (fs/proc/task_mmu.c). */
function parseHugetlbKiB(status: string): number | null {
  const match = /^HugetlbPages:\s+(\d+) kB$/m.exec(status);
  return match ? Number(match[1]) : null;
}

function resolveBacking(fileSystems: FileSystems, folder: string, declared: DeclaredBacking): Backed {
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
      const { isHugetlbfs, pageKiB } = mountOf(fileSystems, folder, declared.path);
      return { backing: { ...declared, isHugetlbfs }, pageKiB };
    }
  }
}

/**
 * The mount that a path of a process lies on: as the process sees it, where this user may look there (proc(5), `root`
 * and `cwd`), else as this program sees it.
 */
function mountOf(fileSystems: FileSystems, folder: string, path: string): MountFacts {
  const isAbsolute = path.startsWith('/');
  return (
    statMount(fileSystems, isAbsolute ? `${folder}/root${path}` : `${folder}/cwd/${path}`, folder) ??
    (isAbsolute ? statMount(fileSystems, path, '/') : null) ?? { isHugetlbfs: false, pageKiB: null }
  );
}

/** A folder closed to this user, or a file that is gone, lies on the mount of the folders above it, below `top`. */
function statMount(fileSystems: FileSystems, path: string, top: string): MountFacts | null {
  for (let place = path; place !== top && place !== dirname(place); place = dirname(place)) {
    const found = fileSystems.statFileSystem(place);
    if (found === null) continue;
    const pageKiB = hugetlbfsPageKiB(found);
    return { isHugetlbfs: pageKiB !== null, pageKiB };
  }
  return null;
}
