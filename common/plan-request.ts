/** What a person asks for on the Size screen or on the command line. */
export interface PlanRequest {
  readonly guestKiB: number;
  readonly pageKiB: number;
  readonly sizing: SizingChoice;
  /** Also at every boot: sysctl.d and fstab. */
  readonly isPersistent: boolean;
  /** Give pages that nobody uses back to the host, when the pool is larger than needed. */
  readonly givesBack: boolean;
  /** The running VM that is being sized, so that its own pages are not counted as somebody else's. */
  readonly guestPid: number | null;
}

/**
 * `exact`: the pages that hold the VM. `a-little-above`: rounded up to a multiple of ten (2048 → 2050). `double`: the
 * how-to's rule of thumb. `pages`: a number of one's own.
 */
export type SizingChoice =
  { readonly kind: 'exact' | 'a-little-above' | 'double' } | { readonly kind: 'pages'; readonly pages: number };

export type SizingKind = SizingChoice['kind'];
export const SIZING_KINDS: readonly SizingKind[] = ['exact', 'a-little-above', 'double', 'pages'];
