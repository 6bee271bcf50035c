import { USUAL_PAGE_KIB } from './page-size';
import { pagesFor, poolOf } from './sizing';
import type { HostSnapshot } from './snapshot';
import { isOnHugePages, namesPath, type Verdict, type VmProcess } from './vm';

/** What one VM has of its pages, before the pool's promises are shared out. */
interface Holding {
  readonly vm: VmProcess;
  readonly pageKiB: number;
  readonly neededPages: number | null;
  readonly inUsePages: number;
  readonly isOnHugetlb: boolean;
  /** Pages it still lacks; null where its size or its counter cannot be read. */
  readonly missingPages: number | null;
}

/** Pages promised to one VM; `shared` where it cannot be told whose the promises are. */
type Promised = number | 'shared';

/**
 * Does each VM run on huge pages? Pages in use come from the process itself (`HugetlbPages:` of /proc/PID/status),
 * promised ones from its pool, which names nobody (Documentation/mm/hugetlbfs_reserv.rst). A VM that QEMU gave huge
 * pages has every page it lacks promised, so promises that cover what all VMs lack are theirs; fewer belong to a VM
 * that is alone, and cannot be told apart among several. Read the snapshot before the VMs: a page that a guest takes in
 * between then counts as in use, and is not missed.
 */
export function verdicts(snapshot: HostSnapshot, vms: readonly VmProcess[]): readonly Verdict[] {
  const holdings = vms.map((vm) => holdingOf(snapshot, vm));
  return holdings.map((holding) => judge(holding, promisedTo(holding, holdings, snapshot)));
}

function holdingOf(snapshot: HostSnapshot, vm: VmProcess): Holding {
  const pageKiB = vm.pageKiB ?? snapshot.defaultPageKiB ?? USUAL_PAGE_KIB;
  const neededPages = vm.guestKiB === null ? null : pagesFor(vm.guestKiB, pageKiB);
  const inUsePages = Math.floor((vm.hugetlbKiB ?? 0) / pageKiB);
  return {
    vm,
    pageKiB,
    neededPages,
    inUsePages,
    isOnHugetlb: isOnHugetlb(vm),
    missingPages: neededPages === null || vm.hugetlbKiB === null ? null : Math.max(0, neededPages - inUsePages),
  };
}

/** A path that looks ordinary from here may be hugetlbfs in the VM's own mount namespace: its counter knows better. */
function isOnHugetlb({ backing, hugetlbKiB }: VmProcess): boolean {
  return isOnHugePages(backing) || (namesPath(backing) && (hugetlbKiB ?? 0) > 0);
}

function promisedTo(holding: Holding, all: readonly Holding[], snapshot: HostSnapshot): Promised {
  if (!holding.isOnHugetlb || holding.missingPages === null) return 0;
  const reservedPages = poolOf(snapshot, holding.pageKiB)?.reservedPages ?? 0;
  const lacking = all.filter(
    ({ isOnHugetlb, pageKiB, missingPages }) => isOnHugetlb && pageKiB === holding.pageKiB && missingPages !== 0,
  );
  const missingInAllPages = lacking.reduce((sum, { missingPages }) => sum + (missingPages ?? 0), 0);
  if (reservedPages >= missingInAllPages) return holding.missingPages;
  if (reservedPages === 0 || holding.missingPages === 0) return 0;
  return lacking.length === 1 ? reservedPages : 'shared';
}

function judge(holding: Holding, promised: Promised): Verdict {
  const { vm, pageKiB, neededPages, inUsePages } = holding;
  const promisedPages = promised === 'shared' ? 0 : promised;
  return {
    pid: vm.pid,
    name: vm.name,
    pageKiB,
    guestKiB: vm.guestKiB,
    neededPages,
    inUsePages,
    promisedPages,
    ...kindAndReason(holding, promised),
  };
}

function kindAndReason(holding: Holding, promised: Promised): Pick<Verdict, 'kind' | 'reason'> {
  const { vm, neededPages, inUsePages } = holding;
  if (!holding.isOnHugetlb) {
    if (inUsePages > 0) return { kind: 'partly', reason: 'ordinary-memory-besides' };
    return { kind: 'none', reason: namesPath(vm.backing) ? 'path-not-hugetlbfs' : 'no-option' };
  }
  if (neededPages === null) return { kind: 'unknown', reason: 'memory-size-unreadable' };
  if (vm.hugetlbKiB === null) return { kind: 'unknown', reason: 'counter-unreadable' };
  if (promised === 'shared') return { kind: 'unknown', reason: 'promises-shared-by-several' };
  const heldPages = inUsePages + promised;
  if (heldPages >= neededPages) return { kind: 'all', reason: null };
  return { kind: heldPages > 0 ? 'partly' : 'none', reason: null };
}
