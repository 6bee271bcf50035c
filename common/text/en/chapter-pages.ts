export const pagesText = {
  'chapter.pages.name': 'The smallest unit',
  'chapter.pages.title': 'The smallest unit of memory',
  'chapter.pages.lead':
    'Memory is handed out in pages, never in bytes. Whatever is smaller than a page still takes a whole one.',
  'chapter.pages.ordinary':
    'Linux divides memory into pages of equal length, and an ordinary page on a PC has 4 KiB. A file of 0.9 KiB takes a whole one; a file of 3 KiB takes a whole one, too.',
  'chapter.pages.huge':
    'A huge page is a page like any other, only longer: 2 MiB, which is 512 ordinary pages in a row. Some processors can also do 1 GiB.',
  'chapter.pages.tenant':
    'For small things that would be a waste, so nobody uses huge pages for them. A VM is the ideal tenant: its memory is one large block that is there as long as the VM runs. A VM of 4 GiB takes 1,048,576 ordinary pages, or 2,048 of 2 MiB, or 4 of 1 GiB.',
  'chapter.pages.here':
    'This machine has {{totalKiB, memory}} of memory. That is {{smallPages, number}} ordinary pages; in pages of 2 MiB it would be {{hugePages, number}}.',
  'chapter.pages.next':
    'Why a short list of pages is better than a long one, the chapter “Finding memory” shows. First: where do all the gaps in memory come from?',

  'figure.unit.title': 'The smallest unit',
  'figure.unit.see':
    'The hatched part of a page stays empty, and nobody else gets it. Make the file larger, and the pages longer.',
  'figure.unit.page-size': 'Length of a page',
  'figure.unit.size': 'Size of the second',
  'figure.unit.known': 'Or take',
  'figure.unit.known.note': 'a note, {{KiB, exact}}',
  'figure.unit.known.letter': 'a letter, {{KiB, exact}}',
  'figure.unit.known.photo': 'a photo, {{KiB, exact}}',
  'figure.unit.known.vm': 'a VM, {{KiB, exact}}',
  'figure.unit.first': 'A file of {{KiB, exact}}',
  'figure.unit.second': 'A second, of {{KiB, exact}}',
  'figure.unit.taken_one': 'takes {{count, number}} page; {{emptyKiB, exact}} stay empty',
  'figure.unit.taken_other': 'takes {{count, number}} pages; {{emptyKiB, exact}} stay empty',
  'figure.unit.filled_one': 'fills {{count, number}} page',
  'figure.unit.filled_other': 'fills {{count, number}} pages',
  'figure.unit.more': '… and {{pages, number}} more …',
  'figure.unit.part': 'Each small square in the page stands for {{partKiB, exact}}.',
  'figure.unit.part.line': 'Each line of the page stands for {{partKiB, exact}}.',
  'figure.unit.not-here':
    'This machine offers no pages of {{pageKiB, exact}}; the drawing shows what they would be like.',
  'figure.unit.pages': 'Pages',
  'figure.unit.memory': 'Memory taken',
  'figure.unit.empty': 'Left empty',
  'figure.unit.tale.many':
    'So many pages, and each has an entry of its own that has to be found. In pages of 2 MiB, {{hugePages, number}} would do.',
  'figure.unit.tale.full': 'Filled to the last byte.',
  'figure.unit.tale.tenant':
    'Filled to the last byte: one large block is the ideal tenant. In pages of 4 KiB it would take {{smallPages, number}}.',
  'figure.unit.tale.lost':
    'A whole page of {{pageKiB, exact}} is gone for {{sizeKiB, exact}}. That is why nobody uses huge pages for small things.',
  'figure.unit.tale.rest': 'What is left over in the last page is lost to everybody else.',
} as const;
