import { accessFindings } from './advice-access';
import { bootFindings } from './advice-boot';
import { helpFindings } from './advice-help';
import { machineFindings } from './advice-machine';
import { poolFindings } from './advice-pool';
import type { Finding } from './finding';
import type { HostSnapshot } from './snapshot';

/**
 * Everything that can be said about this machine, in the order of the guide: exactly one finding of each id, but one
 * `pool` for each page size in use, and `run` only where a root text was left unfinished. On another system than Linux
 * nothing but that is said.
 */
export function findings(snapshot: HostSnapshot): readonly Finding[] {
  const [platform, ...machine] = machineFindings(snapshot);
  if (snapshot.system.platform !== 'linux') return [platform];
  return [
    platform,
    ...machine,
    ...poolFindings(snapshot),
    ...accessFindings(snapshot),
    ...bootFindings(snapshot),
    ...helpFindings(snapshot),
  ];
}
