export const twoKindsText = {
  'chapter.two-kinds.name': 'Two kinds',
  'chapter.two-kinds.title': 'Two things called huge',
  'chapter.two-kinds.lead':
    'Linux hands out huge pages in two ways that have nothing to do with each other: from a pool that somebody set aside, and by itself, “transparently”. This guide sets up the first.',

  'chapter.two-kinds.table.title': 'Side by side',
  'chapter.two-kinds.table.pool': 'Pool',
  'chapter.two-kinds.table.transparent': 'Transparent',
  'chapter.two-kinds.row.who.question': 'Who hands them out?',
  'chapter.two-kinds.row.who.pool': 'An administrator, beforehand. This guide does it with you.',
  'chapter.two-kinds.row.who.transparent': 'The kernel, by itself, while a program takes memory.',
  'chapter.two-kinds.row.when.question': 'When is the memory taken?',
  'chapter.two-kinds.row.when.pool': 'As soon as the pool is set up, whether a VM runs or not.',
  'chapter.two-kinds.row.when.transparent':
    'Bit by bit, as the VM first uses it. What it has taken it usually keeps until it ends.',
  'chapter.two-kinds.row.sure.question': 'Is it certain?',
  'chapter.two-kinds.row.sure.pool':
    'Yes. What a VM asks for is promised when it starts; too few pages, and it does not start.',
  'chapter.two-kinds.row.sure.transparent':
    'No. If there is no free piece long enough, it gets ordinary pages, and nobody says so.',
  'chapter.two-kinds.row.kept.question': 'Can they be split or swapped out?',
  'chapter.two-kinds.row.kept.pool': 'Neither.',
  'chapter.two-kinds.row.kept.transparent':
    'Both, when memory gets tight. Later the kernel puts them together again, in the background.',
  'chapter.two-kinds.row.sizes.question': 'Which sizes?',
  'chapter.two-kinds.row.sizes.pool': '2 MiB, and 1 GiB if the processor can.',
  'chapter.two-kinds.row.sizes.transparent':
    '2 MiB. Newer kernels can be told to use sizes between 4 KiB and 2 MiB, too.',
  'chapter.two-kinds.row.setup.question': 'What must be set up?',
  'chapter.two-kinds.row.setup.pool': 'The pool, a mount point, who may use it, and one option for the VM.',
  'chapter.two-kinds.row.setup.transparent':
    'Nothing, unless the mode is “never”. Memory that a VM shares with other programs (virtiofs) has a mode of its own, usually “never”.',
  'chapter.two-kinds.row.counted.question': 'Where are they counted?',
  'chapter.two-kinds.row.counted.pool': 'In HugePages_* and Hugetlb, never in AnonHugePages.',
  'chapter.two-kinds.row.counted.transparent': 'In AnonHugePages, never in HugePages_* or Hugetlb.',

  'chapter.two-kinds.here.title': 'What that means here',
  'chapter.two-kinds.here.always':
    'Transparent huge pages are on here (always): your VMs usually get huge pages already, whenever the kernel has some. What a pool adds is certainty rather than a leap in speed.',
  'chapter.two-kinds.here.madvise':
    'Transparent huge pages are on here for programs that ask (madvise), and QEMU asks: your VMs usually get huge pages already, whenever the kernel has some. What a pool adds is certainty rather than a leap in speed.',
  'chapter.two-kinds.here.never':
    'Transparent huge pages are off here (never), so VMs without a pool get ordinary pages only. On such a machine a pool makes the most difference.',
  'chapter.two-kinds.here.unknown':
    'This kernel does not say whether transparent huge pages are on. Where they are, VMs usually get huge pages already, whenever the kernel has some.',
  'chapter.two-kinds.here.both':
    'A VM on the pool does not use the transparent kind for its memory, and the pool does not care about the mode: neither has to be turned off for the other.',
  'chapter.two-kinds.promise':
    'How much you gain depends on the programs inside the VM. A VM that mostly waits for its disk or the network will not feel it. No percentage is promised here.',

  'figure.kinds.title': 'The same VM, both ways',
  'figure.kinds.see':
    'Go through the VM’s day: one side changes as memory comes and goes, the other keeps its eight pages.',
  'figure.kinds.moment': 'Moment',
  'figure.kinds.moment.before': 'Before it starts',
  'figure.kinds.moment.runs': 'It runs',
  'figure.kinds.moment.tight': 'Memory gets tight',
  'figure.kinds.moment.after': 'Free again',
  'figure.kinds.pool.name': 'From the pool',
  'figure.kinds.pool.before': 'Set aside already: no VM uses these pages, and no other program may.',
  'figure.kinds.pool.runs': 'The VM has all eight, as promised.',
  'figure.kinds.pool.tight': 'All eight as before. Others have to make do with less.',
  'figure.kinds.pool.after': 'Still the same eight.',
  'figure.kinds.transparent.name': 'Transparent',
  'figure.kinds.transparent.before': 'Nothing is taken: the memory is there for every program.',
  'figure.kinds.transparent.runs':
    'Six huge pages. For the rest the kernel found no piece long enough and gave ordinary pages, without a word.',
  'figure.kinds.transparent.tight': 'Most huge pages are split, and what the VM used least is swapped out to disk.',
  'figure.kinds.transparent.after': 'Back from disk, and the kernel is putting huge pages together again, one by one.',
  'figure.kinds.picture':
    '{{name}}, in blocks of 2 MiB. Huge pages in use: {{huge, number}}; set aside and unused: {{idle, number}}; in ordinary pages: {{ordinary, number}}; swapped out: {{swapped, number}}; free for every program: {{free, number}}',
  'figure.kinds.block.huge': 'A huge page in use',
  'figure.kinds.block.idle': 'Set aside, unused',
  'figure.kinds.block.ordinary': '512 ordinary pages',
  'figure.kinds.block.swapped': 'Swapped out to disk',
  'figure.kinds.block.free': 'Free for every program',
  'figure.kinds.example':
    'An example with a very small VM of 16 MiB. How much is split on a real machine, nobody can say beforehand.',
  'figure.kinds.machine': 'This machine now',
  'figure.kinds.machine.pool': 'In pools',
  'figure.kinds.machine.mode': 'Transparent mode',
  'figure.kinds.machine.in-use': 'Transparent, in use',
  'figure.kinds.machine.unknown': 'not shown',

  'figure.need.title': 'Do I need this?',
  'figure.need.see':
    'Say what your VMs are like, and watch which way it tips. What you choose here comes along to Size.',
  'figure.need.memory': 'Memory of the VM',
  'figure.need.memory-each': 'Memory of each VM',
  'figure.need.guests': 'VMs that run at the same time',
  'figure.need.evenly': 'It must run evenly',
  'figure.need.evenly-hint': 'Games, sound, video calls: a stutter would be noticed.',
  'figure.need.hibernates': 'This computer hibernates',
  'figure.need.hibernates-hint': 'It is switched off with everything saved to disk. Plain sleep does not count.',
  'figure.need.machine': 'Read from this machine: {{totalKiB, memory}} of memory, transparent huge pages “{{mode}}”.',
  'figure.need.machine-unknown':
    'Read from this machine: {{totalKiB, memory}} of memory. It does not say how transparent huge pages are set.',
  'figure.need.no-memory': 'This machine does not say how much memory it has, so there is no verdict.',
  'figure.need.scale.hardly': 'Hardly',
  'figure.need.scale.worth-a-try': 'Worth a try',
  'figure.need.scale.worthwhile': 'Worthwhile',
  'figure.need.verdict.worthwhile': 'Yes: here a pool is worth the {{poolKiB, memory}} it takes.',
  'figure.need.verdict.worth-a-try':
    'Worth a try: it takes {{poolKiB, memory}}, and you can give them back if you notice nothing.',
  'figure.need.verdict.hardly': 'Hardly: you can do without a pool and keep the {{poolKiB, memory}}.',
  'figure.need.verdict.does-not-fit':
    'Not like this: {{poolKiB, memory}} are more than the {{largestKiB, memory}} this machine can give.',
  'figure.need.for': 'Speaks for a pool',
  'figure.need.for.never': 'Transparent huge pages are off here (never): without a pool a VM gets ordinary pages only.',
  'figure.need.for.unknown':
    'This kernel does not say whether transparent huge pages are on. Where they are off, huge pages come from a pool or not at all.',
  'figure.need.for.certain': 'Certainty: the pages are there when the VM starts, and stay whole to the end.',
  'figure.need.for.evenly':
    'For a VM that must run evenly: its pages are there from the start, and are never swapped out or split.',
  'figure.need.for.large':
    '{{guestKiB, memory}} is a lot of memory to find one’s way in, above all for programs that jump about: games, compilers, databases.',
  'figure.need.for.spare': 'The host keeps {{leftKiB, memory}} of {{totalKiB, memory}} for everything else.',
  'figure.need.against': 'Speaks against it',
  'figure.need.against.too-much':
    '{{poolKiB, memory}} do not fit: this machine can give {{largestKiB, memory}} and keep what it needs to live on.',
  'figure.need.against.always':
    'Transparent huge pages are on here (always): without a pool, too, a VM usually gets huge pages, whenever the kernel has some.',
  'figure.need.against.madvise':
    'Transparent huge pages are on here for programs that ask (madvise), and QEMU asks: without a pool, too, a VM usually gets huge pages, whenever the kernel has some.',
  'figure.need.against.unknown':
    'Where transparent huge pages are on, a VM gets huge pages without a pool, too, whenever the kernel has some.',
  'figure.need.against.small': 'A small VM of {{guestKiB, memory}} will hardly feel it.',
  'figure.need.against.taken':
    '{{poolKiB, memory}} of {{totalKiB, memory}} are gone for every other program, even while no VM runs.',
  'figure.need.against.half':
    'More than half of the memory, {{poolKiB, memory}} of {{totalKiB, memory}}, is gone for every other program, even while no VM runs.',
  'figure.need.against.hibernates':
    'Hibernation copies memory to disk, and the pool stays full size: it cannot be swapped out first. A large one can keep the computer from hibernating.',
} as const;
