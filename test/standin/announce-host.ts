import { findElectron } from './find-electron.ts';
import { ROOT } from './launch.ts';

/** Says once which program the run is about. */
export default function announceHost(): void {
  const { kind, executablePath } = findElectron(ROOT);
  console.log(`Host: ${kind} (${executablePath})`);
}
