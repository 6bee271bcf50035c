// Stands in for Electron's executable where its binary cannot be had: Node runs the app's main module, Chromium its pages.
import { basename, dirname, resolve } from 'node:path';
import { statSync } from 'node:fs';
import { type Arguments, readArguments } from './boot/arguments.cjs';
import {
  type Host,
  installedElectronVersion,
  type Manifest,
  readManifest,
  setHost,
  wantsHeadless,
} from './boot/host.cjs';
import { openInspector } from './boot/playwright.cjs';
import { dressProcess } from './boot/process-like-electron.cjs';
import { resolveElectron } from './boot/resolve-electron.cjs';
import { findChromium } from './chromium/find.cjs';
import type * as StartAppModule from './boot/start-app.cjs';
import { say } from './shared/say.cjs';

const EXECUTABLE = resolve(__dirname, '../../test/standin/electron');

function fail(message: string): never {
  say(message);
  process.exit(1);
}

function folderOf(appDir: string): { readonly appDir: string; readonly main: string | null } {
  const path = resolve(appDir);
  // Electron also takes a file: it is then the app's main module.
  const isFile = statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
  return isFile ? { appDir: dirname(path), main: path } : { appDir: path, main: null };
}

function manifestOf({ appDir, main }: ReturnType<typeof folderOf>): Manifest {
  try {
    const manifest = readManifest(appDir);
    return main === null
      ? manifest
      : { ...manifest, main, isModule: main.endsWith('.mjs') || (manifest.isModule && !main.endsWith('.cjs')) };
  } catch (error) {
    if (main === null)
      fail(`Cannot read ${appDir}/package.json (${String(error)}); run: ${basename(EXECUTABLE)} APPDIR`);
    return { name: 'electron', productName: null, version: '0.0.0', main, isModule: main.endsWith('.mjs') };
  }
}

function describeHost(given: string): Host {
  const folder = folderOf(given);
  return {
    appDir: folder.appDir,
    execPath: EXECUTABLE,
    manifest: manifestOf(folder),
    electronVersion: installedElectronVersion(folder.appDir),
    isHeadless: wantsHeadless(process.env),
    isPackaged: process.env.HUGEPAGES_GUIDE_STANDIN_PACKAGED === '1',
  };
}

async function run(words: readonly string[]): Promise<void> {
  const args: Arguments = readArguments(words);
  if (args.switches.has('version')) fail('v0.0.0-stand-in');
  if (args.appDir === null)
    fail('The stand-in for Electron needs the folder of an app; run: test/standin/electron APPDIR');
  const chromium = findChromium(process.env);
  if (chromium.kind === 'missing') fail(chromium.message);

  const host = describeHost(args.appDir);
  setHost(host);
  dressProcess(host, args.appDir, args.rest);
  resolveElectron();
  const gate = openInspector(args);

  // Loaded from here on only: these modules read the host.
  const { startApp } = module.require('./boot/start-app.cjs') as typeof StartAppModule;
  await startApp(args, chromium.path, gate);
}

run(process.argv.slice(2)).catch((error: unknown) => {
  say(error);
  process.exit(1);
});
