import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { electronBinary } from '../electron-binary';
import type { WindowEnd } from './cli-io';

export interface WindowRequest {
  /** Where package.json is. */
  readonly packageRoot: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isRoot: boolean;
  readonly onStart: (isWithoutSandbox: boolean) => void;
}

/**
 * Opens the window in Electron and waits until it is closed. Electron refuses to run as root with its sandbox, so root
 * gets none.
 */
export async function openWindow({ packageRoot, env, isRoot, onStart }: WindowRequest): Promise<WindowEnd> {
  const binary = electronBinary(packageRoot);
  if (binary === null) return { kind: 'no-electron' };
  if (!env['DISPLAY'] && !env['WAYLAND_DISPLAY']) return { kind: 'no-display' };
  onStart(isRoot);
  const child = spawn(binary, [...(isRoot ? ['--no-sandbox'] : []), packageRoot], {
    stdio: 'inherit',
    env: { ...env },
  });
  return new Promise((resolve) => {
    child.once('error', () => {
      resolve({ kind: 'no-electron' });
    });
    child.once('close', (code) => {
      resolve({ kind: 'closed', exitCode: code ?? 1 });
    });
  });
}

/** The nearest folder above `start` that holds a package.json: the same from the sources and from out/main. */
export function findPackageRoot(start: string): string {
  return existsSync(join(start, 'package.json')) || start === dirname(start) ? start : findPackageRoot(dirname(start));
}
