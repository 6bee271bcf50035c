export const understandText = {
  'understand.title': 'What huge pages are',
  'understand.lead':
    'Memory comes in pages. For every access the processor must know where a page lies, and it remembers only the pages it used last. A huge page of {{sizeKiB, memory}} covers {{times, number}} times as much memory as a normal one, so it has to look up far less often.',
  'understand.figure.small': '{{pages, number}} normal pages of {{sizeKiB, memory}}',
  'understand.figure.huge': 'one huge page of {{sizeKiB, memory}}',
  'understand.figure.caption': 'The same memory, twice: on the left the processor keeps track of every square.',
  'understand.machine.caption': 'All {{totalKiB, memory}} of this machine',
  'understand.machine.size': 'In pages of',
  'understand.machine.pages': 'Pages',
  'understand.machine.table': 'Page table (8 bytes each)',
  'understand.machine.of-size': '{{sizeKiB, memory}}',

  'understand.helps.title': 'When they help',
  'understand.helps.memory':
    'A VM with several GiB of memory whose programs jump about in it: games, compilers, databases.',
  'understand.helps.certain':
    'A VM that should run evenly: its pages are there from the start, and are never swapped out or split.',

  'understand.limits.title': 'When they will not help much',
  'understand.limits.transparent-always':
    'Transparent huge pages are on here (always): your VMs already get huge pages whenever the kernel has some. What a pool adds is certainty rather than a leap in speed.',
  'understand.limits.transparent-madvise':
    'Transparent huge pages are on here for programs that ask (madvise), and QEMU asks: your VMs already get huge pages whenever the kernel has some. What a pool adds is certainty rather than a leap in speed.',
  'understand.limits.transparent-never':
    'Transparent huge pages are off here (never), so VMs without a pool get normal pages only. On such a machine a pool makes the most difference.',
  'understand.limits.transparent-unknown':
    'Where transparent huge pages are on, VMs already get huge pages whenever the kernel has some. This kernel does not say whether they are.',
  'understand.limits.small': 'A small VM, or one that mostly waits for its disk or the network, will not feel it.',
  'understand.limits.promise':
    'How much you gain depends on the programs inside the VM. No percentage is promised here.',

  'understand.costs.title': 'What they cost',
  'understand.costs.taken': 'Memory in the pool is taken from everything else, whether a VM runs or not.',
  'understand.costs.taken-here': 'On this machine {{hugetlbKiB, memory}} of {{totalKiB, memory}} are set aside now.',
  'understand.costs.fixed': 'The pool is never swapped out, and ballooning cannot shrink a VM that uses it.',
  'understand.costs.hibernate': 'Think twice on a laptop that hibernates: the pool stays full size then, too.',
} as const;
