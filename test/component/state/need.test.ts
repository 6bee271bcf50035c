import { describe, expect, it } from 'vitest';
import { withFacts } from '../../fakes/host';
import { freshHost } from '../../fakes/machine';
import { guideOn } from '../guide-on';

describe('Need', () => {
  it('judges by the machine, the VM as it stands on Size, and what the person said', async () => {
    const { guide } = await guideOn(freshHost);
    const { need } = guide;
    expect(need.verdict).toMatchObject({ kind: 'worth-a-try', poolKiB: 4_194_304 });
    need.runsEvenly = true;
    expect(need.verdict?.kind).toBe('worthwhile');
    guide.sizing.typeGuest('2 GiB');
    need.guests = 3;
    expect(need.verdict?.poolKiB).toBe(3 * 2_097_152);
  });

  it('takes the usual 4 GiB while what is typed on Size is no size', async () => {
    const { guide } = await guideOn(freshHost);
    guide.sizing.typeGuest('a lot');
    expect(guide.need.facts?.guestKiB).toBe(4_194_304);
  });

  it('has no verdict on a machine that does not say how much memory it has, or was not read', async () => {
    const { guide } = await guideOn(withFacts(freshHost, { memory: { totalKiB: null } }));
    expect(guide.need.verdict).toBeNull();
    guide.host.snapshot = null;
    expect(guide.need.verdict).toBeNull();
  });
});
