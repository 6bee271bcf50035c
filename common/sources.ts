/** What a claim of the guide rests on: its name as it calls itself, and where it stands. */
export interface Source {
  readonly title: string;
  /** The path within the project that it belongs to, as a person would look it up. */
  readonly place: string;
  readonly url: string;
}

const KERNEL = 'https://docs.kernel.org';
const MANUAL = 'https://man7.org/linux/man-pages';

function kernelDocument(title: string, path: string): Source {
  return { title: `Linux kernel: ${title}`, place: `Documentation/${path}.rst`, url: `${KERNEL}/${path}.html` };
}

function manualPage(name: string, section: number): Source {
  const place = `${name}(${String(section)})`;
  return {
    title: `Linux manual page: ${place}`,
    place: `man ${String(section)} ${name}`,
    url: `${MANUAL}/man${String(section)}/${name}.${String(section)}.html`,
  };
}

/** Every source that the guide names, by the name the code calls it. */
export const SOURCES = {
  hugetlbpage: kernelDocument('HugeTLB Pages', 'admin-guide/mm/hugetlbpage'),
  transhuge: kernelDocument('Transparent Hugepage Support', 'admin-guide/mm/transhuge'),
  'transhuge-design': kernelDocument('Transparent Hugepage Support, design principles', 'mm/transhuge'),
  concepts: kernelDocument('Memory Management Concepts', 'admin-guide/mm/concepts'),
  'page-tables': kernelDocument('Page Tables', 'mm/page_tables'),
  'five-levels': kernelDocument('5-level paging', 'arch/x86/x86_64/5level-paging'),
  reservation: kernelDocument('Hugetlbfs Reservation', 'mm/hugetlbfs_reserv'),
  'kvm-mmu': kernelDocument('The x86 KVM shadow MMU', 'virt/kvm/x86/mmu'),
  'proc-files': kernelDocument('The /proc Filesystem', 'filesystems/proc'),
  hibernation: kernelDocument('Swap suspend', 'power/swsusp'),
  buddyinfo: manualPage('proc_buddyinfo', 5),
  'sysctl-d': manualPage('sysctl.d', 5),
  fstab: manualPage('fstab', 5),
  'systemd-mount': manualPage('systemd.mount', 5),
  mount: manualPage('mount', 8),
  usermod: manualPage('usermod', 8),
  sudo: manualPage('sudo', 8),
  'qemu-options': {
    title: 'QEMU: Invocation',
    place: 'docs/system/invocation',
    url: 'https://www.qemu.org/docs/master/system/invocation.html',
  },
  'hugetlbfs-source': {
    title: 'Linux kernel source: hugetlbfs',
    place: 'fs/hugetlbfs/inode.c, hugetlbfs_fs_context_ops',
    url: 'https://git.kernel.org/pub/scm/linux/kernel/git/torvalds/linux.git/tree/fs/hugetlbfs/inode.c',
  },
  ksm: {
    title: 'Linux kernel source: Kernel Samepage Merging',
    place: 'mm/ksm.c, vma_ksm_compatible()',
    url: 'https://git.kernel.org/pub/scm/linux/kernel/git/torvalds/linux.git/tree/mm/ksm.c',
  },
  'qemu-memory': {
    title: 'QEMU source: physical memory',
    place: 'system/physmem.c, QEMU_MADV_HUGEPAGE',
    url: 'https://gitlab.com/qemu-project/qemu/-/blob/master/system/physmem.c',
  },
  'qemu-balloon': {
    title: 'QEMU source: virtio-balloon',
    place: 'hw/virtio/virtio-balloon.c',
    url: 'https://gitlab.com/qemu-project/qemu/-/blob/master/hw/virtio/virtio-balloon.c',
  },
  'two-dimensional-walks': {
    title: 'Bhargava et al.: Accelerating Two-Dimensional Page Walks for Virtualized Systems (ASPLOS 2008)',
    place: 'doi:10.1145/1346281.1346286',
    url: 'https://doi.org/10.1145/1346281.1346286',
  },
  'intel-optimization': {
    title: 'Intel 64 and IA-32 Architectures Optimization Reference Manual',
    place: 'TLB parameters of the Skylake microarchitecture',
    url: 'https://www.intel.com/content/www/us/en/developer/articles/technical/intel64-and-ia32-architectures-optimization.html',
  },
} as const satisfies Readonly<Record<string, Source>>;

export type SourceId = keyof typeof SOURCES;

/** The names of all sources, for whoever checks one that comes from outside. */
export const SOURCE_IDS = Object.keys(SOURCES).filter((id): id is SourceId => id in SOURCES);
