export const outcomeText = {
  'outcome.applied.title': 'Done. Every step was carried out and read back.',
  'outcome.applied.next': 'Start the VM with the option shown in Verify, and see there that it uses the pages.',
  'outcome.applied.next-login':
    'Log out and in again first: your present login does not have the group kvm yet. Then start the VM with the option shown in Verify.',
  'outcome.short.title': 'Done, but the kernel gave {{got, number}} of {{asked, number}} pages.',
  'outcome.short.next':
    'Memory was not free in large enough pieces. Close large programs and apply again, or restart the machine: at boot the whole number is usually there.',
  'outcome.short.next-login':
    'Memory was not free in large enough pieces. Restart the machine: at boot the whole number is usually there, and your new login has the group kvm.',
  'outcome.busy.title': 'Another run is at work. Nothing was changed by this one.',
  'outcome.busy.next': 'Wait until it has ended, look at the machine again in Check, then apply once more.',
  'outcome.unknown-plan.title': 'This plan is out of date. Nothing was changed.',
  'outcome.unknown-plan.next': 'Go back to Review, which makes a new one, and apply that.',
  'outcome.declined.title': 'The password dialog was closed. Nothing was changed.',
  'outcome.declined.next': 'Apply again when you are ready, or copy the root text from Review and run it yourself.',
  'outcome.not-authorised.title': 'The system did not give permission. Nothing was changed.',
  'outcome.not-authorised.next':
    'Either the password was wrong or a rule forbids it for your account. Try again, ask an administrator, or copy the root text and run it with sudo.',
  'outcome.no-agent.title': 'No password dialog can be shown on this desktop. Nothing was changed.',
  'outcome.no-agent.next':
    'No polkit agent is running (usual on Sway, i3 and over ssh). Start one, or copy the root text and run it in a terminal: sudo sh, paste, Ctrl+D.',
  'outcome.no-pkexec.title': 'The program pkexec is missing. Nothing was changed.',
  'outcome.no-pkexec.next':
    'Install it (Debian, Ubuntu: sudo apt install pkexec), or copy the root text and run it in a terminal: sudo sh, paste, Ctrl+D.',
  'outcome.no-new-privs.title':
    'This program was started in a way that forbids asking for a password. Nothing was changed.',
  'outcome.no-new-privs.next':
    'Close it and start it afresh from the applications menu or a terminal, not from inside a snap, flatpak or another sandbox. Or copy the root text and run it with sudo.',
  'outcome.elevation-failed.title': 'Permission could not be asked for. Nothing was changed.',
  'outcome.elevation-failed.next':
    'Asking for the password did not work: {{detail}}. Try again, or copy the root text and run it in a terminal: sudo sh, paste, Ctrl+D.',
  'outcome.no-report.title': 'The root text ended without a report, so the result is not certain.',
  'outcome.no-report.next': 'Look at the machine in Check: it shows what is so now. What the system said: {{detail}}',
  'outcome.failed.title': 'It did not work. What had been done was undone again.',
  'outcome.half-undone.title': 'It did not work, and not everything could be undone.',
  'outcome.half-undone.next':
    'The step list shows what remained. Every old value is kept in /var/lib/hugepages-guide/journal; look at the machine in Check.',

  'failure.pool-changed':
    'Another program changed the pool since this plan was made. Go back to Review, which counts anew, and apply that plan.',
  'failure.host-starved':
    'So much memory is no longer free that the host would keep its reserve. Close programs or choose a smaller VM, then apply again.',
  'failure.unsafe-folder':
    '{{detail}} does not belong to root alone, so nothing was written there. Remove it, then apply again.',
  'failure.already-run':
    'This very text has been run before, and its old values must stay as they are. Make a new plan and apply that.',
  'failure.no-journal':
    'The old values could not be kept ({{detail}}), and without them nothing is changed. Make room or make /var/lib writable, then apply again.',
  'failure.command-failed': 'A system command failed: {{detail}}. Mend what it names, then apply again.',
  'failure.not-effective':
    'A change was accepted but did not take effect ({{detail}}). Look at the machine in Check; another program may be changing the same thing.',
  'failure.file-not-writable':
    'A file could not be replaced ({{detail}}). Make /etc writable (not read-only, not immutable, not full), then apply again, or turn off “Keep after a restart”.',
  'failure.file-is-symlink':
    '{{detail}} is a symbolic link, so another program makes it. Turn off “Keep after a restart” and set it up there.',
  'failure.fstab-invalid':
    'The new fstab did not pass the check, so the old one stayed: {{detail}}. Mend the line it names, then apply again.',
  'failure.tool-missing': 'The program {{detail}} is missing. Install it, then apply again.',
} as const;
