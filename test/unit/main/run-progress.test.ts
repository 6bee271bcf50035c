import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { hostFiles } from '../../../main/host-files';
import { readRun, readRunFacts } from '../../../main/run-progress';
import { PLAN_ID } from '../../fakes/plan';
import { APPLIED, BEGIN, FAILED, lines } from '../../fakes/run-lines';
import { scratchFolder } from '../../fakes/shell';

const POOL = 'sys/kernel/mm/hugepages/hugepages-2048kB';
// Fields of proc(5) from the third on; the 22nd is the start time.
const FIELDS = 'S 1 4711 4711 0 -1 4194304 100 0 0 0 1 2 0 0 20 0 1 0 123456 2699264 230';
const RUNNING = BEGIN + lines({ line: 'step', kind: 'pool', progress: 'running' });

/** A machine's files: only those given. */
function machine(files: Readonly<Record<string, string>>): ReturnType<typeof hostFiles> {
  const folder = scratchFolder();
  onTestFinished(folder.remove);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder.path, file)), { recursive: true });
    writeFileSync(join(folder.path, file), text);
  }
  return hostFiles(folder.path);
}

const run = (progress: string, more: Readonly<Record<string, string>> = {}): ReturnType<typeof readRun> =>
  readRun(machine({ 'run/hugepages-guide/progress': progress, ...more }));

describe('readRun', () => {
  it('is null where no root text has run since boot', () => {
    expect(readRun(machine({}))).toBeNull();
    expect(readRunFacts(machine({}))).toBeNull();
  });
  it('follows a run: its step, its pages now and what it is after', () => {
    const progress = run(RUNNING, {
      'proc/4711/stat': `4711 (sh) ${FIELDS}\n`,
      [`${POOL}/nr_hugepages`]: '1024\n',
      [`${POOL}/surplus_hugepages`]: '0\n',
    });
    expect(progress).toMatchObject({
      report: { planId: PLAN_ID, steps: [{ kind: 'pool', progress: 'running' }] },
      isRunning: true,
      pagesNow: 1_024,
      toPages: 2_050,
    });
  });
  it('does not count surplus pages as given', () => {
    const pools = { [`${POOL}/nr_hugepages`]: '2462\n', [`${POOL}/surplus_hugepages`]: '412\n' };
    expect(run(RUNNING, pools)?.pagesNow).toBe(2_050);
    expect(run(RUNNING, { [`${POOL}/nr_hugepages`]: '1024\n' })?.pagesNow).toBe(1_024);
  });
  it.each(['4711 (a) b) (c) ', '4711 (sh) S 1 (sh) ', '4711 () '])(
    'finds the start time behind the name in %j',
    (start) => {
      expect(run(RUNNING, { 'proc/4711/stat': start + FIELDS })?.isRunning).toBe(true);
    },
  );
  it.each([
    ['the process is gone', {}],
    ['another process has its number now', { 'proc/4711/stat': `4711 (sh) ${FIELDS.replace('123456', '123457')}` }],
    ['the kernel’s line makes no sense', { 'proc/4711/stat': 'nonsense' }],
    ['the kernel’s line is empty', { 'proc/4711/stat': '' }],
  ])('does not run any more when %s', (_words, files) => {
    expect(run(RUNNING, files)).toMatchObject({ isRunning: false, report: { end: null } });
  });
  it.each([APPLIED, FAILED])('does not run any more once it has said its end', (text) => {
    expect(run(text, { 'proc/4711/stat': `4711 (sh) ${FIELDS}` })?.isRunning).toBe(false);
  });
  it.each(['', 'garbage\n', BEGIN.slice(0, -20)])('knows little of a progress file that says %j', (text) => {
    expect(run(text)).toEqual({
      report: { planId: null, steps: [], end: null, failure: null, gotPages: null, shortBy: null, phase: null },
      isRunning: false,
      pagesNow: null,
      toPages: null,
    });
  });
  it.each([{}, { [`${POOL}/nr_hugepages`]: 'many\n' }, { [`${POOL}/nr_hugepages`]: '\n' }])(
    'knows no pages where the kernel does not tell (%j)',
    (files) => {
      expect(run(RUNNING, files)).toMatchObject({ pagesNow: null, toPages: 2_050 });
    },
  );
});

describe('readRunFacts', () => {
  const facts = (progress: string, more = {}): unknown =>
    readRunFacts(machine({ 'run/hugepages-guide/progress': progress, ...more }));

  it('tells a run that ended from one that still runs and one that was cut off', () => {
    expect(facts(APPLIED)).toEqual({ planId: PLAN_ID, isRunning: false, hasEnded: true });
    expect(facts(RUNNING, { 'proc/4711/stat': `4711 (sh) ${FIELDS}` })).toEqual({
      planId: PLAN_ID,
      isRunning: true,
      hasEnded: false,
    });
    expect(facts(RUNNING)).toEqual({ planId: PLAN_ID, isRunning: false, hasEnded: false });
  });
});
