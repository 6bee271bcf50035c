/** The four counters in the kernel's order, with its own names: HugePages_Total … of /proc/meminfo. */
export const COUNTERS = [
  { id: 'total', name: 'Total', field: 'totalPages' },
  { id: 'free', name: 'Free', field: 'freePages' },
  { id: 'reserved', name: 'Rsvd', field: 'reservedPages' },
  { id: 'surplus', name: 'Surp', field: 'surplusPages' },
] as const;
