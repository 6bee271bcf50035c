import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { RunReport } from '../../common/outcome';
import type { Plan } from '../../common/plan';
import { renderRootScript } from '../../common/root-script';
import { parseRunReport } from '../../common/run-report';
import { readHost } from '../../main/kernel';
import {
  applyNow,
  freshMachine,
  FSTAB,
  machineState,
  ORIGINAL_FSTAB,
  OUR_BLOCK,
  planForTestUser,
  planNow,
  SYSCTL,
} from './applying';
import { growPoolTo, readPool } from './harness/pool';
import { mustRun, run } from './harness/processes';
import { startQemu } from './harness/qemu';
import { findProgram } from '../../build/setup/programs';

const JOURNAL = '/var/lib/hugepages-guide/journal';
/** A VM of four pages: the pool takes no time. */
const TINY = { guestKiB: 8_192, sizing: { kind: 'exact' } } as const;

/** A start-up file that must not be read. */
const EVIL = '/run/evil';

const COPY_OF_ETC = '/run/private-machine/tmp/etc';

const cleanups: (() => unknown)[] = [];

beforeAll(async () => {
  await planForTestUser();
});

beforeEach(async () => {
  await freshMachine();
  writeFileSync(FSTAB, ORIGINAL_FSTAB);
});

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

async function runText(text: string, shell: readonly string[] = ['/bin/sh', '-s']): Promise<RunReport> {
  const { stdout } = await run(shell, { input: text });
  return parseRunReport(stdout).report;
}

/** The root text of a plan with one more command before a step. */
function withCommandBefore(step: string, command: string, plan: Plan = planNow(TINY)): string {
  return renderRootScript(plan).replace(`\n  step_${step}\n`, () => `\n  ${command}\n  step_${step}\n`);
}

/** Lays a private layer over a folder of the real machine. */
async function layOver(folder: string): Promise<void> {
  const layer = `/run/private-machine/tmp/layer${folder.replaceAll('/', '-')}`;
  mkdirSync(`${layer}/upper`, { recursive: true });
  mkdirSync(`${layer}/work`);
  const options = `lowerdir=${folder},upperdir=${layer}/upper,workdir=${layer}/work`;
  await mustRun(['mount', '-t', 'overlay', '-o', options, 'overlay', folder]);
  cleanups.push(async () => {
    await mustRun(['umount', '--lazy', folder]);
    rmSync(layer, { recursive: true, force: true });
  });
}

describe('what undoing says', () => {
  test('a mount that is in use cannot be undone, and that is said', async () => {
    mkdirSync('/dev/hugepages');
    await mustRun(['chattr', '+i', FSTAB]);
    cleanups.push(() => mustRun(['chattr', '-i', FSTAB]));
    const report = await runText(withCommandBefore('pool', 'exec 8</dev/hugepages'));
    expect(report.end).toBe('failed');
    expect(readHost().mounts).toHaveLength(1);
    expect(report.steps.find(({ kind }) => kind === 'mount')?.progress).toBe('undo-failed');
  });
});

describe('a group file of an ostree system', () => {
  test('without a last newline keeps its last group', async () => {
    await layOver('/usr/lib');
    writeFileSync('/usr/lib/group', 'kvm:x:36:');
    const before = readFileSync('/etc/group', 'utf8');
    cleanups.push(async () => {
      await run(['groupdel', 'kvm']);
      writeFileSync('/etc/group', before);
    });
    writeFileSync('/etc/group', `${before}+:::`);
    expect(await applyNow(planNow(TINY))).toMatchObject({ kind: 'applied' });
    expect(readFileSync('/etc/group', 'utf8')).toBe(`${before}+:::\nkvm:x:36:maria\n`);
  });

  test('is as it was when a later step fails, and so is the file of the group passwords', async () => {
    await layOver('/usr/lib');
    writeFileSync('/usr/lib/group', 'kvm:x:36:\n');
    const groups = () => ['/etc/group', '/etc/gshadow'].map((file) => readFileSync(file, 'utf8'));
    const before = groups();
    const report = await runText(withCommandBefore('fstab', 'stop command-failed late'));
    expect(report.steps.map(({ progress }) => progress)).toEqual(Array(5).fill('undone'));
    expect(groups()).toEqual(before);
  });
});

