import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { UndoPlan, UndoStep } from '../../../../common/undo/undo-plan';
import { renderUndoScript } from '../../../../common/undo/undo-script';
import { hasProgram } from '../../../fakes/shell';
import { KINDS_OF_UNDO, undoFor, undoneFacts } from '../../../fakes/undo';

const GOLDEN = resolve(import.meta.dirname, '../../../fixtures/undo-scripts');
const JUDGES = [
  ['sh', '-n'],
  ['dash', '-n'],
  ['bash', '-n'],
  ['shellcheck', '-s', 'sh', '-'],
] as const;

describe.each(Object.entries(KINDS_OF_UNDO))('the root text of the undo %s', (kind, plan) => {
  const text = renderUndoScript(plan);

  it('is the golden text, byte for byte (npx vitest run -u writes a new one)', async () => {
    await expect(text).toMatchFileSnapshot(join(GOLDEN, `${kind}.sh`));
  });
  for (const [program, ...options] of JUDGES) {
    const isThere = hasProgram(program);
    it.skipIf(!isThere)(
      `passes ${program} ${options.join(' ')}${isThere ? '' : ' (NOT LOOKED AT: install it)'}`,
      () => {
        const { status, stdout, stderr } = spawnSync(program, options, { input: text, encoding: 'utf8' });
        expect({ status, said: stdout + stderr }).toEqual({ status: 0, said: '' });
      },
    );
  }
  it('is plain ASCII and far below what one argument may hold', () => {
    expect(text).toMatch(/^[\x20-\x7e\n]+$/);
    expect(text.length).toBeLessThan(24 * 1_024);
  });
  it('does the steps that are to do, in order, and can take each back', () => {
    const todo = plan.steps
      .filter(({ state }) => state === 'todo')
      .map((step, index) => `${step.kind}_${String(index + 1)}`);
    const main = text.slice(text.indexOf('\nmain() {'));
    expect([...main.matchAll(/^ {2}step_(\w+)$/gm)].map(([, name]) => name)).toEqual(todo);
    for (const step of todo) expect(text).toContain(`undo_${step}() {`);
  });
  it('does nothing when it arrives cut off: all is in functions until the last line', () => {
    expect(text.trimEnd().split('\n').at(-1)).toBe('main </dev/null');
  });
});

it('the golden texts are those of the undos above and no more', () => {
  const names = Object.keys(KINDS_OF_UNDO).map((kind) => `${kind}.sh`);
  expect(readdirSync(GOLDEN).sort()).toEqual(names.sort());
});

describe('renderUndoScript', () => {
  it('has no step where all is as it was', () => {
    expect(renderUndoScript(undoFor(undoneFacts()))).not.toMatch(/^step_/m);
  });

  const plan = undoFor();
  const forged = (kind: UndoStep['kind'], changes: object): UndoPlan => ({
    ...plan,
    steps: plan.steps.map((step) => (step.kind === kind ? { ...step, ...changes } : step)),
  });
  const ofRoot = KINDS_OF_UNDO['script-of-root'] ?? plan;
  const copy = { entry: '../../../home/mallory', name: 'script' };
  const forgedScript = { ...ofRoot, steps: ofRoot.steps.map((step) => ({ ...step, copy })) };
  it.each([
    ['a file elsewhere', forged('fstab', { file: '/etc/passwd' })],
    ['a copy from elsewhere', forged('fstab', { copy: { entry: '../../../home/mallory', name: 'fstab' } })],
    ['a script’s copy from elsewhere', forgedScript],
    ['a sum that is none', forged('fstab', { thenSha256: '"; rm -rf /' })],
    ['a folder that is not the file’s', forged('sysctl', { madeFolder: '/home' })],
    ['a mount point elsewhere', forged('mount', { path: '/home' })],
    ['mount options with more in them', forged('mount', { options: 'mode=01770 -o bind' })],
    ['pages that are no count', forged('pool', { toPages: -1 })],
    ['a user that could be an option', forged('membership', { user: '-a' })],
    ['an id that is no name of a folder', { ...plan, entries: ['../x'] }],
  ])('throws at %s: a bug, never text', (_, wrong) => {
    expect(() => renderUndoScript(wrong)).toThrow('cannot stand in root text');
  });
});
