import { makePlan } from '../../../common/make-plan';
import { GIB_IN_KIB, MIB_IN_KIB, parseMemorySize } from '../../../common/memory-size';
import type { PlanResult } from '../../../common/plan';
import {
  type PlanRequest,
  type RunWishes,
  type SizingChoice,
  type SizingKind,
  USUAL_WISHES,
} from '../../../common/plan-request';
import { FIRST_GUEST_KIB, largestGuestKiB, pagesForChoice, poolOf } from '../../../common/sizing';
import type { PatchPreview } from '../../../common/script/reading';
import type { VmProcess } from '../../../common/vm';
import type { Host } from './host.svelte';

const FIRST_KIND: SizingKind = 'a-little-above';
const SLIDER_STEP_KIB = 256 * MIB_IN_KIB;

/** A size as a person would type it, with nothing rounded away: "4 GiB", "1.25 GiB", "1000 MiB". */
export function typedMemory(KiB: number): string {
  if (KiB % SLIDER_STEP_KIB === 0 && KiB >= GIB_IN_KIB) return `${String(KiB / GIB_IN_KIB)} GiB`;
  return KiB % MIB_IN_KIB === 0 ? `${String(KiB / MIB_IN_KIB)} MiB` : `${String(KiB)} KiB`;
}

/** What is entered on the Size screen, and the plan it would give on the machine as it is. */
export class Sizing {
  typedGuest = $state<string | null>(null);
  chosenPageKiB = $state<number | null>(null);
  kind = $state<SizingKind>(FIRST_KIND);
  typedPages = $state('');
  isPersistent = $state(true);
  givesBack = $state(false);
  guestPid = $state<number | null>(null);
  /** Chosen on Review. */
  wishes = $state.raw<RunWishes>(USUAL_WISHES);
  /** A change of a start script that only root can make: a step of the plan. */
  patch = $state.raw<PatchPreview | null>(null);

  constructor(private readonly host: Host) {}

  readonly pageKiB = $derived.by(() => {
    const { snapshot } = this.host;
    // A size that was chosen once may be gone after a restart with other boot parameters.
    const chosen =
      snapshot === null || poolOf(snapshot, this.chosenPageKiB ?? 0) !== undefined ? this.chosenPageKiB : null;
    return chosen ?? snapshot?.defaultPageKiB ?? snapshot?.pools[0]?.pageKiB ?? 2 * MIB_IN_KIB;
  });
  /** What this machine can give a VM and keep its reserve. */
  readonly largestKiB = $derived.by(() => {
    const { snapshot } = this.host;
    return snapshot === null ? 0 : largestGuestKiB(snapshot, this.pageKiB);
  });
  readonly sliderStepKiB = $derived(Math.max(SLIDER_STEP_KIB, this.pageKiB));
  readonly sliderEndKiB = $derived(Math.floor(this.largestKiB / this.sliderStepKiB) * this.sliderStepKiB);
  readonly guestText = $derived(
    this.typedGuest ?? typedMemory(Math.max(this.sliderStepKiB, Math.min(FIRST_GUEST_KIB, this.sliderEndKiB))),
  );
  readonly guest = $derived(parseMemorySize(this.guestText));
  readonly guestKiB = $derived(this.guest.kind === 'size' ? this.guest.KiB : null);
  readonly pool = $derived.by(() => {
    const { snapshot } = this.host;
    return snapshot === null ? undefined : poolOf(snapshot, this.pageKiB);
  });
  /** The number of one's own; null while it is no whole number. */
  readonly ownPages = $derived.by(() => {
    const digits = this.typedPages.normalize('NFKC').trim();
    return /^\d{1,15}$/.test(digits) ? Number(digits) : null;
  });
  readonly choice = $derived.by((): SizingChoice | null => {
    if (this.kind !== 'pages') return { kind: this.kind };
    return this.ownPages === null ? null : { kind: 'pages', pages: this.ownPages };
  });
  /** The person has entered something; all else is only where the screen starts. */
  readonly isTouched = $derived(
    this.typedGuest !== null ||
      this.chosenPageKiB !== null ||
      this.kind !== FIRST_KIND ||
      !this.isPersistent ||
      this.givesBack ||
      this.wishes !== USUAL_WISHES,
  );
  /** Null while something entered is not a size. */
  readonly request = $derived.by((): PlanRequest | null => {
    if (this.guestKiB === null || this.choice === null || this.host.snapshot === null) return null;
    const { guestKiB, pageKiB, isPersistent, givesBack, wishes } = this;
    const guestPids = this.guestPid === null ? [] : [this.guestPid];
    return { guestKiB, pageKiB, sizing: this.choice, isPersistent, givesBack, guestPids, wishes };
  });
  readonly plan = $derived.by((): PlanResult | null => {
    if (this.request === null || this.host.snapshot === null) return null;
    return makePlan(this.host.snapshot, this.host.vms, this.request, 'preview', this.patch?.edit ?? null);
  });

  /** Pages that a choice gives for the VM as entered; null while there is nothing to compute from. */
  pagesOf(kind: SizingKind): number | null {
    if (kind === 'pages') return this.ownPages;
    return this.guestKiB === null ? null : pagesForChoice(this.guestKiB, this.pageKiB, { kind });
  }

  /** Pages for a VM of another size, by the rule that is chosen; a number of one's own is no rule. */
  pagesForGuest(guestKiB: number): number {
    return pagesForChoice(guestKiB, this.pageKiB, { kind: this.kind === 'pages' ? 'exact' : this.kind });
  }

  /** What was entered another time. */
  restore({ guestKiB, pageKiB, sizing, isPersistent, givesBack, wishes }: PlanRequest): void {
    this.typedGuest = typedMemory(guestKiB);
    this.chosenPageKiB = pageKiB;
    this.kind = sizing.kind;
    if (sizing.kind === 'pages') this.typedPages = String(sizing.pages);
    this.isPersistent = isPersistent;
    this.givesBack = givesBack;
    this.wishes = wishes;
  }

  typeGuest(typed: string): void {
    this.typedGuest = typed;
    this.guestPid = null;
  }

  /** Takes memory and page size from a running VM. */
  takeFrom(vm: VmProcess): void {
    if (vm.guestKiB === null) return;
    this.typedGuest = typedMemory(vm.guestKiB);
    this.guestPid = vm.pid;
    if (vm.pageKiB !== null) this.chosenPageKiB = vm.pageKiB;
  }

  /** Takes the memory that a start script gives its VM; nothing is rounded. */
  takeSize(guestKiB: number): void {
    this.typeGuest(typedMemory(guestKiB));
  }

  choose(kind: SizingKind): void {
    // The own number starts from what the last rule gave, so that the field is never empty for no reason.
    if (kind === 'pages' && this.typedPages === '') this.typedPages = String(this.pagesOf(this.kind) ?? '');
    this.kind = kind;
  }
}
