import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { countersOf, type CounterPool, type PoolCounters } from '../../common/figures/pool-counters';
import { applyPoolEvent, QEMU_REFUSAL, type PoolEvent } from '../../common/figures/pool-events';
import { freshMachine } from './applying';
import { growPoolTo, poolFile, readPool } from './harness/pool';
import { mustRun, start, type Running } from './harness/processes';
import { startQemu } from './harness/qemu';
import { waitFor } from './harness/wait-for';

const PAGE_KIB = 2_048;
const FOLDER = '/dev/hugepages';
const ON_HUGE_PAGES = ['-mem-path', FOLDER];
const PREALLOCATED = ['-mem-prealloc'];
/** So many equal readings in a row, 20 ms apart, and the kernel has come to rest. */
const QUIET_READINGS = 10;

/** The figure's pool; every test drives it and the kernel's through the same events. */
let model: CounterPool;
const cleanups: (() => Promise<unknown>)[] = [];

beforeEach(async () => {
  await freshMachine();
  mkdirSync(FOLDER);
  await mustRun(['mount', '-t', 'hugetlbfs', '-o', 'pagesize=2M', 'hugetlbfs', FOLDER]);
  await growPoolTo(40);
  model = { persistentPages: 40, surplusPages: 0, vms: [] };
});

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

function inModel(event: PoolEvent): void {
  const step = applyPoolEvent(model, event);
  if (step.kind === 'refused') throw new Error(`The model refuses ${event.kind}: ${step.why.kind}`);
  model = step.pool;
}

async function startVm(guestMiB: number, { args = [], isPaused = true }: { args?: string[]; isPaused?: boolean } = {}) {
  const heldBefore = heldPages(kernelCounters());
  const qemu = await startQemu({ guestMiB, args: [...ON_HUGE_PAGES, ...args], isPaused });
  cleanups.push(qemu.stop);
  await waitFor('the pages of the VM', () => heldPages(kernelCounters()) > heldBefore, { why: qemu.output });
  inModel({ kind: 'start', pages: (guestMiB * 1_024) / PAGE_KIB, isPreallocated: args === PREALLOCATED });
  return qemu;
}

function heldPages({ totalPages, freePages, reservedPages }: PoolCounters): number {
  return totalPages - freePages + reservedPages;
}

async function endVm(qemu: Running, vm: number): Promise<void> {
  await qemu.stop();
  inModel({ kind: 'end', vm });
}

/** Written where a person writes it; through /sys, as this size need not be the default one. */
function resizeTo(pages: number): void {
  writeFileSync(poolFile(PAGE_KIB, 'nr_hugepages'), String(pages));
  inModel({ kind: 'resize', pages });
}

/** The kernel's counters, once they stand still; pages that VM `vm` has touched by itself are touched in the model too. */
async function settled(vm?: number): Promise<PoolCounters> {
  let last = '';
  let equalReadings = 0;
  const counters = await waitFor('counters that stand still', () => {
    const now = kernelCounters();
    equalReadings = JSON.stringify(now) === last ? equalReadings + 1 : 0;
    last = JSON.stringify(now);
    return equalReadings >= QUIET_READINGS ? now : null;
  });
  const newlyTouched = countersOf(model).freePages - counters.freePages;
  if (vm !== undefined && newlyTouched > 0) inModel({ kind: 'touch', vm, pages: newlyTouched });
  return counters;
}

function kernelCounters(): PoolCounters {
  const pool = readPool(PAGE_KIB);
  return {
    totalPages: pool.nr_hugepages,
    freePages: pool.free_hugepages,
    reservedPages: pool.resv_hugepages,
    surplusPages: pool.surplus_hugepages,
  };
}

/** What QEMU says when it does not start. */
async function refusalOf(guestMiB: number, args: readonly string[]): Promise<string> {
  const command = ['qemu-system-x86_64', '-accel', 'tcg', '-display', 'none', '-nodefaults', '-S'];
  const qemu = await start([...command, '-m', String(guestMiB), ...ON_HUGE_PAGES, ...args]);
  cleanups.push(qemu.stop);
  await waitFor('QEMU to end', qemu.hasEnded, { why: qemu.output });
  return qemu.output();
}

