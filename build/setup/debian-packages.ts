import { spawnSync } from 'node:child_process';
import { findProgram } from './programs';

/** Only root may install, and only apt-get's names are known here. */
export function mayInstallPackages(): boolean {
  return process.getuid?.() === 0 && findProgram('apt-get') !== null;
}

/**
 * Refreshes the package lists and installs; apt-get speaks for itself meanwhile. False where it failed, for instance
 * without a network; what it said is then on the screen.
 */
export function installPackages(packages: readonly string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const aptGet = (...args: string[]) => spawnSync('apt-get', args, { stdio: 'inherit', env }).status === 0;
  // Old lists may still serve, so that a failing update is no reason to stop.
  aptGet('update', '--quiet=2');
  return aptGet('install', '--yes', '--quiet=2', '--no-install-recommends', ...packages);
}

/** The line a person can run instead. */
export function installLine(packages: readonly string[]): string {
  return `sudo apt-get install -y --no-install-recommends ${packages.join(' ')}`;
}
