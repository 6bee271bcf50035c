export const planText = {
  'refusal.not-linux':
    'This is {{platform}}, not Linux. Huge pages for QEMU are a feature of the Linux kernel: run the program on the Linux machine that runs the VM.',
  'refusal.container':
    'This is a container ({{file}}). The pool belongs to the machine outside: run the program there.',
  'refusal.no-hugetlbfs':
    'Kernel {{kernel}} has no hugetlbfs. Boot a kernel built with CONFIG_HUGETLBFS=y; the kernels of Debian, Ubuntu, Fedora, Arch and openSUSE are.',
  'refusal.memory-unknown':
    '/proc/meminfo does not say how much memory there is, so no size can be safe. Check that /proc is mounted, then look again.',
  'refusal.page-size-unavailable': 'This kernel has no pages of {{pageKiB, memory}}. Choose one of: {{sizes}}.',
  'refusal.guest-too-small': 'A VM needs at least one whole page of {{pageKiB, memory}}. Enter a larger VM memory.',
  'refusal.guest-too-large':
    'The VM would have {{guestKiB, memory}}, but this machine has {{totalKiB, memory}} in all. Choose {{largestKiB, memory}} or less.',
  'refusal.pages-too-few':
    'A VM of {{guestKiB, memory}} needs {{neededPages, number}} pages. Enter at least that many, or choose another rule.',
  'refusal.host-starved':
    'A pool of {{poolKiB, memory}} would leave {{leftKiB, memory}} for everything else, at every boot too; at least {{reserveKiB, memory}} must stay. Give the VM {{largestKiB, memory}} or less.',
  'refusal.host-starved-at-boot':
    'A pool of {{poolKiB, memory}}, from now on at every boot, would leave {{leftKiB, memory}} for everything else; at least {{reserveKiB, memory}} must stay. Choose “Give unused pages back” (--give-back), stop other programs that use huge pages, or turn off “Keep after a restart” (--no-persist).',
  'refusal.too-little-free-now':
    'The pool has to grow by {{growthKiB, memory}}, but only {{availableKiB, memory}} are available now and {{reserveKiB, memory}} must stay for the host. Close programs that use {{shortByKiB, memory}}, or choose a smaller VM.',
  'refusal.user-name-unusable':
    'The account name “{{user}}” has characters that are not safe in a root command. Add the account to the group kvm by hand, then look again.',
  'refusal.file-not-writable':
    '{{folder}} is mounted read-only, so nothing can be kept there. Make it writable, or turn off “Keep after a restart” (--no-persist) if the group kvm already has you.',
  'refusal.file-unreadable':
    '{{file}} cannot be read, so it will not be changed. Make it readable (chmod 0644), or turn off “Keep after a restart” (--no-persist).',
  'refusal.file-is-symlink':
    '{{file}} is a symbolic link to {{target}}: another program makes it. Turn off “Keep after a restart” (--no-persist) and set the mount up in that program.',
  'refusal.generated-by-nixos':
    'NixOS writes its own fstab and sysctl files. Turn off “Keep after a restart” (--no-persist) and set boot.kernel.sysctl."vm.nr_hugepages" and fileSystems."/dev/hugepages" in configuration.nix.',
  'refusal.path-not-usable':
    '{{path}} exists but is not a directory, so nothing can be mounted there. Find out what put it there and remove it.',

  'note.login-again':
    'Your present login does not have the group {{group}} yet. Log out and in again before you start the VM, once you have been added (restart the machine if that does not help).',
  'note.own-fstab-line':
    'Line {{line, number}} of {{file}} is your own line for this mount. It stays as it is; ours would be: {{ours}}',
  'note.own-fstab-line-boot-risk':
    'Line {{line, number}} of {{file}} is your own line and has no “nofail”: if the mount ever fails, the machine starts in emergency mode. It stays as it is; replace it by: {{ours}}',
  'note.later-sysctl-wins':
    '{{file}} (line {{line, number}}) is read later at boot and sets {{theirPages, number}} pages, not {{ourPages, number}}. Change or remove that line, or the pool has another size after the next start.',
  'note.not-persistable':
    'sysctl.d can only keep a pool of the default page size. To have pages of {{pageKiB, memory}} after every start, add to the boot parameters: {{parameters}}',
  'note.not-persisted':
    'Only until the next restart: you chose not to keep it. The pool, the mount and its permissions will be gone then; the group stays.',
  'note.others-hold-pages_one':
    'Another program holds {{count, number}} page ({{heldKiB, memory}}); it is kept on top.',
  'note.others-hold-pages_other':
    'Other programs hold {{count, number}} pages ({{heldKiB, memory}}); they are kept on top.',
  'note.keeps-larger-pool_one':
    'The pool has {{count, number}} page ({{spareKiB, memory}}) more than this VM needs. It stays; choose “Give unused pages back” (--give-back) to shrink it.',
  'note.keeps-larger-pool_other':
    'The pool has {{count, number}} pages ({{spareKiB, memory}}) more than this VM needs. They stay; choose “Give unused pages back” (--give-back) to shrink it.',
  'note.cannot-shrink-below-use':
    'The pool cannot be smaller than {{pages, number}} pages: that many are in use or promised right now.',
  'note.rounded-up-to-page':
    '{{guestKiB, exact}} is no whole number of {{pageKiB, memory}} pages. QEMU takes {{wholeKiB, exact}}; the plan does too.',
  'note.may-come-short':
    'The kernel gives only pages it can gather in one piece. If it finds fewer than asked, you are told how many you got; a fresh start of the machine usually gives them all.',
  'note.directory-has-other-group':
    '{{path}} now belongs to the group with number {{gid}}, which may write there. It will belong to {{group}}; programs that came in through the old group lose access until you undo it.',
  'note.stacked-mounts':
    '{{count, number}} mounts lie on top of each other at {{path}}. Only the upper one counts. Unmount it until one is left (sudo umount {{path}}), then look again.',
  'note.libvirt-restart':
    'libvirt learns of a new mount only when it starts: restart it afterwards (sudo systemctl restart libvirtd, or virtqemud).',
  'note.transparent-pages-serve':
    'Transparent huge pages are on ({{mode}}): QEMU already gets large pages when the kernel has them to spare. A pool adds certainty, not a promised speed.',
  'note.runs-as-root':
    'The plan is for the account root, which needs no group. VMs of other users get access once their account is in the group kvm.',
  'note.not-an-administrator':
    'Your account is in none of the groups sudo, wheel and admin, so the password dialog will ask for another person’s or root’s password.',
  'note.nothing-to-do':
    'Everything is already as this plan wants it. Nothing will be changed; start the VM and verify.',

  'step.group.title': 'Create the group {{group}}',
  'step.group.title-copy': 'Take the group {{group}} over into /etc/group',
  'step.group.reason':
    'Whoever is in this group may use the VM’s memory pool. It must exist before anything refers to it, or the next boot could fail.',
  'step.group.undo': 'The group is removed again, if it was created here.',
  'step.membership.title': 'Add {{user}} to the group {{group}}',
  'step.membership.title-root': 'No group needed for the account {{user}}',
  'step.membership.reason': 'QEMU runs as you. Without the group it gets “Permission denied” for the pool.',
  'step.membership.undo': 'You are taken out of the group again, if you were added here.',
  'step.mount.title': 'Mount huge pages at {{path}}',
  'step.mount.title-adjust': 'Let the group {{group}} use {{path}}',
  'step.mount.reason':
    'QEMU takes its memory through a hugetlbfs mount. A plain directory would be accepted without a word and give ordinary memory.',
  'step.mount.reason-adjust':
    'Huge pages are mounted there already, but the group may not write. The owner is changed in place: mounting again would only lay a second mount on top.',
  'step.mount.undo': 'The mount is taken away again, or gets its old group and permissions back.',
  'step.pool.title-grow': 'Grow the pool from {{from, number}} to {{to, number}} pages ({{toKiB, memory}})',
  'step.pool.title-shrink': 'Shrink the pool from {{from, number}} to {{to, number}} pages ({{toKiB, memory}})',
  'step.pool.title-same': 'The pool keeps its {{to, number}} pages ({{toKiB, memory}})',
  'step.pool.reason':
    'These pages are set aside for VMs; the host cannot use them for anything else. The kernel may give fewer than asked, so the number is read back.',
  'step.pool.undo': 'The pool goes back to {{from, number}} pages.',
  'step.sysctl.title': 'Set {{pages, number}} pages at every boot, in {{file}}',
  'step.sysctl.title-left-out': 'The pool size is not kept for the next boot',
  'step.sysctl.reason': 'At boot memory is still in one piece, so the kernel finds all the pages.',
  'step.sysctl.undo': 'The file gets its old content back, or is removed if it was not there.',
  'step.fstab.title': 'Mount at every boot, by a line in {{file}}',
  'step.fstab.title-left-out': 'Nothing is added to {{file}}',
  'step.fstab.reason':
    'With “nofail”, so that a boot never stops because of this line. A check runs before the file is replaced, and the old one is kept.',
  'step.fstab.undo': 'The file is put back byte for byte.',
  'step.reload.title': 'Tell systemd that fstab has changed',
  'step.reload.title-left-out': 'systemd need not be told anything',
  'step.reload.reason': 'systemd reads fstab at boot and on this call; without it, it would warn about an old copy.',
  'step.reload.undo': 'systemd is told again after the old file is back.',
  'step.script.title': 'Patch the start script {{path}}',
  'step.script.reason':
    'With it QEMU takes the VM’s memory from the pool. Only root may change this script, so that is done here, under the same password: just in the places that need it, and only if the file is still as it was read.',
  'step.script.undo': 'The script is put back byte for byte, with its owner and permissions.',
  'step.state.todo': 'will be done',
  'step.state.already': 'already so',
  'step.state.left-out': 'left out',
} as const;
