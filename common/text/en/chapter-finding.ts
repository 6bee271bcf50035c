export const findingText = {
  'chapter.finding.name': 'Finding memory',
  'chapter.finding.title': 'How the processor finds memory',
  'chapter.finding.lead':
    'Every access begins with a question: where does this page lie? Huge pages make the way to the answer shorter, and one answer serves for more memory.',
  'chapter.finding.tables':
    'A program never sees where its memory really lies. It uses addresses of its own, and the processor translates each one with the page tables that the kernel keeps, as one finds a house: first the town, then the street, then the number.',
  'chapter.finding.shortcut':
    'An entry of an upper table can also name a whole huge page. Then the walk ends there, and the tables below are not needed at all.',
  'chapter.finding.twice.title': 'A VM walks twice',
  'chapter.finding.twice':
    'The system inside the VM, the guest, has page tables too. But what the guest takes for real memory is once more only addresses to the host. So for each step of its walk the guest’s address must be translated by the host’s tables.',
  'chapter.finding.caches':
    'Processors remember parts of these walks and are seldom as slow as this. But when they must go all the way, this is why a VM likes huge pages more than other programs do.',
  'chapter.finding.tlb.title': 'Remembering instead of looking up',
  'chapter.finding.tlb':
    'Most of the time the processor does not walk at all. It keeps its latest answers in a small memory of its own, the TLB. While an answer is in there, the byte is found at once; when a program uses more memory than the TLB covers, walks begin again.',
  'chapter.finding.both':
    'Inside a VM, one answer covers 2 MiB only if host and guest both use huge pages there. The pool is the host’s half; the guest’s own half is usually done by its transparent huge pages. The shorter walk you get with the pool alone.',
  'chapter.finding.honest':
    'How much of this you notice depends on what the VM does. A program that goes on using the same few megabytes hardly walks; one that jumps about in gigabytes, as a large database does, walks a lot.',

  'figure.walk.title': 'From an address to its byte',
  'figure.walk.see':
    'Each table says where the next one lies. Choose larger pages: the last tables drop out, and their bits count bytes within the page instead.',
  'figure.walk.page-size': 'Page size',
  'figure.walk.bits': '{{bits}} bits',
  'figure.walk.table': 'Table {{number}}',
  'figure.walk.page': 'Page, {{pageKiB, memory}}',
  'figure.walk.at-start': 'At the start',
  'figure.walk.at': 'Lookup {{step, number}} of {{lookUps, number}}',
  'figure.walk.at-end_one': 'Found after {{count}} lookup',
  'figure.walk.at-end_other': 'Found after {{count}} lookups',
  'figure.walk.step.start':
    'A program wants the byte at address {{address}}. The processor knows where table 1 lies, and nothing else.',
  'figure.walk.step.table':
    'The next 9 bits of the address choose entry {{entry}} of table {{number}}. It says where table {{next}} lies.',
  'figure.walk.step.page':
    'Entry {{entry}} of table {{number}} says where the page of {{pageKiB, memory}} lies. No more tables.',
  'figure.walk.step.byte':
    'The last {{bits}} bits say which byte of the page it is: number {{byte, number}}. Only now is the memory itself read, {{lookUps, number}} lookups later.',
  'figure.walk.row': 'Pages of {{pageKiB, memory}}',
  'figure.walk.lookups_one': '{{count}} lookup',
  'figure.walk.lookups_other': '{{count}} lookups',
  'figure.walk.levels.said': 'The addresses of this machine have {{bits}} bits: {{levels}} tables to an ordinary page.',
  'figure.walk.levels.assumed':
    'How long the addresses of this machine are is not known; {{levels}} tables, the usual number, are assumed.',

  'figure.nested.title': 'A walk within a walk',
  'figure.nested.see':
    'Give the host huge pages, as the pool does: a whole column of lookups goes, whatever the guest does.',
  'figure.nested.host': 'The host’s pages (the pool)',
  'figure.nested.guest': 'The guest’s pages',
  'figure.nested.row': 'Guest’s table {{number}}',
  'figure.nested.byte': 'The byte itself',
  'figure.nested.head.host': 'The host’s tables',
  'figure.nested.head.guest': 'The guest’s',
  'figure.nested.key.host': 'lookup in a table of the host',
  'figure.nested.key.guest': 'lookup in a table of the guest',
  'figure.nested.key.saved': 'no longer needed',
  'figure.nested.sentence_one': 'At worst {{count}} lookup for one access of the VM.',
  'figure.nested.sentence_other': 'At worst {{count}} lookups for one access of the VM.',
  'figure.nested.compare':
    'With pages of 4 KiB and {{bare}} tables on both sides there are {{most}}; for a program outside a VM, {{bare}}.',

  'figure.reach.title': 'How far the TLB reaches',
  'figure.reach.see':
    'Each bar is the VM’s memory; filled is what the TLB covers. Make the VM larger and see which of the two keeps up.',
  'figure.reach.vm': 'VM memory',
  'figure.reach.entries': 'Entries in the TLB',
  'figure.reach.in-pages': 'In pages of {{pageKiB, memory}}',
  'figure.reach.covers': '{{reachKiB, memory}} of {{guestKiB, memory}}',
  'figure.reach.covers-all': 'all {{guestKiB, memory}}; it would reach {{reachKiB, memory}}',
  'figure.reach.covers-just': 'all {{guestKiB, memory}}',
  'figure.reach.scale': 'Drawn to scale; where next to nothing is covered, a thin line stands for it.',
  'figure.reach.said':
    'This processor names {{entries, number}} entries for pages of 4 KiB (TLB size in /proc/cpuinfo).',
  'figure.reach.unsaid':
    'This processor does not tell its number of entries. {{entries, number}} is what Intel names for Skylake, and they serve pages of both sizes.',
  'figure.reach.caution':
    'Take it as a rough measure: a real processor has several TLBs, some with fewer entries for large pages.',
  'figure.reach.table': 'What this VM needs, by page size',
  'figure.reach.pages': 'Pages of the VM',
  'figure.reach.covered': 'Covered by the TLB',
  'figure.reach.tables': 'QEMU’s page tables',
  'figure.reach.now':
    'For comparison: the page tables of everything that runs on this machine take {{KiB, memory}} at the moment.',
} as const;
