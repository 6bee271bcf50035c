import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { RunReport } from '../../common/outcome';
import type { Plan } from '../../common/plan';
import { renderRootScript } from '../../common/root-script';
import { parseRunReport } from '../../common/run-report';
import { readHost } from '../../main/kernel';
import { applyNow, freshMachine, planForTestUser, planNow } from './applying';
import { readPool } from './harness/pool';
import { mustRun, run, start } from './harness/processes';
import { startQemu } from './harness/qemu';
import { waitFor } from './harness/wait-for';

const FSTAB = '/etc/fstab';
const SYSCTL = '/etc/sysctl.d/40-hugepage.conf';
const JOURNAL = '/var/lib/hugepages-guide/journal';
const ORIGINAL_FSTAB = 'proc /proc proc defaults 0 0\n';
const OUR_BLOCK =
  '# hugepages-guide begin\n' +
  'hugetlbfs /dev/hugepages hugetlbfs mode=01770,gid=kvm,nosuid,nodev,nofail,X-mount.mkdir 0 0\n' +
  '# hugepages-guide end\n';
/** A VM of four pages: the pool takes no time. */
const TINY = { guestKiB: 8_192, sizing: { kind: 'exact' } } as const;

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

async function machineState(): Promise<unknown> {
  return {
    fstab: readFileSync(FSTAB, 'latin1'),
    group: readFileSync('/etc/group', 'latin1'),
    sysctl: existsSync(SYSCTL) ? readFileSync(SYSCTL, 'latin1') : null,
    leftovers: (await run(['sh', '-c', 'ls -d /etc/*hugepages-guide* /etc/sysctl.d/*hugepages-guide*'])).stdout,
    mounts: readHost().mounts,
    directory: existsSync('/dev/hugepages'),
    pool: readPool(),
  };
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
    cleanups.push(() => {
      writeFileSync('/etc/group', before);
    });
    writeFileSync('/etc/group', `${before}+:::`);
    expect(await applyNow(planNow(TINY))).toMatchObject({ kind: 'applied' });
    expect(readFileSync('/etc/group', 'utf8')).toBe(`${before}+:::\nkvm:x:36:maria\n`);
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

const SHELLS = [['dash'], ['bash', '--posix'], ['busybox', 'sh']] as const;

describe.each(SHELLS)('under %s %s', (...shell) => {
  const command = [...shell.filter((word) => word !== undefined), '-s'];

  test('applies, and says so only to those who listen', async () => {
    const text = renderRootScript(planNow(TINY));
    const { stdout, stderr } = await run(['sh', '-c', `exec ${command.join(' ')} >&-`], { input: text });
    expect([stdout, stderr]).toEqual(['', '']);
    expect(readFileSync(FSTAB, 'utf8')).toBe(ORIGINAL_FSTAB + OUR_BLOCK);
    expect(readPool().nr_hugepages).toBe(4);
    const [folder = ''] = readdirSync(JOURNAL);
    expect(readFileSync(`${JOURNAL}/${folder}/entry.jsonl`, 'utf8')).not.toContain('"line"');
    expect(parseRunReport(readFileSync('/run/hugepages-guide/progress', 'utf8')).report.end).toBe('applied');
  });

  test('undoes everything when the last step fails', async () => {
    const before = await machineState();
    const plan = planNow(TINY);
    const text = renderRootScript(plan).replace('\n  end=applied\n', '\n  stop command-failed late\n');
    const report = await runText(text, command);
    expect(report.steps.map(({ progress }) => progress)).toEqual(Array(6).fill('undone'));
    expect(await machineState()).toEqual(before);
  });

  test('in hostile surroundings', async () => {
    const env = {
      IFS: 'e/-', ENV: '/run/evil', BASH_ENV: '/run/evil', CDPATH: '/etc', POSIXLY_CORRECT: '1', SHELLOPTS: 'errexit:noclobber:noglob',
      LC_ALL: 'tr_TR.UTF-8', PATH: '/nowhere:/usr/bin:/bin', PS4: '$(touch /run/pwned)', progress: '/etc/fstab', group_made: '1',
      journal: '/etc', step: 'fstab', replaced: ' fstab ', mount_made: '1', TMPDIR: '/nowhere', 'BASH_FUNC_mv%%': '() { touch /run/pwned; }',
    };
    writeFileSync('/run/evil', 'touch /run/pwned\n');
    const text = renderRootScript(planNow(TINY));
    const { stdout } = await run(['sh', '-c', `umask 0777; exec ${command.join(' ')} 2>&-`], { input: text, env });
    expect(parseRunReport(stdout).report).toMatchObject({ failure: null, end: "applied" });
    expect(existsSync('/run/pwned')).toBe(false);
  });
});

describe('an /etc/fstab with more than mode and owner', () => {
  test('keeps its access list and its extended attributes', async () => {
    await mustRun(['setfacl', '-m', 'u:maria:r', FSTAB]);
    await mustRun(['setfattr', '-n', 'security.selinux', '-v', 'system_u:object_r:etc_t:s0', FSTAB]);
    const facts = () => mustRun(['sh', '-c', `getfacl -p ${FSTAB}; getfattr -dm - ${FSTAB}`]);
    const before = await facts();
    expect(before).toContain('user:maria:r--');
    expect(before).toContain('etc_t');
    expect(await applyNow(planNow(TINY))).toMatchObject({ kind: 'applied' });
    expect(await facts()).toBe(before);
  });

  const block = OUR_BLOCK.replace('mode=01770', 'mode=0700');
  const line = 'UUID=1 / ext4 defaults 0 1\n';
  test.each([
    ['our block in the middle', `${line}${block}tmpfs /tmp tmpfs nofail 0 0\n`, `${line}tmpfs /tmp tmpfs nofail 0 0\n`],
    ['our block twice', block + line + block, line],
    ['a begin without an end', `# hugepages-guide begin\n${line}`, `# hugepages-guide begin\n${line}`],
    ['a begin without an end before our block', `# hugepages-guide begin\n${line}${block}`, `# hugepages-guide begin\n${line}`],
    ['an end without a begin', `# hugepages-guide end\n${line}`, `# hugepages-guide end\n${line}`],
    ['tabs, blanks and CRLF around our markers', ` \t# hugepages-guide begin \r\nx\r\n# hugepages-guide end\t\r\n${line}`, line],
    ['a very long line', `# ${'x'.repeat(300_000)}\n${line}`, `# ${'x'.repeat(300_000)}\n${line}`],
    ['backslashes and percent signs', '# %s \\n \\\\ %d\n//h/a\\040b /mnt/a\\040b\\011 cifs x,nofail 0 0\n', '# %s \\n \\\\ %d\n//h/a\\040b /mnt/a\\040b\\011 cifs x,nofail 0 0\n'],
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
  test.each(Array.from({ length: 14 }, (_, index) => index))('with %i blocks left in /etc', async (blocks) => {
    await mustRun(['groupadd', '--system', 'kvm']);
    const plan = planNow(TINY);
    writeFileSync(FSTAB, `${ORIGINAL_FSTAB}# ${'x'.repeat(9_000)}\n`);
    await mustRun(['sh', '-c', 'cp -a /etc /run/private-machine/tmp/etc && mount -t tmpfs -o size=64m,mode=755 tmpfs /etc && cp -a /run/private-machine/tmp/etc/. /etc']);
    cleanups.push(() => mustRun(['sh', '-c', 'umount /etc; rm -rf /run/private-machine/tmp/etc']));
    await run(['sh', '-c', `dd if=/dev/zero of=/etc/ballast-small bs=4k count=${String(blocks)}; cat /dev/zero >/etc/ballast; rm -f /etc/ballast-small`]);
    const before = await machineState();
    const outcome = await applyNow(plan);
    if (outcome.kind === 'applied') {
      expect(readFileSync(FSTAB, 'utf8')).toContain(OUR_BLOCK);
      expect(readFileSync('/etc/group', 'utf8')).toMatch(/^kvm:.*maria$/m);
    } else {
      expect(outcome).toMatchObject({ kind: 'failed' });
      if (outcome.kind === 'failed' && outcome.report.steps.every(({ progress }) => progress === 'undone')) {
        expect(await machineState()).toEqual(before);
      } else {
        process.stderr.write(`HALF ${String(blocks)} ${JSON.stringify(outcome)}\n`);
      }
    }
    process.stderr.write(`blocks ${String(blocks)}: ${outcome.kind} ${outcome.kind === 'failed' ? JSON.stringify(outcome.report.failure) : ''}\n`);
  });
});

describe('several at once', () => {
  test('five runs: one is carried out, and the others change nothing', async () => {
    const texts = Array.from({ length: 5 }, () => renderRootScript(planNow(TINY)));
    const ends = await Promise.all(texts.map(async (text) => (await runText(text)).end));
    process.stderr.write(`ENDS ${ends.join(' ')}\n`);
    expect(ends.filter((end) => end === 'applied')).toHaveLength(1);
    expect(readFileSync(FSTAB, 'utf8')).toBe(ORIGINAL_FSTAB + OUR_BLOCK);
    expect(readPool().nr_hugepages).toBe(4);
  });
});
