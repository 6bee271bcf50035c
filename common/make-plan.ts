import { message } from './message';
import { mountPointFor } from './mount-point';
import type { PlanId, PlanResult, Refusal } from './plan';
import { planNotes } from './plan-notes';
import { hostRefusals, machineRefusals, requestRefusals, stepRefusals } from './plan-refusals';
import type { PlanRequest } from './plan-request';
import { planSteps } from './plan-steps';
import { pageSizeOption } from './page-size';
import { poolChange, withPageSize } from './pool-change';
import type { ScriptEdit } from './script/script-edit';
import { hostReserveKiB, otherPoolsKiB, poolOf } from './sizing';
import type { HostSnapshot } from './snapshot';
import { memPathOption } from './start-option';
import type { VmProcess } from './vm';

function refused(refusals: readonly Refusal[]): PlanResult {
  return { kind: 'refused', refusals };
}

/**
 * The plan for what was asked on the machine as it is, or why there is none. The machine is asked first, then the
 * request, then the host and the steps; the first of these stages that refuses gives all its reasons, and the later ones
 * are not asked. Pure: the same machine and the same request give the same plan, on screen and on the command line.
 * A patch of a start script that only root can carry out becomes one more step.
 */
export function makePlan(
  snapshot: HostSnapshot,
  vms: readonly VmProcess[],
  request: PlanRequest,
  id: PlanId,
  script: ScriptEdit | null = null,
): PlanResult {
  const ofMachine = machineRefusals(snapshot);
  if (ofMachine.length > 0) return refused(ofMachine);
  const pool = poolOf(snapshot, request.pageKiB);
  if (pool === undefined) {
    const sizes = snapshot.pools.map(({ pageKiB }) => pageSizeOption(pageKiB)).join(', ');
    const text = message('refusal.page-size-unavailable', { pageKiB: request.pageKiB, sizes });
    return refused([{ id: 'page-size-unavailable', text }]);
  }
  const ofRequest = requestRefusals(snapshot, request, pool);
  if (ofRequest.length > 0) return refused(ofRequest);

  const sizedVms = vms.map((vm) => withPageSize(vm, snapshot.defaultPageKiB));
  const change = poolChange(pool, sizedVms, request);
  const mountPoint = mountPointFor(snapshot, request.pageKiB);
  const steps = planSteps(snapshot, request, change, mountPoint, script);
  const refusals = [...hostRefusals(snapshot, change, steps), ...stepRefusals(snapshot, steps, mountPoint)];
  if (refusals.length > 0) return refused(refusals);

  const totalKiB = snapshot.memory.totalKiB ?? 0;
  return {
    kind: 'plan',
    plan: {
      id,
      request,
      steps,
      pool: change,
      mountPoint,
      leftForHostKiB: totalKiB - otherPoolsKiB(snapshot, change.pageKiB) - change.toPages * change.pageKiB,
      hostReserveKiB: hostReserveKiB(totalKiB),
      notes: planNotes({ snapshot, request, pool, change, steps, mountPoint }),
      startOption: memPathOption(mountPoint),
    },
  };
}
