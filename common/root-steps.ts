import type { Step, StepKind } from './plan';
import { ASK_FOR, IS_HUGE, IS_MEMBER } from './root-library';
import { SCRIPT_STEP, SCRIPT_TOOLS, scriptValues } from './root-step-script';
import { shellQuote } from './shell-quote';

/** What a step adds to the root text: its functions, and the programs it calls. */
export interface RootStep {
  readonly text: string;
  readonly tools: readonly string[];
}

const GROUP_CREATE = `step_group() {
  begin group
  if getent group "$group" >/dev/null; then finish already; return; fi
  keep "\\"step\\":\\"group\\",\\"old\\":null"
  group_made=1
  try groupadd --system -- "$group"
  getent group "$group" >/dev/null || stop not-effective "$group"
  finish 'done'
}
group_made=''
undo_group() { [ -z "$group_made" ] || ! getent group "$group" >/dev/null || groupdel -- "$group"; }`;

// Systems built on ostree keep their groups in /usr/lib/group, where usermod and gpasswd do not look.
const GROUP_COPY = `step_group() {
  begin group
  if grep -q "^$group:" /etc/group; then finish already; return; fi
  words=$(cp -a -- /etc/group "$journal/group" 2>&1) || stop no-journal "$words"
  cmp -s -- /etc/group "$journal/group" || stop no-journal "$journal/group"
  keep "\\"step\\":\\"group\\",\\"file\\":\\"/etc/group\\",\\"copy\\":\\"group\\""
  words=$(cp -a -- /etc/group /etc/group.hugepages-guide 2>&1) || stop file-not-writable "$words"
  # awk ends a last line that has no end; ours would become a part of it.
  awk 1 /etc/group >/etc/group.hugepages-guide || stop file-not-writable /etc/group
  grep "^$group:" /usr/lib/group >>/etc/group.hugepages-guide || stop file-not-writable /etc/group
  sync /etc/group.hugepages-guide || stop file-not-writable /etc/group
  words=$(mv -fT -- /etc/group.hugepages-guide /etc/group 2>&1) || stop file-not-writable "$words"
  group_copied=1
  sync /etc
  grep -q "^$group:" /etc/group || stop not-effective "$group"
  finish 'done'
}
group_copied=''
undo_group() {
  rm -f -- /etc/group.hugepages-guide
  # gpasswd has made an entry in /etc/gshadow: groupdel takes that out too.
  [ -z "$group_copied" ] || groupdel -- "$group"
}`;

const MEMBERSHIP = `${IS_MEMBER}
step_membership() {
  begin membership
  if is_member; then finish already; return; fi
  keep "\\"step\\":\\"membership\\",\\"user\\":\\"$user\\",\\"old\\":false"
  member_added=1
  try gpasswd -a "$user" "$group"
  is_member || stop not-effective "$user"
  finish 'done'
}
member_added=''
undo_membership() { [ -z "$member_added" ] || ! is_member || gpasswd -d "$user" "$group"; }`;

const MOUNT = `${IS_HUGE}
group_may_write() {
  [ "$(stat -c %g -- "$mount_point")" = "$(getent group "$group" | cut -d : -f 3)" ] || return 1
  case $(stat -c %A -- "$mount_point") in d???rw[xs]*) ;; *) return 1 ;; esac
}
step_mount() {
  begin mount
  if is_huge "$mount_point"; then adjust_mount; else make_mount; fi
  is_huge "$mount_point" || stop not-effective "$mount_point"
  [ "$(stat -f -c %S -- "$mount_point")" = "$((page_kib * 1024))" ] || stop not-effective "$mount_point: page size"
  group_may_write || stop not-effective "$mount_point: $(stat -c '%U:%G %a' -- "$mount_point")"
  finish 'done'
}
make_mount() {
  [ ! -L "$mount_point" ] || stop unsafe-folder "$mount_point"
  [ -d "$mount_point" ] || folder_made=1
  keep "\\"step\\":\\"mount\\",\\"path\\":\\"$mount_point\\",\\"old\\":null,\\"madeFolder\\":\${folder_made:-0}"
  [ -z "$folder_made" ] || try mkdir -m 0755 -- "$mount_point"
  mount_made=1
  try mount -t hugetlbfs -o "mode=01770,gid=$group,nosuid,nodev$mount_page_size" hugetlbfs "$mount_point"
}
# hugetlbfs ignores remount options, and a second mount would only lie on top: change the mounted root itself.
adjust_mount() {
  if group_may_write; then return 0; fi
  old_owner=$(stat -c '%u:%g' -- "$mount_point")
  old_mode=$(stat -c %a -- "$mount_point")
  # libvirt passes through here to its own folder, so it keeps o+x.
  if [ -d "$mount_point/libvirt" ]; then new_mode=1771; else new_mode=1770; fi
  new_owner=\${old_owner%:*}:$(getent group "$group" | cut -d : -f 3)
  keep "\\"step\\":\\"mount\\",\\"path\\":\\"$mount_point\\",\\"old\\":\\"$old_owner $old_mode\\",\\"new\\":\\"$new_owner $new_mode\\""
  try chgrp -- "$group" "$mount_point"
  try chmod "$new_mode" "$mount_point"
}
folder_made='' mount_made='' old_owner='' old_mode=''
undo_mount() {
  if [ -n "$old_owner" ]; then
    chown -- "$old_owner" "$mount_point" || return
    chmod "$old_mode" "$mount_point" || return
  fi
  if [ -n "$mount_made" ] && is_huge "$mount_point"; then umount -- "$mount_point" || return; fi
  if [ -n "$folder_made" ] && [ -d "$mount_point" ]; then rmdir -- "$mount_point"; fi
}`;

