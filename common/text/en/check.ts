export const checkText = {
  'light.ok': 'all right',
  'light.hint': 'good to know',
  'light.warning': 'needs attention',
  'light.problem': 'stops the guide',

  'finding.platform.title': 'Operating system',
  'finding.platform.ok': '{{distribution}} with Linux {{kernel}}.',
  'finding.platform.unnamed': 'Linux {{kernel}}; the distribution does not give its name.',
  'finding.platform.wsl':
    'This is WSL: Linux inside a virtual machine of Windows. The pool comes out of the memory that Windows lends it (.wslconfig), and QEMU needs nested virtualisation. For VMs that should be fast, use Linux without Windows below it.',
  'finding.platform.not-linux':
    'This is {{platform}}, not Linux. Run the program on the Linux machine that runs your VMs.',

  'finding.kernel.title': 'Kernel',
  'finding.kernel.ok': 'The kernel has hugetlbfs and offers pages of {{sizes}}.',
  'finding.kernel.other-default':
    'The kernel has hugetlbfs and offers pages of {{sizes}}, but its default is {{pageKiB, memory}}, not 2 MiB: HugePages_* and vm.nr_hugepages count in that size. Choose the page size when you size the pool.',
  'finding.kernel.no-hugetlbfs':
    'This kernel ({{kernel}}) has no hugetlbfs, so there can be no pool. Boot a kernel of your distribution (CONFIG_HUGETLBFS=y) and check again.',
  'finding.kernel.no-pages':
    'The kernel knows hugetlbfs but offers no page size. If this is a VM, let its hypervisor pass on the processor flag pse; otherwise see that /sys is mounted, and check again.',

  'finding.cpu.title': 'Processor',
  'finding.cpu.ok': 'The processor can use pages of 2 MiB and of 1 GiB.',
  'finding.cpu.only-2mib': 'The processor can use pages of 2 MiB, which is what a VM needs; not of 1 GiB.',
  'finding.cpu.no-pse':
    'The processor does not show the flag pse, which stands for pages of 2 MiB. If this is a VM, let its hypervisor pass the flag on. What the kernel offers decides.',
  'finding.cpu.unknown': 'The processor does not say which page sizes it can use. What the kernel offers decides.',

  'finding.container.title': 'Container',
  'finding.container.ok': 'The program does not run in a container.',
  'finding.container.inside':
    'The program runs in a container. The pool, the mounts and /etc belong to the host: install and start the program there.',

  'finding.pool.title': 'Pool',
  'finding.pool.none':
    'There is no pool, because the kernel offers no huge pages. Boot one that does, and check again.',
  'finding.pool.empty': 'The pool of {{pageKiB, memory}} pages is empty. The plan fills it for your VM.',
  'finding.pool.ok_one':
    'The pool holds {{count, number}} page of {{pageKiB, memory}}, of which {{spare, number}} is free for another VM.',
  'finding.pool.ok_other':
    'The pool holds {{count, number}} pages of {{pageKiB, memory}} ({{poolKiB, memory}}), of which {{spare, number}} are free for another VM.',
  'finding.pool.idle_one':
    'The pool holds {{count, number}} page of {{pageKiB, memory}} and nobody uses it: {{poolKiB, memory}} are missing for everything else until a VM takes them. Start your VM, or let a plan give it back.',
  'finding.pool.idle_other':
    'The pool holds {{count, number}} pages of {{pageKiB, memory}} and nobody uses one: {{poolKiB, memory}} are missing for everything else until a VM takes them. Start your VM, or let a plan give them back.',
  'finding.pool.surplus_one':
    'The pool holds {{count, number}} page of {{pageKiB, memory}} although none was asked for: it was in use when the pool was made smaller, or was lent on demand, and goes back when its VM ends.',
  'finding.pool.surplus_other':
    'The pool holds {{count, number}} pages of {{pageKiB, memory}}, {{surplus, number}} more than asked for: they were in use when the pool was made smaller, or were lent on demand, and go back when their VM ends.',

  'finding.counters.title': 'Counters',
  'finding.counters.none':
    'The kernel shows no HugePages_* counters, because it has no pool. Boot one that has, and check again.',
  'finding.counters.ok':
    'Total {{total, number}}: the whole pool. Free {{free, number}}: not taken yet. Rsvd {{promised, number}}: free, but promised to a program. Surp {{surplus, number}}: above the size asked for. That makes {{inUse, number}} in use + {{promised, number}} promised = {{held, number}} pages = {{heldKiB, memory}}.',

  'finding.host-memory.title': 'Memory of the host',
  'finding.host-memory.ok':
    '{{totalKiB, memory}}, of which {{availableKiB, memory}} are available now. The host keeps {{reserveKiB, memory}} for itself, so your VM can have up to {{largestKiB, memory}}.',
  'finding.host-memory.low':
    'Only {{availableKiB, memory}} of {{totalKiB, memory}} are available now, less than the {{reserveKiB, memory}} that the host keeps for itself. Close programs before you let the pool grow.',
  'finding.host-memory.unknown': 'The size of the memory cannot be read. See that /proc is mounted, and check again.',

  'finding.nodes.title': 'NUMA nodes',
  'finding.nodes.ok': 'All memory is equally near to every processor: there is nothing to spread.',
  'finding.nodes.several':
    'The memory is in {{nodes}} nodes, and the kernel spreads the pool over them: {{spread}}. A VM that is bound to one node can take only the pages of that node.',

  'finding.mount.title': 'Mount point',
  'finding.mount.ok': '{{path}} is hugetlbfs with pages of {{pageKiB, memory}}.',
  'finding.mount.missing': 'There is no {{path}}. The plan makes it and mounts hugetlbfs there.',
  'finding.mount.plain':
    '{{path}} is an ordinary directory: QEMU would start with it, say nothing and use no huge page. The plan mounts hugetlbfs there.',
  'finding.mount.not-a-directory':
    '{{path}} is there but is no directory. Find out what made it, move it away and check again.',
  'finding.mount.unreadable':
    '{{path}} may not be looked at, so it is not known what is mounted there. Make the directories above it accessible and check again.',
  'finding.mount.other-size':
    '{{path}} is hugetlbfs with pages of {{pageKiB, memory}}, while the default size is {{defaultKiB, memory}}. The plan gives the default size a directory of its own.',
  'finding.mount.stacked':
    '{{mounts}} mounts of hugetlbfs lie on top of each other at {{path}}; only the topmost counts. Stop your VMs and run “umount {{path}}” until one is left.',

  'finding.access.title': 'Access',
  'finding.access.ok': 'The group {{group}} may write to {{path}}.',
  'finding.access.everybody':
    'Everybody on this machine may write to {{path}} and so take pages from the pool, also people outside the group {{group}}. To close it to them: sudo chmod o-w {{path}}',
  'finding.access.not-yet':
    'hugetlbfs is not mounted at {{path}} yet. The plan gives the group {{group}} access with the mount.',
  'finding.access.only-you':
    'You may write to {{path}} yourself, but the group {{group}} may not. The plan gives the directory to the group.',
  'finding.access.denied':
    'The group {{group}} may not write to {{path}}: QEMU would stop with “Permission denied”. The plan gives the directory to the group.',

  'finding.group.title': 'Group',
  'finding.group.ok': 'The group {{group}} exists (number {{gid}}).',
  'finding.group.usr-lib':
    'The group {{group}} stands only in /usr/lib/group, where nobody can be added to it. The plan copies its line to /etc/group.',
  'finding.group.missing': 'There is no group {{group}} in /etc/group. The plan creates it.',

  'finding.membership.title': 'Membership',
  'finding.membership.ok': '{{user}} is in the group {{group}}, and this session knows it.',
  'finding.membership.root':
    'This is root, who needs no group. VMs started by another user do: run the program as that user.',
  'finding.membership.unknown':
    'The name of your account cannot be found out, so it is not known whether it is in the group {{group}}. Run “id” in a terminal; if {{group}} is missing there, add it by hand.',
  'finding.membership.listed':
    '{{user}} is in the group {{group}}. Whether the session knows it cannot be seen from a program that runs as root; if QEMU says “Permission denied”, log out and in.',
  'finding.membership.not-active':
    '{{user}} is in the group {{group}}, but this session began before that. Log out and in; if that does not help, restart the machine.',
  'finding.membership.only-session':
    'This session has the group {{group}}, although /etc/group does not list {{user}}. The plan adds {{user}}, so that it stays so.',
  'finding.membership.not-a-member':
    '{{user}} is not in the group {{group}}. The plan adds {{user}}; log out and in afterwards.',

  'finding.fstab.title': 'Mount at boot',
  'finding.fstab.none':
    '/etc/fstab has no line for {{path}}: after the next boot only root could write there. The plan adds one.',
  'finding.fstab.ours': '/etc/fstab has the line of this program for {{path}}.',
  'finding.fstab.own': '/etc/fstab has a line of your own for {{path}}, and it is safe at boot. It stays as it is.',
  'finding.fstab.boot-risk':
    'Line {{line}} of /etc/fstab mounts {{path}} without nofail: if that ever fails, the machine boots into emergency mode. Add nofail to its options.',
  'finding.fstab.unknown-group':
    'Line {{line}} of /etc/fstab names the group {{group}}, which does not exist: the mount fails at boot. The plan creates the group.',
  'finding.fstab.unknown-group-boot-risk':
    'Line {{line}} of /etc/fstab names the group {{group}}, which does not exist, and has no nofail: the next boot ends in emergency mode. The plan creates the group; add nofail to the options too.',
  'finding.fstab.other-type':
    'Line {{line}} of /etc/fstab mounts {{type}}, not hugetlbfs, at {{path}}: QEMU would get no huge page from it. Take the line out and check again.',
  'finding.fstab.noauto':
    'Line {{line}} of /etc/fstab has noauto: {{path}} is not mounted at boot. Take noauto out of its options.',
  'finding.fstab.several':
    '/etc/fstab has {{entries}} lines for {{path}} (lines {{lines}}), and only one can count. Take out all but one.',
  'finding.fstab.symlink':
    '/etc/fstab is a link to {{target}}: the file is made by your system’s configuration, and a change would be lost. Set the mount there.',
  'finding.fstab.read-only':
    '/etc/fstab lies on a read-only file system and cannot be changed. Mount it writable, or have the plan change nothing at boot.',
  'finding.fstab.unreadable': '/etc/fstab cannot be read. Make it readable for everybody (chmod 644) and check again.',

  'finding.sysctl.title': 'Pool at boot',
  'finding.sysctl.none': 'Nothing fills the pool at boot: after the next one it is empty. The plan can write {{file}}.',
  'finding.sysctl.boot-parameter':
    'The kernel’s command line fills the pool at boot, and no file in sysctl.d changes that. The plan adds {{file}}, which then decides for the default page size.',
  'finding.sysctl.ok': '{{file}} sets vm.nr_hugepages to {{pages, number}} at boot.',
  'finding.sysctl.differs':
    '{{file}} sets vm.nr_hugepages to {{pages, number}} at boot; now it is {{now, number}}. Either it was changed since, or the boot did not find enough memory in one piece. The plan sets both anew.',
  'finding.sysctl.later-wins':
    '{{file}} sets vm.nr_hugepages to {{pages, number}} at boot, but {{winnerFile}} (line {{line}}) is read later and makes it {{winnerPages, number}}. Take that line out.',
  'finding.sysctl.would-win':
    '{{winnerFile}} (line {{line}}) sets vm.nr_hugepages to {{winnerPages, number}} at boot and is read after {{file}}, where the plan writes. Take that line out, or it wins at every boot.',
  'finding.sysctl.unread':
    '/etc/sysctl.conf sets vm.nr_hugepages to {{pages, number}}, but systemd does not read that file at boot. The plan writes {{file}}, which it reads.',

  'finding.transparent.title': 'Transparent huge pages',
  'finding.transparent.on':
    'On ({{mode}}). VMs without a pool already get pages of 2 MiB when memory allows; {{anonHugeKiB, memory}} are in use that way. The pool is another mechanism: it guarantees the pages and never counts here. Leave this as it is.',
  'finding.transparent.never':
    'Off (never). Without the pool a VM gets only pages of 4 KiB. The pool is another mechanism and works all the same.',
  'finding.transparent.unknown':
    'The kernel does not say how it handles transparent huge pages. The pool works all the same.',

  'finding.prompt.title': 'Asking for the password',
  'finding.prompt.ok': 'The system can ask for your password when the plan is applied.',
  'finding.prompt.root': 'The program runs as root, so no password is needed. It is safer to start it as yourself.',
  'finding.prompt.no-new-privs':
    'The program was started in a way that forbids asking for a password (NoNewPrivs). Start it afresh from the menu or a terminal; or copy the plan’s root text and run it with sudo.',
  'finding.prompt.no-pkexec':
    'There is no pkexec to ask for the password. Install it (package pkexec or polkit); or copy the plan’s root text and run it with sudo.',
  'finding.prompt.not-an-administrator':
    'You are in none of the groups sudo, wheel and admin: the password of an administrator will be asked for.',

  'finding.run.title': 'Earlier run',
  'finding.run.running':
    'A plan is being applied right now, also if the window that started it was closed. Wait for its end; then check again to see what has become so.',
  'finding.run.interrupted':
    'An earlier run was killed before its end. What it had done shows here; make a plan and apply it to finish the rest. Old values are kept in /var/lib/hugepages-guide/journal.',
} as const;