describe('programs that are not there', () => {
  test.each(['flock', 'stat', 'findmnt', 'mkdir', 'sync'])('%s: is named, and nothing is changed', async (missing) => {
    const plan = planNow(TINY);
    const before = await machineState();
    const bin = '/run/private-machine/tmp/bin';
    mkdirSync(bin);
    cleanups.push(() => {
      rmSync(bin, { recursive: true });
    });
    for (const folder of ['/usr/sbin', '/usr/bin']) {
      for (const name of readdirSync(folder)) {
        if (name !== missing && !existsSync(`${bin}/${name}`)) symlinkSync(`${folder}/${name}`, `${bin}/${name}`);
      }
    }
    const report = await runText(renderRootScript(plan).replace(/^PATH=.*$/m, `PATH=${bin}`));
    expect(report).toMatchObject({ end: 'failed', failure: { step: null, reason: 'tool-missing', detail: missing } });
    expect(await machineState()).toEqual(before);
  });
});

const SHELLS = ['dash', 'bash --posix', 'busybox sh'];

const NOT_LOOKED_AT = ' (NOT LOOKED AT: install it)';

describe.each(SHELLS)('under %s', (shell) => {
  const command = [...shell.split(' '), '-s'];
  const isThere = findProgram(command[0] ?? '') !== null;
  const suffix = isThere ? '' : NOT_LOOKED_AT;

  test.skipIf(!isThere)(`applies also when nobody listens${suffix}`, async () => {
    const text = renderRootScript(planNow(TINY));
    const { stdout, stderr } = await run(['sh', '-c', `exec ${command.join(' ')} >&-`], { input: text });
    expect([stdout, stderr]).toEqual(['', '']);
    expect(readFileSync(FSTAB, 'utf8')).toBe(ORIGINAL_FSTAB + OUR_BLOCK);
    expect(readPool().nr_hugepages).toBe(4);
    const [folder = ''] = readdirSync(JOURNAL);
    expect(readFileSync(`${JOURNAL}/${folder}/entry.jsonl`, 'utf8')).not.toContain('"line"');
    expect(parseRunReport(readFileSync('/run/hugepages-guide/progress', 'utf8')).report.end).toBe('applied');
  });

  test.skipIf(!isThere)(`undoes everything when the last step fails${suffix}`, async () => {
    const before = await machineState();
    const plan = planNow(TINY);
    const text = renderRootScript(plan).replace('\n  end=applied\n', '\n  stop command-failed late\n');
    const report = await runText(text, command);
    expect(report.steps.map(({ progress }) => progress)).toEqual(Array(6).fill('undone'));
    expect(await machineState()).toEqual(before);
  });

  test.skipIf(!isThere)(`applies in hostile surroundings${suffix}`, async () => {
    const env = {
      ...{ IFS: 'e/-', ENV: EVIL, BASH_ENV: EVIL, CDPATH: '/etc', PATH: '/nowhere:/usr/bin:/bin', TMPDIR: '/nowhere' },
      ...{
        LC_ALL: 'tr_TR.UTF-8',
        POSIXLY_CORRECT: '1',
        SHELLOPTS: 'errexit:noclobber:noglob',
        PS4: '$(touch /run/done)',
      },
      ...{ progress: FSTAB, journal: '/etc', step: 'fstab', replaced: ' fstab ', group_made: '1', mount_made: '1' },
    };
    writeFileSync(EVIL, 'touch /run/done\n');
    const text = renderRootScript(planNow(TINY));
    const { stdout } = await run(['sh', '-c', `umask 0777; exec ${command.join(' ')} 2>&-`], { input: text, env });
    expect(parseRunReport(stdout).report).toMatchObject({ failure: null, end: 'applied' });
    expect(existsSync('/run/done')).toBe(false);
  });
});

