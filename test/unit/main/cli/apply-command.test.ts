import { describe, expect, it } from 'vitest';
import type { RunProgress } from '../../../../common/contract';
import { message } from '../../../../common/message';
import type { Elevation, Outcome, RunReport } from '../../../../common/outcome';
import type { Plan } from '../../../../common/plan';
import { renderRootScript } from '../../../../common/root-script';
import type { CliIo } from '../../../../main/cli/cli-io';
import { runCli } from '../../../../main/cli/run-cli';
import { fakeCli } from '../../../fakes/cli-io';
import { fixtureHost } from '../../../fakes/fixture-host';
import { scriptEdit } from '../../../fakes/script-edit';
import { SHORTFALL } from '../../../fakes/shortfall';

const APPLY = ['apply', '--memory', '4G'];
const ID = '20261123T101500Z-1f6a09c2';
const REPORT: RunReport = {
  planId: ID,
  steps: [],
  end: 'applied',
  failure: null,
  gotPages: 2_050,
  shortBy: null,
  phase: null,
};
const APPLIED: Outcome = { kind: 'applied', report: REPORT, needsLogin: false };

function notElevated(elevation: Exclude<Elevation, { kind: 'granted' }>): Outcome {
  return { kind: 'not-elevated', elevation };
}

function ending(outcome: Outcome, overrides: Partial<CliIo> = {}): ReturnType<typeof fakeCli> {
  return fakeCli({ applyPlan: () => Promise.resolve(outcome), ...overrides });
}

describe('asking before', () => {
  it('is not possible without a terminal: says so and changes nothing', async () => {
    for (const terminal of [{}, { isInTty: true }, { isErrTty: true }]) {
      const cli = fakeCli(terminal);
      expect(await runCli(APPLY, cli.io)).toBe(2);
      expect(cli.out()).toBe('');
      expect(cli.err()).toContain('add --yes');
    }
    const chinese = fakeCli();
    expect(await runCli([...APPLY, '--lang', 'zh-CN'], chinese.io)).toBe(2);
    expect(chinese.err()).toContain('再加上 --yes');
  });
  it('is not possible with --json either', async () => {
    const cli = fakeCli({ isInTty: true, isErrTty: true });
    expect(await runCli([...APPLY, '--json'], cli.io)).toBe(2);
    expect(cli.json()).toMatchObject({ error: { id: 'json-needs-yes' } });
  });
  it.each(['', 'n', 'no', 'yess', 'да'])('takes “%s” for no: nothing happens, exit code 3', async (answer) => {
    const cli = fakeCli({ isInTty: true, isErrTty: true, ask: () => Promise.resolve(answer) });
    expect(await runCli(APPLY, cli.io)).toBe(3);
    expect(cli.out()).toContain('Plan for a VM with 4 GiB');
    expect(cli.err()).toContain('Nothing was changed');
  });
  it.each(['y', 'Y', ' yes ', '是', 'ｙ'])('takes “%s” for yes', async (answer) => {
    let question = '';
    const cli = ending(APPLIED, {
      isInTty: true,
      isErrTty: true,
      every: () => () => undefined,
      readRun: () => null,
      ask: (text) => {
        question = text;
        return Promise.resolve(answer);
      },
    });
    expect(await runCli(APPLY, cli.io)).toBe(0);
    expect(question).toBe('Do this now? [y/N] ');
  });
});

