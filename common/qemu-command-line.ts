import { parseQemuMemory, parseQemuSize } from './qemu-memory';
import { isQemuOn, parseQemuObject, parseQemuProperties, type QemuProperties } from './qemu-options';

/** What the arguments of a running QEMU say. */
export interface QemuCommandLine {
  readonly program: string;
  /** From `-name`, else the program's name. */
  readonly name: string;
  /** Null where it cannot be read: not QEMU's notation, or perhaps in a file (`-readconfig`). */
  readonly guestKiB: number | null;
  /** Where guest memory comes from, one entry for each NUMA node that has its own; empty where nothing is named. */
  readonly backings: readonly DeclaredBacking[];
}

export type DeclaredBacking =
  | { readonly kind: 'ordinary' }
  | { readonly kind: 'mem-path'; readonly path: string }
  | { readonly kind: 'file-object'; readonly path: string }
  /** `pageKiB` is null where the default page size is meant. */
  | { readonly kind: 'memfd'; readonly isHugetlb: boolean; readonly pageKiB: number | null };

type OptionName = 'm' | 'mem-path' | 'machine' | 'object' | 'numa' | 'name' | 'readconfig';
type OptionValues = Readonly<Record<OptionName, readonly string[]>>;

const PROGRAM = /^(?:qemu-system-.+|qemu-kvm|kvm)$/;

/**
 * Reads the arguments of a process (/proc/PID/cmdline). Null where it is no virtual machine: another program, also
 * qemu-img, qemu-nbd, qemu-ga and qemu-io, and a QEMU that was started only to be asked what it can do
 * (`-machine none`, as libvirt does).
 */
export function parseQemuCommandLine(argv: readonly string[]): QemuCommandLine | null {
  const program = argv[0]?.split('/').at(-1) ?? '';
  if (!PROGRAM.test(program)) return null;
  const options = readOptions(argv);
  const machine = mergeProperties(options.machine.map((value) => parseQemuProperties(value, 'type')));
  if (machine.get('type') === 'none') return null;
  const objects = new Map(options.object.map(parseQemuObject).map((object) => [object.get('id') ?? '', object]));
  return {
    program,
    name: mergeProperties(options.name.map((value) => parseQemuProperties(value, 'guest'))).get('guest') ?? program,
    guestKiB: options.readconfig.length > 0 ? null : readGuestKiB(options, machine, objects),
    backings: readBackings(options, machine, objects),
  };
}

function readOptions(argv: readonly string[]): OptionValues {
  const values: Record<OptionName, string[]> = {
    m: [],
    'mem-path': [],
    machine: [],
    object: [],
    numa: [],
    name: [],
    readconfig: [],
  };
  for (let index = 1; index < argv.length - 1; index += 1) {
    const name = optionName(argv[index] ?? '');
    if (name === null) continue;
    index += 1;
    values[name].push(argv[index] ?? '');
  }
  return values;
}

function optionName(argument: string): OptionName | null {
  switch (argument.replace(/^--?/, '-')) {
    case '-m':
      return 'm';
    case '-mem-path':
      return 'mem-path';
    case '-machine':
    case '-M':
      return 'machine';
    case '-object':
      return 'object';
    case '-numa':
      return 'numa';
    case '-name':
      return 'name';
    case '-readconfig':
      return 'readconfig';
    default:
      return null;
  }
}

/** An option given several times is one option to QEMU: later values hold. */
function mergeProperties(all: readonly QemuProperties[]): QemuProperties {
  return new Map(all.flatMap((properties) => [...properties]));
}

function readGuestKiB(
  options: OptionValues,
  machine: QemuProperties,
  objects: ReadonlyMap<string, QemuProperties>,
): number | null {
  if (options.m.length > 0) return parseQemuMemory(options.m);
  const size = machine.get('memory.size') ?? objects.get(machine.get('memory-backend') ?? '')?.get('size');
  if (size === undefined) return parseQemuMemory([]);
  const bytes = parseQemuSize(size, 'b');
  return bytes === null ? null : bytes / 1_024;
}

/** `-numa node,memdev=` makes QEMU ignore `-mem-path` without a word; `-machine memory-backend=` excludes both. */
function readBackings(
  options: OptionValues,
  machine: QemuProperties,
  objects: ReadonlyMap<string, QemuProperties>,
): readonly DeclaredBacking[] {
  const nodeObjects = options.numa.flatMap((value) => parseQemuProperties(value, 'type').get('memdev') ?? []);
  const machineObject = machine.get('memory-backend');
  const ids = machineObject === undefined ? nodeObjects : [machineObject];
  if (ids.length > 0) return ids.map((id) => backingOf(objects.get(id)));
  return options['mem-path'].slice(-1).map((path) => ({ kind: 'mem-path', path }));
}

function backingOf(object: QemuProperties | undefined): DeclaredBacking {
  const type = object?.get('qom-type');
  const path = object?.get('mem-path');
  if (type === 'memory-backend-file' && path !== undefined) return { kind: 'file-object', path };
  if (type !== 'memory-backend-memfd') return { kind: 'ordinary' };
  const pageBytes = parseQemuSize(object?.get('hugetlbsize') ?? '', 'b');
  return {
    kind: 'memfd',
    isHugetlb: isQemuOn(object?.get('hugetlb')),
    pageKiB: pageBytes === null ? null : pageBytes / 1_024,
  };
}
