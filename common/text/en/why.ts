/** “Why so?”: every root command of the guide, explained. */
export const whyText = {
  'why.open': 'Why so?',
  'why.open-named': 'Why so? {{question}}',

  'why.group.question': 'Why ask for the group before adding it?',
  'why.group.first':
    'Started by your script, QEMU runs as you and makes its files in the mount of huge pages. So a group that you are in must be allowed to write there; distributions use kvm for this. It comes first because the mount names it: a mount whose group does not exist fails.',
  'why.group.second':
    'getent asks every place a group can come from, not only /etc/group. Only if none of them knows the group does the part behind || run and add it.',

  'why.membership.question': 'Why -aG, and why log in again?',
  'why.membership.first':
    '-G by itself sets the list of your further groups to what follows and takes you out of all others, sudo among them. With -a the group is added to the list instead.',
  'why.membership.second':
    'A session gets its groups when it begins, and programs hand them on to what they start. So the change counts from the next login on; if it is still missing then, restart the machine.',

  'why.mount.question': 'Why make a directory and mount something on it?',
  'why.mount.first':
    'hugetlbfs is no disk but a door to the pool: a file made there consists of huge pages. QEMU asks for them by making such a file, and that works only where hugetlbfs is really mounted.',
  'why.mount.second':
    'Without the mount /dev/hugepages is an ordinary directory: QEMU would start, say nothing and use no huge page. The mount takes its options from the line in /etc/fstab, which is why only the path is named.',

  'why.adjust.question': 'Why change the group instead of mounting again?',
  'why.adjust.first':
    'hugetlbfs pays no heed to new options of a remount, and a second mount on the same directory would lie on top of the first. But group and permissions of the directory can be changed at any time and count at once, even while VMs run.',
  'why.adjust.second':
    'The next mount forgets them, after a restart for example. That is what the line in /etc/fstab is for.',

  'why.pool.question': 'Why echo N | sudo tee FILE, and not sudo echo N > FILE?',
  'why.pool.first':
    'The > is done by your own shell, before sudo has even started: it would open the file as you, and the kernel would refuse (“Permission denied”). In the other form echo runs as you, which is enough to print a number, and tee, which opens the file, runs as root.',
  'why.pool.second':
    'The kernel takes as many pages as it finds and reports success even when they are fewer. So the number must be read back afterwards; the how-to forgets that, this program does not.',

  'why.sysctl.question': 'Why a file of its own in sysctl.d?',
  'why.sysctl.first':
    'What is written to /proc is gone at the next boot. While booting, systemd reads all files of sysctl.d in the order of their names, and the last one that sets a value wins.',
  'why.sysctl.second':
    'A file of one’s own can be taken back without touching anybody else’s lines. /etc/sysctl.conf is no place for it: systemd does not read that file unless a link in sysctl.d leads to it.',

  'why.fstab.question': 'Why these words, and why tee -a?',
  'why.fstab.first':
    '-a appends. Without it tee would replace the whole file, and the machine would not find its disks at the next boot. gid=kvm and mode=01770 let the group in and nobody else; the 1 in 01770 keeps its members from deleting each other’s files.',
  'why.fstab.second':
    'The program writes a few words more than the how-to: nofail, so that this line can never stop the boot, X-mount.mkdir, which makes the directory if it is missing, as /dev is made anew each time, and nosuid and nodev, because nothing in there is ever a program or a device.',

  'why.script.question': 'Why sudoedit, and not sudo with an editor?',
  'why.script.first':
    'An editor that runs as root can open, change and start anything as root, and so can its plug-ins. sudoedit makes a copy that belongs to you, opens it in your editor, which runs as you, and then writes what you have saved back as root.',
  'why.script.second':
    'The program needs no editor: it makes sure that the file is still the one you were shown, and changes just those places. Like sudoedit it keeps off symbolic links and folders in which others may write, because there the file could be exchanged half-way.',

  'why.root-text.question': 'Why so many lines for a few commands?',
  'why.root-text.first':
    'The commands of the how-to are all in it. Around each stands what careful people do besides: look whether it is needed at all, keep the old value, read back what came of it, and undo the steps before if one fails.',
  'why.root-text.second':
    'All of it is plain shell. First come functions, and only the last line calls them, so that a text that arrives cut off does nothing.',

  'why.dialog.question': 'Why does the dialog show such a line?',
  'why.dialog.first':
    'The text that you have read in Review is handed over in one piece, packed into letters, digits and a few signs (base64), and unpacked by the shell that runs as root. The dialog shows the beginning of that command.',
  'why.dialog.second':
    'Packed like this, no shell on the way can change a word of it, and there is no file that another program could exchange while you type.',

  'why.by-hand.question': 'Why sudo sh, and then paste?',
  'why.by-hand.first':
    'sudo sh starts a shell as root that carries out what you paste into it; Ctrl+D ends it. Pasted into your own shell the text would run as you and stop at the first step that needs root.',
  'why.by-hand.second':
    'Saved as a file it would work as well, but then any other program of yours could change the file before you run it.',

  'why.close-to-others.question': 'Why chmod o-w?',
  'why.close-to-others.first':
    'o stands for others: everybody who is neither the owner nor in the group. -w takes away the right to write, which here is the right to take pages from the pool through this directory.',
  'why.close-to-others.second': 'The group keeps its rights. The change counts at once and until the next mount.',

  'why.unmount.question': 'Why unmount, and why several times?',
  'why.unmount.first':
    'Each mount on a directory hides the one below it, with permissions of its own, while programs that began earlier still use the lower one. umount takes away the upper one only, so it is done until a single mount is left.',
  'why.unmount.second':
    'If it says that the target is busy, a program still uses it, most likely a VM: end that first.',

  'why.restart-libvirt.question': 'Why restart libvirt?',
  'why.restart-libvirt.first':
    'libvirt looks for mounts of huge pages once, when it starts, and makes a folder of its own in each. It does not know of a mount that was made later.',
  'why.restart-libvirt.second': 'Running VMs go on: each is a process of its own.',

  'why.install-pkexec.question': 'Why install pkexec?',
  'why.install-pkexec.first':
    'pkexec is the part of polkit that runs a command as root once the desktop has asked for your password. Newer versions of Debian and Ubuntu keep it in a package of its own.',
  'why.install-pkexec.second': 'Without it there is no dialog. The same text then runs with sudo in a terminal.',
} as const;
