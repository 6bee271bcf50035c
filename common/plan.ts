import type { Message } from './message';
import type { PlanRequest } from './plan-request';
import type { ScriptEdit } from './script/script-edit';

/** Names a plan that was shown; also its folder in the journal. */
export type PlanId = string;

/** What one apply does, in order. Built by `makePlan`, turned into root text by `renderRootScript`. */
export interface Plan {
  readonly id: PlanId;
  readonly request: PlanRequest;
  readonly steps: readonly Step[];
  readonly pool: PoolChange;
  /** Where this VM's pages are mounted: `/dev/hugepages` for the default page size. */
  readonly mountPoint: string;
  /** What stays for the host once the pool is as planned, in KiB. */
  readonly leftForHostKiB: number;
  /** The reserve that the root text keeps, in KiB. */
  readonly hostReserveKiB: number;
  /** What to know before the click: each with how serious it is. */
  readonly notes: readonly Note[];
  /** The option that the VM's start needs: `-mem-path /dev/hugepages`. */
  readonly startOption: string;
}

export interface PoolChange {
  readonly pageKiB: number;
  /** Pages for the VM, after the sizing choice. */
  readonly neededPages: number;
  /** In use by or promised to others. */
  readonly heldByOthersPages: number;
  /** nr_hugepages when the plan was made; the root text refuses to go on when it has changed since. */
  readonly fromPages: number;
  readonly toPages: number;
}

export type StepKind = 'group' | 'membership' | 'mount' | 'pool' | 'sysctl' | 'fstab' | 'reload' | 'script';

/**
 * Every kind of step, in the order that keeps each state in between bootable. The script comes last: it is of use only
 * once there are pages, and all the rest works without it.
 */
export const STEP_ORDER: readonly StepKind[] = [
  'group',
  'membership',
  'mount',
  'pool',
  'sysctl',
  'fstab',
  'reload',
  'script',
];

/**
 * `todo`: in the root text. `already`: the machine is so; nothing to do. `left-out`: not wanted or not possible here;
 * a note says why.
 */
export type StepState = 'todo' | 'already' | 'left-out';

interface StepBase {
  readonly state: StepState;
}

export type Step =
  | (StepBase & { readonly kind: 'group'; readonly group: string; readonly how: 'create' | 'copy-from-usr-lib' })
  | (StepBase & { readonly kind: 'membership'; readonly group: string; readonly user: string })
  | (StepBase & {
      readonly kind: 'mount';
      readonly group: string;
      readonly path: string;
      readonly pageKiB: number;
      /** `mount`: nothing is mounted there yet. `adjust`: it is hugetlbfs, but the group may not write. */
      readonly how: 'mount' | 'adjust';
      /** Written only for a page size other than the default. */
      readonly pageSizeOption: string | null;
    })
  | (StepBase & {
      readonly kind: 'pool';
      /** The size that vm.nr_hugepages, and with it the how-to, speaks of. */
      readonly isDefaultPageSize: boolean;
    } & PoolChange)
  | (StepBase & { readonly kind: 'sysctl'; readonly file: string; readonly pages: number })
  | (StepBase & { readonly kind: 'fstab'; readonly file: string; readonly line: string })
  | (StepBase & { readonly kind: 'reload' })
  /** Only in a plan that patches a start script; the others are in every plan. */
  | (StepBase & { readonly kind: 'script'; readonly edit: ScriptEdit });

export type StepOf<Kind extends StepKind> = Extract<Step, { kind: Kind }>;

export interface Note {
  readonly id: NoteId;
  readonly severity: 'hint' | 'warning';
  readonly text: Message;
}

export type NoteId =
  | 'login-again'
  | 'own-fstab-line'
  | 'own-fstab-line-boot-risk'
  | 'later-sysctl-wins'
  | 'not-persistable'
  | 'not-persisted'
  | 'others-hold-pages'
  | 'keeps-larger-pool'
  | 'cannot-shrink-below-use'
  | 'rounded-up-to-page'
  | 'may-come-short'
  | 'directory-has-other-group'
  | 'stacked-mounts'
  | 'libvirt-restart'
  | 'transparent-pages-serve'
  | 'runs-as-root'
  | 'not-an-administrator'
  | 'nothing-to-do';

/** Why there is no plan. All that hold are listed at once; each says what happened and what to do next. */
export interface Refusal {
  readonly id: RefusalId;
  readonly text: Message;
}

export type RefusalId =
  | 'not-linux'
  | 'no-hugetlbfs'
  | 'container'
  | 'memory-unknown'
  | 'page-size-unavailable'
  | 'guest-too-small'
  | 'guest-too-large'
  | 'pages-too-few'
  | 'host-starved'
  | 'too-little-free-now'
  | 'user-name-unusable'
  | 'file-not-writable'
  | 'file-is-symlink'
  | 'generated-by-nixos'
  | 'path-not-usable';

export type PlanResult =
  { readonly kind: 'plan'; readonly plan: Plan } | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] };
