import { needFacts, needVerdict } from '../../../common/figures/need-verdict';
import { FIRST_GUEST_KIB } from '../../../common/sizing';
import type { Host } from './host.svelte';
import type { Sizing } from './sizing.svelte';

/** What a person said of their VMs while reading; two chapters judge by it. */
export class Need {
  guests = $state(1);
  hibernates = $state(false);
  runsEvenly = $state(false);

  constructor(
    private readonly host: Host,
    private readonly sizing: Sizing,
  ) {}

  /** With the VM as it stands on Size; null while the machine has not said how much memory it has. */
  readonly facts = $derived.by(() => {
    if (this.host.snapshot === null) return null;
    const { guests, hibernates, runsEvenly } = this;
    const { pageKiB } = this.sizing;
    const guestKiB = this.sizing.guestKiB ?? FIRST_GUEST_KIB;
    return needFacts(this.host.snapshot, { guestKiB, pageKiB, guests, hibernates, runsEvenly });
  });
  readonly verdict = $derived(this.facts === null ? null : needVerdict(this.facts));
}
