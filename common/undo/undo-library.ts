import { BESIDE } from '../names';

/*
 * The fixed parts of the root text of an undo, beside those of root-library.ts. They hold no value from outside.
 */

/** One pool after another may be put back: each with its own page size. */
export const USE_POOL = `use_pool() { page_kib=$1 from_pages=$2 to_pages=$3 pool=/sys/kernel/mm/hugepages/hugepages-$1kB; }`;

/** `restore_pool` for the pool in use. */
export const RESTORE_POOL = `pools_changed='' is_short=''
restore_pool() {
  keep "\\"step\\":\\"pool\\",\\"file\\":\\"$pool/nr_hugepages\\",\\"old\\":$from_pages,\\"new\\":$to_pages"
  pools_changed="$pools_changed $page_kib "
  ask_for "$to_pages"
  report "{\\"line\\":\\"pool\\",\\"got\\":$got_pages,\\"shortBy\\":\\"$short_by\\"}"
  if [ "$to_pages" -lt "$from_pages" ] && [ "$got_pages" -gt "$to_pages" ]; then stop not-effective "$got_pages"; fi
  [ "$got_pages" -ge "$to_pages" ] || is_short=1
  finish 'done'
}
unrestore_pool() {
  case $pools_changed in *" $page_kib "*) ;; *) return 0 ;; esac
  ask_for "$from_pages"
  [ "$got_pages" = "$from_pages" ]
}`;

/** Files: the old one from the entry that kept it, or the present one with our lines exchanged. */
export const RESTORE_FILE = `# file_is FILE SUM: it has these very bytes; without SUM: there is no such file.
file_is() {
  if [ -z "$2" ]; then
    [ ! -e "$1" ] && [ ! -L "$1" ]
  else
    [ ! -L "$1" ] && [ -f "$1" ] && [ "$(sum_of "$1")" = "$2" ]
  fi
}

# check_file FILE NOW THEN: it is as it was when this was planned, or put back already.
check_file() { file_is "$1" "$2" || file_is "$1" "$3" || stop file-changed "$1"; }

# keep_now: the file as it is now goes into the journal of this run.
keep_now() {
  if [ -e "$file" ]; then
    words=$(cp -a -- "$file" "$journal/$name" 2>&1) || stop no-journal "$words"
    cmp -s -- "$file" "$journal/$name" || stop no-journal "$journal/$name"
    sync "$journal/$name" || stop no-journal "$journal/$name"
  fi
}

# take_place SUM: what was made beside the file takes its place.
take_place() {
  [ "$(sum_of "$new")" = "$1" ] || stop file-changed "$new"
  sync "$new" || stop file-not-writable "$file"
  words=$(mv -fT -- "$new" "$file" 2>&1) || stop file-not-writable "$words"
}

# restore_file FILE NOW THEN COPY: the old file from COPY; without COPY there was none.
restore_file() {
  file=$1 name=$step new=$1${BESIDE}
  words=$(rm -f -- "$new" 2>&1) || stop file-not-writable "$words"
  if file_is "$file" "$3"; then finish already; return; fi
  check_file "$file" "$2" "$3"
  keep_now
  if [ -z "$4" ]; then
    words=$(rm -f -- "$file" 2>&1) || stop file-not-writable "$words"
  else
    words=$(cp -a -- "$4" "$new" 2>&1) || stop file-not-writable "$words"
    take_place "$3"
  fi
  replaced="$replaced $name "
  sync "\${file%/*}/"
  file_is "$file" "$3" || stop not-effective "$file"
  finish 'done'
}

# exchange FILE NOW THEN OFFSET REMOVED TEXT: TEXT in place of REMOVED bytes at OFFSET.
exchange() {
  file=$1 name=$step new=$1${BESIDE}
  words=$(rm -f -- "$new" 2>&1) || stop file-not-writable "$words"
  if file_is "$file" "$3"; then finish already; return; fi
  check_file "$file" "$2" "$3"
  keep_now
  # Owner, mode and all else that a file has besides its text come along with the copy.
  words=$(cp -a -- "$file" "$new" 2>&1) || stop file-not-writable "$words"
  {
    head -c "$4" -- "$journal/$name"
    printf '%s' "$6"
    tail -c "+$(($4 + $5 + 1))" -- "$journal/$name"
  } >"$new" || stop file-not-writable "$file"
  check_new_file
  take_place "$3"
  replaced="$replaced $name "
  sync "\${file%/*}/"
  file_is "$file" "$3" || stop not-effective "$file"
  finish 'done'
}

# unrestore_file FILE NAME: as it was before this run, with its folder.
unrestore_file() {
  [ -d "\${1%/*}" ] || mkdir -m 0755 -- "\${1%/*}" || return
  put_back "$1" "$2"
}`;