describe('what runs', () => {
  it('is the plan that was shown, with its root text, once', async () => {
    const calls: [Plan, string][] = [];
    const cli = fakeCli({
      applyPlan: (plan, rootText) => {
        calls.push([plan, rootText]);
        return Promise.resolve(APPLIED);
      },
    });
    expect(await runCli([...APPLY, '--yes'], cli.io)).toBe(0);
    expect(calls).toHaveLength(1);
    const [[plan, rootText] = []] = calls;
    if (plan === undefined) throw new Error('A plan was applied.');
    expect(plan).toMatchObject({ id: ID, pool: { toPages: 2_050 } });
    expect(rootText).toBe(renderRootScript(plan));
    expect(cli.out()).toContain('Done. Every step was carried out and read back.\n');
    expect(cli.err()).toBe('');
  });
  it('patches the start script too where that is asked for, even if it is the only thing to do', async () => {
    const rootTexts: string[] = [];
    const edit = scriptEdit();
    const cli = fakeCli({
      readHost: () => fixtureHost('how-to-done'),
      readScriptEdit: () => Promise.resolve({ kind: 'edit', edit }),
      applyPlan: (_plan, rootText) => {
        rootTexts.push(rootText);
        return Promise.resolve({ ...APPLIED, report: { ...REPORT, steps: [{ kind: 'script', progress: 'done' }] } });
      },
    });
    const argv = ['apply', '--memory', '1G', '--no-persist', '--yes', '--patch', 'win10.sh'];
    expect(await runCli(argv, cli.io)).toBe(0);
    expect(rootTexts).toHaveLength(1);
    expect(rootTexts[0]).toContain(edit.newSha256);
    expect(cli.out()).toContain('The start script asks for the pages now.');
  });
  it('is nothing where the start script cannot be a step of it', async () => {
    const text = message('cli.error.no-vm');
    const cli = fakeCli({
      readScriptEdit: () => Promise.resolve({ kind: 'none', words: { title: text, next: text } }),
    });
    expect(await runCli([...APPLY, '--yes', '--patch', 'win10.sh', '--json'], cli.io)).toBe(1);
    expect(cli.json()).toMatchObject({ error: { id: 'script-not-patched' } });
  });
  it('is nothing where there is no plan', async () => {
    const refused = fakeCli();
    expect(await runCli(['apply', '--memory', '400G', '--yes', '--json'], refused.io)).toBe(1);
    expect(refused.json()).toMatchObject({ error: { id: 'refused' }, refusals: [{ id: 'guest-too-large' }] });
    const wrong = fakeCli();
    expect(await runCli(['apply', '--memory', '0', '--yes'], wrong.io)).toBe(2);
    expect(wrong.err()).toContain('“0” is not above zero');
  });
  it('is nothing where everything is already so, and nobody is asked for a password', async () => {
    const readHost: CliIo['readHost'] = () => fixtureHost('how-to-done');
    const argv = ['apply', '--memory', '1G', '--no-persist', '--yes'];
    const cli = fakeCli({ readHost });
    expect(await runCli(argv, cli.io)).toBe(0);
    expect(cli.out()).toContain('Everything is already as this plan wants it. Nothing was changed');
    const json = fakeCli({ readHost });
    expect(await runCli([...argv, '--json'], json.io)).toBe(0);
    expect(json.json()).toMatchObject({ plan: { id: ID }, outcome: { kind: 'nothing-to-do' } });
  });
});

describe('how it ends', () => {
  const failed: RunReport = {
    ...REPORT,
    end: 'failed',
    failure: { step: 'pool', reason: 'host-starved', detail: '' },
  };
  it.each<[string, Outcome, number]>([
    ['applied', APPLIED, 0],
    ['applied', { ...APPLIED, needsLogin: true }, 0],
    [
      'short',
      { kind: 'short', report: REPORT, needsLogin: false, askedPages: 2_050, gotPages: 1_790, shortfall: SHORTFALL },
      4,
    ],
    ['declined', notElevated({ kind: 'declined' }), 3],
    ['not-authorised', notElevated({ kind: 'not-authorised', detail: '' }), 1],
    ['no-agent', notElevated({ kind: 'no-agent', detail: '' }), 1],
    ['no-pkexec', notElevated({ kind: 'no-pkexec' }), 1],
    ['no-new-privs', notElevated({ kind: 'no-new-privs' }), 1],
    ['failed', notElevated({ kind: 'failed', detail: 'spawn E2BIG' }), 1],
    ['busy', { kind: 'busy' }, 1],
    ['failed', { kind: 'failed', report: failed }, 1],
    ['unknown-plan', { kind: 'unknown-plan' }, 1],
    ['no-report', { kind: 'no-report', exitCode: 126, stderr: '' }, 1],
  ])('%s: %j → exit code %i, in words and as JSON, in both languages', async (id, outcome, exitCode) => {
    const isError = exitCode === 1 || exitCode === 3;
    for (const language of ['en', 'zh-CN']) {
      const text = ending(outcome);
      expect(await runCli([...APPLY, '--yes', '--lang', language], text.io)).toBe(exitCode);
      expect(text.err() === '').toBe(!isError);
      const json = ending(outcome);
      expect(await runCli([...APPLY, '--yes', '--json', '--lang', language], json.io)).toBe(exitCode);
      expect(json.err()).toBe('');
      const words: unknown = expect.stringMatching(/\S/);
      expect(json.json()).toMatchObject({ plan: { id: ID }, outcome, text: { title: words, next: words } });
      if (isError) expect(json.json()).toMatchObject({ error: { id, text: words } });
      else expect(json.json()).not.toHaveProperty('error');
    }
  });
  it('names both numbers when the kernel gave fewer pages', async () => {
    const cli = ending({
      kind: 'short',
      report: REPORT,
      needsLogin: false,
      askedPages: 2_050,
      gotPages: 1_790,
      shortfall: SHORTFALL,
    });
    expect(await runCli([...APPLY, '--yes'], cli.io)).toBe(4);
    expect(cli.out()).toContain('1,790 of 2,050 pages');
  });
  it('shows the way by hand where no password dialog works, but not after a deliberate no', async () => {
    const byHand = 'hugepages-guide plan --memory 4G --page-size 2M --sizing a-little-above --script | sudo sh';
    const noAgent = ending(notElevated({ kind: 'no-agent', detail: '' }));
    expect(await runCli([...APPLY, '--yes'], noAgent.io)).toBe(1);
    expect(noAgent.err()).toContain(byHand);
    const patching = ending(notElevated({ kind: 'no-agent', detail: '' }), {
      readScriptEdit: () => Promise.resolve({ kind: 'edit', edit: scriptEdit({ path: '/opt/my vm.sh' }) }),
    });
    expect(await runCli([...APPLY, '--yes', '--patch', 'x'], patching.io)).toBe(1);
    expect(patching.err()).toContain("--patch '/opt/my vm.sh' --script | sudo sh");
    const declined = ending(notElevated({ kind: 'declined' }));
    expect(await runCli([...APPLY, '--yes'], declined.io)).toBe(3);
    expect(declined.err()).not.toContain(byHand);
  });
});

