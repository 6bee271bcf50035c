export const verdictText = {
  'verdict.title.all': '{{name}} runs fully on huge pages.',
  'verdict.title.partly': '{{name}} has only part of its memory on huge pages.',
  'verdict.title.none': '{{name}} uses no huge pages.',
  'verdict.title.unknown': 'It cannot be told whether {{name}} runs fully on huge pages.',
  'verdict.arithmetic.sum_one':
    '{{inUse, number}} in use + {{promised, number}} promised = {{count, number}} page = {{heldKiB, memory}}',
  'verdict.arithmetic.sum_other':
    '{{inUse, number}} in use + {{promised, number}} promised = {{count, number}} pages = {{heldKiB, memory}}',
  'verdict.arithmetic.part_one':
    '{{inUse, number}} in use + {{promised, number}} promised = {{held, number}} of {{count, number}} page ({{heldKiB, memory}} of {{guestKiB, memory}})',
  'verdict.arithmetic.part_other':
    '{{inUse, number}} in use + {{promised, number}} promised = {{held, number}} of {{count, number}} pages ({{heldKiB, memory}} of {{guestKiB, memory}})',
  'verdict.next.promised':
    'Promised pages are kept for this VM and taken when the guest first touches them. Nothing needs to be done.',
  'verdict.next.no-option':
    'Its command line does not put its main memory on huge pages. Stop the VM, add -mem-path /dev/hugepages to its start and start it again. With libvirt add <memoryBacking><hugepages/></memoryBacking>; beside -numa node,memdev= QEMU ignores -mem-path, so the memory object itself must name it.',
  'verdict.next.path-not-hugetlbfs':
    'Its command line names a folder that is no hugetlbfs mount; QEMU takes any folder without a word. Apply a plan so that huge pages are mounted, give the VM that folder with -mem-path, and start it again.',
  'verdict.next.memory-size-unreadable':
    'Its command line does not say in readable form how much memory it has. Compare the pages above with the memory you gave it, or start it with a plain -m such as -m 4G.',
  'verdict.next.counter-unreadable':
    'The kernel does not show how many huge pages this process has. Run this program as the user who started the VM, or as root, and look again.',
  'verdict.next.promises-shared-by-several':
    'Several VMs wait for promised pages, and the kernel does not say which page is promised to whom. Look again once the guests have used their memory, or start them with -mem-prealloc.',
  'verdict.next.ordinary-memory-besides':
    'It holds huge pages, but its main memory is not, or not all, made of them. Name the memory object in the machine option (-machine memory-backend=ID, or memdev=ID for each -numa node), or remove the object, and start the VM again.',
  'verdict.next.not-reserved':
    'The missing pages are not promised to it. If the VM has only just started, look again; if it stays so, remove reserve=off from its memory object, see that the pool has enough free pages, and start it again.',
} as const;
