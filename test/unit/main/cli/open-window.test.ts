import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findPackageRoot, openWindow } from '../../../../main/cli/open-window';

let packageRoot: string;

beforeEach(() => {
  packageRoot = mkdtempSync(join(tmpdir(), 'open-window-'));
});
afterEach(() => {
  rmSync(packageRoot, { recursive: true });
});

/** A program in Electron's place that notes its arguments and ends with 7. */
function installElectron(): void {
  const dist = join(packageRoot, 'node_modules/electron/dist');
  mkdirSync(dist, { recursive: true });
  writeFileSync(join(dist, '../path.txt'), 'electron');
  writeFileSync(join(dist, 'electron'), `#!/bin/sh\necho "$DISPLAY $@" > '${packageRoot}/arguments'\nexit 7\n`);
  chmodSync(join(dist, 'electron'), 0o755);
}

function open(env: Record<string, string>, isRoot = false): ReturnType<typeof openWindow> {
  return openWindow({ packageRoot, env: { PATH: '/usr/bin:/bin', ...env }, isRoot, onStart: () => undefined });
}

describe('openWindow', () => {
  it('starts Electron on the package and waits for its end', async () => {
    installElectron();
    expect(await open({ DISPLAY: ':0' })).toEqual({ kind: 'closed', exitCode: 7 });
    expect(readFileSync(join(packageRoot, 'arguments'), 'utf8')).toBe(`:0 ${packageRoot}\n`);
  });
  it('starts it without the sandbox for root, and says so first', async () => {
    installElectron();
    const told: boolean[] = [];
    const env = { PATH: '/usr/bin:/bin', WAYLAND_DISPLAY: 'wayland-0' };
    const onStart = (isWithoutSandbox: boolean): void => {
      told.push(isWithoutSandbox);
    };
    expect(await openWindow({ packageRoot, env, isRoot: true, onStart })).toMatchObject({ kind: 'closed' });
    expect(readFileSync(join(packageRoot, 'arguments'), 'utf8')).toBe(` --no-sandbox ${packageRoot}\n`);
    expect(told).toEqual([true]);
  });
  it('says that there is no display', async () => {
    installElectron();
    expect(await open({})).toEqual({ kind: 'no-display' });
    expect(await open({ DISPLAY: '' })).toEqual({ kind: 'no-display' });
  });
  it('says that Electron is not there: no package, no binary, or one that cannot be started', async () => {
    expect(await open({ DISPLAY: ':0' })).toEqual({ kind: 'no-electron' });
    installElectron();
    chmodSync(join(packageRoot, 'node_modules/electron/dist/electron'), 0o644);
    expect(await open({ DISPLAY: ':0' })).toEqual({ kind: 'no-electron' });
    rmSync(join(packageRoot, 'node_modules/electron/dist'), { recursive: true });
    expect(await open({ DISPLAY: ':0' })).toEqual({ kind: 'no-electron' });
  });
});

describe('findPackageRoot', () => {
  it('finds package.json from the sources and from the built program alike', () => {
    writeFileSync(join(packageRoot, 'package.json'), '{}');
    for (const folder of ['main/cli', 'out/main']) {
      mkdirSync(join(packageRoot, folder), { recursive: true });
      expect(findPackageRoot(join(packageRoot, folder))).toBe(packageRoot);
    }
  });
});