describe('while it runs', () => {
  function run(planId: string, facts: Partial<RunReport> = {}): RunProgress {
    return { report: { ...REPORT, planId, end: null, ...facts }, isRunning: true, pagesNow: 640, toPages: 2_050 };
  }

  it('follows the steps and the pool in one line on a terminal, and clears it at the end', async () => {
    const runs: (RunProgress | null)[] = [
      null,
      run('an-earlier-plan', { steps: [{ kind: 'pool', progress: 'running' }] }),
      run(ID),
      run(ID, { steps: [{ kind: 'mount', progress: 'running' }] }),
      run(ID, { steps: [{ kind: 'pool', progress: 'running' }] }),
    ];
    let look: () => void = () => undefined;
    let hasStopped = false;
    const cli = fakeCli({
      isErrTty: true,
      readRun: () => runs.shift() ?? null,
      every: (_milliseconds, action) => {
        look = action;
        return () => {
          hasStopped = true;
        };
      },
      applyPlan: () => {
        while (runs.length > 0) look();
        return Promise.resolve(APPLIED);
      },
    });
    expect(await runCli([...APPLY, '--yes'], cli.io)).toBe(0);
    const lines = cli
      .err()
      .split('\r')
      .map((line) => line.replace('\u001b[K', ''))
      .filter((line) => line !== '');
    expect(lines).toEqual([
      'Waiting for the password dialog …',
      'Starting …',
      expect.stringMatching(/^\[\d\/\d\] (Mount|Let)/),
      expect.stringMatching(/^\[\d\/\d\] 640 of 2,050 pages – Grow the pool/),
    ]);
    expect(cli.err().endsWith('\r\u001b[K')).toBe(true);
    expect(hasStopped).toBe(true);
  });
  it('waits for no dialog when it is root already', async () => {
    const cli = ending(APPLIED, { isErrTty: true, isRoot: true, every: () => () => undefined, readRun: () => null });
    expect(await runCli([...APPLY, '--yes'], cli.io)).toBe(0);
    expect(cli.err()).toContain('Starting');
    expect(cli.err()).not.toContain('password');
  });
  it('keeps the line within a narrow terminal', async () => {
    const narrow = { isErrTty: true, columns: () => 12, every: () => () => undefined, readRun: () => null };
    const cli = ending(APPLIED, narrow);
    expect(await runCli([...APPLY, '--yes', '--lang', 'zh-CN'], cli.io)).toBe(0);
    expect(cli.err()).toContain('正在等待密\r');
  });
});
