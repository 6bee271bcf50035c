export const costsText = {
  'chapter.costs.name': 'The price',
  'chapter.costs.title': 'What a pool costs',
  'chapter.costs.lead':
    'Pages in the pool are there for programs that ask for them, such as your VMs, and for nothing else. That is their strength and their price.',

  'figure.costs.title': 'What is left for the host',
  'figure.costs.see': 'Make the pool larger and watch what remains for everything that is not a VM.',
  'figure.costs.pool': 'Size of the pool',
  'figure.costs.state': 'Is a VM running?',
  'figure.costs.state.idle': 'No VM runs',
  'figure.costs.state.runs': 'A VM runs',
  'figure.costs.picture':
    'All memory of this machine: {{totalKiB, memory}}. In the pool: {{poolKiB, memory}}; in pools of other page sizes: {{otherKiB, memory}}; left for everything else: {{leftKiB, memory}}, with the {{reserveKiB, memory}} that should stay',
  'figure.costs.part.others': 'Other pools',
  'figure.costs.part.pool': 'The pool',
  'figure.costs.part.rest': 'Free to use',
  'figure.costs.part.kept': 'Kept for the host',
  'figure.costs.part.missing': 'Taken from the host’s reserve',
  'figure.costs.limit': 'limit {{largestKiB, memory}}',
  'figure.costs.readout.pool': 'In the pool',
  'figure.costs.readout.pages_one': '{{count, number}} page',
  'figure.costs.readout.pages_other': '{{count, number}} pages',
  'figure.costs.readout.left': 'Left for everything else',
  'figure.costs.readout.held': 'other programs and the kernel hold {{heldKiB, memory}} now',
  'figure.costs.readout.guests': 'VMs at the same time',
  'figure.costs.readout.guests-note': 'of {{guestKiB, memory}} each',
  'figure.costs.tale.none':
    'No pool: all {{leftKiB, memory}} are there for every program, and a VM has to take what it gets.',
  'figure.costs.tale.idle':
    'No VM runs, and still nobody else can use these {{poolKiB, memory}}. Everything else shares {{leftKiB, memory}}.',
  'figure.costs.tale.runs':
    'The VM has up to {{poolKiB, memory}} to itself. Everything else shares {{leftKiB, memory}}.',
  'figure.costs.tale.not-now':
    'It would fit, but not at this moment: too much memory is in use. Close programs first, or let the next start make the pool.',
  'figure.costs.tale.refused':
    'Here this program refuses: of the {{reserveKiB, memory}} that it keeps for the host, only {{leftKiB, memory}} would be left. When memory runs out, the kernel ends programs.',
  'figure.costs.tale.everything':
    'Nothing would be left to run on. The kernel would end programs long before; this program does not go near it.',
  'figure.costs.no-memory': 'This machine does not say how much memory it has, so there is nothing to draw.',

  'chapter.costs.reserve':
    'The limit is where this program stops, so that the host keeps something to live on. When memory runs out, the kernel picks a program and ends it, to save the rest. It may be your desktop, or the VM itself.',
  'chapter.costs.paid.title': 'What you pay',
  'chapter.costs.paid.taken.title': 'Memory, all the time',
  'chapter.costs.paid.taken.words': 'What is in the pool is taken from everything else, whether a VM runs or not.',
  'chapter.costs.paid.taken.here': 'On this machine {{hugetlbKiB, memory}} of {{totalKiB, memory}} are set aside now.',
  'chapter.costs.paid.swap.title': 'No way out through swap',
  'chapter.costs.paid.swap.words':
    'The pool is never swapped out. What a VM has in it never has to come back from disk, but memory gets tighter for all the rest.',
  'chapter.costs.paid.balloon.title': 'No ballooning',
  'chapter.costs.paid.balloon.words':
    'The balloon driver cannot reliably shrink a VM on huge pages. QEMU itself says so: “Balloon used with backing page size > 4kiB, this may not be reliable”.',
  'chapter.costs.paid.merge.title': 'No sharing of equal pages',
  'chapter.costs.paid.merge.words':
    'The kernel can keep equal pages of several VMs only once (KSM). Pages of the pool it leaves alone.',
  'chapter.costs.paid.late.title': 'Late may be too late',
  'chapter.costs.paid.late.words':
    'A pool asked for long after starting up may turn out smaller than asked, because free memory lies in pieces. This program reads back what it really got.',
  'chapter.costs.paid.hibernate.title': 'Think twice before hibernating',
  'chapter.costs.paid.hibernate.words':
    'Hibernation copies memory to disk, and the copy may hold half of it at most. The pool stays full size then, too.',
  'chapter.costs.free.title': 'What it does not cost',
  'chapter.costs.free.back':
    'It is not for ever: pages that nobody uses can go back to the host at any time, those in use when their VM ends.',
  'chapter.costs.free.password':
    'No password for each start: once it is set up, VMs take their pages from the pool as you, without root.',
  'chapter.costs.free.disk': 'No disk space, and nothing inside the VM has to change.',
} as const;
