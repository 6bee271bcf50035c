import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { findProgram } from '../../build/setup/programs';
import type { RunReport } from '../../common/outcome';
import type { Plan } from '../../common/plan';
import { renderRootScript } from '../../common/root-script';
import { parseRunReport } from '../../common/run-report';
import { scriptEdit, spliced, SPLICES, START_SCRIPT } from '../fakes/script-edit';
import { applyNow, freshMachine, machineState, planForTestUser, planNow } from './applying';
import { type DialogAnswer, type PolkitAgent, startPolkitAgent } from './harness/polkit-agent';
import { startPolkit } from './harness/polkit';
import { mustRun, run } from './harness/processes';
import { runCliAs, type TestUser } from './harness/test-user';

/** On the private /run: a folder chain that only root can write. */
const FOLDER = '/run/vm';
const NAME = 'start-win10.sh';
const FILE = `${FOLDER}/${NAME}`;
const BESIDE = `${FILE}.hugepages-guide`;
const JOURNAL = '/var/lib/hugepages-guide/journal';
const PATCHED = spliced(START_SCRIPT, SPLICES);
/** A VM of four pages: the pool takes no time. */
const TINY = { guestKiB: 8_192, sizing: { kind: 'exact' }, isPersistent: false } as const;

const NOT_LOOKED_AT = ' (NOT LOOKED AT: install it)';

let maria: TestUser;
const cleanups: (() => unknown)[] = [];

beforeAll(async () => {
  maria = await planForTestUser();
});

beforeEach(async () => {
  await freshMachine();
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { mode: 0o755 });
  writeFileSync(FILE, START_SCRIPT, { encoding: 'latin1', mode: 0o750 });
  chownSync(FILE, 0, maria.gid);
});

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

function planWithScript(path = FILE): Plan {
  return planNow(TINY, scriptEdit({ path }));
}

/** The script and what it lies in: text, mode, owner, and whatever else is there. */
function scriptState(folder = FOLDER): unknown {
  return execFileSync(
    'sh',
    ['-c', 'cd "$1" && find . -printf "%p %M %U:%G %n %l %s\\n" | sort && cat -- ./*', 'sh', folder],
    {
      encoding: 'latin1',
    },
  );
}

async function runText(text: string, shell: readonly string[] = ['/bin/sh', '-s']): Promise<RunReport> {
  const { stdout, stderr } = await run(shell, { input: text });
  expect(stderr).toBe('');
  return parseRunReport(stdout).report;
}

/** The root text of a plan with one more command, when every check before the first step has passed. */
function withCommandBefore(command: string, plan: Plan): string {
  return renderRootScript(plan).replace('\n  step_script\n', () => `\n  ${command}\n  step_script\n`);
}

