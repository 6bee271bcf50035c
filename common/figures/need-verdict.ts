import { GIB_IN_KIB } from '../memory-size';
import { message, type Message } from '../message';
import { largestGuestKiB, pagesFor } from '../sizing';
import type { HostSnapshot, TransparentMode } from '../snapshot';

/** What a person says of their VMs. */
interface NeedAnswers {
  /** Memory of each VM, in KiB, above 0. */
  readonly guestKiB: number;
  readonly pageKiB: number;
  /** VMs that run at the same time, 1 or more. */
  readonly guests: number;
  readonly hibernates: boolean;
  /** It must never stutter: games, audio. */
  readonly runsEvenly: boolean;
}

export interface NeedFacts extends NeedAnswers {
  readonly transparentMode: TransparentMode | null;
  readonly totalKiB: number;
  /** The most that this host can give in pages of this size and keep its reserve, in KiB. */
  readonly largestKiB: number;
}

/** From the weakest to the strongest. */
export type NeedKind = 'does-not-fit' | 'hardly' | 'worth-a-try' | 'worthwhile';

export interface NeedVerdict {
  readonly kind: NeedKind;
  /** What the pool would take, in KiB: whole pages for each VM. */
  readonly poolKiB: number;
  /** What of the machine's memory that is, 0 to 1: all of it where the pool does not fit at all. */
  readonly poolShare: number;
  readonly sentence: Message;
  readonly reasonsFor: readonly Message[];
  /** Never empty: a pool always takes memory. */
  readonly reasonsAgainst: readonly Message[];
}

/** From here on a VM has enough memory to get lost in; below the other it has too little to feel it. Both rules of thumb. */
const LARGE_GUEST_KIB = 4 * GIB_IN_KIB;
const SMALL_GUEST_KIB = GIB_IN_KIB;
/** Points from which on it is worth it, or at least worth a try. */
const WORTHWHILE = 3;
const WORTH_A_TRY = 1;

/** The facts on this machine; null where the kernel does not say how much memory there is. */
export function needFacts(snapshot: HostSnapshot, answers: NeedAnswers): NeedFacts | null {
  const { totalKiB } = snapshot.memory;
  if (totalKiB === null) return null;
  const largestKiB = largestGuestKiB(snapshot, answers.pageKiB);
  return { ...answers, transparentMode: snapshot.transparent.mode, totalKiB, largestKiB };
}

/**
 * Does a person with these VMs need a pool? An opinion, with its reasons both ways; nothing is promised. What decides:
 * with transparent huge pages (`always`, or `madvise`, for which QEMU asks: system/physmem.c) a VM has huge pages without
 * a pool, which then adds certainty only; that matters to whoever needs the VM to run evenly.
 */
export function needVerdict(facts: NeedFacts): NeedVerdict {
  const poolKiB = facts.guests * pagesFor(facts.guestKiB, facts.pageKiB) * facts.pageKiB;
  const kind = kindOf(facts, poolKiB);
  return {
    kind,
    poolKiB,
    poolShare: Math.min(1, poolKiB / facts.totalKiB),
    sentence: message(`figure.need.verdict.${kind}`, { poolKiB, largestKiB: facts.largestKiB }),
    reasonsFor: reasonsFor(facts, poolKiB),
    reasonsAgainst: reasonsAgainst(facts, poolKiB),
  };
}

function kindOf(facts: NeedFacts, poolKiB: number): NeedKind {
  const { transparentMode, guestKiB, totalKiB, largestKiB, hibernates, runsEvenly } = facts;
  if (poolKiB > largestKiB) return 'does-not-fit';
  let points = 0;
  if (transparentMode === 'never') points += 2;
  if (transparentMode === null) points += 1;
  if (runsEvenly) points += 2;
  if (guestKiB >= LARGE_GUEST_KIB) points += 1;
  if (guestKiB < SMALL_GUEST_KIB) points -= 1;
  if (hibernates) points -= 1;
  if (poolKiB > totalKiB / 2) points -= 1;
  if (points >= WORTHWHILE) return 'worthwhile';
  return points >= WORTH_A_TRY ? 'worth-a-try' : 'hardly';
}

function reasonsFor(facts: NeedFacts, poolKiB: number): readonly Message[] {
  const { transparentMode, runsEvenly, guestKiB, totalKiB } = facts;
  const reasons: Message[] = [];
  if (transparentMode === 'never') reasons.push(message('figure.need.for.never'));
  if (transparentMode === null) reasons.push(message('figure.need.for.unknown'));
  if (runsEvenly) reasons.push(message('figure.need.for.evenly'));
  else if (transparentMode !== 'never') reasons.push(message('figure.need.for.certain'));
  if (guestKiB >= LARGE_GUEST_KIB) reasons.push(message('figure.need.for.large', { guestKiB }));
  if (poolKiB <= totalKiB / 4) {
    reasons.push(message('figure.need.for.spare', { leftKiB: totalKiB - poolKiB, totalKiB }));
  }
  return reasons;
}

function reasonsAgainst(facts: NeedFacts, poolKiB: number): readonly Message[] {
  const { transparentMode, guestKiB, totalKiB, largestKiB, hibernates } = facts;
  const reasons: Message[] = [];
  if (poolKiB > largestKiB) reasons.push(message('figure.need.against.too-much', { poolKiB, largestKiB }));
  if (transparentMode !== 'never') reasons.push(message(`figure.need.against.${transparentMode ?? 'unknown'}`));
  if (guestKiB < SMALL_GUEST_KIB) reasons.push(message('figure.need.against.small', { guestKiB }));
  const share = poolKiB > totalKiB / 2 ? 'half' : 'taken';
  reasons.push(message(`figure.need.against.${share}`, { poolKiB, totalKiB }));
  if (hibernates) reasons.push(message('figure.need.against.hibernates'));
  return reasons;
}
