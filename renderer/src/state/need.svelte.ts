import { needFacts, needVerdict, type NeedFacts, type NeedVerdict } from '../../../common/figures/need-verdict';
import { GIB_IN_KIB } from '../../../common/memory-size';
import type { Guide } from './guide.svelte';

/** Where what is typed on Size is no size. */
const USUAL_GUEST_KIB = 4 * GIB_IN_KIB;

/** What a person said of their VMs while reading; two chapters judge by it. */
export class Need {
  guests = $state(1);
  hibernates = $state(false);
  runsEvenly = $state(false);

  /** With the VM as it stands on Size; null while the machine has not said how much memory it has. */
  factsOn({ host, sizing }: Guide): NeedFacts | null {
    if (host.snapshot === null) return null;
    const { guests, hibernates, runsEvenly } = this;
    const { pageKiB } = sizing;
    const guestKiB = sizing.guestKiB ?? USUAL_GUEST_KIB;
    return needFacts(host.snapshot, { guestKiB, pageKiB, guests, hibernates, runsEvenly });
  }

  verdictOn(guide: Guide): NeedVerdict | null {
    const facts = this.factsOn(guide);
    return facts === null ? null : needVerdict(facts);
  }
}

export const need = new Need();
