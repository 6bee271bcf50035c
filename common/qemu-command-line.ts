import { qemuOptionName, takesValue } from './qemu-flags';
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

const OPTION_NAMES = ['m', 'mem-path', 'machine', 'object', 'numa', 'name', 'readconfig'] as const;
type OptionName = (typeof OPTION_NAMES)[number];

/** What was given with each option that speaks of memory, in the order of the command line. */
export type OptionValues = Readonly<Record<OptionName, readonly string[]>>;

const PROGRAM = /^(?:qemu-system-[\w-]+|qemu-kvm|kvm)$/;

/** A program that is a virtual machine, by its name without a folder: not qemu-img, qemu-nbd, qemu-ga, qemu-io. */
export function isQemuProgram(name: string): boolean {
  return PROGRAM.test(name);
}

/**
 * Reads the arguments of a process (/proc/PID/cmdline). Null where it is no virtual machine: another program, also
 * qemu-img, qemu-nbd, qemu-ga and qemu-io, and a QEMU that was started only to be asked what it can do
 * (`-machine none`, as libvirt does).
 */
export function parseQemuCommandLine(argv: readonly string[]): QemuCommandLine | null {
  const program = argv[0]?.split('/').at(-1) ?? '';
  if (!isQemuProgram(program)) return null;
  const options = readOptions(argv);
  const machine = machineOf(options);
  if (machine.get('type') === 'none') return null;
  const objects = objectsOf(options);
  return {
    program,
    name: mergeProperties(options.name.map((value) => parseQemuProperties(value, 'guest'))).get('guest') ?? program,
    guestKiB: readGuestKiB(options),
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
  for (let index = 1; index < argv.length; index += 1) {
    const option = qemuOptionName(argv[index] ?? '');
    if (option === null || !takesValue(option)) continue;
    index += 1;
    const name = memoryOption(option);
    const value = argv[index];
    if (name !== null && value !== undefined) values[name].push(value);
  }
  return values;
}

/** The option by its full name, where it is one that speaks of memory. */
export function memoryOption(option: string): OptionName | null {
  if (option === 'M') return 'machine';
  return OPTION_NAMES.find((name) => name === option) ?? null;
}

/** An option given several times is one option to QEMU: later values hold. */
function mergeProperties(all: readonly QemuProperties[]): QemuProperties {
  return new Map(all.flatMap((properties) => [...properties]));
}

function machineOf({ machine }: OptionValues): QemuProperties {
  return mergeProperties(machine.map((value) => parseQemuProperties(value, 'type')));
}

function objectsOf({ object }: OptionValues): ReadonlyMap<string, QemuProperties> {
  return new Map(object.map(parseQemuObject).map((properties) => [properties.get('id') ?? '', properties]));
}

/** Guest memory in KiB; null where it cannot be read: not QEMU's notation, or perhaps in a file (`-readconfig`). */
export function readGuestKiB(options: OptionValues): number | null {
  if (options.readconfig.length > 0) return null;
  if (options.m.length > 0) return parseQemuMemory(options.m);
  const machine = machineOf(options);
  const size =
    machine.get('memory.size') ??
    objectsOf(options)
      .get(machine.get('memory-backend') ?? '')
      ?.get('size');
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