const POOL = `${ASK_FOR}
step_pool() {
  begin pool
  keep "\\"step\\":\\"pool\\",\\"file\\":\\"$pool/nr_hugepages\\",\\"old\\":$now_pages,\\"new\\":$to_pages"
  pool_from=$now_pages
  ask_for "$to_pages"
  keep "\\"step\\":\\"pool\\",\\"got\\":$got_pages"
  report "{\\"line\\":\\"pool\\",\\"got\\":$got_pages,\\"shortBy\\":\\"$short_by\\"}"
  if [ -n "$short_by" ] && [ "$on_short" = undo ]; then
    on_failure=undo
    stop too-few-pages "$got_pages"
  fi
  if [ "$to_pages" -lt "$now_pages" ] && [ "$got_pages" -gt "$to_pages" ]; then stop not-effective "$got_pages"; fi
  finish 'done'
}
got_pages='' pool_from=''
undo_pool() {
  [ -n "$pool_from" ] || return 0
  ask_for "$pool_from"
  [ "$got_pages" = "$pool_from" ]
}`;

const SYSCTL = `step_sysctl() {
  begin sysctl
  if [ ! -d "\${sysctl_file%/*}" ]; then
    keep "\\"step\\":\\"sysctl\\",\\"madeFolder\\":\\"\${sysctl_file%/*}\\""
    sysctl_folder_made=1
    try mkdir -m 0755 -- "\${sysctl_file%/*}"
  fi
  put_block "$sysctl_file" sysctl "vm.nr_hugepages = $to_pages"
  finish 'done'
}
sysctl_folder_made=''
undo_sysctl() {
  put_back "$sysctl_file" sysctl || return
  [ -z "$sysctl_folder_made" ] || [ ! -d "\${sysctl_file%/*}" ] || rmdir -- "\${sysctl_file%/*}"
}`;

const FSTAB = `step_fstab() {
  begin fstab
  target=\${fstab_line#* }
  put_block "$fstab_file" fstab "$fstab_line" "\${target%% *}"
  finish 'done'
}
reloaded=''
undo_fstab() {
  put_back "$fstab_file" fstab || return
  # The file is back; a systemd that does not listen reads it at the next boot.
  [ -z "$reloaded" ] || systemctl daemon-reload || true
}`;

const RELOAD = `step_reload() {
  begin reload
  reloaded=1
  try systemctl daemon-reload
  finish 'done'
}
# systemd is told again once the old file is back: see undo_fstab.
undo_reload() { true; }`;

const TOOLS: Record<StepKind, readonly string[]> = {
  group: ['getent', 'groupadd', 'groupdel', 'grep'],
  membership: ['id', 'gpasswd', 'grep'],
  mount: ['getent', 'mount', 'umount', 'stat', 'chgrp', 'chmod', 'chown', 'mkdir', 'rmdir'],
  pool: ['cat', 'sleep', 'timeout'],
  sysctl: ['awk', 'cp', 'mv', 'cmp', 'grep', 'mkdir', 'rmdir', 'wc'],
  fstab: ['awk', 'cp', 'mv', 'cmp', 'grep', 'wc', 'findmnt', 'timeout'],
  reload: ['systemctl'],
  script: SCRIPT_TOOLS,
};

const GROUP_COPY_TOOLS = ['awk', 'cp', 'mv', 'cmp', 'grep', 'groupdel'] as const;

/** The sh functions of one step, `step_KIND` and `undo_KIND`, and the programs they need. */
export function rootStep(step: Step): RootStep {
  const copiesGroup = step.kind === 'group' && step.how === 'copy-from-usr-lib';
  return { text: stepText(step), tools: copiesGroup ? GROUP_COPY_TOOLS : TOOLS[step.kind] };
}

function stepText(step: Step): string {
  switch (step.kind) {
    case 'group':
      return step.how === 'create' ? GROUP_CREATE : GROUP_COPY;
    case 'membership':
      return MEMBERSHIP;
    case 'mount':
      return MOUNT;
    case 'pool':
      return POOL;
    case 'sysctl':
      return SYSCTL;
    case 'fstab':
      return FSTAB;
    case 'reload':
      return RELOAD;
    case 'script':
      return SCRIPT_STEP;
  }
}

/** The values of one step, as quoted sh assignments; the only place where anything from a plan enters the text. */
export function stepValues(step: Step): readonly string[] {
  switch (step.kind) {
    case 'group':
      return [`group=${shellQuote(step.group)}`];
    case 'membership':
      return [`group=${shellQuote(step.group)}`, `user=${shellQuote(step.user)}`];
    case 'mount':
      return [
        `group=${shellQuote(step.group)}`,
        `mount_point=${shellQuote(step.path)}`,
        `mount_page_size=${shellQuote(step.pageSizeOption === null ? '' : `,pagesize=${step.pageSizeOption}`)}`,
      ];
    case 'sysctl':
      return [`sysctl_file=${shellQuote(step.file)}`];
    case 'fstab':
      return [`fstab_file=${shellQuote(step.file)}`, `fstab_line=${shellQuote(step.line)}`];
    case 'script':
      return scriptValues(step.edit);
    case 'pool':
    case 'reload':
      return [];
  }
}
