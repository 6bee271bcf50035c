import { PLAN_ID } from './plan';

/** JSON lines as the root text writes them. */
export function lines(...objects: readonly object[]): string {
  return objects.map((object) => `${JSON.stringify(object)}\n`).join('');
}

export const BEGIN = lines({
  line: 'begin',
  plan: PLAN_ID,
  pid: 4_711,
  started: 123_456,
  pageKiB: 2_048,
  toPages: 2_050,
});

const MOUNTED = lines(
  { line: 'step', kind: 'group', progress: 'running' },
  { line: 'step', kind: 'group', progress: 'already' },
  { line: 'step', kind: 'mount', progress: 'running' },
  { line: 'step', kind: 'mount', progress: 'done' },
  { line: 'step', kind: 'pool', progress: 'running' },
);

/** A run that got all its pages. */
export const APPLIED =
  BEGIN +
  MOUNTED +
  lines(
    { line: 'pool', got: 2_050 },
    { line: 'step', kind: 'pool', progress: 'done' },
    { line: 'end', end: 'applied' },
  );

/** The kernel gave 1790 of 2050. */
export const SHORT =
  BEGIN +
  MOUNTED +
  lines({ line: 'pool', got: 1_790 }, { line: 'step', kind: 'pool', progress: 'done' }, { line: 'end', end: 'short' });

/** fstab did not pass its check; the pool could not be put back. */
export const FAILED =
  BEGIN +
  lines(
    { line: 'step', kind: 'mount', progress: 'done' },
    { line: 'pool', got: 2_050 },
    { line: 'step', kind: 'pool', progress: 'done' },
    { line: 'step', kind: 'fstab', progress: 'running' },
    { line: 'failure', step: 'fstab', reason: 'fstab-invalid', detail: 'line 3: parse error' },
    { line: 'step', kind: 'fstab', progress: 'undone' },
    { line: 'step', kind: 'pool', progress: 'undo-failed' },
    { line: 'step', kind: 'mount', progress: 'undone' },
    { line: 'end', end: 'failed' },
  );
