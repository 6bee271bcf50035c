import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { isFresh, modifiedMs, modifiedMsBelow } from './freshness';

/** Something that is made from sources by one command of this checkout. */
export interface BuildStep {
  readonly makes: readonly string[];
  readonly from: readonly string[];
  /** Run by Node, from the checkout's root. */
  readonly command: readonly string[];
}

export const APP: BuildStep = {
  makes: ['out/main/index.js', 'out/main/cli.js', 'out/preload/index.cjs', 'out/renderer/index.html'],
  from: ['common', 'main', 'preload', 'renderer', 'electron.vite.config.ts', 'package.json', 'package-lock.json'],
  command: ['node_modules/electron-vite/bin/electron-vite.js', 'build', '--logLevel', 'warn'],
};

export const STAND_IN: BuildStep = {
  makes: ['out/standin/main.cjs'],
  from: ['test/standin'],
  command: ['node_modules/typescript/bin/tsc', '-p', 'test/standin'],
};

/** Whether a step has to run: something it makes is missing or older than a source. */
export function isOutdated(root: string, { makes, from }: BuildStep): boolean {
  const madeMs = makes.map((path) => modifiedMs(join(root, path)));
  return !isFresh(
    madeMs,
    from.flatMap((path) => modifiedMsBelow(join(root, path))),
  );
}

/** Runs a step; false where it failed, with the reason on the screen. */
export function runStep(root: string, { command }: BuildStep): boolean {
  return spawnSync(process.execPath, [...command], { cwd: root, stdio: 'inherit' }).status === 0;
}
