import { findings } from '../../../common/advice';
import type { Bridge } from '../../../common/contract';
import type { HostSnapshot } from '../../../common/snapshot';
import type { Verdict, VmProcess } from '../../../common/vm';
import type { CoreLine } from './core-line.svelte';

/** The machine as last read. */
export class Host {
  snapshot = $state.raw<HostSnapshot | null>(null);
  vms = $state.raw<readonly VmProcess[]>([]);
  verdicts = $state.raw<readonly Verdict[]>([]);
  readonly findings = $derived(this.snapshot === null ? [] : findings(this.snapshot));

  constructor(
    private readonly bridge: Bridge,
    private readonly line: CoreLine,
  ) {}

  async read(): Promise<void> {
    const answer = await this.line.ask(Promise.all([this.bridge.readHost(), this.bridge.readVms()]));
    if (answer === null) return;
    const [snapshot, { vms, verdicts }] = answer.value;
    this.snapshot = snapshot;
    this.vms = vms;
    this.verdicts = verdicts;
  }
}
