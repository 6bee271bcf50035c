import { describe, expect, it } from 'vitest';
import type { HostSnapshot } from '../../../../common/snapshot';
import type { VmProcess } from '../../../../common/vm';
import { runCli } from '../../../../main/cli/run-cli';
import { fakeCli } from '../../../fakes/cli-io';
import { fixtureHost } from '../../../fakes/fixture-host';

const HOW_TO: VmProcess = {
  pid: 4_242,
  name: 'win10',
  program: 'qemu-system-x86_64',
  guestKiB: 1_048_576,
  hugetlbKiB: 508 * 2_048,
  pageKiB: 2_048,
  backing: { kind: 'mem-path', path: '/dev/hugepages', isHugetlbfs: true },
};
const WITHOUT: VmProcess = {
  ...HOW_TO,
  pid: 99,
  name: 'old',
  hugetlbKiB: 0,
  pageKiB: null,
  backing: { kind: 'ordinary' },
};

function host(): HostSnapshot {
  const snapshot = fixtureHost('how-to-done');
  const pools = snapshot.pools.map((pool) =>
    pool.pageKiB === 2_048 ? { ...pool, totalPages: 2_050, freePages: 1_542, reservedPages: 4 } : pool,
  );
  return { ...snapshot, pools };
}

function running(...vms: readonly VmProcess[]): ReturnType<typeof fakeCli> {
  return fakeCli({ readHost: host, readVms: () => vms });
}

describe('verify', () => {
  it('shows the how-to’s own example as a sum, and succeeds', async () => {
    const cli = running(HOW_TO);
    expect(await runCli(['verify'], cli.io)).toBe(0);
    expect(cli.out()).toContain('win10 runs fully on huge pages. (PID 4242)\n');
    expect(cli.out()).toContain('  508 in use + 4 promised = 512 pages = 1 GiB\n');
    expect(cli.err()).toBe('');
  });
  it('fails when one of several VMs is without, and says why', async () => {
    const cli = running(WITHOUT, HOW_TO);
    expect(await runCli(['verify'], cli.io)).toBe(1);
    expect(cli.out()).toContain('old uses no huge pages. (PID 99)');
    expect(cli.out()).toContain('add -mem-path /dev/hugepages');
    expect(cli.out()).toContain('win10 runs fully on huge pages.');
  });
  it('looks only at the VM that is named', async () => {
    const good = running(WITHOUT, HOW_TO);
    expect(await runCli(['verify', '--pid', '4242'], good.io)).toBe(0);
    expect(good.out()).not.toContain('old');
    const bad = running(WITHOUT, HOW_TO);
    expect(await runCli(['verify', '--pid', '99', '--lang', 'zh-CN'], bad.io)).toBe(1);
    expect(bad.out()).toContain('old 没有使用大页。');
  });
  it('gives programs each verdict with its numbers and its words', async () => {
    const cli = running(HOW_TO);
    expect(await runCli(['verify', '--json'], cli.io)).toBe(0);
    expect(cli.json()).toEqual({
      verdicts: [
        {
          pid: 4_242,
          name: 'win10',
          kind: 'all',
          pageKiB: 2_048,
          guestKiB: 1_048_576,
          neededPages: 512,
          inUsePages: 508,
          promisedPages: 4,
          reason: null,
          text: {
            title: 'win10 runs fully on huge pages.',
            arithmetic: '508 in use + 4 promised = 512 pages = 1 GiB',
            next: expect.stringContaining('Nothing needs to be done') as unknown,
          },
        },
      ],
    });
  });
  it('fails with a word where no VM runs', async () => {
    const cli = running();
    expect(await runCli(['verify'], cli.io)).toBe(1);
    expect(cli.out()).toBe('');
    expect(cli.err()).toContain('No QEMU is running');
    const json = running();
    expect(await runCli(['verify', '--json', '--lang', 'zh-CN'], json.io)).toBe(1);
    expect(json.json()).toEqual({
      error: { id: 'no-vm', text: '没有看到运行中的 QEMU。请启动虚拟机，然后再运行一次。' },
      verdicts: [],
    });
  });
  it('fails where the named process is no VM', async () => {
    const cli = running(HOW_TO);
    expect(await runCli(['verify', '--pid', '1'], cli.io)).toBe(1);
    expect(cli.err()).toContain('Process 1 is no running QEMU');
  });
  it.each(['abc', '0', '-5', '1.5', '99999999999999999999'])('refuses --pid %s', async (pid) => {
    const cli = running(HOW_TO);
    expect(await runCli(['verify', '--pid', pid, '--json'], cli.io)).toBe(2);
    expect(cli.json()).toMatchObject({ error: { id: 'not-a-pid' } });
  });
});
