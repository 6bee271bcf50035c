export const countersText = {
  'chapter.counters.name': 'The four counters',
  'chapter.counters.title': 'What happens to the counters',
  'chapter.counters.lead':
    'The kernel keeps four counters for a pool. Watch them while a VM starts, uses its memory and ends.',
  'chapter.counters.promise':
    'When a VM starts, it asks for all its memory at once, and the kernel promises it that many pages. It hands a page over only when the VM first touches it.',
  'chapter.counters.so-free': 'So Free says little about how much the VM really has.',
  'chapter.counters.free.title': 'Free does not mean available.',
  'chapter.counters.free':
    'A free page may be promised already. For a new VM there are Free − Rsvd pages; if they are too few, it does not start. That is the good of promises: without them it would start all the same and be killed later, at the first page that is no longer there.',
  'chapter.counters.prealloc.title': 'With -mem-prealloc nothing stays promised.',
  'chapter.counters.prealloc': 'QEMU touches all its memory at the start: that takes longer, and Free drops at once.',
  'chapter.counters.surplus.title': 'Nobody loses a page that is in use.',
  'chapter.counters.surplus':
    'If the pool is made smaller than what VMs hold, the rest becomes surplus, and leaves as soon as it is no longer needed.',
  'chapter.counters.remember':
    'To see whether a VM has its pages, compare its memory with Total − Free + Rsvd. The last step of this guide, Verify, does that for you.',

  'figure.counters.title': 'A pool, page by page',
  'figure.counters.see': 'Starting a VM moves Rsvd, not Free. Free falls when the VM touches its memory.',
  'figure.counters.vm': 'A VM',
  'figure.counters.vm.size': 'Memory of the next VM',
  'figure.counters.vm.size.option_one': '{{KiB, exact}} ({{count, number}} page)',
  'figure.counters.vm.size.option_other': '{{KiB, exact}} ({{count, number}} pages)',
  'figure.counters.pool': 'The pool under it',
  'figure.counters.act.start': 'Start VM {{vm}}',
  'figure.counters.act.start-touched': 'Start VM {{vm}} with preallocation',
  'figure.counters.act.touch_one': 'VM {{vm}} touches {{count, number}} more page',
  'figure.counters.act.touch_other': 'VM {{vm}} touches {{count, number}} more pages',
  'figure.counters.act.touch-all': 'VM {{vm}} touches more memory',
  'figure.counters.act.touch-none': 'The VM touches more memory',
  'figure.counters.act.end': 'VM {{vm}} ends',
  'figure.counters.act.end-none': 'The VM ends',
  'figure.counters.act.shrink_one': 'Shrink it to {{count, number}} page',
  'figure.counters.act.shrink_other': 'Shrink it to {{count, number}} pages',
  'figure.counters.act.grow_one': 'Grow it to {{count, number}} page',
  'figure.counters.act.grow_other': 'Grow it to {{count, number}} pages',

  'figure.counters.begin.small_one': 'Nothing runs yet: the one page is free.',
  'figure.counters.begin.small_other': 'Nothing runs yet: all {{count, number}} pages are free.',
  'figure.counters.begin.article_one':
    'The how-to’s example: a pool of {{count, number}} page while a VM of 1 GiB boots; {{free, number}} free.',
  'figure.counters.begin.article_other':
    'The how-to’s example: of {{count, number}} pages {{free, number}} are free, and a VM of 1 GiB, here A, is booting.',
  'figure.counters.begin.machine_one':
    'The pool of this machine, as it was just now: {{count, number}} page, {{free, number}} free. What you try here changes nothing on the machine.',
  'figure.counters.begin.machine_other':
    'The pool of this machine, as it was just now: {{count, number}} pages, {{free, number}} of them free. What is in use or promised is drawn as one VM, A. What you try here changes nothing on the machine.',

  'figure.counters.done.promised_one':
    'VM {{vm}} started, and {{count, number}} page is promised to it: Rsvd rose by {{count, number}}. Free did not move, for it has touched nothing yet.',
  'figure.counters.done.promised_other':
    'VM {{vm}} started, and {{count, number}} pages are promised to it: Rsvd rose by {{count, number}}. Free did not move, for it has touched nothing yet.',
  'figure.counters.done.preallocated_one':
    'VM {{vm}} started and touched its {{count, number}} page at once: Free fell by {{count, number}}, and nothing of it stays promised.',
  'figure.counters.done.preallocated_other':
    'VM {{vm}} started and touched all its {{count, number}} pages at once: Free fell by {{count, number}}, and nothing of it stays promised.',
  'figure.counters.done.touched_one':
    'VM {{vm}} touched {{count, number}} page: promised before, in use now. Free and Rsvd each fell by {{count, number}}.',
  'figure.counters.done.touched_other':
    'VM {{vm}} touched {{count, number}} pages: promised before, in use now. Free and Rsvd each fell by {{count, number}}.',
  'figure.counters.done.ended':
    'VM {{vm}} ended and gave everything back: Free rose by {{touched, number}}, the pages it used, and Rsvd fell by {{promised, number}}, those it was still promised.',
  'figure.counters.done.ended-touched_one':
    'VM {{vm}} ended and gave its {{count, number}} page back: Free rose by {{count, number}}.',
  'figure.counters.done.ended-touched_other':
    'VM {{vm}} ended and gave its {{count, number}} pages back: Free rose by {{count, number}}.',
  'figure.counters.done.ended-promised_one':
    'VM {{vm}} ended before it had touched its page: the promise lapsed, so Rsvd fell by {{count, number}}. Free did not move.',
  'figure.counters.done.ended-promised_other':
    'VM {{vm}} ended before it had touched any of its pages: the promise lapsed, so Rsvd fell by {{count, number}}. Free did not move.',
  'figure.counters.done.ended-surplus_one':
    'VM {{vm}} ended, and {{count, number}} surplus page left the pool with it: Total and Surp fell by {{count, number}}. The other {{rest, number}} it held are free for others.',
  'figure.counters.done.ended-surplus_other':
    'VM {{vm}} ended, and {{count, number}} surplus pages left the pool with it: Total and Surp fell by {{count, number}}. The other {{rest, number}} it held are free for others.',
  'figure.counters.done.ended-all-surplus_one':
    'VM {{vm}} ended, and its {{count, number}} page left the pool as surplus: Total and Surp fell by {{count, number}}.',
  'figure.counters.done.ended-all-surplus_other':
    'VM {{vm}} ended, and as many pages as it held, {{count, number}}, left the pool as surplus: Total and Surp fell by {{count, number}}.',
  'figure.counters.done.shrunk_one':
    'You asked for {{asked, number}}: {{count, number}} page that nobody held left the pool and is ordinary memory again. Total and Free fell by {{count, number}}.',
  'figure.counters.done.shrunk_other':
    'You asked for {{asked, number}}: {{count, number}} pages that nobody held left the pool and are ordinary memory again. Total and Free fell by {{count, number}}.',
  'figure.counters.done.shrunk-surplus_one':
    'You asked for {{asked, number}}, but {{held, number}} are held. The {{count, number}} page that nobody held left: Total and Free fell by {{count, number}}. Surp is {{surplus, number}}: so many stay above the size asked for, until a VM ends.',
  'figure.counters.done.shrunk-surplus_other':
    'You asked for {{asked, number}}, but {{held, number}} are held. The {{count, number}} pages that nobody held left: Total and Free fell by {{count, number}}. Surp is {{surplus, number}}: so many stay above the size asked for, until a VM ends.',
  'figure.counters.done.shrunk-held':
    'You asked for {{asked, number}}, but {{held, number}} are held, so no page could leave. Surp is {{surplus, number}}: so many stay above the size asked for, until a VM ends.',
  'figure.counters.done.grown_one':
    '{{count, number}} page of ordinary memory joined the pool: Total and Free rose by {{count, number}}.',
  'figure.counters.done.grown_other':
    '{{count, number}} pages of ordinary memory joined the pool: Total and Free rose by {{count, number}}.',
  'figure.counters.done.grown-adopted_one':
    'The surplus page belongs to the pool again: Surp fell by {{count, number}}, and no other page was needed.',
  'figure.counters.done.grown-adopted_other':
    '{{count, number}} surplus pages belong to the pool again: Surp fell by {{count, number}}, and no other page was needed.',
  'figure.counters.done.grown-both_one':
    'First the surplus was taken in: Surp fell by {{adopted, number}}. Then {{count, number}} page of ordinary memory joined: Total and Free rose by {{count, number}}.',
  'figure.counters.done.grown-both_other':
    'First the surplus was taken in: Surp fell by {{adopted, number}}. Then {{count, number}} pages of ordinary memory joined: Total and Free rose by {{count, number}}.',

  'figure.counters.refused_one':
    'VM {{vm}} does not start: it needs {{needed, number}}, and only {{count, number}} page is free and not promised (Free − Rsvd = {{free, number}} − {{promised, number}}). QEMU says:',
  'figure.counters.refused_other':
    'VM {{vm}} does not start: it needs {{needed, number}}, and only {{count, number}} pages are free and not promised (Free − Rsvd = {{free, number}} − {{promised, number}}). QEMU says:',
  'figure.counters.why.no-vm': 'No VM runs. Start one first.',
  'figure.counters.why.all-touched': 'VM {{vm}} has touched all its memory: nothing is promised to it any more.',
  'figure.counters.why.shrink_one': 'The pool is set to {{count, number}} page: it is that small already.',
  'figure.counters.why.shrink_other': 'The pool is set to {{count, number}} pages: it is that small already.',
  'figure.counters.why.grow_one': 'The pool is set to {{count, number}} page: it is that large already.',
  'figure.counters.why.grow_other': 'The pool is set to {{count, number}} pages: it is that large already.',

  'figure.counters.box_one': 'One box is one page of {{pageKiB, memory}}.',
  'figure.counters.box_other':
    'One box is {{count, number}} pages of {{pageKiB, memory}}, filled in proportion: so many pages cannot be drawn one by one.',
  'figure.counters.legend': 'What the boxes show',
  'figure.counters.legend.used': 'in use by VM {{vm}}: {{pages, number}}',
  'figure.counters.legend.promised': 'promised, still free: {{pages, number}}',
  'figure.counters.legend.free': 'free for a new VM: {{pages, number}}',
  'figure.counters.legend.surplus': 'surplus: {{pages, number}}',
  'figure.counters.legend.gone': 'left the pool: {{pages, number}}',

  'figure.counters.machine': 'This machine now',
  'figure.counters.machine.size': 'Pages of {{pageKiB, memory}}, its default size',
  'figure.counters.mean.total': 'the whole pool, surplus included',
  'figure.counters.mean.free': 'not in use, though perhaps promised',
  'figure.counters.mean.reserved': 'promised, not yet in use',
  'figure.counters.mean.surplus': 'above the size asked for',
  'figure.counters.rose': '+{{pages, number}}',
  'figure.counters.fell': '−{{pages, number}}',
  'figure.counters.formula': '= {{total, number}} − {{free, number}} + {{promised, number}}',
  'figure.counters.alone.short_one':
    'Total − Free alone would say {{count, number}} page = {{KiB, exact}}: {{shortKiB, exact}} too little.',
  'figure.counters.alone.short_other':
    'Total − Free alone would say {{count, number}} pages = {{KiB, exact}}: {{shortKiB, exact}} too little.',
  'figure.counters.alone.same': 'Nothing is promised now, so Total − Free alone says the same.',

  'figure.counters.load': 'Try it with',
  'figure.counters.load.small_one': 'a small pool: {{count, number}} page, free',
  'figure.counters.load.small_other': 'a small pool: {{count, number}} pages, all free',
  'figure.counters.load.article_one':
    'the how-to’s example: {{count, number}} page, {{free, number}} free, {{promised, number}} promised',
  'figure.counters.load.article_other':
    'the how-to’s example: {{count, number}} pages, {{free, number}} free, {{promised, number}} promised',
  'figure.counters.load.machine_one': 'this machine’s pool: {{count, number}} page',
  'figure.counters.load.machine_other': 'this machine’s pool: {{count, number}} pages',
  'figure.counters.load.none': 'This machine has no pool of {{pageKiB, memory}} pages yet.',
} as const;
