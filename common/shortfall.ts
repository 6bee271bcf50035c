import { bootParametersFor } from './boot-parameters';
import { freePieces } from './figures/free-pieces';
import { message, type Message } from './message';
import type { RunReport, ShortBy } from './outcome';
import type { Plan } from './plan';
import type { HostSnapshot } from './snapshot';

/** Why the kernel gave fewer pages than asked, and what memory looked like afterwards. */
export interface Shortfall {
  readonly why: ShortBy;
  /** MemAvailable, in KiB; null where the kernel does not say. */
  readonly availableKiB: number | null;
  /** What of the free memory lies in pieces that hold a page of this size, in KiB; null where it does not say. */
  readonly largeKiB: number | null;
  readonly reserveKiB: number;
  /** What may bring the rest, the likeliest first. */
  readonly helps: readonly Help[];
}

export type Help =
  | { readonly kind: 'apply-again' | 'drop-caches' | 'close-programs' | 'smaller-vm' | 'restart' }
  | { readonly kind: 'boot-parameters'; readonly parameters: string };

/**
 * Makes a shortfall understandable from the run's own report and the machine afterwards. A report of an older run does
 * not say why; then it is taken as fragmented, which is what the kernel leaves unsaid (hugetlbpage.rst).
 */
export function shortfallOf(plan: Plan, report: RunReport, { memory }: HostSnapshot): Shortfall {
  const { pageKiB } = plan.pool;
  const why = report.shortBy ?? 'fragmented';
  return {
    why,
    availableKiB: memory.availableKiB,
    largeKiB: memory.freeBlocks === null ? null : freePieces(memory.freeBlocks, pageKiB).largeKiB,
    reserveKiB: plan.hostReserveKiB,
    helps: helpsFor(why, plan),
  };
}

function helpsFor(why: ShortBy, plan: Plan): readonly Help[] {
  switch (why) {
    case 'cancelled':
      return [{ kind: 'apply-again' }];
    case 'reserve':
      return [{ kind: 'close-programs' }, { kind: 'smaller-vm' }];
    case 'fragmented': {
      const caches: readonly Help[] = plan.request.wishes.mayDropCaches ? [] : [{ kind: 'drop-caches' }];
      return [...caches, { kind: 'close-programs' }, atBoot(plan)];
    }
  }
}

/** At boot memory is still in one piece: but only if something asks for the pages then. */
function atBoot({ pool, steps }: Plan): Help {
  const isAsked = steps.some(({ kind, state }) => kind === 'sysctl' && state !== 'left-out');
  return isAsked ? { kind: 'restart' } : { kind: 'boot-parameters', parameters: bootParametersFor(pool) };
}

/** Why there are fewer, in a sentence. */
export function shortfallWords({ why, availableKiB, largeKiB, reserveKiB }: Shortfall): Message {
  if (why === 'reserve') return message('outcome.short.reserve', { reserveKiB });
  if (why === 'cancelled') return message('outcome.short.cancelled');
  return availableKiB === null || largeKiB === null
    ? message('outcome.short.fragmented')
    : message('outcome.short.fragmented-figures', { availableKiB, largeKiB });
}

/** One thing that may bring the rest. */
export function helpWords(help: Help): Message {
  return help.kind === 'boot-parameters'
    ? message('outcome.help.boot-parameters', { parameters: help.parameters })
    : message(`outcome.help.${help.kind}`);
}