describe('the counters that the figure shows are the kernel’s', () => {
  test('when a VM starts, touches memory and ends', async () => {
    const qemu = await startVm(64);
    const started = await settled(0);
    expect(started).toEqual(countersOf(model));
    expect(heldPages(started)).toBe(32);
    expect(started.reservedPages).toBeGreaterThan(0);
    await endVm(qemu, 0);
    expect(await settled()).toEqual(countersOf(model));
    expect(countersOf(model)).toEqual({ totalPages: 40, freePages: 40, reservedPages: 0, surplusPages: 0 });
  });

  test('when the firmware of a running VM touches memory: Free and Rsvd fall by the same', async () => {
    await startVm(64, { isPaused: false });
    await waitFor('the firmware to touch a page', () => readPool().free_hugepages < 40);
    const running = await settled(0);
    expect(running.freePages).toBeLessThan(40);
    expect(running).toEqual(countersOf(model));
  });

  test('when a VM preallocates: every page is in use, none is promised', async () => {
    await startVm(64, { args: PREALLOCATED });
    expect(await settled()).toEqual(countersOf(model));
    expect(countersOf(model)).toEqual({ totalPages: 40, freePages: 8, reservedPages: 0, surplusPages: 0 });
  });

  test('when the pool is shrunk under a VM: the rest becomes surplus, and leaves with the VM', async () => {
    const qemu = await startVm(64);
    await settled(0);
    resizeTo(8);
    expect(await settled(0)).toEqual(countersOf(model));
    expect(countersOf(model)).toMatchObject({ totalPages: 32, surplusPages: 24 });
    expect(readFileSync('/proc/sys/vm/nr_hugepages', 'utf8')).toBe('8\n');
    await endVm(qemu, 0);
    expect(await settled()).toEqual(countersOf(model));
    expect(countersOf(model)).toEqual({ totalPages: 8, freePages: 8, reservedPages: 0, surplusPages: 0 });
  });

  test('when one of two VMs ends while there is surplus', async () => {
    const first = await startVm(32);
    await settled(0);
    await startVm(16, { args: PREALLOCATED });
    await settled();
    resizeTo(20);
    expect(await settled()).toEqual(countersOf(model));
    expect(countersOf(model)).toMatchObject({ totalPages: 24, surplusPages: 4 });
    await endVm(first, 0);
    expect(await settled()).toEqual(countersOf(model));
    expect(countersOf(model)).toEqual({ totalPages: 20, freePages: 12, reservedPages: 0, surplusPages: 0 });
  });

  test('when the pool is grown again: surplus is taken in first, then new pages', async () => {
    await startVm(64);
    await settled(0);
    resizeTo(8);
    resizeTo(20);
    expect(await settled(0)).toEqual(countersOf(model));
    expect(countersOf(model)).toMatchObject({ totalPages: 32, surplusPages: 12 });
    resizeTo(36);
    expect(await settled(0)).toEqual(countersOf(model));
    expect(countersOf(model)).toMatchObject({ totalPages: 36, surplusPages: 0 });
  });

  test('when a VM needs more than is free and not promised: QEMU says what the figure says', async () => {
    await startVm(64);
    const { freePages, reservedPages } = await settled(0);
    expect(freePages).toBeGreaterThanOrEqual(12);
    expect(freePages - reservedPages).toBe(8);
    for (const args of [[], PREALLOCATED]) {
      expect(await refusalOf(24, args)).toContain(QEMU_REFUSAL);
      expect(applyPoolEvent(model, { kind: 'start', pages: 12, isPreallocated: false })).toMatchObject({
        kind: 'refused',
        why: { kind: 'too-few', neededPages: 12, freePages, reservedPages },
      });
      expect(await settled(0)).toEqual(countersOf(model));
    }
    await startVm(16);
    expect(await settled(1)).toEqual(countersOf(model));
  });
});
