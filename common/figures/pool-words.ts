import { message, type Message } from '../message';
import type { PoolHappening, PoolRefusal } from './pool-events';
import { programLetter } from './program-marks';

/** One sentence: which counters moved, and why. */
export function happeningWords(happened: PoolHappening): Message {
  switch (happened.kind) {
    case 'promised':
    case 'preallocated':
    case 'touched':
      return message(`figure.counters.done.${happened.kind}`, {
        vm: programLetter(happened.vm),
        count: happened.pages,
      });
    case 'ended':
      return endedWords(happened);
    case 'shrunk':
      return shrunkWords(happened);
    case 'grown':
      return grownWords(happened);
  }
}

/** Why nothing happened. */
export function refusalWords(why: PoolRefusal): Message {
  switch (why.kind) {
    case 'no-vm':
      return message('figure.counters.why.no-vm');
    case 'all-touched':
      return message('figure.counters.why.all-touched', { vm: programLetter(why.vm) });
    case 'too-few': {
      const { vm, neededPages, freePages, reservedPages } = why;
      return message('figure.counters.refused', {
        vm: programLetter(vm),
        needed: neededPages,
        count: freePages - reservedPages,
        free: freePages,
        promised: reservedPages,
      });
    }
  }
}

type Of<Kind extends PoolHappening['kind']> = Extract<PoolHappening, { readonly kind: Kind }>;

function endedWords({ vm, neededPages, touchedPages, leavingPages }: Of<'ended'>): Message {
  const name = programLetter(vm);
  if (leavingPages === 0) {
    const promised = neededPages - touchedPages;
    if (promised === 0) return message('figure.counters.done.ended-touched', { vm: name, count: touchedPages });
    if (touchedPages === 0) return message('figure.counters.done.ended-promised', { vm: name, count: promised });
    return message('figure.counters.done.ended', { vm: name, touched: touchedPages, promised });
  }
  if (leavingPages === neededPages) {
    return message('figure.counters.done.ended-all-surplus', { vm: name, count: leavingPages });
  }
  const rest = neededPages - leavingPages;
  return message('figure.counters.done.ended-surplus', { vm: name, count: leavingPages, rest });
}

function shrunkWords({ askedPages, heldPages, leavingPages, surplusPages }: Of<'shrunk'>): Message {
  if (surplusPages === 0) return message('figure.counters.done.shrunk', { asked: askedPages, count: leavingPages });
  const values = { asked: askedPages, held: heldPages, surplus: surplusPages };
  return leavingPages === 0
    ? message('figure.counters.done.shrunk-held', values)
    : message('figure.counters.done.shrunk-surplus', { ...values, count: leavingPages });
}

function grownWords({ addedPages, adoptedPages }: Of<'grown'>): Message {
  if (adoptedPages === 0) return message('figure.counters.done.grown', { count: addedPages });
  if (addedPages === 0) return message('figure.counters.done.grown-adopted', { count: adoptedPages });
  return message('figure.counters.done.grown-both', { count: addedPages, adopted: adoptedPages });
}
