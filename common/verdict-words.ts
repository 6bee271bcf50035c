import { message, type Message } from './message';
import type { Verdict } from './vm';

export interface VerdictWords {
  readonly title: Message;
  /** How the title follows from page counts; null where there is nothing to count. */
  readonly arithmetic: Message | null;
  /** What to do next, or why nothing need be done; null where the title says it all. */
  readonly next: Message | null;
}

/** A verdict in words: "508 in use + 4 promised = 512 pages = 1 GiB". */
export function verdictWords(verdict: Verdict): VerdictWords {
  return {
    title: message(`verdict.title.${verdict.kind}`, { name: verdict.name }),
    arithmetic: arithmetic(verdict),
    next: next(verdict),
  };
}

function arithmetic(verdict: Verdict): Message | null {
  const { inUsePages, promisedPages, neededPages, pageKiB, guestKiB } = verdict;
  const heldPages = inUsePages + promisedPages;
  const sum = { inUse: inUsePages, promised: promisedPages, heldKiB: heldPages * pageKiB };
  if (neededPages === null || guestKiB === null) {
    return heldPages === 0 ? null : message('verdict.arithmetic.sum', { ...sum, count: heldPages });
  }
  if (heldPages >= neededPages) return message('verdict.arithmetic.sum', { ...sum, count: heldPages });
  return message('verdict.arithmetic.part', { ...sum, held: heldPages, count: neededPages, guestKiB });
}

function next({ kind, reason, promisedPages }: Verdict): Message | null {
  if (reason !== null) return message(`verdict.next.${reason}`);
  if (kind !== 'all') return message('verdict.next.not-reserved');
  return promisedPages > 0 ? message('verdict.next.promised') : null;
}
