/** What the patcher says about a start script, its starts and its changes. */
export const patchText = {
  'patch.reason.mem-path':
    'QEMU takes the VM’s memory from the huge pages at {{path}}. It stands right behind the program’s name, where no comment and no line end can cut it off.',
  'patch.reason.prealloc':
    'QEMU takes all pages when it starts, so that a shortage shows at once and not while the VM works.',
  'patch.reason.replace-path':
    'The memory came from {{old}}, which is no mount of huge pages; QEMU would use it without a word.',
  'patch.reason.remove-mem-path':
    'QEMU refuses -mem-path beside a memory backend (“can’t be used together”), so it goes; the backend gets the huge pages.',
  'patch.reason.object-file':
    'The memory object “{{id}}” takes its pages from {{path}}. Its id and size stay; -mem-path beside it would be refused or ignored.',
  'patch.reason.object-path':
    'The memory object “{{id}}” took its memory from {{old}}, which is no mount of huge pages; now it takes it from {{path}}.',
  'patch.reason.object-memfd':
    'The memory object “{{id}}” gets huge pages of {{pageKiB, memory}} straight from the pool. It needs no mount and no group.',
  'patch.reason.share':
    'Another process (vhost-user, virtiofs) works on the same memory, so “{{id}}” has to be shared.',
  'patch.reason.shared':
    'Another process (vhost-user, virtiofs) works on the VM’s memory, and -mem-path would not share it. So the memory becomes an object at {{path}}, as large as -m says ({{guestKiB, memory}}): if you change the one, change the other too.',

  'patch.declined.remote':
    'This VM starts on another computer or in a container, with mounts of its own. Add the words below to the command there.',
  'patch.declined.daemon':
    'A program that starts services stands before QEMU and takes options of its own. Add the words below behind its “--”.',
  'patch.declined.options-sourced':
    'Options come from a file that the script reads in, where a memory backend may be named. If there is none, add the words below right behind the program’s name.',
  'patch.declined.options-printed':
    'Options come from what a command prints or from a file, where a memory backend may be named. If there is none, add the words below right behind the program’s name.',
  'patch.declined.options-computed':
    'Options are put together in a way that only running the script would tell. If they name no memory backend, add the words below right behind the program’s name.',
  'patch.declined.readconfig':
    'QEMU reads options from a file (-readconfig), where a memory backend may be named. If there is none, add the words below right behind the program’s name.',
  'patch.declined.smaller-than-page':
    'The VM has {{guestKiB, memory}}, less than one page of {{pageKiB, memory}}: QEMU would refuse that. Choose smaller pages on Size (--page-size), or give the VM more memory.',
  'patch.declined.mem-path-unknown':
    'It has -mem-path already, but where that leads only running the script would tell. Make it the words below.',
  'patch.declined.not-one-place':
    'It has -mem-path already, but not written in one piece. Take that out and add the words below.',
  'patch.declined.object-not-found':
    'The VM’s memory comes from the object “{{id}}”, which is not to be found in the script. Where it is made, give it the words below.',
  'patch.declined.backing-depends':
    'The memory object “{{id}}” is used on some ways through the script only. Where it is made, give it the words below; on the other ways add -mem-path.',
  'patch.declined.object-not-editable':
    'The memory object “{{id}}” ({{type}}) is of a kind, or written in a way, that cannot be changed safely. Give it the words below.',
  'patch.declined.size-unknown':
    'Another process shares the VM’s memory, so it has to become an object with an exact size, and that depends on what is set outside the script. Add the words below with the VM’s memory, such as 4096M, instead of MEMORY.',
  'patch.declined.no-place':
    'The program’s name is put together with its options in a way that leaves no safe place for the words below. Add them right behind it.',
  'patch.declined.not-confirmed':
    'Read again, the changed script would not start the VM as intended, so it was left alone. Add the words below right behind the program’s name.',

  'patch.note.outside-options':
    'Some options come from outside, from arguments or the environment. What they say about memory cannot be seen here.',
  'patch.note.rounds':
    '{{guestKiB, exact}} is no whole number of pages: QEMU takes {{roundedKiB, exact}} from the pool, the next multiple of {{pageKiB, memory}}.',
  'patch.note.default-memory': 'No -m: QEMU gives such a VM {{guestKiB, memory}}.',
  'patch.note.plugged':
    'The memory object “{{id}}” is a module that is plugged in. It stays as it is; only main memory is changed.',
  'patch.note.orphan':
    'Nothing uses the memory object “{{id}}”, yet QEMU takes its memory all the same. Connect it (-machine memory-backend={{id}}) or take it out.',
  'patch.note.mem-path-ignored':
    'It has -mem-path too, which QEMU ignores without a word where nodes name their own memory. You may take it out.',
  'patch.note.named-file':
    '{{path}} names a file, not the directory: QEMU leaves it behind, and its pages stay taken after the VM has ended. Better name the directory alone.',
  'patch.note.windows-line-ends':
    'The lines end as Windows ends them (CR LF), which shells stumble over. They stay as they are; if the script does not run, convert them.',
  'patch.note.generated':
    'The file says that a program made it. When that program runs again, the change may be gone; better change its settings.',
} as const;
