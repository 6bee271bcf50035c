import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { WindowEnd } from './cli-io';

export interface WindowRequest {
  /** Where package.json is. */
  readonly packageRoot: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isRoot: boolean;
  readonly onStart: (isWithoutSandbox: boolean) => void;
}

/**
 * Opens the window in Electron and waits until it is closed. Electron's binary is looked for where its npm package
 * unpacks it (node_modules/electron/path.txt and dist); the package itself is not imported, because that alone would
 * start a download. Electron refuses to run as root with its sandbox, so root gets none.
 */
export async function openWindow({ packageRoot, env, isRoot, onStart }: WindowRequest): Promise<WindowEnd> {
  const binary = findElectron(packageRoot);
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

function findElectron(packageRoot: string): string | null {
  const folder = join(packageRoot, 'node_modules', 'electron');
  try {
    const binary = join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8').trim());
    return existsSync(binary) ? binary : null;
  } catch {
    return null;
  }
}
