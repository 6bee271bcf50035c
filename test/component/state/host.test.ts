import { describe, expect, it } from 'vitest';
import type { HostSnapshot } from '../../../common/snapshot';
import { CoreLine } from '../../../renderer/src/state/core-line.svelte';
import { Host } from '../../../renderer/src/state/host.svelte';
import { fakeBridge } from '../../fakes/bridge';
import { howToHost, win7, win7Verdict } from '../../fakes/machine';
import { readingOf } from '../guide-on';

describe('Host', () => {
  it('reads the machine and its VMs together', async () => {
    const { bridge } = fakeBridge({ readHost: () => readingOf(howToHost, [win7], [win7Verdict]) });
    const host = new Host(bridge, new CoreLine());
    expect(host.findings).toEqual([]);
    await host.read();
    expect(host.snapshot).toEqual(howToHost);
    expect(host.vms).toEqual([win7]);
    expect(host.verdicts).toEqual([win7Verdict]);
    expect(host.findings.length).toBeGreaterThan(10);
  });

  it('keeps each part that has not changed, so that nothing is drawn again for it', async () => {
    let vms = [win7];
    const { bridge } = fakeBridge({ readHost: () => structuredClone(readingOf(howToHost, vms, [win7Verdict])) });
    const host = new Host(bridge, new CoreLine());
    await host.read();
    const before = { snapshot: host.snapshot, verdicts: host.verdicts };
    vms = [win7, { ...win7, pid: 4_712 }];
    await host.read();
    expect(host.snapshot).toBe(before.snapshot);
    expect(host.verdicts).toBe(before.verdicts);
    expect(host.vms).toEqual(vms);
  });

  it('takes free memory anew only when it has changed by as much as anybody could see', async () => {
    let availableKiB = 12_000_000;
    const now = (): HostSnapshot => ({ ...howToHost, memory: { ...howToHost.memory, availableKiB } });
    const { bridge } = fakeBridge({ readHost: () => readingOf(now()) });
    const host = new Host(bridge, new CoreLine());
    await host.read();
    const before = host.snapshot;
    availableKiB = 12_000_000 + 6_000;
    await host.read();
    expect(host.snapshot).toBe(before);
    availableKiB = 12_000_000 + 12_000;
    await host.read();
    expect(host.snapshot?.memory.availableKiB).toBe(12_012_000);
  });

  it('keeps what it knew when a call breaks', async () => {
    let isGone = false;
    const { bridge } = fakeBridge({
      readHost: () => (isGone ? Promise.reject(new Error('gone')) : readingOf(howToHost)),
    });
    const line = new CoreLine();
    const host = new Host(bridge, line);
    await host.read();
    isGone = true;
    await host.read();
    expect(host.snapshot).toEqual(howToHost);
    expect(line.failure).toBe('gone');
  });
});
