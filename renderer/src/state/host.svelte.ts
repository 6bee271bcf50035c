import { findings } from '../../../common/advice';
import type { Bridge } from '../../../common/contract';
import { freePieces } from '../../../common/figures/free-pieces';
import { MIB_IN_KIB } from '../../../common/memory-size';
import { USUAL_PAGE_KIB } from '../../../common/page-size';
import type { HostSnapshot } from '../../../common/snapshot';
import type { Verdict, VmProcess } from '../../../common/vm';
import type { CoreLine } from './core-line.svelte';
import { kept } from './kept';

/** Two decimals of a GiB, as the screens show it. */
const NOTICEABLE_KIB = 10 * MIB_IN_KIB;

function steady(knownKiB: number | null, readKiB: number | null): number | null {
  if (knownKiB === null || readKiB === null) return readKiB;
  return Math.abs(readKiB - knownKiB) < NOTICEABLE_KIB ? knownKiB : readKiB;
}

/** Free pieces of every size come and go; what counts is how much is free, and how much of it in huge pieces. */
function steadyBlocks(known: readonly number[] | null, read: readonly number[] | null): readonly number[] | null {
  if (known === null || read === null) return read;
  const [before, after] = [freePieces(known, USUAL_PAGE_KIB), freePieces(read, USUAL_PAGE_KIB)];
  const isSame =
    steady(before.freeKiB, after.freeKiB) === before.freeKiB &&
    steady(before.largeKiB, after.largeKiB) === before.largeKiB;
  return isSame ? known : read;
}

/** Free memory never stands still: what nobody could see of it is no change. */
function steadied(known: HostSnapshot | null, read: HostSnapshot): HostSnapshot {
  if (known === null) return read;
  const availableKiB = steady(known.memory.availableKiB, read.memory.availableKiB);
  const anonHugeKiB = steady(known.memory.anonHugeKiB, read.memory.anonHugeKiB);
  const pageTablesKiB = steady(known.memory.pageTablesKiB, read.memory.pageTablesKiB);
  const freeBlocks = steadyBlocks(known.memory.freeBlocks, read.memory.freeBlocks);
  return { ...read, memory: { ...read.memory, availableKiB, anonHugeKiB, pageTablesKiB, freeBlocks } };
}

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
    const answer = await this.line.ask(this.bridge.readHost());
    if (answer === null) return;
    const { snapshot, vms, verdicts } = answer.value;
    this.snapshot = kept(this.snapshot, steadied(this.snapshot, snapshot));
    this.vms = kept(this.vms, vms);
    this.verdicts = kept(this.verdicts, verdicts);
  }
}
