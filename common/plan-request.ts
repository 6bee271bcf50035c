/** What a person asks for on the Size screen or on the command line. */
export interface PlanRequest {
  readonly guestKiB: number;
  readonly pageKiB: number;
  readonly sizing: SizingChoice;
  /** Also at every boot: sysctl.d and fstab. */
  readonly isPersistent: boolean;
  /** Give pages that nobody uses back to the host, when the pool is larger than needed. */
  readonly givesBack: boolean;
  /** The running VMs that are being sized, so that their own pages are not counted as somebody else's. */
  readonly guestPids: readonly number[];
  readonly wishes: RunWishes;
}

/** What is to be done where the run meets an obstacle; it runs alone, so the person says so before. */
export interface RunWishes {
  /** When a step fails: those before it are undone in reverse order, or stay. The one that failed is undone always. */
  readonly onFailure: KeepOrUndo;
  /** When the kernel gives fewer pages than asked: they stay, or the whole plan is undone. */
  readonly onShort: KeepOrUndo;
  /** When pages are missing after all else: drop the caches and compact memory (kernel vm.rst, drop_caches). */
  readonly mayDropCaches: boolean;
}

export const KEEP_OR_UNDO = ['keep', 'undo'] as const;
export type KeepOrUndo = (typeof KEEP_OR_UNDO)[number];

export const USUAL_WISHES: RunWishes = { onFailure: 'undo', onShort: 'keep', mayDropCaches: false };

/**
 * `exact`: the pages that hold the VM. `a-little-above`: rounded up to a multiple of ten (2048 → 2050). `double`: the
 * how-to's rule of thumb. `pages`: a number of one's own.
 */
export type SizingChoice =
  { readonly kind: 'exact' | 'a-little-above' | 'double' } | { readonly kind: 'pages'; readonly pages: number };

export type SizingKind = SizingChoice['kind'];
export const SIZING_KINDS: readonly SizingKind[] = ['exact', 'a-little-above', 'double', 'pages'];
