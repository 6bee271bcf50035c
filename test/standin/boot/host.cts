// What the stand-in knows about this run before any of the app's code runs.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

export interface Manifest {
  readonly name: string;
  readonly productName: string | null;
  readonly version: string;
  readonly main: string;
  readonly isModule: boolean;
}

export interface Host {
  readonly appDir: string;
  /** The program that was started: what an app starts to get a second instance of itself. */
  readonly execPath: string;
  readonly manifest: Manifest;
  readonly electronVersion: string;
  readonly isHeadless: boolean;
  readonly isPackaged: boolean;
}

function textOf(record: Record<string, unknown>, key: string): string | null {
  const value = record[key];
  return typeof value === 'string' ? value : null;
}

export function readManifest(appDir: string): Manifest {
  const record = JSON.parse(readFileSync(join(appDir, 'package.json'), 'utf8')) as Record<string, unknown>;
  const main = textOf(record, 'main') ?? 'index.js';
  const moduleByDefault = textOf(record, 'type') === 'module' && !main.endsWith('.cjs');
  return {
    name: textOf(record, 'name') ?? 'electron',
    productName: textOf(record, 'productName'),
    version: textOf(record, 'version') ?? '0.0.0',
    main: join(appDir, main),
    isModule: moduleByDefault || main.endsWith('.mjs'),
  };
}

/** The version of the Electron this app is made for, read without importing it: an import would start a download. */
export function installedElectronVersion(appDir: string): string {
  try {
    const path = createRequire(join(appDir, 'package.json')).resolve('electron/package.json');
    return textOf(JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>, 'version') ?? '0.0.0';
  } catch {
    return '0.0.0';
  }
}

export function wantsHeadless(env: NodeJS.ProcessEnv): boolean {
  if (env.HUGEPAGES_GUIDE_STANDIN_HEADLESS === '1') return true;
  return !env.DISPLAY && !env.WAYLAND_DISPLAY;
}

let current: Host | null = null;

export function setHost(host: Host): void {
  current = host;
}

export function host(): Host {
  if (current === null) throw new Error('stand-in: asked for the host before it was set');
  return current;
}
