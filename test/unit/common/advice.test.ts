import { describe, expect, it } from 'vitest';
import { findings } from '../../../common/advice';
import type { FindingId } from '../../../common/finding';
import { translatorFor } from '../../../common/text/translator';
import type { HostSnapshot } from '../../../common/snapshot';
import { type FixtureHost, fixtureHost } from '../../fakes/fixture-host';

/** Every id that is always there; `Record` makes a new one break this table until it is listed. */
const IDS: Record<Exclude<FindingId, 'run'>, true> = {
  platform: true,
  kernel: true,
  cpu: true,
  container: true,
  pool: true,
  counters: true,
  'host-memory': true,
  nodes: true,
  mount: true,
  access: true,
  group: true,
  membership: true,
  fstab: true,
  sysctl: true,
  transparent: true,
  prompt: true,
};
const HOSTS: readonly FixtureHost[] = [
  'plain',
  'how-to-done',
  '1g-default',
  'no-hugetlbfs',
  'two-nodes',
  'container',
  'wsl',
  'ostree',
  'nixos',
  'later-sysctl-wins',
  'crlf-fstab',
  'no-newline-fstab',
  'many-users-pool',
  'empty',
  'garbage',
];

const english = translatorFor('en');
const problemIds = (snapshot: HostSnapshot): readonly FindingId[] =>
  findings(snapshot)
    .filter(({ light }) => light === 'problem')
    .map(({ id }) => id);

describe.each(HOSTS)('findings about the machine "%s"', (host) => {
  const all = findings(fixtureHost(host));

  it('has exactly one finding of each id, in the same order everywhere', () => {
    expect(all.map(({ id }) => id)).toEqual(Object.keys(IDS));
  });
  it.each(['en', 'zh-CN'] as const)('says each as a whole sentence (%s)', (locale) => {
    for (const { sentence } of all) {
      const said = translatorFor(locale).say(sentence);
      expect(said).not.toBe(sentence.key);
      expect(said).toMatch(/[.。]$/);
      expect(said).not.toMatch(/\{\{|\}\}|undefined|null|NaN|\[object/);
    }
  });
  it('names at least one file as evidence for each, also where something was looked for and not found', () => {
    for (const { id, evidence } of all) {
      expect(evidence.length, id).toBeGreaterThan(0);
      for (const { file } of evidence) expect(file).toMatch(/^\//);
    }
  });
});

describe('findings', () => {
  it('stop the guide only where it cannot go on', () => {
    const stopped = HOSTS.filter((host) => problemIds(fixtureHost(host)).length > 0);
    expect(stopped).toEqual(['no-hugetlbfs', 'container', 'empty', 'garbage']);
    expect(problemIds(fixtureHost('no-hugetlbfs'))).toEqual(['kernel']);
    expect(problemIds(fixtureHost('container'))).toEqual(['container']);
  });
  it('say nothing but the platform on another system', () => {
    const all = findings(fixtureHost('empty', { platform: 'darwin' }));
    expect(all.map(({ id, light }) => [id, light])).toEqual([['platform', 'problem']]);
  });
  it('give one pool for each page size in use', () => {
    const plain = fixtureHost('plain');
    const pools = plain.pools.map((pool) => ({ ...pool, totalPages: 2, freePages: 2, persistentPages: 2 }));
    const sentences = findings({ ...plain, pools }).filter(({ id }) => id === 'pool');
    expect(sentences.map(({ sentence }) => sentence.values['pageKiB'])).toEqual([2_048, 1_048_576]);
  });
  it('have a title for each id and a name for each light', () => {
    for (const id of findings(fixtureHost('plain')).map((finding) => finding.id)) {
      expect(english.say({ key: `finding.${id}.title`, values: {} })).not.toMatch(/^finding\./);
    }
    for (const light of ['ok', 'hint', 'warning', 'problem'] as const) {
      expect(english.say({ key: `light.${light}`, values: {} })).not.toMatch(/^light\./);
    }
  });
});
