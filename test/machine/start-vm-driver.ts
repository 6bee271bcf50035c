import { readHost } from '../../main/kernel';
import { VmStarter } from '../../main/scripts/start-vm';
import { waitFor } from './harness/wait-for';

// The window's part in starting a VM, as a program that the test user runs. Prints what came of it as JSON.
// usage: start-vm-driver.ts SCRIPT [wait]
//   wait  until the script has ended; otherwise this program ends at once, and the script runs on

const [path = '', mode] = process.argv.slice(2);
const starter = new VmStarter();
const outcome = await starter.start(path, 'script', readHost());
if (outcome.kind === 'started' && mode === 'wait') {
  await waitFor('the end of the script', () => starter.read()?.exitCode !== null);
}
process.stdout.write(JSON.stringify({ outcome, start: starter.read() }));