describe('a start script of root’s own, as the last step of a plan', () => {
  test('becomes what was shown, to the byte, and keeps its mode and its owner', async () => {
    const plan = planWithScript();
    expect(plan.steps.at(-1)).toMatchObject({ kind: 'script', state: 'todo' });
    const outcome = await applyNow(plan);
    expect(outcome).toMatchObject({
      kind: 'applied',
      report: { steps: expect.arrayContaining([{ kind: 'script', progress: 'done' }]) as unknown },
    });
    expect(readFileSync(FILE, 'latin1')).toBe(PATCHED);
    const { mode, uid, gid } = statSync(FILE);
    expect([mode & 0o7777, uid, gid]).toEqual([0o750, 0, maria.gid]);
    expect(readdirSync(FOLDER)).toEqual([NAME]);
  });

  test('can be put back from the journal, as the README says', async () => {
    const before = scriptState();
    const plan = planWithScript();
    await applyNow(plan);
    const lines = readFileSync(`${JOURNAL}/${plan.id}/entry.jsonl`, 'utf8').trim().split('\n');
    const entries = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(entries).toContainEqual(expect.objectContaining({ step: 'script', file: FILE, copy: 'script' }));
    await mustRun(['cp', '-a', `${JOURNAL}/${plan.id}/script`, FILE]);
    expect(scriptState()).toBe(before);
  });

  test('needs nothing done a second time, and is not touched then', async () => {
    await applyNow(planWithScript());
    const { ino, mtimeMs } = statSync(FILE);
    const report = await runText(renderRootScript(planNow(TINY, scriptEdit({ path: FILE }))));
    expect(report).toMatchObject({ end: 'applied', steps: [{ kind: 'script', progress: 'already' }] });
    expect(statSync(FILE)).toMatchObject({ ino, mtimeMs });
  });

  test('may have a name that means something to a shell', async () => {
    const strange = join(FOLDER, `a b'"$(touch ${FOLDER}/x)\`id\`;* 虚拟机.sh`.replaceAll('/', '⁄'));
    renameSync(FILE, strange);
    expect(await applyNow(planWithScript(strange))).toMatchObject({ kind: 'applied' });
    expect(readFileSync(strange, 'latin1')).toBe(PATCHED);
    expect(readdirSync(FOLDER)).toHaveLength(1);
  });

  const hasAttributeTools = findProgram('setfacl') !== null && findProgram('setfattr') !== null;
  const suffix = hasAttributeTools ? '' : NOT_LOOKED_AT;
  test.skipIf(!hasAttributeTools)(`keeps its access list and its extended attributes${suffix}`, async () => {
    await mustRun(['setfacl', '-m', 'u:maria:rx', FILE]);
    await mustRun(['setfattr', '-n', 'security.selinux', '-v', 'system_u:object_r:bin_t:s0', FILE]);
    const facts = () => mustRun(['sh', '-c', `getfacl -p ${FILE}; getfattr -dm - ${FILE}`]);
    const before = await facts();
    expect(before).toContain('user:maria:r-x');
    expect(before).toContain('bin_t');
    expect(await applyNow(planWithScript())).toMatchObject({ kind: 'applied' });
    expect(readFileSync(FILE, 'latin1')).toBe(PATCHED);
    expect(await facts()).toBe(before);
  });
});

