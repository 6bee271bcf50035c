import { findElectron } from './find-electron.js';
import { ROOT } from './launch.js';

/** Says once which program the run is about. */
export default function announceHost(): void {
  const { kind, executablePath } = findElectron(ROOT);
  process.stdout.write(`Host: ${kind} (${executablePath})\n`);
}
