export const cliText = {
  'cli.help.about': 'Hugepages Guide sets up huge pages for virtual machines on this computer.',
  'cli.help.usage': 'Usage: hugepages-guide [COMMAND] [OPTIONS]',
  'cli.help.usage-command': 'Usage: hugepages-guide {{command}} [OPTIONS]',
  'cli.help.window': 'Without a command it opens the window.',
  'cli.help.commands': 'Commands:',
  'cli.help.options': 'Options:',
  'cli.help.exit-codes': 'Exit codes:',
  'cli.help.more': 'Options of a command: hugepages-guide COMMAND --help',

  'cli.command.status': 'Show what was found out about this machine, and its pools of huge pages.',
  'cli.command.plan': 'Show what would be done for a VM, and why. Changes nothing.',
  'cli.command.apply': 'Show the plan, ask, and carry it out with one password prompt.',
  'cli.command.patch':
    'Show how a start script starts QEMU, and change it so that the VM’s memory comes from huge pages. The old script is kept.',
  'cli.command.verify':
    'Tell for each running VM whether its memory is on huge pages. Exit code 0 only if all of it is.',
  'cli.command.undo':
    'Put back what the last plan changed, or with --all everything since before the first one. Shows it, asks, and compares afterwards.',
  'cli.command.history': 'List the plans that were applied on this machine, with what each changed.',

  'cli.option.memory': 'Memory of the VM, such as 4G or 1536M; a bare number means MiB.',
  'cli.option.page-size':
    'Page size, such as 2M or 1G. Without it, that of the VM named with --vm, else the default size of this machine.',
  'cli.option.sizing':
    'How many pages: exact, a-little-above (rounded up to a multiple of ten for pages up to 2 MiB; the default) or double (twice the VM).',
  'cli.option.pages': 'A number of pages of your own, instead of --sizing.',
  'cli.option.no-persist': 'Only until the next restart: write nothing to sysctl.d and fstab.',
  'cli.option.drop-caches':
    'If pages are missing after all else, empty the caches and compact memory: certain, but the host is slower for some minutes.',
  'cli.option.if-short': 'If the kernel gives fewer pages than asked: keep (usual) them, or undo the whole plan.',
  'cli.option.if-failed': 'If a step fails: undo (usual) what was done before it, or keep that.',
  'cli.option.give-back': 'If the pool is larger than needed, give pages that nobody uses back to the host.',
  'cli.option.vm': 'Process id of the running VM that this is for: its own pages are not counted as somebody else’s.',
  'cli.option.patch':
    'Also change the start script FILE so that its VM uses the pages. For a script that only root may change: it becomes the last step of the plan, under the same password.',
  'cli.option.dry-run': 'Show the change without making it.',
  'cli.option.revert':
    'Take the change back: byte for byte, or, where the script was edited since, only the change itself.',
  'cli.option.prealloc': 'Have QEMU take all pages when the VM starts.',
  'cli.option.all': 'Put everything back as it was before Hugepages Guide, your start scripts included.',
  'cli.option.entry': 'Undo the plan with this id; history lists them.',
  'cli.option.script': 'Print only the text that would run as root, exactly as it would run.',
  'cli.option.yes': 'Do not ask before applying. The password prompt still comes.',
  'cli.option.pid': 'Look only at the VM with this process id.',
  'cli.option.json': 'Print one JSON document instead of text, also for errors.',
  'cli.option.lang': 'Language of the output: en or zh-CN. Without it, by LC_ALL, LC_MESSAGES or LANG.',
  'cli.option.help': 'Show this help.',
  'cli.option.version': 'Show the version.',

  'cli.exit.done': 'done',
  'cli.exit.failed': 'refused or failed',
  'cli.exit.usage': 'the command line is wrong',
  'cli.exit.declined': 'declined, in the terminal or in the password dialog',
  'cli.exit.short': 'done, but the kernel gave fewer pages than asked',

  'cli.light.ok': 'ok',
  'cli.light.hint': 'hint',
  'cli.light.warning': 'warning',
  'cli.light.problem': 'problem',

  'cli.status.machine': 'This machine',
  'cli.status.finding': '{{title}}: {{sentence}}',
  'cli.status.pools': 'Pools of huge pages',
  'cli.status.no-pools': 'This kernel has none. Boot one with hugetlbfs, then look again.',
  'cli.pool.page-size': 'Page size',
  'cli.pool.total': 'Total',
  'cli.pool.in-use': 'In use',
  'cli.pool.promised': 'Promised',
  'cli.pool.free': 'Free',
  'cli.pool.surplus': 'Surplus',

  'cli.plan.title_one': 'Plan for a VM with {{guestKiB, memory}}: {{count, number}} huge page of {{pageKiB, memory}}',
  'cli.plan.title_other':
    'Plan for a VM with {{guestKiB, memory}}: {{count, number}} huge pages of {{pageKiB, memory}}',
  'cli.plan.left-for-host': 'The host keeps {{leftKiB, memory}} for itself; it needs at least {{reserveKiB, memory}}.',
  'cli.plan.start-option': 'Afterwards start the VM with: {{option}}',
  'cli.plan.see-patch': 'What it changes: hugepages-guide patch {{file}} --page-size {{pageSize}} --dry-run',
  'cli.plan.start-script': 'Afterwards start the VM with its script: {{path}}',
  'cli.plan.unchanged':
    'Nothing has been changed. To do it: hugepages-guide apply {{options}}\nTo read the text that would run as root: hugepages-guide plan {{options}} --script',

  'cli.apply.question': 'Do this now? [y/N]',
  'cli.apply.cancelled': 'No more pages are asked for. What has begun is brought to its end.',
  'cli.apply.not-done': 'You did not say yes. Nothing was changed; run the command again whenever you like.',
  'cli.apply.nothing-to-do': 'Everything is already as this plan wants it. Nothing was changed; start the VM.',
  'cli.apply.by-hand':
    'In this terminal it also works without a dialog: hugepages-guide plan {{options}} --script | sudo sh',
  'cli.progress.waiting': 'Waiting for the password dialog …',
  'cli.progress.starting': 'Starting …',
  'cli.progress.step': '[{{number}}/{{count}}] {{step}}',
  'cli.progress.pool': '[{{number}}/{{count}}] {{now, number}} of {{to, number}} pages – {{step}}',

  'cli.patch.start': 'Line {{line}}: {{program}} with {{guestKiB, memory}} of VM memory, taken from {{backing}}',
  'cli.patch.start-unknown':
    'Line {{line}}: {{program}}; its VM memory only running the script would tell; taken from {{backing}}',
  'cli.patch.wants_one':
    'Such a VM needs {{count, number}} page of {{pageKiB, memory}}: hugepages-guide apply {{options}}',
  'cli.patch.wants_other':
    'Such a VM needs {{count, number}} pages of {{pageKiB, memory}}: hugepages-guide apply {{options}}',
  'cli.patch.unchanged': 'Nothing has been changed.',
  'cli.patch.to-do-it': 'To do it: hugepages-guide patch {{file}}',
  'cli.patch.nothing-next': 'Start the VM with it, then look: hugepages-guide verify',
  'cli.patch.by-plan':
    'So the change becomes a step of the plan, under the same single password: hugepages-guide apply {{options}}',
  'cli.patch.nothing-for-root.title': 'There is nothing to change in this script.',
  'cli.patch.nothing-for-root.next': 'Leave out --patch, or look why: hugepages-guide patch FILE --dry-run',
  'cli.patch.needs-no-root.title': 'You may change this script yourself, without root.',
  'cli.patch.needs-no-root.next': 'Leave out --patch and run: hugepages-guide patch FILE',

  'cli.window.as-root':
    'Warning: as root the window runs without its sandbox. Better start it as your own user; it asks for the password when needed.',

  'cli.error.no-electron':
    'The window needs Electron, which is not installed here. In the program’s folder run: npm start. Or stay in the terminal: hugepages-guide --help',
  'cli.error.no-display':
    'There is no display here for a window (neither DISPLAY nor WAYLAND_DISPLAY is set). Start it on a desktop, or stay in the terminal: hugepages-guide --help',
  'cli.error.unknown-command':
    '“{{command}}” is no command. Choose one of: {{commands}}. Without a command the window opens.',
  'cli.error.unknown-option': 'The option {{option}} does not exist here. Choose from: {{options}}.',
  'cli.error.option-needs-value': 'The option {{option}} needs a value behind it. See --help for what it may be.',
  'cli.error.option-takes-no-value': 'The option {{option}} takes no value. Write it alone.',
  'cli.error.unexpected-argument': '“{{argument}}” is one word too many. Options begin with --; see --help.',
  'cli.error.unknown-language': '“{{language}}” is no language of this program. Choose one of: {{languages}}.',
  'cli.error.memory-missing':
    'How much memory has the VM? Add --memory, such as --memory 4G, or --vm with the process id of a running one.',
  'cli.error.memory-not-a-size':
    '“{{value}}” is no memory size this program can work with. Write a number and a unit, such as 4G or 1536M; a bare number means MiB.',
  'cli.error.memory-not-positive': '“{{value}}” is not above zero. Write the memory of the VM, such as 4G.',
  'cli.error.page-size-not-a-size': '“{{value}}” is no page size. This machine has: {{sizes}}.',
  'cli.error.wish-unknown': '“{{value}}” is nothing that {{option}} can do. Write keep or undo.',
  'cli.error.sizing-unknown':
    '“{{rule}}” is no rule for --sizing. Choose one of: {{rules}}; or give a number of your own with --pages.',
  'cli.error.sizing-and-pages': '--sizing and --pages exclude each other. Leave one of them out.',
  'cli.error.pages-not-a-number':
    '“{{value}}” is no number of pages. Write a whole number above zero, such as --pages 2048.',
  'cli.error.not-a-pid':
    '“{{value}}” is no process id for {{option}}. The command verify lists the running VMs with theirs.',
  'cli.error.no-such-vm':
    'Process {{pid}} is no running QEMU that can be seen from here. The command verify lists those that are.',
  'cli.error.vm-memory-unreadable':
    'The command line of {{name}} does not say readably how much memory it has. Add --memory, such as --memory 4G.',
  'cli.error.file-missing': 'Which script? Write it behind the command: hugepages-guide patch FILE',
  'cli.error.dry-run-and-revert': '--dry-run and --revert exclude each other. Leave one of them out.',
  'cli.error.all-and-entry': '--all and --entry exclude each other. Leave one of them out.',
  'cli.error.script-and-json':
    '--script and --json exclude each other. The JSON document holds the same text as “rootText”.',
  'cli.error.json-needs-yes':
    'With --json nobody is asked. Look at the plan first (hugepages-guide plan), then add --yes.',
  'cli.error.cannot-ask':
    'Nobody can be asked here, because this is no terminal. Look at the plan first (hugepages-guide plan), then add --yes.',
  'cli.error.refused': 'There is no safe plan for this, for the reasons below. Nothing was changed.',
  'cli.error.no-vm': 'No QEMU is running that can be seen from here. Start the VM, then run this again.',
} as const;