/** The mount: ours goes, one of another's gets its owner and mode back. */
export const RESTORE_MOUNT = `unmounted=''
# take_mount PATH REMOVES_FOLDER
take_mount() {
  keep "\\"step\\":\\"mount\\",\\"path\\":\\"$1\\""
  if is_huge "$1"; then
    try umount -- "$1"
    unmounted="$unmounted $1 "
  fi
  if [ -n "$2" ] && [ -d "$1" ] && ! is_huge "$1"; then try rmdir -- "$1"; fi
  finish 'done'
}
# remount PATH OPTIONS
remount() {
  case $unmounted in *" $1 "*) ;; *) return 0 ;; esac
  [ -d "$1" ] || mkdir -m 0755 -- "$1" || return
  mount -t hugetlbfs -o "$2" hugetlbfs "$1"
}

owners_changed=''
owner_of() { stat -c '%u:%g %a' -- "$1"; }
# own PATH OWNER MODE
own() { chown -- "$2" "$1" && chmod "$3" "$1"; }
# give_back PATH NOW THEN
give_back() {
  is_huge "$1" || stop file-changed "$1"
  if [ "$(owner_of "$1")" = "$3" ]; then finish already; return; fi
  [ "$(owner_of "$1")" = "$2" ] || stop file-changed "$1: $(owner_of "$1")"
  keep "\\"step\\":\\"mount\\",\\"path\\":\\"$1\\",\\"old\\":\\"$2\\",\\"new\\":\\"$3\\""
  owners_changed="$owners_changed $1 "
  try own "$1" "\${3% *}" "\${3#* }"
  [ "$(owner_of "$1")" = "$3" ] || stop not-effective "$1"
  finish 'done'
}
take_again() {
  case $owners_changed in *" $1 "*) ;; *) return 0 ;; esac
  own "$1" "\${2% *}" "\${2#* }"
}`;

export const LEAVE_GROUP = `is_listed() { getent group "$group" | cut -d : -f 4 | tr ',' '\\n' | grep -qxF -e "$user"; }
left_group=''
leave_group() {
  if ! is_listed; then finish already; return; fi
  keep "\\"step\\":\\"membership\\",\\"user\\":\\"$user\\""
  left_group="$left_group $user "
  try gpasswd -d "$user" "$group"
  ! is_listed || stop not-effective "$user"
  finish 'done'
}
rejoin_group() {
  case $left_group in *" $user "*) ;; *) return 0 ;; esac
  is_listed || gpasswd -a "$user" "$group"
}`;

export const DELETE_GROUP = `group_gid=''
delete_group() {
  rm -f -- /etc/group${BESIDE}
  if ! getent group "$group" >/dev/null; then finish already; return; fi
  keep '"step":"group"'
  group_gid=$(getent group "$group" | cut -d : -f 3)
  try groupdel -- "$group"
  ! getent group "$group" >/dev/null || stop not-effective "$group"
  finish 'done'
}
remake_group() {
  [ -n "$group_gid" ] || return 0
  getent group "$group" >/dev/null || groupadd --system -g "$group_gid" -- "$group"
}`;

export const RELOAD_AGAIN = `reloaded=''
reload_now() {
  reloaded=1
  try systemctl daemon-reload
  finish 'done'
}`;
