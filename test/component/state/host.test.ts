import { describe, expect, it } from 'vitest';
import { CoreLine } from '../../../renderer/src/state/core-line.svelte';
import { Host } from '../../../renderer/src/state/host.svelte';
import { fakeBridge } from '../../fakes/bridge';
import { howToHost, win7, win7Verdict } from '../../fakes/machine';

describe('Host', () => {
  it('reads the machine and its VMs together', async () => {
    const { bridge } = fakeBridge({
      readHost: () => howToHost,
      readVms: () => ({ vms: [win7], verdicts: [win7Verdict] }),
    });
    const host = new Host(bridge, new CoreLine());
    expect(host.findings).toEqual([]);
    await host.read();
    expect(host.snapshot).toEqual(howToHost);
    expect(host.vms).toEqual([win7]);
    expect(host.verdicts).toEqual([win7Verdict]);
    expect(host.findings.length).toBeGreaterThan(10);
  });

  it('keeps what it knew when a call breaks', async () => {
    let isGone = false;
    const { bridge } = fakeBridge({
      readHost: () => (isGone ? Promise.reject(new Error('gone')) : howToHost),
      readVms: () => ({ vms: [], verdicts: [] }),
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
