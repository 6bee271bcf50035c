import { describe, expect, it } from 'vitest';
import type { Finding, FindingId } from '../../../common/finding';
import { poolFindings } from '../../../common/advice-pool';
import type { HostSnapshot } from '../../../common/snapshot';
import { translatorFor } from '../../../common/text/translator';
import { fixtureHost } from '../../fakes/fixture-host';

const plain = fixtureHost('plain');

function findingOf(snapshot: HostSnapshot, id: FindingId): Finding | undefined {
  return poolFindings(snapshot).find((finding) => finding.id === id);
}
function said(snapshot: HostSnapshot, id: FindingId, locale: 'en' | 'zh-CN' = 'en'): string {
  const found = findingOf(snapshot, id);
  return found ? translatorFor(locale).say(found.sentence) : '';
}

describe('counters', () => {
  it('reads the figures of the how-to as the whole VM', () => {
    expect(said(fixtureHost('how-to-done'), 'counters')).toContain('508 in use + 4 promised = 512 pages = 1 GiB');
    expect(said(fixtureHost('how-to-done'), 'counters', 'zh-CN')).toContain(
      '已使用 508 页 + 已预留 4 页 = 512 页 = 1 GiB',
    );
  });
  it('shows the lines of /proc/meminfo as evidence', () => {
    const found = findingOf(fixtureHost('how-to-done'), 'counters');
    expect(found?.evidence.map(({ file, value }) => `${file} ${value}`)).toEqual([
      '/proc/meminfo HugePages_Total: 2050',
      '/proc/meminfo HugePages_Free: 1542',
      '/proc/meminfo HugePages_Rsvd: 4',
      '/proc/meminfo HugePages_Surp: 0',
      '/proc/meminfo Hugepagesize: 2048 kB',
    ]);
  });
  it('speaks of the default size, whatever it is', () => {
    expect(said(fixtureHost('1g-default'), 'counters')).toContain('Total 8:');
  });
});

describe('pool', () => {
  it('tells empty, idle, used and surplus pools apart', () => {
    const keys = (['plain', '1g-default', 'how-to-done', 'many-users-pool', 'no-hugetlbfs'] as const).map((host) => {
      const found = findingOf(fixtureHost(host), 'pool');
      return `${String(found?.light)} ${String(found?.sentence.key)}`;
    });
    expect(keys).toEqual([
      'warning finding.pool.empty',
      'hint finding.pool.idle',
      'ok finding.pool.ok',
      'hint finding.pool.surplus',
      'hint finding.pool.none',
    ]);
  });
  it('counts promised pages as taken', () => {
    expect(findingOf(fixtureHost('how-to-done'), 'pool')?.sentence.values).toMatchObject({
      count: 2_050,
      spare: 1_538,
    });
  });
  it('speaks of one page as one page', () => {
    const one = fixtureHost('1g-default').pools.map((pool) => ({ ...pool, totalPages: 1, freePages: 0 }));
    expect(said({ ...plain, defaultPageKiB: 1_048_576, pools: one }, 'pool')).toContain('holds 1 page of');
  });
});

describe('host-memory', () => {
  it('says how large a VM can be beside the reserve', () => {
    expect(findingOf(plain, 'host-memory')).toMatchObject({
      light: 'ok',
      sentence: { values: { totalKiB: 16_303_412, reserveKiB: 2_037_926, largestKiB: 14_264_320 } },
    });
  });
  it('warns when less is available than the host keeps', () => {
    const low = { ...plain, memory: { ...plain.memory, availableKiB: 1_500_000 } };
    expect(findingOf(low, 'host-memory')).toMatchObject({
      light: 'warning',
      sentence: { key: 'finding.host-memory.low' },
    });
  });
  it('stops when the memory cannot be read', () => {
    expect(findingOf(fixtureHost('empty'), 'host-memory')?.light).toBe('problem');
  });
});

describe('nodes', () => {
  it('shows how the pool is spread over several nodes', () => {
    expect(said(fixtureHost('two-nodes'), 'nodes')).toContain('2 nodes');
    expect(said(fixtureHost('two-nodes'), 'nodes')).toContain('node0 = 1026, node1 = 1025');
  });
  it('has nothing to say about one node or none', () => {
    expect(findingOf(plain, 'nodes')).toMatchObject({ light: 'ok', sentence: { key: 'finding.nodes.ok' } });
    expect(findingOf(fixtureHost('empty'), 'nodes')).toMatchObject({
      light: 'ok',
      evidence: [{ file: '/sys/devices/system/node', value: '' }],
    });
  });
});
