import { readFileSync } from 'node:fs';
import { requirePrivateMachine } from './private-machine';
import { type Running, start } from './processes';
import { asUser, type TestUser } from './test-user';
import { waitFor } from './wait-for';

const QEMU = 'qemu-system-x86_64';
/** No KVM, no devices, no window: memory is all that matters. */
const BARE = ['-accel', 'tcg', '-display', 'none', '-nodefaults'];

export interface QemuOptions {
  readonly guestMiB: number;
  /** Everything about memory and the name, e.g. `['-mem-path', '/dev/hugepages', '-mem-prealloc']`. */
  readonly args?: readonly string[];
  /** Default true: the guest's CPU never starts (-S), so that only QEMU itself touches memory. */
  readonly isPaused?: boolean;
  /** Who starts it; default root. */
  readonly user?: TestUser;
}

/**
 * Starts a real QEMU and comes back once its guest memory is mapped (and, with -mem-prealloc or prealloc=on, touched).
 * Throws with QEMU's own words when it ends before that. The caller stops it.
 */
export async function startQemu({ guestMiB, args = [], isPaused = true, user }: QemuOptions): Promise<Running> {
  requirePrivateMachine();
  const command = [QEMU, ...BARE, '-m', String(guestMiB), ...(isPaused ? ['-S'] : []), ...args];
  const qemu = await start(user ? asUser(user, command) : command);
  const isPreallocated = args.some((arg) => arg === '-mem-prealloc' || arg.includes('prealloc=on'));
  try {
    await waitFor(
      `QEMU's ${String(guestMiB)} MiB`,
      () => {
        if (qemu.hasEnded()) throw new Error(`QEMU ended: ${qemu.output()}`);
        const { sizeKiB, touchedKiB } = largestMapping(qemu.pid);
        return Math.min(sizeKiB, isPreallocated ? touchedKiB : sizeKiB) >= guestMiB * 1_024;
      },
      { timeoutMs: 60_000, why: qemu.output },
    );
    return qemu;
  } catch (fault) {
    await qemu.stop();
    throw fault;
  }
}

interface Mapping {
  readonly sizeKiB: number;
  readonly touchedKiB: number;
}

/** The largest single mapping of a process (/proc/PID/smaps): guest RAM is one piece. Rss leaves huge pages out. */
function largestMapping(pid: number): Mapping {
  const mappings = readSmaps(pid)
    .split(/^(?=[0-9a-f]+-[0-9a-f]+ )/m)
    .map((entry) => {
      const read = (name: string) => Number(new RegExp(`^${name}:\\s*(\\d+) kB`, 'm').exec(entry)?.[1] ?? 0);
      const touchedKiB = read('Rss') + read('Shared_Hugetlb') + read('Private_Hugetlb');
      return { sizeKiB: read('Size'), touchedKiB };
    });
  return mappings.reduce((largest, mapping) => (mapping.sizeKiB > largest.sizeKiB ? mapping : largest));
}

function readSmaps(pid: number): string {
  try {
    return readFileSync(`/proc/${String(pid)}/smaps`, 'utf8');
  } catch {
    return '';
  }
}
