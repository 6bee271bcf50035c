import type { HostReading, PlanPreview } from '../../common/contract';
import { makePlan } from '../../common/make-plan';
import type { Plan } from '../../common/plan';
import { type PlanRequest, USUAL_WISHES } from '../../common/plan-request';
import type { ScriptEdit } from '../../common/script/script-edit';
import type { HostSnapshot } from '../../common/snapshot';
import type { Verdict, VmProcess } from '../../common/vm';
import { Guide } from '../../renderer/src/state/guide.svelte';
import { fakeBridge, type Answers, type FakeBridge } from '../fakes/bridge';

const ROOT_TEXT = 'set -u\numask 022\n';
export const PLAN_ID = '20261123T011500Z-4f2a9c01';

/** The request of the how-to: a VM of 4 GiB in pages of 2 MiB, a little above, kept. */
export const HOW_TO_REQUEST: PlanRequest = {
  guestKiB: 4_194_304,
  pageKiB: 2_048,
  sizing: { kind: 'a-little-above' },
  isPersistent: true,
  givesBack: false,
  guestPids: [],
  wishes: USUAL_WISHES,
};

/** What the program's core reads of this machine, with these VMs on it. */
export function readingOf(
  snapshot: HostSnapshot,
  vms: readonly VmProcess[] = [],
  verdicts: readonly Verdict[] = [],
): HostReading {
  return { snapshot, vms, verdicts };
}

/** The plan that a machine gets for the how-to's VM. */
export function planOn(host: HostSnapshot, request: PlanRequest = HOW_TO_REQUEST): Plan {
  const result = makePlan(host, [], request, PLAN_ID);
  if (result.kind !== 'plan') throw new Error(`refused: ${JSON.stringify(result.refusals)}`);
  return result.plan;
}

/** What the program's core would answer to `previewPlan` on this machine. */
export function previewOn(host: HostSnapshot, edit: ScriptEdit | null = null): (request: PlanRequest) => PlanPreview {
  return (request) => {
    const result = makePlan(host, [], request, PLAN_ID, edit);
    return { ...result, rootText: result.kind === 'plan' ? ROOT_TEXT : '' };
  };
}

/**
 * A guide that has greeted its person and read the machine once; only what is given is expected to be called, besides
 * reading the machine and keeping the place.
 */
export async function guideOn(
  host: HostSnapshot,
  answers: Answers = {},
): Promise<FakeBridge & { readonly guide: Guide }> {
  const fake = fakeBridge({ readHost: () => readingOf(host), saveSettings: () => undefined, ...answers });
  const guide = new Guide(fake.bridge);
  guide.isWelcomed = true;
  guide.isOpen = true;
  await guide.host.read();
  return { ...fake, guide };
}