describe('through the real command line, as an ordinary user', () => {
  const QEMU_LINE = 'exec qemu-system-x86_64 -m 1G -cpu host -drive file=win10.qcow2\n';
  const apply = (path: string) =>
    runCliAs(maria, ['apply', '--memory', '1G', '--no-persist', '--yes', '--patch', path]);

  async function dialogWhere(answer: DialogAnswer): Promise<PolkitAgent> {
    const polkit = await startPolkit({ rule: 'none', user: maria.name });
    cleanups.push(polkit.stop);
    const agent = await startPolkitAgent(answer);
    cleanups.push(agent.stop);
    return agent;
  }

  beforeEach(() => {
    writeFileSync(FILE, `#!/bin/sh\n${QEMU_LINE}`);
    chmodSync(FILE, 0o755);
  });

  test('one password is asked for, for the pool and the script together', async () => {
    const agent = await dialogWhere('type-the-password');
    const { exitCode, stdout, stderr } = await apply(FILE);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toContain(`Patch the start script ${FILE} [will be done]`);
    expect(stdout).toContain('start the VM with its script, which asks for the pages now');
    expect(agent.prompts).toHaveLength(1);
    const text = readFileSync(FILE, 'utf8');
    expect(text).toMatch(/mem-path[= ]\/dev\/hugepages/);
    expect(text).toMatch(/^#!\/bin\/sh\nexec qemu-system-x86_64 .*-drive file=win10\.qcow2.*\n$/);
    const { mode, uid, gid } = statSync(FILE);
    expect([mode & 0o7777, uid, gid]).toEqual([0o755, 0, maria.gid]);
    expect(readdirSync(FOLDER)).toEqual([NAME]);
  });

  test('undoing the plan puts the script back, with one password too; patch --revert says so', async () => {
    const agent = await dialogWhere('type-the-password');
    const before = scriptState();
    expect((await apply(FILE)).exitCode).toBe(0);
    const reverted = await runCliAs(maria, ['patch', FILE, '--revert']);
    expect(reverted).toMatchObject({ exitCode: 1, stdout: '' });
    expect(reverted.stderr).toContain('hugepages-guide undo');
    const { exitCode, stdout, stderr } = await runCliAs(maria, ['undo', '--yes']);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
    expect(stdout).toContain(`✓ ${FILE}: the same bytes as before`);
    expect(agent.prompts).toHaveLength(2);
    expect(scriptState()).toBe(before);
  });

  test('a closed dialog leaves the script as it is', async () => {
    await dialogWhere('close-the-dialog');
    const before = scriptState();
    expect((await apply(FILE)).exitCode).toBe(3);
    expect(scriptState()).toBe(before);
  });

  test('in a folder of that user it is refused before anybody is asked for anything', async () => {
    const agent = await dialogWhere('type-the-password');
    const own = join(maria.home, 'vm');
    cleanups.push(() => {
      rmSync(own, { recursive: true });
    });
    mkdirSync(own);
    writeFileSync(join(own, NAME), `#!/bin/sh\n${QEMU_LINE}`, { mode: 0o755 });
    chownSync(own, maria.uid, maria.gid);
    const before = scriptState(own);
    const { exitCode, stdout, stderr } = await apply(join(own, NAME));
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
    expect(stderr).toMatch(/^hugepages-guide: \S/);
    expect(agent.prompts).toHaveLength(0);
    expect(scriptState(own)).toBe(before);
  });
});

describe('what a person could do to be root for a moment', () => {
  async function expectRefused(text: string, reason: string, detail: string): Promise<void> {
    const machine = await machineState();
    const report = await runText(text);
    expect(report).toMatchObject({ end: 'failed', failure: { step: 'script', reason, detail } });
    for (const { progress } of report.steps) expect(progress).toBe('undone');
    expect(await machineState()).toEqual(machine);
  }

  const OWN = '/run/private-machine/home/maria/vm';
  beforeEach(() => {
    mkdirSync(OWN);
    writeFileSync(join(OWN, NAME), START_SCRIPT, { encoding: 'latin1', mode: 0o755 });
    chownSync(OWN, maria.uid, maria.gid);
    cleanups.push(() => {
      rmSync(OWN, { recursive: true, force: true });
    });
  });

  test('a root-owned script in a folder of one’s own: refused, and untouched', async () => {
    symlinkSync('/etc/passwd', join(OWN, `${NAME}.hugepages-guide`));
    const before = scriptState(OWN);
    await expectRefused(renderRootScript(planWithScript(join(OWN, NAME))), 'unsafe-folder', dirname(OWN));
    expect(scriptState(OWN)).toBe(before);
  });

  test.each<[string, () => unknown]>([
    ['its group', () => mustRun(['sh', '-c', `chgrp maria ${FOLDER} && chmod 775 ${FOLDER}`])],
    ['everybody', () => mustRun(['chmod', '757', FOLDER])],
    ['everybody, but for what belongs to others', () => mustRun(['chmod', '1777', FOLDER])],
    ['the one it belongs to', () => mustRun(['chown', 'maria', FOLDER])],
  ])('a folder that is writable for %s: refused, and untouched', async (_words, open) => {
    await open();
    const before = scriptState();
    await expectRefused(renderRootScript(planWithScript()), 'unsafe-folder', FOLDER);
    expect(scriptState()).toBe(before);
    expect(existsSync(JOURNAL)).toBe(false);
  });

  const hasSetfacl = findProgram('setfacl') !== null;
  test.skipIf(!hasSetfacl)(
    `a folder that is writable for one person, by an access list: refused, and untouched${hasSetfacl ? '' : NOT_LOOKED_AT}`,
    async () => {
      await mustRun(['setfacl', '-m', 'u:maria:rwx', FOLDER]);
      const before = scriptState();
      await expectRefused(renderRootScript(planWithScript()), 'unsafe-folder', FOLDER);
      expect(scriptState()).toBe(before);
    },
  );

  test('a script of one’s own in a folder of root’s: refused, and untouched', async () => {
    chownSync(FILE, maria.uid, maria.gid);
    const before = scriptState();
    await expectRefused(renderRootScript(planWithScript()), 'unsafe-folder', FILE);
    expect(scriptState()).toBe(before);
  });

  test('a symlink swapped in for the script: refused, and what it leads to is untouched', async () => {
    const plan = planWithScript();
    renameSync(FILE, `${FILE}.real`);
    symlinkSync(`${FILE}.real`, FILE);
    const before = scriptState();
    await expectRefused(renderRootScript(plan), 'file-is-symlink', FILE);
    expect(scriptState()).toBe(before);
  });

  test('a symlink swapped in for its folder, to one’s own: refused, and both are untouched', async () => {
    const plan = planWithScript();
    renameSync(FOLDER, `${FOLDER}.real`);
    symlinkSync(OWN, FOLDER);
    cleanups.push(() => {
      rmSync(`${FOLDER}.real`, { recursive: true });
    });
    const before = [scriptState(OWN), scriptState(`${FOLDER}.real`)];
    await expectRefused(renderRootScript(plan), 'file-is-symlink', FOLDER);
    expect([scriptState(OWN), scriptState(`${FOLDER}.real`)]).toEqual(before);
  });

  test.each([
    ['the script is swapped for a symlink', `mv ${FILE} ${FILE}.real; ln -s ${FILE}.real ${FILE}`, 'file-is-symlink'],
    ['the folder is opened', `chmod 777 ${FOLDER}`, 'unsafe-folder'],
    ['the script is edited', `echo '# mine' >>${FILE}`, 'script-changed'],
    ['the script gets a second name', `ln ${FILE} ${FILE}.other`, 'script-changed'],
    ['the script is swapped for a pipe', `rm ${FILE}; mkfifo ${FILE}`, 'script-changed'],
    ['the script is taken away', `rm ${FILE}`, 'script-changed'],
  ])('while the steps before it run %s: seen, and everything is undone', async (_words, command, reason) => {
    const text = withCommandBefore(command, planWithScript());
    await expectRefused(text, reason, expect.stringContaining(FOLDER) as string);
    expect(readdirSync(FOLDER)).not.toContain(`${NAME}.hugepages-guide`);
    if (existsSync(FILE) && lstatSync(FILE).isFile()) expect(readFileSync(FILE, 'latin1')).toContain(START_SCRIPT);
  });

  test('text that a shell would carry out is written, not carried out', async () => {
    const evil = `'; touch ${FOLDER}/evil; '$(touch ${FOLDER}/evil)\`touch ${FOLDER}/evil\`"\\`;
    const splices = [{ offsetBytes: 12, removedBytes: 0, text: evil }];
    expect(await applyNow(planNow(TINY, scriptEdit({ path: FILE, splices })))).toMatchObject({ kind: 'applied' });
    expect(readFileSync(FILE, 'latin1')).toBe(spliced(START_SCRIPT, splices));
    expect(readdirSync(FOLDER)).toEqual([NAME]);
  });
});

describe.each(['dash', 'bash --posix', 'busybox sh'])('under %s', (shell) => {
  const command = [...shell.split(' '), '-s'];
  const isThere = findProgram(command[0] ?? '') !== null;
  const suffix = isThere ? '' : NOT_LOOKED_AT;

  test.skipIf(!isThere)(`everything is undone when what comes after the script fails${suffix}`, async () => {
    const before = [scriptState(), await machineState()];
    const text = renderRootScript(planWithScript()).replace('\n  end=applied\n', '\n  stop command-failed late\n');
    const report = await runText(text, command);
    expect(report.steps.map(({ progress }) => progress)).toEqual(Array(5).fill('undone'));
    expect([scriptState(), await machineState()]).toEqual(before);
  });

  test.skipIf(!isThere)(`the script is patched in hostile surroundings${suffix}`, async () => {
    const env = {
      ...{ IFS: 'e/-', CDPATH: '/etc', PATH: '/nowhere:/usr/bin:/bin', LC_ALL: 'tr_TR.UTF-8', POSIXLY_CORRECT: '1' },
      ...{
        SHELLOPTS: 'errexit:noclobber:noglob',
        script_beside: '/etc/passwd',
        script_replaced: '1',
        at: '7',
        rest: 'x',
      },
    };
    const { stdout } = await run(['sh', '-c', `umask 0777; exec ${command.join(' ')} 2>&-`], {
      input: renderRootScript(planWithScript()),
      env,
    });
    expect(parseRunReport(stdout).report).toMatchObject({ failure: null, end: 'applied' });
    expect(readFileSync(FILE, 'latin1')).toBe(PATCHED);
    expect(existsSync('/etc/passwd')).toBe(true);
  });
});

describe('a step that comes to nothing', () => {
  test('on a file system that is read-only the script stays, and everything before it is undone', async () => {
    await mustRun(['sh', '-c', `mount -t tmpfs -o mode=755 tmpfs ${FOLDER}`]);
    cleanups.push(() => mustRun(['umount', FOLDER]));
    writeFileSync(FILE, START_SCRIPT, 'latin1');
    await mustRun(['mount', '-o', 'remount,ro', FOLDER]);
    const before = [scriptState(), await machineState()];
    const report = await runText(renderRootScript(planWithScript()));
    expect(report).toMatchObject({ end: 'failed', failure: { step: 'script', reason: 'file-not-writable' } });
    expect([scriptState(), await machineState()]).toEqual(before);
  });

  test.each([0, 1, 2, 3, 4])('a disk with %i free blocks: all of it or nothing', async (blocks) => {
    await mustRun(['mount', '-t', 'tmpfs', '-o', 'size=1m,mode=755', 'tmpfs', FOLDER]);
    cleanups.push(() => mustRun(['umount', FOLDER]));
    const old = `${START_SCRIPT}# ${'x'.repeat(9_000)}\n`;
    writeFileSync(FILE, old, 'latin1');
    writeFileSync(`${FOLDER}/ballast-to-remove`, Buffer.alloc(blocks * 4_096));
    await run(['sh', '-c', `cat /dev/zero >${FOLDER}/ballast`]);
    rmSync(`${FOLDER}/ballast-to-remove`);
    const outcome = await applyNow(planNow(TINY, scriptEdit({ path: FILE, old })));
    expect(outcome.kind).toBe(blocks < 3 ? 'failed' : 'applied');
    expect(readFileSync(FILE, 'latin1')).toBe(blocks < 3 ? old : spliced(old, SPLICES));
    expect(existsSync(BESIDE)).toBe(false);
  });

  test('a run that is killed before any command of it leaves one of the two whole, and the next run finishes', async () => {
    await applyNow(planNow(TINY));
    let ranToItsEnd = false;
    for (let nth = 1; !ranToItsEnd; nth += 3) {
      writeFileSync(FILE, START_SCRIPT, 'latin1');
      const kill = `[ "$BASHPID" != $$ ] || { n=$((n + 1)); [ $n -ne ${String(nth)} ] || kill -KILL $$; }`;
      const text = withCommandBefore(`set -T; n=0; trap '${kill}' DEBUG`, planWithScript());
      const { stdout } = await run(['sh', '-c', 'bash -s || true'], { input: text });
      ranToItsEnd = parseRunReport(stdout).report.end === 'applied';
      expect([START_SCRIPT, PATCHED]).toContain(readFileSync(FILE, 'latin1'));
      expect(await applyNow(planWithScript()), `killed before command ${String(nth)}`).toMatchObject({
        kind: 'applied',
      });
      expect(readFileSync(FILE, 'latin1')).toBe(PATCHED);
      expect(statSync(FILE)).toMatchObject({ uid: 0, gid: maria.gid });
      expect(readdirSync(FOLDER)).toEqual([NAME]);
    }
  });
});
