import { message, type Message } from '../message';
import { countersOf, nextVm, promisedPages, type CounterPool, type PoolCounters } from './pool-counters';
import { applyPoolEvent, type PoolEvent } from './pool-events';
import type { PoolExample } from './pool-examples';
import { happeningWords, refusalWords } from './pool-words';
import { programLetter } from './program-marks';

/** A pool that is being tried out: as it is, as it was before the last action, and what that action did. */
export interface PoolPlay {
  readonly example: PoolExample;
  readonly pool: CounterPool;
  readonly before: PoolCounters;
  readonly words: Message;
  /** The kernel refused the last VM, and QEMU said so. */
  readonly isRefused: boolean;
  /** Memory of the next VM, in pages. */
  readonly vmPages: number;
}

export type PoolActionId = 'start' | 'start-touched' | 'touch' | 'end' | 'shrink' | 'grow';

export interface PoolAction {
  readonly id: PoolActionId;
  readonly label: Message;
  /** What it would do; null where there is nothing it could be done to. */
  readonly event: PoolEvent | null;
  /** Why it makes no sense now, else null. What the kernel would refuse makes sense: that is worth seeing. */
  readonly why: Message | null;
}

/** An example as it is at first; the next VM is its largest. */
export function beginPlay(example: PoolExample): PoolPlay {
  const { pool, vmPages } = example;
  const { totalPages, freePages } = countersOf(pool);
  return {
    example,
    pool,
    before: countersOf(pool),
    words: message(`figure.counters.begin.${example.id}`, { count: totalPages, free: freePages }),
    isRefused: false,
    vmPages: vmPages.at(-1) ?? vmPages[0],
  };
}

/** Everything that can be done to the pool, always the same six things in the same order. */
export function actionsOf({ example, pool, vmPages }: PoolPlay): readonly PoolAction[] {
  const letter = programLetter(nextVm(pool));
  const start: PoolEvent = { kind: 'start', pages: vmPages, isPreallocated: false };
  return [
    action(pool, 'start', message('figure.counters.act.start', { vm: letter }), start),
    action(pool, 'start-touched', message('figure.counters.act.start-touched', { vm: letter }), {
      ...start,
      isPreallocated: true,
    }),
    touchAction(pool),
    endAction(pool),
    resizeAction(pool, 'shrink', example.shrunkPages),
    resizeAction(pool, 'grow', example.grownPages),
  ];
}

/** The play after an action; one that makes no sense says why and changes nothing. */
export function act(play: PoolPlay, { event, why }: PoolAction): PoolPlay {
  const before = countersOf(play.pool);
  if (why !== null || event === null) return { ...play, before, words: why ?? play.words, isRefused: false };
  const step = applyPoolEvent(play.pool, event);
  return step.kind === 'done'
    ? { ...play, pool: step.pool, before, words: happeningWords(step.happened), isRefused: false }
    : { ...play, before, words: refusalWords(step.why), isRefused: true };
}

function action(pool: CounterPool, id: PoolActionId, label: Message, event: PoolEvent): PoolAction {
  const step = applyPoolEvent(pool, event);
  const isSenseless = step.kind === 'refused' && step.why.kind !== 'too-few';
  return { id, label, event, why: isSenseless ? refusalWords(step.why) : null };
}

/** Of the VMs that wait for promised pages the last one touches a third of its memory, or what is left. */
function touchAction(pool: CounterPool): PoolAction {
  const vm = pool.vms.findLast((waiting) => promisedPages(waiting) > 0) ?? pool.vms.at(-1);
  if (vm === undefined) return withoutVm('touch', message('figure.counters.act.touch-none'));
  const pages = Math.min(Math.ceil(vm.neededPages / 3), promisedPages(vm));
  const values = { vm: programLetter(vm.id), count: pages };
  const label =
    pages === 0
      ? message('figure.counters.act.touch-all', { vm: programLetter(vm.id) })
      : message('figure.counters.act.touch', values);
  return action(pool, 'touch', label, { kind: 'touch', vm: vm.id, pages });
}

/** The VM that started last ends. */
function endAction(pool: CounterPool): PoolAction {
  const vm = pool.vms.at(-1);
  if (vm === undefined) return withoutVm('end', message('figure.counters.act.end-none'));
  const label = message('figure.counters.act.end', { vm: programLetter(vm.id) });
  return action(pool, 'end', label, { kind: 'end', vm: vm.id });
}

function resizeAction(pool: CounterPool, id: 'shrink' | 'grow', pages: number): PoolAction {
  const label = message(`figure.counters.act.${id}`, { count: pages });
  const isThere = id === 'shrink' ? pool.persistentPages <= pages : pool.persistentPages >= pages;
  const why = isThere ? message(`figure.counters.why.${id}`, { count: pool.persistentPages }) : null;
  return { id, label, event: { kind: 'resize', pages }, why };
}

function withoutVm(id: PoolActionId, label: Message): PoolAction {
  return { id, label, event: null, why: refusalWords({ kind: 'no-vm' }) };
}
