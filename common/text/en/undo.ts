export const undoText = {
  'undo.title': 'Undo what was changed on {{time}}',
  'undo.title-all': 'Put everything back as it was before Hugepages Guide',
  'undo.script.title': 'Put the start script {{file}} back',
  'undo.fstab.title': 'Put {{file}} back',
  'undo.sysctl.title': 'Put {{file}} back',
  'undo.file.title-remove': 'Remove {{file}}, which was not there before',
  'undo.file.title-take-out': 'Take only our lines out of {{file}}',
  'undo.file.reason': 'Byte for byte as it was, with its owner and permissions.',
  'undo.file.reason-take-out': 'You have edited the file since. Your lines stay; only ours go.',
  'undo.reload.title': 'Tell systemd that fstab has changed',
  'undo.pool.title': 'Set the pool of {{pageKiB, memory}} pages from {{from, number}} back to {{to, number}}',
  'undo.mount.title': 'Unmount {{path}}',
  'undo.mount.title-give-back': 'Give {{path}} its old owner and permissions back',
  'undo.membership.title': 'Take {{user}} out of the group {{group}}',
  'undo.group.title': 'Remove the group {{group}}',
  'undo.state.todo': 'will be put back',
  'undo.state.already': 'is as it was',
  'undo.state.left-out': 'stays as it is',

  'undo.reason.later-plan':
    'A later plan changed it again. Undo that one first, or both: hugepages-guide undo --entry {{id}}',
  'undo.reason.group-used':
    'Others have come to use the group {{group}} since: {{users}}. Remove it by hand if they no longer need it.',
  'undo.reason.group-device': '/dev/kvm belongs to the group {{group}} by now, so it has to stay.',
  'undo.reason.mount-changed':
    'Somebody has changed the owner or the permissions of {{path}} since ({{now}}), so they stay. Change them by hand if you want the old ones.',
  'undo.reason.pool-changed':
    'The pool was set to {{set, number}} pages here, and somebody has made that {{now, number}} since, so it stays. Set it by hand if you want the old size.',
  'undo.reason.file-is-symlink': '{{file}} has become a link to another file, which is left alone. Edit it by hand.',
  'undo.reason.copy-missing':
    'The old {{file}} is no longer in the journal, so it cannot be put back. Take our lines out by hand: they are marked.',
  'undo.reason.file-missing': 'Somebody has removed {{file}} since, so it stays removed.',
  'undo.reason.file-changed':
    'Somebody has edited {{file}} where our lines were, so it stays. Compare it with the old one in the journal, and edit it by hand.',

  'undo.refusal.nothing-to-undo':
    'There is nothing to undo: no plan of Hugepages Guide has changed this machine, or all have been undone.',
  'undo.refusal.unknown-entry':
    'There is no plan {{id}} in the journal. See the plans that there are with: hugepages-guide history',
  'undo.refusal.journal-unreadable':
    'The journal {{folder}} cannot be read by this version. Nothing was changed. Install the newest version, or put the old values back by hand from there.',
  'undo.refusal.pages-in-use_one':
    '{{count, number}} huge page that would go is in use. Shut the VM down that uses it, then undo again.',
  'undo.refusal.pages-in-use_other':
    '{{count, number}} huge pages that would go are in use. Shut the VMs down that use them, then undo again.',
  'undo.refusal.host-starved':
    'The larger pool of before would leave the host {{leftKiB, memory}}, and it needs {{reserveKiB, memory}}. Close programs, then undo again.',

  'undo.outcome.as-it-was.title': 'Everything is as it was already. Nothing was changed.',
  'undo.outcome.kept.title':
    'What is left of it, somebody has changed since, so it stays. The list says what to do by hand. Nothing was changed.',
  'undo.outcome.busy.next': 'Wait until it has ended, then look again and undo.',
  'undo.outcome.unknown.title': 'This undo is out of date. Nothing was changed.',
  'undo.outcome.unknown.next': 'Look again, which works it out anew, then undo.',
  'undo.outcome.declined.next': 'Undo again when you are ready, or copy the root text and run it yourself.',
  'undo.outcome.undone.title': 'Undone. The machine is as it was, checked point by point.',
  'undo.outcome.undone.next':
    'There is nothing more to do. Who was taken out of a group keeps it until the next login.',
  'undo.outcome.partly.title': 'Undone, but for what somebody has changed since.',
  'undo.outcome.partly.next': 'The list says what stays as it is, and why.',
  'undo.outcome.short.title': 'Undone, but the kernel gave fewer pages than the pool had before.',
  'undo.outcome.short.next': 'Close large programs and set the pool again, or restart the machine.',
  'undo.outcome.differs.title': 'Undone, but the machine is not as it was before.',
  'undo.outcome.differs.next':
    'Another program has changed it at the same moment. Look at the points that differ, then undo again.',
  'undo.outcome.scripts.title': 'Your start scripts are as they were.',
  'undo.outcome.scripts-not.title': 'Not every start script could be put back.',

  'undo.check.file': '{{file}}: the same bytes as before',
  'undo.check.no-file': '{{file}}: not there, as before',
  'undo.check.pool': 'Pool of {{pageKiB, memory}} pages: {{to, number}}, as before (now {{now, number}})',
  'undo.check.mount': '{{path}}: not mounted, as before',
  'undo.check.owner': '{{path}}: owner and permissions {{then}}, as before',
  'undo.check.membership': '{{user}}: not in the group {{group}}, as before',
  'undo.check.group': 'Group {{group}}: not there, as before',
} as const;
