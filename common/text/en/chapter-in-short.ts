export const inShortText = {
  'chapter.in-short.name': 'In short',
  'chapter.in-short.title': 'What to remember',
  'chapter.in-short.lead': 'Four sentences, and what they mean on this machine.',

  'chapter.in-short.what.title': 'What it is',
  'chapter.in-short.what.words':
    'A huge page is {{pageKiB, memory}} of memory in one piece, handled as one: it stands for {{times, number}} ordinary pages of {{smallKiB, memory}}.',
  'chapter.in-short.why.title': 'Why a VM likes it',
  'chapter.in-short.why.words':
    'In a VM, finding an address takes the guest’s tables and, for each step in them, the host’s. Huge pages make this way shorter.',
  'chapter.in-short.cost.title': 'What it costs',
  'chapter.in-short.cost.words': 'A pool takes its memory from every other program, whether a VM runs or not.',
  'chapter.in-short.cost.here': 'For a VM of {{guestKiB, memory}}: {{poolKiB, memory}} of {{totalKiB, memory}}',
  'chapter.in-short.need.title': 'Whether you need it',
  'chapter.in-short.need.facts':
    'Reckoned with a VM of {{guestKiB, memory}} on this machine of {{totalKiB, memory}}; transparent huge pages: {{mode}}.',
  'chapter.in-short.need.facts-several':
    'Reckoned with {{guests, number}} VMs of {{guestKiB, memory}} on this machine of {{totalKiB, memory}}; transparent huge pages: {{mode}}.',
  'chapter.in-short.need.unknown-mode': 'not shown',
  'chapter.in-short.need.always':
    'A VM with several GiB whose programs jump about in them gains most; a small one, or one that mostly waits, gains next to nothing.',
  'chapter.in-short.read': 'More in “{{chapter}}”',
  'chapter.in-short.change': 'Change what it is based on',
  'chapter.in-short.next.title': 'What comes next',
  'chapter.in-short.next.words':
    'Check looks at this machine and says what is there and what is missing. It changes nothing; nothing at all changes before you give your password.',
} as const;
