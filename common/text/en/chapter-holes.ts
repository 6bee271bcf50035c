export const holesText = {
  'chapter.holes.name': 'Holes',
  'chapter.holes.title': 'Why memory ends up in pieces',
  'chapter.holes.lead':
    'Pages come and go, and what comes back lies scattered. A huge page needs its whole length in one piece.',
  'chapter.holes.ordinary':
    'An ordinary program does not mind where its pages lie: the page table lines them up for it, however scattered they are.',
  'chapter.holes.huge':
    'Inside a huge page there is no such table. Its 2 MiB must lie in one piece in the machine’s real memory.',
  'chapter.holes.defences':
    'The two drawings are simpler than the kernel. It looks for the smallest piece that will do and joins neighbours that are free again (buddy allocator); it keeps pages that can be moved apart from those that cannot; and it can push pages together to make room (compaction).',
  'chapter.holes.limits':
    'That helps a lot, but some pages cannot be moved, and one of them is enough to spoil the 2 MiB around it.',
  'chapter.holes.early.title': 'The best moment',
  'chapter.holes.early':
    'Just after the machine has started, memory still lies in long pieces. So huge pages are best taken early: the kernel’s own manual calls taking them at boot the most reliable way. What is in the pool stays in one piece until you give it back.',

  'figure.fragmentation.title': 'Fragmentation: two programs',
  'figure.fragmentation.see':
    'Go through it page by page and watch for the hole. Then do it again with a pool, and watch what stays empty.',
  'figure.fragmentation.way': 'How memory is given out',
  'figure.fragmentation.way.page-by-page': 'Page by page',
  'figure.fragmentation.way.from-a-pool': 'From a pool, 16 KiB each',
  'figure.fragmentation.picture': 'Twelve pages of 4 KiB: {{pieces}}',
  'figure.fragmentation.piece.used': '{{owner}} uses {{KiB, memory}}',
  'figure.fragmentation.piece.given': '{{KiB, memory}} given to {{owner}}, empty',
  'figure.fragmentation.piece.free': '{{KiB, memory}} free',
  'figure.fragmentation.key.used': 'in use',
  'figure.fragmentation.key.given': 'given, but empty',
  'figure.fragmentation.key.free': 'free',
  'figure.fragmentation.key.hole': 'a hole',
  'figure.fragmentation.at-start': 'At the start',
  'figure.fragmentation.at': 'Step {{step, number}} of {{last, number}}',
  'figure.fragmentation.step.all-free': 'Twelve pages of 4 KiB, 48 KiB in all, free and in one piece.',
  'figure.fragmentation.step.a-takes': 'Process A needs 4 KiB and gets the first page.',
  'figure.fragmentation.step.b-takes': 'Process B needs 4 KiB and gets the page behind it.',
  'figure.fragmentation.step.a-takes-more':
    'A needs 4 KiB more. The page behind its first one is taken, so the new one lies on the other side of B.',
  'figure.fragmentation.step.b-gives-back': 'B gives its page back: there is a hole in the middle of A.',
  'figure.fragmentation.step.one-piece-needed':
    'Now C needs 8 KiB in one piece, as a huge page needs its own. The hole is too short; C has to go behind, and the hole stays.',
  'figure.fragmentation.step.a-gets-block': 'Process A gets 16 KiB up front, in one piece, before it needs any of it.',
  'figure.fragmentation.step.b-gets-block': 'Process B gets its 16 KiB, too. 32 KiB are given and nothing is used yet.',
  'figure.fragmentation.step.a-uses': 'A needs 4 KiB and takes them from its own block.',
  'figure.fragmentation.step.b-uses': 'B needs 4 KiB and takes them from its own.',
  'figure.fragmentation.step.a-uses-more':
    'A needs 4 KiB more; they lie right behind its first. The price shows: 32 KiB given, 12 KiB used.',
  'figure.fragmentation.step.b-empties':
    'B gives its page back, into its own block: there is no hole in the middle of anything.',
  'figure.fragmentation.step.b-returns-block':
    'B ends and hands back its whole block: 32 KiB are free, and in one piece.',
  'figure.fragmentation.free': 'Free',
  'figure.fragmentation.longest': 'Longest free piece',
  'figure.fragmentation.given': 'Given',
  'figure.fragmentation.used': 'Used',

  'figure.crowd.title': 'Fragmentation: many programs',
  'figure.crowd.see':
    'Each row is one huge page of this drawing. Let it run and watch how long there are still rows that are free from end to end.',
  'figure.crowd.way.from-a-pool': 'From a pool, a row each',
  'figure.crowd.scale':
    'A row here has 16 pages; a real huge page has 512. Both ways serve the same programs at the same moments.',
  'figure.crowd.picture_one':
    '{{count, number}} row of 16 is free from end to end; {{freeKiB, memory}} are free in all.',
  'figure.crowd.picture_other':
    '{{count, number}} rows of 16 are free from end to end; {{freeKiB, memory}} are free in all.',
  'figure.crowd.key.row': 'a huge page fits here',
  'figure.crowd.fits': 'Huge pages that still fit',
  'figure.crowd.of': '{{hugePages, number}} of 16',
  'figure.crowd.waiting': 'Programs that wait',
  'figure.crowd.chart': 'Huge pages that still fit, over time',
  'figure.crowd.now.first': 'Nothing has run yet: memory is free and in one piece.',
  'figure.crowd.now.moving': 'Programs come, take what they need, and go.',
  'figure.crowd.now.all': 'All memory is in use just now. Let it run on and see what comes back.',
  'figure.crowd.now.none':
    '{{freeKiB, memory}} are free, and yet not one huge page fits: there is something in every row.',
  'figure.crowd.now.full':
    'All rows are given, although only {{usedKiB, memory}} of 1 MiB are used: that is the price of a pool.',
  'figure.crowd.now.some_one': '{{freeKiB, memory}} are free, and {{count, number}} huge page still fits.',
  'figure.crowd.now.some_other': '{{freeKiB, memory}} are free, and {{count, number}} huge pages still fit.',

  'figure.pieces.title': 'On this machine, right now',
  'figure.pieces.sentence_one':
    '{{freeKiB, memory}} are free here; {{largeKiB, memory}} of it in pieces that a page of 2 MiB fits into: there is room for {{count, number}} huge page.',
  'figure.pieces.sentence_other':
    '{{freeKiB, memory}} are free here; {{largeKiB, memory}} of it in pieces that a page of 2 MiB fits into: there is room for {{count, number}} huge pages.',
  'figure.pieces.large': '2 MiB and longer: {{KiB, memory}}',
  'figure.pieces.small': 'shorter pieces: {{KiB, memory}}',
  'figure.pieces.more':
    'This is not the limit: when asked, the kernel gives up cached files and pushes pages together to make more room. It does not promise how much.',
} as const;
