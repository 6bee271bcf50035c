import type { SysctlAssignment } from './snapshot';

/** Where systemd-sysctl looks, strongest first: a file hides one of the same name further down (sysctl.d(5)). */
export const SYSCTL_FOLDERS = [
  '/etc/sysctl.d',
  '/run/sysctl.d',
  '/usr/local/lib/sysctl.d',
  '/usr/lib/sysctl.d',
] as const;

const POOL_KEY = 'vm/nr_hugepages';

/**
 * The files that are read at boot, in the order of the boot: those ending in `.conf` and not hidden, sorted by name
 * across all folders, each name from the strongest folder that has it (sysctl.d(5)). `namesIn` lists one folder.
 */
export function sysctlReadOrder(namesIn: (folder: string) => readonly string[]): readonly string[] {
  const folderOf = new Map<string, string>();
  for (const folder of SYSCTL_FOLDERS) {
    for (const name of namesIn(folder)) {
      if (name.endsWith('.conf') && !name.startsWith('.') && !folderOf.has(name)) folderOf.set(name, folder);
    }
  }
  // By code unit, as strcmp sorts: a locale's order would put `_` and capitals elsewhere.
  const inOrder = [...folderOf].sort(([a], [b]) => (a < b ? -1 : 1));
  return inOrder.map(([name, folder]) => `${folder}/${name}`);
}

/**
 * The assignments of vm.nr_hugepages in one file's text, in their order, as systemd-sysctl reads it: `#` and `;` start
 * comment lines, a leading `-` forgives failure, `.` and `/` both separate. Values the kernel refuses are left out.
 */
export function sysctlAssignments(file: string, text: string): readonly SysctlAssignment[] {
  if (!text.includes('nr_hugepages')) return [];
  return text.split('\n').flatMap((content, index) => {
    const pages = assignedPages(content.trim());
    return pages === null ? [] : [{ file, line: index + 1, pages }];
  });
}

/** The assignment that stands at the end of the boot: the last one read. Null where nothing is assigned. */
export function sysctlWinner(assignments: readonly SysctlAssignment[]): SysctlAssignment | null {
  return assignments.at(-1) ?? null;
}

/** Whether the boot reads a file after another one: by their names alone, whatever the folders (sysctl.d(5)). */
export function isReadAfter(file: string, other: string): boolean {
  return baseName(file) > baseName(other);
}

function baseName(file: string): string {
  return file.slice(file.lastIndexOf('/') + 1);
}

function assignedPages(line: string): number | null {
  const equals = line.indexOf('=');
  if (equals < 0 || line.startsWith('#') || line.startsWith(';')) return null;
  const key = line.slice(line.startsWith('-') ? 1 : 0, equals).trim();
  return normalKey(key) === POOL_KEY ? kernelCount(line.slice(equals + 1).trim()) : null;
}

/** The first separator decides whether dots separate or belong to a name (systemd's sysctl_normalize). */
function normalKey(key: string): string {
  const separator = /[./]/.exec(key)?.[0];
  const path = separator === '.' ? key.replaceAll('.', '/') : key;
  return path.split('/').filter(Boolean).join('/');
}

/** As the kernel reads a number: up to the first blank; `0x` is hexadecimal, a leading `0` octal (simple_strtoul). */
function kernelCount(value: string): number | null {
  const word = value.split(/\s/, 1)[0] ?? '';
  const base = [/^0x[\da-f]+$/i, /^0[0-7]*$/, /^[1-9]\d*$/].findIndex((pattern) => pattern.test(word));
  const radix = [16, 8, 10][base];
  const pages = radix === undefined ? Number.NaN : Number.parseInt(word, radix);
  return Number.isSafeInteger(pages) ? pages : null;
}
