export const outcomeText = {
  'outcome.applied.title': 'Done. Every step was carried out and read back.',
  'outcome.applied.next':
    'Now let the VM’s start script ask for the pages: the step Start script (hugepages-guide patch FILE) does that. Then start the VM and verify that it uses them.',
  'outcome.applied.next-login':
    'Log out and in again first: your present login does not have the group kvm yet. Then let the VM’s start script ask for the pages, which the step Start script (hugepages-guide patch FILE) does, start the VM and verify that it uses them.',
  'outcome.applied.next-script':
    'The start script asks for the pages now. Start the VM with it, then verify that it uses them.',
  'outcome.applied.next-script-login':
    'Log out and in again first: your present login does not have the group kvm yet. Then start the VM with its script, which asks for the pages now, and verify that it uses them.',
  'outcome.short.title': 'Done, but the kernel gave {{got, number}} of {{asked, number}} pages.',
  'outcome.short.fragmented':
    'The rest of memory is not free in large enough pieces. What was got stays until you go back (History, or hugepages-guide undo). What may bring the rest:',
  'outcome.short.fragmented-figures':
    'Programs could still be given {{availableKiB, memory}}, but only {{largeKiB, memory}} of it are free in pieces that such a page fits into. What was got stays until you go back (History, or hugepages-guide undo). What may bring the rest:',
  'outcome.short.reserve':
    'It stopped there: one more step, and the host would have been left with less than its reserve of {{reserveKiB, memory}}. What was got stays until you go back (History, or hugepages-guide undo). What may bring the rest:',
  'outcome.short.cancelled':
    'You said that it was enough. What was got stays until you go back (History, or hugepages-guide undo). What brings the rest:',
  'outcome.help.apply-again': 'Apply again: that asks for the rest.',
  'outcome.help.drop-caches':
    'Allow caches to be emptied (on Review, or --drop-caches) and apply again. Files are read from the disk again afterwards, which is slower for some minutes.',
  'outcome.help.close-programs': 'Close large programs and apply again.',
  'outcome.help.smaller-vm': 'Choose a smaller VM.',
  'outcome.help.restart':
    'Restart the machine: at boot memory is still in one piece, and the whole number is asked for then.',
  'outcome.help.boot-parameters':
    'Restart with these boot parameters, which ask for the pages while memory is still in one piece: {{parameters}}',
  'outcome.help.login': 'Log out and in again in any case: your present login does not have the group kvm yet.',
  'outcome.busy.title': 'Another run is at work. Nothing was changed by this one.',
  'outcome.busy.next': 'Wait until it has ended, check the machine again, then apply once more.',
  'outcome.unknown-plan.title': 'This plan is out of date. Nothing was changed.',
  'outcome.unknown-plan.next': 'Make a new plan and apply that.',
  'outcome.declined.title': 'The password dialog was closed. Nothing was changed.',
  'outcome.declined.next': 'Apply again when you are ready, or copy the plan’s root text and run it yourself.',
  'outcome.not-authorised.title': 'The system did not give permission. Nothing was changed.',
  'outcome.not-authorised.next':
    'Either the password was wrong or a rule forbids it for your account. Try again, ask an administrator, or copy the root text and run it with sudo.',
  'outcome.no-agent.title': 'No password dialog can be shown on this desktop. Nothing was changed.',
  'outcome.no-agent.next':
    'No polkit agent is running (usual on Sway, i3 and over ssh). Start one, or copy the root text and run it in a terminal: sudo sh, paste, Enter, Ctrl+D.',
  'outcome.no-pkexec.title': 'The program pkexec is missing. Nothing was changed.',
  'outcome.no-pkexec.next':
    'Install it (Debian, Ubuntu: sudo apt install pkexec), or copy the root text and run it in a terminal: sudo sh, paste, Enter, Ctrl+D.',
  'outcome.no-new-privs.title':
    'This program was started in a way that forbids asking for a password. Nothing was changed.',
  'outcome.no-new-privs.next':
    'Close it and start it afresh from the applications menu or a terminal, not from inside a snap, flatpak or another sandbox. Or copy the root text and run it with sudo.',
  'outcome.elevation-failed.title': 'Permission could not be asked for. Nothing was changed.',
  'outcome.elevation-failed.next':
    'Asking for the password did not work: {{detail}}. Try again, or copy the root text and run it in a terminal: sudo sh, paste, Enter, Ctrl+D.',
  'outcome.no-report.title': 'The root text ended without a report, so the result is not certain.',
  'outcome.no-report.next': 'Check the machine again to see what is so now. What the system said: {{detail}}',
  'outcome.nothing-done.title': 'It did not work. Nothing was changed.',
  'outcome.failed.title': 'It did not work. What had been done was undone again.',
  'outcome.kept.title':
    'It did not work. The step that failed was undone; what was done before it was kept, as you chose.',
  'outcome.half-undone.title':
    'It did not work, and not everything could be undone. The old values are kept in /var/lib/hugepages-guide/journal.',
  'outcome.half-undone.next':
    'The step list shows what remained. Check the machine, and put the old values back from there or apply a new plan.',

  'failure.pool-changed':
    'Another program changed the pool since this plan was made. Make a new plan, which counts anew, and apply that.',
  'failure.too-few-pages':
    'The kernel gave no more than {{detail}} pages, and you had chosen to go back then. Close programs, allow caches to be emptied or choose a smaller VM, then apply again.',
  'failure.host-starved':
    'Too little memory is free now to keep the host’s reserve. Close programs or choose a smaller VM, then apply again.',
  'failure.unsafe-folder':
    '{{detail}} does not belong to root alone, so nothing was written there. Remove it, then apply again.',
  'failure.already-run':
    'This very text has been run before, and its old values must stay as they are. Make a new plan and apply that.',
  'failure.no-journal':
    'The old values could not be kept ({{detail}}), and without them nothing is changed. Make room or make /var/lib writable, then apply again.',
  'failure.command-failed': 'A system command failed: {{detail}}. Mend what it names, then apply again.',
  'failure.file-changed':
    '{{detail}} has changed since this was planned, so it was left alone. Look again, which plans anew, and undo then.',
  'failure.not-effective':
    'A change was accepted but did not take effect ({{detail}}). Check the machine again; another program may be changing the same thing.',
  'failure.file-not-writable':
    'A file could not be replaced ({{detail}}). Make /etc writable (not read-only, not immutable, not full), then apply again, or turn off “Keep after a restart” (--no-persist).',
  'failure.file-is-symlink':
    '{{detail}} is a symbolic link, so another program makes it. Turn off “Keep after a restart” (--no-persist) and set it up there.',
  'failure.script-changed':
    'The script {{detail}} is no longer as it was when the plan was made, so it was left as it is. Look at the changes anew, then make a new plan and apply that.',
  'failure.script.unsafe-folder':
    'Not only root may write {{detail}}, so the script could be exchanged half-way, and nothing is done there as root. Let it belong to root and be writable for nobody else, then make a new plan and apply that.',
  'failure.script.file-is-symlink':
    '{{detail}} is a symbolic link now, so it is no longer certain which script is meant, and it was left as it is. Choose the script where it really lies, then make a new plan and apply that.',
  'failure.script.file-not-writable':
    'The script could not be replaced ({{detail}}). Make room in its folder and see that nothing there is read-only or immutable, then make a new plan and apply that.',
  'failure.fstab-invalid':
    'The new fstab did not pass the check, so the old one stayed: {{detail}}. Mend the line it names, then apply again.',
  'failure.tool-missing': 'The program {{detail}} is missing. Install it, then apply again.',
} as const;