describe('an /etc/fstab with more than mode and owner', () => {
  const hasAttributeTools = findProgram('setfacl') !== null && findProgram('setfattr') !== null;
  test.skipIf(!hasAttributeTools)(
    `keeps its access list and its extended attributes${hasAttributeTools ? '' : NOT_LOOKED_AT}`,
    async () => {
      await mustRun(['setfacl', '-m', 'u:maria:r', FSTAB]);
      await mustRun(['setfattr', '-n', 'security.selinux', '-v', 'system_u:object_r:etc_t:s0', FSTAB]);
      const facts = () => mustRun(['sh', '-c', `getfacl -p ${FSTAB}; getfattr -dm - ${FSTAB}`]);
      const before = await facts();
      expect(before).toContain('user:maria:r--');
      expect(before).toContain('etc_t');
      expect(await applyNow(planNow(TINY))).toMatchObject({ kind: 'applied' });
      expect(await facts()).toBe(before);
    },
  );

  const block = OUR_BLOCK.replace('mode=01770', 'mode=0700');
  const line = 'UUID=1 / ext4 defaults 0 1\n';
  test.each([
    ['our block in the middle', `${line}${block}tmpfs /tmp tmpfs nofail 0 0\n`, `${line}tmpfs /tmp tmpfs nofail 0 0\n`],
    ['our block twice', block + line + block, line],
    ['a begin without an end', `# hugepages-guide begin\n${line}`, `# hugepages-guide begin\n${line}`],
    [
      'a begin without an end before our block',
      `# hugepages-guide begin\n${line}${block}`,
      `# hugepages-guide begin\n${line}`,
    ],
    ['an end without a begin', `# hugepages-guide end\n${line}`, `# hugepages-guide end\n${line}`],
    [
      'tabs, blanks and CRLF around our markers',
      ` \t# hugepages-guide begin \r\nx\r\n# hugepages-guide end\t\r\n${line}`,
      line,
    ],
    ['a very long line', `# ${'x'.repeat(300_000)}\n${line}`, `# ${'x'.repeat(300_000)}\n${line}`],
    [
      'backslashes and percent signs',
      '# %s \\n \\\\ %d\n//h/a\\040b /mnt/a\\040b\\011 cifs x,nofail 0 0\n',
      '# %s \\n \\\\ %d\n//h/a\\040b /mnt/a\\040b\\011 cifs x,nofail 0 0\n',
    ],
    ['nothing in it', '', ''],
  ])('%s', async (_, before, after) => {
    writeFileSync(FSTAB, before);
    expect(await applyNow(planNow(TINY))).toMatchObject({ kind: 'applied' });
    expect(readFileSync(FSTAB, 'utf8')).toBe(after + OUR_BLOCK);
  });

  test('a NUL: is left alone, and everything is undone', async () => {
    writeFileSync(FSTAB, 'proc /proc proc\0 defaults 0 0\n');
    const before = await machineState();
    expect(await applyNow(planNow(TINY))).toMatchObject({ kind: 'failed', report: { failure: { step: 'fstab' } } });
    expect(await machineState()).toEqual(before);
  });
});

describe('a disk that fills up', () => {
  test.each([0, 1, 2, 3, 4, 6])('with %i free blocks in /etc: all of it or nothing', async (blocks) => {
    await mustRun(['groupadd', '--system', 'kvm']);
    const plan = planNow(TINY);
    writeFileSync(FSTAB, `${ORIGINAL_FSTAB}# ${'x'.repeat(9_000)}\n`);
    await mustRun(['cp', '-a', '/etc', COPY_OF_ETC]);
    cleanups.push(() => {
      rmSync(COPY_OF_ETC, { recursive: true });
    });
    await mustRun(['mount', '-t', 'tmpfs', '-o', 'size=64m,mode=755', 'tmpfs', '/etc']);
    cleanups.push(() => mustRun(['umount', '/etc']));
    await mustRun(['cp', '-a', `${COPY_OF_ETC}/.`, '/etc']);
    writeFileSync('/etc/ballast-to-remove', Buffer.alloc(blocks * 4_096));
    await run(['sh', '-c', 'cat /dev/zero >/etc/ballast']);
    rmSync('/etc/ballast-to-remove');
    const before = await machineState();
    const outcome = await applyNow(plan);
    if (outcome.kind === 'applied') {
      expect(readFileSync(FSTAB, 'utf8')).toBe(`${ORIGINAL_FSTAB}# ${'x'.repeat(9_000)}\n${OUR_BLOCK}`);
      expect(readFileSync('/etc/group', 'utf8')).toMatch(/^kvm:.*:maria$/m);
    } else {
      expect(outcome.kind).toBe('failed');
      expect(await machineState()).toEqual(before);
    }
    expect(outcome.kind).toBe(blocks < 4 ? 'failed' : 'applied');
  });
});

