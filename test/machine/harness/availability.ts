import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { poolSizesKiB } from './pool';

/** A program that the machine ring needs, and the Debian package that brings it. */
interface Tool {
  readonly program: string;
  readonly debianPackage: string;
}

export const MACHINE_TOOLS: readonly Tool[] = [
  { program: 'qemu-system-x86_64', debianPackage: 'qemu-system-x86' },
  { program: 'pkexec', debianPackage: 'pkexec' },
  { program: '/usr/lib/polkit-1/polkitd', debianPackage: 'polkitd' },
  { program: 'dbus-daemon', debianPackage: 'dbus' },
  { program: 'unshare', debianPackage: 'util-linux' },
  { program: 'setpriv', debianPackage: 'util-linux' },
  { program: 'useradd', debianPackage: 'passwd' },
];

/** Why the private machine cannot be had here, in a few words each; empty where it can. */
export function machineObstacles(): readonly string[] {
  const obstacles: string[] = [];
  if (process.getuid?.() !== 0) obstacles.push('not root');
  if (poolSizesKiB().length === 0) obstacles.push('this kernel has no hugetlb pool');
  const missing = MACHINE_TOOLS.filter(({ program }) => !isProgram(program)).map(({ program }) => program);
  if (missing.length > 0) obstacles.push(`not installed: ${missing.join(', ')}`);
  if (obstacles.length === 0 && !canUnshare()) obstacles.push('mount and PID namespaces are not allowed here');
  return obstacles;
}

/** Whether a program is there, by path or in PATH and the system's own folders. */
export function isProgram(program: string): boolean {
  if (program.startsWith('/')) return existsSync(program);
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/sbin'];
  return folders.some((folder) => isExecutable(join(folder, program)));
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function canUnshare(): boolean {
  const args = ['--mount', '--propagation', 'private', '--pid', '--fork', '--mount-proc', 'true'];
  return spawnSync('unshare', args).status === 0;
}
