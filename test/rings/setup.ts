import { installLine, installPackages, mayInstallPackages } from '../../build/setup/debian-packages';
import { say } from './command';
import { ALL_TOOLS, missingTools, packagesOf } from './tools';

/**
 * Installs what the rings need beside npm's packages, where that is possible. What stays missing is told with the line
 * that installs it; the rings that need it report themselves as skipped.
 */
export function setUp(): void {
  const missing = missingTools(ALL_TOOLS);
  if (missing.length === 0) return;
  const packages = packagesOf(missing);
  if (mayInstallPackages()) {
    say(`Installing what the tests need, with apt-get: ${packages.join(' ')}`);
    installPackages(packages);
  }
  const still = missingTools(missing);
  if (still.length === 0) return;
  say(`Missing: ${still.map(({ name }) => name).join(', ')}. The rings that need them are skipped.`);
  say(`To run them too: ${installLine(packagesOf(still))}`);
}
