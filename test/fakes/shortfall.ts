import { GIB_IN_KIB, MIB_IN_KIB } from '../../common/memory-size';
import type { Shortfall } from '../../common/shortfall';

/** The kernel found no more pieces that were large enough. */
export const SHORTFALL: Shortfall = {
  why: 'fragmented',
  availableKiB: 12 * GIB_IN_KIB,
  largeKiB: 8 * MIB_IN_KIB,
  reserveKiB: 2 * GIB_IN_KIB,
  helps: [{ kind: 'drop-caches' }, { kind: 'close-programs' }, { kind: 'restart' }],
};
