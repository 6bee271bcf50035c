import { describe, expect, it } from 'vitest';
import type { FindingId } from '../../../common/finding';
import { machineFindings } from '../../../common/advice-machine';
import type { HostSnapshot } from '../../../common/snapshot';
import { fixtureHost } from '../../fakes/fixture-host';

const plain = fixtureHost('plain');

function lightAndKey(snapshot: HostSnapshot, id: FindingId): readonly unknown[] {
  const found = machineFindings(snapshot).find((finding) => finding.id === id);
  return [found?.light, found?.sentence.key];
}

describe('platform', () => {
  it('names distribution and kernel', () => {
    const [platform] = machineFindings(plain);
    expect(platform.sentence).toEqual({
      key: 'finding.platform.ok',
      values: { distribution: 'Debian GNU/Linux 12 (bookworm)', kernel: '6.1.0-38-amd64' },
    });
  });
  it('does without a name', () => {
    expect(lightAndKey(fixtureHost('empty'), 'platform')).toEqual(['ok', 'finding.platform.unnamed']);
  });
  it('warns of WSL and stops elsewhere', () => {
    expect(lightAndKey(fixtureHost('wsl'), 'platform')).toEqual(['warning', 'finding.platform.wsl']);
    const mac = fixtureHost('empty', { platform: 'darwin' });
    expect(lightAndKey(mac, 'platform')).toEqual(['problem', 'finding.platform.not-linux']);
  });
});

describe('kernel', () => {
  it('lists the page sizes it offers', () => {
    const [, kernel] = machineFindings(plain);
    expect(kernel).toMatchObject({ light: 'ok', sentence: { values: { sizes: '2 MiB / 1 GiB' } } });
  });
  it('points out a default size other than 2 MiB', () => {
    expect(lightAndKey(fixtureHost('1g-default'), 'kernel')).toEqual(['hint', 'finding.kernel.other-default']);
  });
  it('stops without hugetlbfs and without page sizes', () => {
    expect(lightAndKey(fixtureHost('no-hugetlbfs'), 'kernel')).toEqual(['problem', 'finding.kernel.no-hugetlbfs']);
    expect(lightAndKey({ ...plain, pools: [] }, 'kernel')).toEqual(['problem', 'finding.kernel.no-pages']);
  });
});

describe('cpu', () => {
  const withCpu = (has2MiBPages: boolean | null, has1GiBPages: boolean | null): HostSnapshot => ({
    ...plain,
    cpu: { ...plain.cpu, model: null, has2MiBPages, has1GiBPages },
  });
  it('is fine with 2 MiB pages, with or without 1 GiB pages', () => {
    expect(lightAndKey(plain, 'cpu')).toEqual(['ok', 'finding.cpu.ok']);
    expect(lightAndKey(withCpu(true, false), 'cpu')).toEqual(['ok', 'finding.cpu.only-2mib']);
  });
  it('warns without pse, and leaves other processors to the kernel', () => {
    expect(lightAndKey(withCpu(false, false), 'cpu')).toEqual(['warning', 'finding.cpu.no-pse']);
    expect(lightAndKey(withCpu(null, null), 'cpu')).toEqual(['hint', 'finding.cpu.unknown']);
  });
});

describe('container', () => {
  it('stops inside one and shows what gave it away', () => {
    const container = machineFindings(fixtureHost('container')).find(({ id }) => id === 'container');
    expect(container).toMatchObject({ light: 'problem', evidence: [{ file: '/.dockerenv', value: '/ = overlay /' }] });
    expect(lightAndKey(plain, 'container')).toEqual(['ok', 'finding.container.ok']);
  });
});