describe('a run that is killed', () => {
  /** The text, ending by SIGKILL before its nth command. */
  function killedBefore(nth: number): string {
    const trap = `[ "$BASHPID" != $$ ] || { n=$((n + 1)); [ $n -ne ${String(nth)} ] || kill -KILL $$; }`;
    return renderRootScript(planNow(TINY)).replace('\nmain <', () => `\nset -T; n=0; trap '${trap}' DEBUG\nmain <`);
  }

  test('before any command leaves whole files, and the next run finishes the work', async () => {
    let ranToItsEnd = false;
    for (let nth = 5; !ranToItsEnd; nth += 17) {
      await freshMachine();
      writeFileSync(FSTAB, ORIGINAL_FSTAB);
      const groups = readFileSync('/etc/group', 'utf8');
      // The outer shell outlives the killed one.
      const { stdout } = await run(['sh', '-c', 'bash -s || true'], { input: killedBefore(nth) });
      ranToItsEnd = parseRunReport(stdout).report.end === 'applied';
      expect([ORIGINAL_FSTAB, ORIGINAL_FSTAB + OUR_BLOCK]).toContain(readFileSync(FSTAB, 'utf8'));
      if (existsSync(SYSCTL)) expect(readFileSync(SYSCTL, 'utf8')).toMatch(/^# [^]* end\n$/);
      expect(readFileSync('/etc/group', 'utf8').startsWith(groups)).toBe(true);
      expect(await applyNow(planNow(TINY)), `killed before command ${String(nth)}`).toMatchObject({ kind: 'applied' });
      expect(readFileSync(FSTAB, 'utf8')).toBe(ORIGINAL_FSTAB + OUR_BLOCK);
      expect(await machineState()).toMatchObject({ leftovers: '', pool: { nr_hugepages: 4 } });
    }
  });
});

describe('several at once', () => {
  test('five runs: one is carried out, and the others change nothing', async () => {
    const texts = Array.from({ length: 5 }, () => renderRootScript(planNow(TINY)));
    const ends = await Promise.all(texts.map(async (text) => (await runText(text)).end));
    expect(ends.filter((end) => end === 'applied')).toHaveLength(1);
    expect(readFileSync(FSTAB, 'utf8')).toBe(ORIGINAL_FSTAB + OUR_BLOCK);
    expect(readPool().nr_hugepages).toBe(4);
  });
});

describe('pages that a VM took', () => {
  const memfd = (size: string): readonly string[] => [
    ...['-object', `memory-backend-memfd,id=mem,size=${size},hugetlb=on`],
    ...['-machine', 'q35,memory-backend=mem'],
  ];

  test('after the plan was made are not taken from under it', async () => {
    await growPoolTo(64);
    const plan = planNow({ ...TINY, givesBack: true });
    expect(plan.pool.toPages).toBe(4);
    const qemu = await startQemu({ guestMiB: 32, args: memfd('32M') });
    cleanups.push(qemu.stop);
    expect(await applyNow(plan)).toMatchObject({ kind: 'failed', report: { failure: { reason: 'pool-changed' } } });
    expect(readPool()).toMatchObject({ nr_hugepages: 64, surplus_hugepages: 0 });
    expect(planNow({ ...TINY, givesBack: true }).pool).toMatchObject({ heldByOthersPages: 16, toPages: 20 });
  });

  test('count once when that very VM is the one to be sized, also where its memfd names no page size', async () => {
    await growPoolTo(16);
    const qemu = await startQemu({ guestMiB: 32, args: memfd('32M') });
    cleanups.push(qemu.stop);
    const sized = planNow({ guestKiB: 32_768, sizing: { kind: 'exact' }, guestPids: [qemu.pid] });
    expect(sized.pool).toMatchObject({ heldByOthersPages: 0, neededPages: 16, toPages: 16 });
  });
});
