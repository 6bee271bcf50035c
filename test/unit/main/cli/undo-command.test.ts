import { describe, expect, it } from 'vitest';
import type { UndoOutcome } from '../../../../common/undo/judge-undo';
import { makeUndo } from '../../../../common/undo/make-undo';
import type { UndoFacts } from '../../../../common/undo/undo-facts';
import { renderUndoScript } from '../../../../common/undo/undo-script';
import type { CliIo } from '../../../../main/cli/cli-io';
import { runCli } from '../../../../main/cli/run-cli';
import { desktopWithPool } from '../../../fakes/host';
import { fakeCli } from '../../../fakes/cli-io';
import { entry, FIRST, poolChange, SECOND, sha256Of, undoFacts, undoneFacts } from '../../../fakes/undo';

const REPORT = {
  planId: null,
  steps: [],
  end: 'applied',
  failure: null,
  gotPages: null,
  shortBy: null,
  phase: null,
} as const;
const UNDONE: UndoOutcome = { kind: 'undone', report: REPORT, checks: [] };

interface Asked {
  readonly cli: ReturnType<typeof fakeCli>;
  /** The texts that were to run as root. */
  readonly ran: string[];
}

function machine(facts: UndoFacts, outcome: UndoOutcome = UNDONE, overrides: Partial<CliIo> = {}): Asked {
  const ran: string[] = [];
  const cli = fakeCli({
    readUndoFacts: () => facts,
    planUndo: (read, wish, id) => makeUndo(read, wish, id, sha256Of),
    applyUndo: (_, rootText) => {
      ran.push(rootText);
      return Promise.resolve(outcome);
    },
    ...overrides,
  });
  return { cli, ran };
}

const { scripts } = fakeCli().io;
const two = undoFacts({
  entries: [entry(FIRST, [poolChange(0, 10)]), entry(SECOND, [poolChange(10, 20)])],
  host: desktopWithPool(20),
});

describe('undo', () => {
  it('undoes the last plan, showing each step, and says that it was compared', async () => {
    const { cli, ran } = machine(two);
    expect(await runCli(['undo', '--yes'], cli.io)).toBe(0);
    expect(cli.out()).toContain('Set the pool of 2 MiB pages from 20 back to 10 [will be put back]');
    expect(cli.out()).toContain('checked point by point');
    expect(ran).toHaveLength(1);
    expect(ran[0]).toContain('use_pool 2048 20 10');
  });
  it('goes back to before the first plan with --all, and takes patches out of one’s own scripts', async () => {
    const reverted: string[] = [];
    const { cli, ran } = machine(two, UNDONE, {
      scripts: {
        ...scripts,
        patched: () => ['/home/ming/vm.sh'],
        revert: (path) => {
          reverted.push(path);
          return { kind: 'reverted', how: 'whole' };
        },
      },
    });
    expect(await runCli(['undo', '--all', '--yes'], cli.io)).toBe(0);
    expect(ran[0]).toContain('use_pool 2048 20 0');
    expect(reverted).toEqual(['/home/ming/vm.sh']);
    expect(cli.out()).toMatch(/- Put the start script \/home\/ming\/vm\.sh back[^]*✓ \/home\/ming\/vm\.sh: /);
  });
  it('puts scripts back alone where no plan is left, without asking for root', async () => {
    const patched = (): readonly string[] => ['/home/ming/vm.sh'];
    const conflict = { kind: 'conflict', parts: [] } as const;
    const { cli, ran } = machine(undoFacts({ entries: [] }), UNDONE, {
      scripts: { ...scripts, patched, revert: () => conflict },
    });
    expect(await runCli(['undo', '--all', '--yes'], cli.io)).toBe(1);
    expect([ran, cli.out().includes('✗ /home/ming/vm.sh')]).toEqual([[], true]);
  });
  it('leaves scripts alone where root was not had', async () => {
    const declined: UndoOutcome = { kind: 'not-elevated', elevation: { kind: 'declined' } };
    const { cli } = machine(two, declined, { scripts: { ...scripts, patched: () => ['/home/ming/vm.sh'] } });
    expect(await runCli(['undo', '--all', '--yes'], cli.io)).toBe(3);
    expect(cli.err()).toContain('Nothing was changed');
  });
  it('undoes the plan that is named', async () => {
    const { cli, ran } = machine(two);
    expect(await runCli(['undo', '--entry', SECOND, '--yes'], cli.io)).toBe(0);
    expect(ran).toHaveLength(1);
  });
  it('changes nothing with --dry-run, and gives programs the whole text', async () => {
    const { cli, ran } = machine(two);
    expect(await runCli(['undo', '--dry-run', '--json'], cli.io)).toBe(0);
    expect(ran).toEqual([]);
    const plan = makeUndo(two, { kind: 'entry', id: SECOND }, cli.io.newPlanId(), sha256Of);
    expect(cli.json()).toMatchObject({
      undo: { entries: [SECOND] },
      rootText: plan.kind === 'plan' ? renderUndoScript(plan.plan) : '',
    });
  });
  it('asks for no password where everything is as it was', async () => {
    const { cli, ran } = machine(undoneFacts());
    expect(await runCli(['undo', '--yes'], cli.io)).toBe(0);
    expect([ran, cli.out().includes('as it was already')]).toEqual([[], true]);
  });
  it.each([
    [['undo', '--yes'], undoFacts({ entries: [] }), 'nothing-to-undo'],
    [['undo', '--entry', SECOND, '--yes'], undoFacts(), 'unknown-entry'],
  ])('says why there is nothing to undo: %j', async (argv, facts, id) => {
    const { cli } = machine(facts);
    expect(await runCli([...argv, '--json'], cli.io)).toBe(1);
    expect(cli.json()).toMatchObject({ error: { id } });
  });
  it.each([
    ['partly', 1],
    ['differs', 1],
    ['short', 4],
  ] as const)('ends with the exit code of what it came to: %s', async (kind, exitCode) => {
    const { cli } = machine(two, { kind, report: REPORT, checks: [] });
    expect(await runCli(['undo', '--yes', '--json'], cli.io)).toBe(exitCode);
    expect(cli.json()).toMatchObject({ error: { id: kind }, outcome: { kind } });
  });
  it('does nothing without a yes', async () => {
    const { cli, ran } = machine(two, UNDONE, { isInTty: true, isErrTty: true, ask: () => Promise.resolve('n') });
    expect(await runCli(['undo'], cli.io)).toBe(3);
    expect(ran).toEqual([]);
    const silent = machine(two);
    expect(await runCli(['undo'], silent.cli.io)).toBe(2);
    expect(silent.cli.err()).toContain('add --yes');
  });
  it('takes --all or --entry, not both', async () => {
    const { cli } = machine(two);
    expect(await runCli(['undo', '--all', '--entry', FIRST, '--yes'], cli.io)).toBe(2);
    expect(cli.err()).toContain('exclude each other');
  });
});
