import { message, type Message } from './message';
import { directoryAt } from './mount-point';
import { sysfsPageFolder } from './page-size';
import type { Plan } from './plan';
import type { PlanRequest } from './plan-request';
import { poolOf } from './sizing';
import type { HostSnapshot } from './snapshot';

/** A step of the classic how-to that needs no root. */
export interface HowToStep {
  readonly id: 'kernel' | 'mount' | 'counters' | 'pages' | 'start' | 'verify';
  readonly title: Message;
  /** What came of it, or what it is for. */
  readonly words: Message;
  /** The command, or the sum. */
  readonly byHand: string | Message;
}

/** What the how-to reads and chooses before it changes anything; the program has done it all to make the plan. */
export function stepsBefore(snapshot: HostSnapshot, plan: Plan): readonly HowToStep[] {
  const { mountPoint, pool, request } = plan;
  const { neededPages: count } = pool;
  return [
    {
      id: 'kernel',
      title: message('review.done.kernel.title'),
      words: message('review.done.kernel.found'),
      byHand: 'grep hugetlbfs /proc/filesystems',
    },
    {
      id: 'mount',
      title: message('review.done.mount.title'),
      words: mountFound(snapshot, mountPoint),
      byHand: `ls -d ${mountPoint}`,
    },
    {
      id: 'counters',
      title: message('review.done.counters.title'),
      words: countersFound(snapshot, pool.pageKiB),
      byHand: countersCommand(snapshot, pool.pageKiB),
    },
    {
      id: 'pages',
      title: message('review.done.pages.title'),
      words: message('review.done.pages.found', { count }),
      byHand: pagesFigure(request, count),
    },
  ];
}

/** What the how-to does once the pool is there; the VM's start may be a step of the plan itself. */
export function stepsAfter(snapshot: HostSnapshot, plan: Plan): readonly HowToStep[] {
  const start: HowToStep = {
    id: 'start',
    title: message('review.left.start.title'),
    words: message('review.left.start.words'),
    byHand: plan.startOption,
  };
  const isPlanned = plan.steps.some(({ kind }) => kind === 'script');
  return [
    ...(isPlanned ? [] : [start]),
    {
      id: 'verify',
      title: message('review.left.verify.title'),
      words: message('review.left.verify.words'),
      byHand: countersCommand(snapshot, plan.pool.pageKiB),
    },
  ];
}

function mountFound(snapshot: HostSnapshot, path: string): Message {
  const directory = directoryAt(snapshot, path);
  if (directory.isHugetlbfs) return message('review.done.mount.ready', { path });
  return message(directory.kind === 'missing' ? 'review.done.mount.missing' : 'review.done.mount.plain', { path });
}

function countersFound(snapshot: HostSnapshot, pageKiB: number): Message {
  const pool = poolOf(snapshot, pageKiB);
  return message('review.done.counters.found', {
    total: pool?.totalPages ?? 0,
    free: pool?.freePages ?? 0,
    promised: pool?.reservedPages ?? 0,
    surplus: pool?.surplusPages ?? 0,
  });
}

/** /proc/meminfo speaks of the default page size only; every size has its folder in sysfs. */
function countersCommand({ defaultPageKiB }: HostSnapshot, pageKiB: number): string {
  if (defaultPageKiB === pageKiB) return 'grep HugePages /proc/meminfo';
  return `grep . /sys/kernel/mm/hugepages/${sysfsPageFolder(pageKiB)}/*_hugepages`;
}

/** The sum that leads to a number of pages: "4 GiB ÷ 2 MiB = 2,048, taken as 2,050". */
function pagesFigure({ guestKiB, pageKiB, sizing }: PlanRequest, pages: number): Message {
  const isDouble = sizing.kind === 'double';
  const quotient = ((isDouble ? 2 : 1) * guestKiB) / pageKiB;
  const values = { guestKiB, pageKiB, quotient };
  if (quotient === pages) return message(isDouble ? 'review.figure.double' : 'review.figure.single', values);
  return message(isDouble ? 'review.figure.double-taken' : 'review.figure.single-taken', { ...values, pages });
}
