import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readHost } from '../../main/kernel';
import { readRun } from '../../main/run-progress';
import { applyNow, freshMachine, ONE_GIB, planForTestUser, planNow } from './applying';
import { growPoolTo, readPool } from './harness/pool';
import { mustRun } from './harness/processes';
import type { TestUser } from './harness/test-user';

const FSTAB = '/etc/fstab';
const SYSCTL = '/etc/sysctl.d/40-hugepage.conf';
const JOURNAL = '/var/lib/hugepages-guide/journal';
const OUR_LINE = 'hugetlbfs /dev/hugepages hugetlbfs mode=01770,gid=kvm,nosuid,nodev,nofail,X-mount.mkdir 0 0';
const OUR_BLOCK = `# hugepages-guide begin\n${OUR_LINE}\n# hugepages-guide end\n`;
const ORIGINAL_FSTAB = 'proc /proc proc defaults 0 0\n';

let maria: TestUser;

function groupsOf(user: string): readonly string[] {
  return execFileSync('id', ['-nG', user], { encoding: 'utf8' }).trim().split(' ');
}

function gidOf(group: string): number {
  return Number(execFileSync('getent', ['group', group], { encoding: 'utf8' }).split(':')[2]);
}

function journalEntries(): readonly Record<string, unknown>[] {
  const [folder] = readdirSync(JOURNAL);
  return readFileSync(`${JOURNAL}/${folder ?? ''}/entry.jsonl`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}

beforeAll(async () => {
  maria = await planForTestUser();
});

beforeEach(async () => {
  await freshMachine();
  writeFileSync(FSTAB, ORIGINAL_FSTAB);
});

describe('applying on a machine where nothing was set up', () => {
  test('carries out every step of the how-to and judges it by its effect', async () => {
    const plan = planNow();
    expect(plan.steps.filter(({ state }) => state === 'todo').map(({ kind }) => kind)).toEqual([
      'group',
      'membership',
      'mount',
      'pool',
      'sysctl',
      'fstab',
    ]);

    const outcome = await applyNow(plan);

    expect(outcome).toMatchObject({ kind: 'applied', needsLogin: true });
    expect(groupsOf(maria.name)).toContain('kvm');
    const mounted = statSync('/dev/hugepages');
    expect(mounted.mode & 0o7777).toBe(0o1770);
    expect(mounted.gid).toBe(gidOf('kvm'));
    expect(execFileSync('stat', ['-f', '-c', '%T %S', '/dev/hugepages'], { encoding: 'utf8' })).toBe(
      'hugetlbfs 2097152\n',
    );
    expect(readPool().nr_hugepages).toBe(520);
    expect(readFileSync(SYSCTL, 'utf8')).toContain('vm.nr_hugepages = 520\n');
    expect(readFileSync(FSTAB, 'utf8')).toBe(ORIGINAL_FSTAB + OUR_BLOCK);
  });

  test('keeps every old value in the journal, with a copy of the file it replaced', async () => {
    const plan = planNow();
    await applyNow(plan);
    const entries = journalEntries();
    expect(entries[0]).toMatchObject({ version: 1, plan: plan.id });
    expect(entries).toContainEqual(expect.objectContaining({ step: 'pool', old: 0, new: 520 }));
    expect(entries).toContainEqual(expect.objectContaining({ step: 'sysctl', copy: null }));
    expect(entries.at(-1)).toEqual({ end: 'applied' });
    expect(readFileSync(`${JOURNAL}/${plan.id}/fstab`, 'utf8')).toBe(ORIGINAL_FSTAB);
    expect(statSync(JOURNAL).mode & 0o022).toBe(0);
  });

  test('lets anybody follow what the root text says', async () => {
    const plan = planNow();
    await applyNow(plan);
    expect(readRun()).toMatchObject({ report: { planId: plan.id, end: 'applied', gotPages: 520 }, isRunning: false });
    expect(statSync('/run/hugepages-guide/progress').mode & 0o777).toBe(0o644);
    expect(statSync('/run/hugepages-guide/lock').mode & 0o777).toBe(0o600);
  });

  test('leaves a second plan nothing to do, and its text changes nothing', async () => {
    await applyNow(planNow());
    const before = readFileSync(FSTAB, 'utf8') + readFileSync(SYSCTL, 'utf8');
    const again = planNow();
    expect(again.steps.filter(({ state }) => state === 'todo')).toEqual([]);
    expect(again.notes.map(({ id }) => id)).toContain('nothing-to-do');
    expect(await applyNow(again)).toMatchObject({ kind: 'applied' });
    expect(readFileSync(FSTAB, 'utf8') + readFileSync(SYSCTL, 'utf8')).toBe(before);
  });

  test('touches no file of /etc but the group when nothing is to be kept', async () => {
    expect(await applyNow(planNow({ isPersistent: false }))).toMatchObject({ kind: 'applied' });
    expect(readFileSync(FSTAB, 'utf8')).toBe(ORIGINAL_FSTAB);
    expect(existsSync(SYSCTL)).toBe(false);
    expect(readPool().nr_hugepages).toBe(520);
  });
});

describe('applying on a machine that is partly set up', () => {
  test('opens a mount that systemd made for root alone, without laying a second one on top', async () => {
    mkdirSync('/dev/hugepages');
    await mustRun(['mount', '-t', 'hugetlbfs', 'hugetlbfs', '/dev/hugepages']);
    await applyNow(planNow());
    expect(readHost().mounts.filter(({ mountPoint }) => mountPoint === '/dev/hugepages')).toHaveLength(1);
    expect(statSync('/dev/hugepages').mode & 0o7777).toBe(0o1770);
    expect(statSync('/dev/hugepages').gid).toBe(gidOf('kvm'));
  });

  test('keeps the way open to the folder that libvirt has in the mount', async () => {
    mkdirSync('/dev/hugepages');
    await mustRun(['mount', '-t', 'hugetlbfs', 'hugetlbfs', '/dev/hugepages']);
    mkdirSync('/dev/hugepages/libvirt');
    await applyNow(planNow());
    expect(statSync('/dev/hugepages').mode & 0o7777).toBe(0o1771);
    expect(planNow().steps.find(({ kind }) => kind === 'mount')?.state).toBe('already');
  });

  test('mounts over a plain directory, which QEMU would have taken without a word', async () => {
    mkdirSync('/dev/hugepages');
    await applyNow(planNow());
    expect(readHost().directories.find(({ path }) => path === '/dev/hugepages')?.isHugetlbfs).toBe(true);
  });

  test('gives back pages that nobody uses when asked, and keeps them otherwise', async () => {
    await growPoolTo(1_000);
    await applyNow(planNow({ givesBack: false }));
    expect(readPool().nr_hugepages).toBe(1_000);
    await applyNow(planNow({ givesBack: true }));
    expect(readPool().nr_hugepages).toBe(520);
  });

  test('replaces its own block when the plan changes, and nothing else in the files', async () => {
    writeFileSync(SYSCTL, 'kernel.sysrq = 1\n');
    await applyNow(planNow());
    await applyNow(planNow({ guestKiB: 2 * ONE_GIB.guestKiB }));
    expect(readFileSync(SYSCTL, 'utf8')).toBe(
      'kernel.sysrq = 1\n# hugepages-guide begin\nvm.nr_hugepages = 1030\n# hugepages-guide end\n',
    );
    expect(readFileSync(FSTAB, 'utf8')).toBe(ORIGINAL_FSTAB + OUR_BLOCK);
  });

  test('takes a group over that only /usr/lib/group has, as on ostree systems', async () => {
    await withFileInUsrLib('group', 'kvm:x:36:\n', async () => {
      const before = readFileSync('/etc/group', 'utf8');
      const plan = planNow();
      expect(plan.steps[0]).toMatchObject({ kind: 'group', how: 'copy-from-usr-lib', state: 'todo' });
      expect(await applyNow(plan)).toMatchObject({ kind: 'applied' });
      expect(readFileSync('/etc/group', 'utf8')).toBe(`${before}kvm:x:36:${maria.name}\n`);
      expect(groupsOf(maria.name)).toContain('kvm');
    });
  });
});

/** /usr belongs to the real machine: lays a private layer over /usr/lib for as long as `use` takes. */
async function withFileInUsrLib(name: string, text: string, use: () => Promise<void>): Promise<void> {
  const layer = mkdtempSync(join(tmpdir(), 'layer-'));
  mkdirSync(join(layer, 'upper'));
  mkdirSync(join(layer, 'work'));
  const options = `lowerdir=/usr/lib,upperdir=${layer}/upper,workdir=${layer}/work`;
  await mustRun(['mount', '-t', 'overlay', '-o', options, 'overlay', '/usr/lib']);
  try {
    writeFileSync(join('/usr/lib', name), text);
    await use();
  } finally {
    await mustRun(['umount', '--lazy', '/usr/lib']);
  }
}

describe('two page sizes', () => {
  test('each keep their own line in /etc/fstab, and a new plan for one leaves that of the other', async () => {
    await applyNow(planNow());
    const gigantic = planNow({ pageKiB: 1_048_576, sizing: { kind: 'exact' } });
    expect(await applyNow(gigantic)).toMatchObject({ kind: 'applied' });
    await mustRun(['umount', '/dev/hugepages1G']);
    rmSync('/dev/hugepages1G', { recursive: true });
    await growPoolTo(0, 1_048_576);

    const gigantic1 = OUR_LINE.replace('/dev/hugepages ', '/dev/hugepages1G ').replace(' 0 0', ',pagesize=1G 0 0');
    const giganticBlock = `# hugepages-guide begin\n${gigantic1}\n# hugepages-guide end\n`;
    expect(readFileSync(FSTAB, 'utf8')).toBe(ORIGINAL_FSTAB + OUR_BLOCK + giganticBlock);
    writeFileSync(FSTAB, readFileSync(FSTAB, 'utf8').replace('mode=01770,gid=kvm,nosuid', 'mode=01777,gid=kvm,nosuid'));
    expect(await applyNow(planNow())).toMatchObject({ kind: 'applied' });
    expect(readFileSync(FSTAB, 'utf8')).toBe(ORIGINAL_FSTAB + giganticBlock + OUR_BLOCK);
  });
});
