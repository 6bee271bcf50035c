import { describe, expect, it } from 'vitest';
import { findings } from '../../../../common/advice';
import { runCli } from '../../../../main/cli/run-cli';
import { fakeCli } from '../../../fakes/cli-io';
import { fixtureHost, type FixtureHost } from '../../../fakes/fixture-host';

function on(host: FixtureHost, overrides: Parameters<typeof fakeCli>[0] = {}): ReturnType<typeof fakeCli> {
  return fakeCli({ readHost: () => fixtureHost(host), ...overrides });
}

describe('status', () => {
  it('shows every finding with its light, and the pools in columns', async () => {
    const cli = on('how-to-done');
    expect(await runCli(['status'], cli.io)).toBe(0);
    const lines = cli.out().split('\n');
    expect(lines.filter((line) => /^ {2}(ok|hint|warning|problem) +\S/.test(line))).toHaveLength(
      findings(fixtureHost('how-to-done')).length,
    );
    expect(lines).toContain('  Page size  Total  In use  Promised   Free  Surplus');
    expect(lines).toContain('  2 MiB      2,050     508         4  1,542        0');
    expect(cli.err()).toBe('');
  });
  it('lines the columns up in Chinese, whose characters are twice as wide', async () => {
    const cli = on('how-to-done');
    expect(await runCli(['status', '--lang', 'zh-CN'], cli.io)).toBe(0);
    expect(cli.out()).toContain(
      '  页大小   总数  已使用  已预留   空闲  超额\n  2 MiB   2,050     508       4  1,542     0\n',
    );
  });
  it('says so where the kernel has no pools', async () => {
    const cli = on('no-hugetlbfs', { readHost: () => ({ ...fixtureHost('no-hugetlbfs'), pools: [] }) });
    expect(await runCli(['status'], cli.io)).toBe(0);
    expect(cli.out()).toContain('This kernel has none.');
  });
  it('gives programs the snapshot and the findings with their evidence', async () => {
    const cli = on('how-to-done');
    expect(await runCli(['status', '--json'], cli.io)).toBe(0);
    expect(cli.json()).toEqual({
      snapshot: fixtureHost('how-to-done'),
      findings: findings(fixtureHost('how-to-done')).map(({ id, light, evidence }) => ({
        id,
        light,
        evidence,
        text: expect.stringMatching(/\S/) as unknown,
      })),
    });
  });
  it('is coloured on a terminal only, and there not with NO_COLOR', async () => {
    const escape = '\u001b[';
    const env = { LANG: 'en_US.UTF-8', TERM: 'xterm-256color' };
    const cases = [
      [{ isOutTty: true, env }, true],
      [{ isOutTty: false, env }, false],
      [{ isOutTty: true, env: { ...env, NO_COLOR: '1' } }, false],
      [{ isOutTty: true, env: { ...env, TERM: 'dumb' } }, false],
    ] as const;
    for (const [overrides, isColoured] of cases) {
      const cli = on('plain', overrides);
      expect(await runCli(['status'], cli.io)).toBe(0);
      expect(cli.out().includes(escape)).toBe(isColoured);
    }
    const json = on('plain', { isOutTty: true, env });
    expect(await runCli(['status', '--json'], json.io)).toBe(0);
    expect(json.out()).not.toContain(escape);
  });
});
