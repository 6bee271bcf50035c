import { readFileSync } from 'node:fs';
import { USUAL_PAGE_KIB } from '../../../common/page-size';
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
        const needKiB = guestMiB * 1_024;
        return mappingsOf(qemu.pid).some(
          ({ sizeKiB, touchedKiB }) => isGuest(sizeKiB, needKiB) && (!isPreallocated || touchedKiB >= needKiB),
        );
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

/** Guest RAM is one mapping, rounded up to whole pages. QEMU has larger ones: TCG's buffer of 1 GiB. */
function isGuest(sizeKiB: number, needKiB: number): boolean {
  return sizeKiB >= needKiB && sizeKiB < needKiB + USUAL_PAGE_KIB;
}

/** The mappings of a process (/proc/PID/smaps). Rss leaves huge pages out. */
function mappingsOf(pid: number): readonly Mapping[] {
  return readSmaps(pid)
    .split(/^(?=[0-9a-f]+-[0-9a-f]+ )/m)
    .map((entry) => {
      const read = (name: string) => Number(new RegExp(`^${name}:\\s*(\\d+) kB`, 'm').exec(entry)?.[1] ?? 0);
      const touchedKiB = read('Rss') + read('Shared_Hugetlb') + read('Private_Hugetlb');
      return { sizeKiB: read('Size'), touchedKiB };
    });
}

function readSmaps(pid: number): string {
  try {
    return readFileSync(`/proc/${String(pid)}/smaps`, 'utf8');
  } catch {
    return '';
  }
}
