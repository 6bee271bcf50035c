import { BLOCK_BEGIN, BLOCK_END, CANCEL_FILE, JOURNAL_FOLDER, RUN_FOLDER } from './names';

/*
 * The fixed parts of the root text, in POSIX sh. They hold no value from outside: what differs from plan to plan stands
 * in variables at the top of the text (root-script.ts), quoted by one function.
 */

/** The programs that every root text calls. */
export const LIBRARY_TOOLS = [
  'cat',
  'chown',
  'cut',
  'date',
  'flock',
  'mkdir',
  'rm',
  'sed',
  'sha256sum',
  'stat',
  'sync',
  'tr',
] as const;

/** Surroundings that do not depend on who called: no inherited paths, languages or start-up files. */
export const PREAMBLE = `set -u
umask 022
LC_ALL=C
PATH=/usr/sbin:/usr/bin:/sbin:/bin:/run/current-system/sw/bin
export LC_ALL PATH
unset IFS ENV BASH_ENV CDPATH
# Some programs fail where there is no stderr at all.
true >&2 || exec 2>/dev/null
# Closing the window or the terminal must not stop this half-way.
trap '' HUP INT TERM PIPE`;

/** Reporting, and stopping with everything undone. */
export const REPORTING = `progress='' journal='' step='' done_steps='' words='' cancel=/dev/null

# One JSON line to whoever started this, and to the file that the window follows.
report() {
  printf '%s\\n' "$1" 2>/dev/null
  [ -z "$progress" ] || printf '%s\\n' "$1" >>"$progress"
}

# Any text as the inside of a JSON string.
plain() { printf '%s' "$1" | tr -c '\\040-\\176' ' ' | cut -c 1-400 | sed 's/[\\\\"]/\\\\&/g'; }

sum_of() { sha256sum 2>/dev/null <"$1" | cut -c 1-64; }

# begin KIND or KIND_NUMBER, where several steps are of one kind: what is reported is the kind.
begin() {
  step=$1
  report "{\\"line\\":\\"step\\",\\"kind\\":\\"\${step%%_*}\\",\\"progress\\":\\"running\\"}"
}

# finish done|already
finish() {
  keep "\\"step\\":\\"\${step%%_*}\\",\\"result\\":\\"$1\\""
  [ "$1" = already ] || done_steps="$step $done_steps"
  report "{\\"line\\":\\"step\\",\\"kind\\":\\"\${step%%_*}\\",\\"progress\\":\\"$1\\"}"
  step=''
}

# stop REASON DETAIL: say why, undo what was done in reverse order, end. Where what was done is to be kept, only the
# step that failed is undone.
stop() {
  report "{\\"line\\":\\"failure\\",\\"step\\":\\"\${step%%_*}\\",\\"reason\\":\\"$1\\",\\"detail\\":\\"$(plain "\${2:-}")\\"}"
  [ "$on_failure" = undo ] || done_steps=''
  for undoing in $step $done_steps; do
    result=undone
    "undo_$undoing" >/dev/null 2>&1 || result=undo-failed
    [ -z "$journal" ] || printf '{"undo":"%s","result":"%s"}\\n' "\${undoing%%_*}" "$result" >>"$journal/entry.jsonl"
    report "{\\"line\\":\\"step\\",\\"kind\\":\\"\${undoing%%_*}\\",\\"progress\\":\\"$result\\"}"
  done
  report '{"line":"end","end":"failed"}'
  exit 1
}

# try COMMAND...: run it; if it fails, stop with its own words.
try() {
  words=$("$@" 2>&1) || stop command-failed "$*: $words"
}

# keep FIELDS: one line of the journal, on the disk before anything is changed.
keep() {
  printf '{%s}\\n' "$1" >>"$journal/entry.jsonl" || stop no-journal "$journal"
  sync "$journal/entry.jsonl" || stop no-journal "$journal"
}`;

/** Lock, progress file and journal, in folders that nobody but root can have made or can write. */
export const FOLDERS = `own_folder() {
  mkdir -p -- "$1" 2>/dev/null
  if [ ! -d "$1" ] || [ -L "$1" ] || [ "$(stat -c %u -- "$1")" != 0 ]; then stop unsafe-folder "$1"; fi
  case $(stat -c %A -- "$1") in d????-??-*) ;; *) stop unsafe-folder "$1" ;; esac
}

take_lock() {
  own_folder ${RUN_FOLDER}
  # Only root may open the lock, so nobody else can hold it.
  umask 077
  true >>${RUN_FOLDER}/lock || stop unsafe-folder ${RUN_FOLDER}/lock
  exec 9>>${RUN_FOLDER}/lock
  umask 022
  words=$(flock -n 9 2>&1)
  case $? in
    0) ;;
    1)
      report '{"line":"end","end":"busy"}'
      exit 75
      ;;
    *) stop command-failed "flock: $words" ;;
  esac
  rm -f -- ${RUN_FOLDER}/progress
  true >${RUN_FOLDER}/progress || stop unsafe-folder ${RUN_FOLDER}/progress
  progress=${RUN_FOLDER}/progress
  open_cancel
  # The process and its start time: a follower can tell that this very one still runs.
  started=$(sed 's/.*) //' "/proc/$$/stat" | cut -d ' ' -f 20)
  report "{\\"line\\":\\"begin\\",\\"plan\\":\\"$plan\\",\\"pid\\":$$,\\"started\\":$started,\\"pageKiB\\":$page_kib,\\"toPages\\":$to_pages}"
}

# Whoever asked for this may say that it has been enough: by making this file longer. What stands in it is never read.
open_cancel() {
  rm -f -- ${CANCEL_FILE}
  true >${CANCEL_FILE} || stop unsafe-folder ${CANCEL_FILE}
  cancel=${CANCEL_FILE}
  case \${PKEXEC_UID:-\${SUDO_UID:-}} in
    '' | *[!0-9]*) ;;
    *) chown -- "\${PKEXEC_UID:-$SUDO_UID}" $cancel ;;
  esac
}

# One folder for this plan, with every old value and a copy of each changed file.
open_journal() {
  own_folder ${JOURNAL_FOLDER.slice(0, JOURNAL_FOLDER.lastIndexOf('/'))}
  own_folder ${JOURNAL_FOLDER}
  [ ! -e "${JOURNAL_FOLDER}/$plan" ] || stop already-run "$plan"
  words=$(mkdir -- "${JOURNAL_FOLDER}/$plan" 2>&1) || stop no-journal "$words"
  journal=${JOURNAL_FOLDER}/$plan
  boot=$(cat /proc/sys/kernel/random/boot_id)
  # Two plans in one second are still told apart by which came first.
  set -- ${JOURNAL_FOLDER}/*
  keep "\\"version\\":1,\\"plan\\":\\"$plan\\",\\"time\\":\\"$(date -u +%Y-%m-%dT%H:%M:%SZ)\\",\\"boot\\":\\"$boot\\",\\"number\\":$#,\\"undoes\\":[$undoes]"
}`;

/** What has to hold at the moment of the click, before anything is written. */
export const CHECKS = `pool=/sys/kernel/mm/hugepages/hugepages-\${page_kib}kB

# nr_hugepages of sysfs counts surplus pages too; what was asked for is without them.
asked_pages() { echo "$(($(cat "$pool/nr_hugepages") - $(cat "$pool/surplus_hugepages")))"; }

# In use or promised.
held_pages() { echo "$(($(cat "$pool/nr_hugepages") - $(cat "$pool/free_hugepages") + $(cat "$pool/resv_hugepages")))"; }

# What programs can still be given without others having to give way.
read_available() {
  available_kib=0
  while read -r name value _; do
    [ "$name" != MemAvailable: ] || available_kib=$value
  done </proc/meminfo
}

check_tools() {
  for tool in $tools; do
    command -v "$tool" >/dev/null || stop tool-missing "$tool"
  done
}

check_machine() {
  total_pages=$(cat "$pool/nr_hugepages") || stop not-effective "$pool"
  now_pages=$(asked_pages)
  [ "$now_pages" = "$from_pages" ] || stop pool-changed "$now_pages"
  # A VM that was started since the plan was made may hold what the pool is to give back.
  if [ "$to_pages" -lt "$now_pages" ]; then [ "$(held_pages)" -le "$to_pages" ] || stop pool-changed "$now_pages"; fi
  if [ "$to_pages" -gt "$total_pages" ]; then
    read_available
    left_kib=$((available_kib - (to_pages - total_pages) * page_kib))
    [ "$left_kib" -ge "$reserve_kib" ] || stop host-starved "$left_kib"
  fi
}`;

/** Asking the kernel for pages. */
export const ASK_FOR = `# The kernel may give fewer without a word (hugetlbpage.rst). Asking for a little at a time, again and again, brings
# more than asking for all of them again; and where that was allowed, caches make room.
ask_for() {
  goal=$1 is_stepping='' short_by=''
  # 128 MiB at a time, or one page.
  step_pages=$((131072 / page_kib))
  [ "$step_pages" -gt 0 ] || step_pages=1
  read -r until _ </proc/uptime
  until=$((\${until%.*} + 30))
  write_pages "$goal"
  # After a try that failed the kernel lets up to 64 pass before it compacts again (mm/compaction.c, defer_compaction).
  if [ -z "$may_drop" ]; then ask_in_steps 320; else ask_in_steps 70; fi
  if [ -n "$may_drop" ] && is_worth_it; then
    report '{"line":"phase","phase":"caches"}'
    # Only what is on the disk already can be dropped; a disk that does not answer must not hold this up.
    timeout -k 1 20 sync
    for caches in 1 3; do
      is_worth_it || break
      { echo "$caches" >/proc/sys/vm/drop_caches; } 2>/dev/null
      [ "$caches" = 1 ] || { echo 1 >/proc/sys/vm/compact_memory; } 2>/dev/null
      write_pages "$goal"
      ask_in_steps 70
    done
  fi
  [ "$got_pages" -ge "$goal" ] || short_by=\${short_by:-fragmented}
}

# Pages are missing, and nothing says that it has been enough.
is_worth_it() { [ "$got_pages" -lt "$goal" ] && [ -z "$short_by" ]; }

# ask_in_steps TRIES: as long as that brings pages; after so many times that bring none it gives up.
ask_in_steps() {
  idle_tries=0
  while is_worth_it && [ "$idle_tries" -lt "$1" ]; do
    [ -n "$is_stepping" ] || report '{"line":"phase","phase":"steps"}'
    is_stepping=1 before_pages=$got_pages next_pages=$((got_pages + step_pages))
    [ "$next_pages" -le "$goal" ] || next_pages=$goal
    look_up
    [ -z "$short_by" ] || return 0
    write_pages "$next_pages"
    [ "$got_pages" -lt "$next_pages" ] || continue
    if [ "$got_pages" -gt "$before_pages" ]; then idle_tries=0; else idle_tries=$((idle_tries + 1)); fi
    [ "$((idle_tries % 32))" != 31 ] || sleep 0.1
  done
}

# Between two writes: has somebody said that it is enough, would the host be left with too little, is the time up?
look_up() {
  if [ -s "$cancel" ]; then short_by=cancelled; fi
  read_available
  [ "$((available_kib - (next_pages - got_pages) * page_kib))" -ge "$reserve_kib" ] || short_by=reserve
  read -r now _ </proc/uptime
  [ "\${now%.*}" -lt "$until" ] || short_by=\${short_by:-fragmented}
}

write_pages() {
  { echo "$1" >"$pool/nr_hugepages"; } 2>/dev/null
  got_pages=$(asked_pages)
}`;

/** What a path is mounted as, and who is in the group. */
export const IS_HUGE = `# The truth about a path is its file system type (958458f6 is hugetlbfs), not what fstab or its options say.
is_huge() { [ "$(stat -f -c %t -- "$1" 2>/dev/null)" = 958458f6 ]; }`;
export const IS_MEMBER = `is_member() { id -nG -- "$user" | tr ' ' '\\n' | grep -qxF -e "$group"; }`;

/** Looking over a new fstab before it takes the old one's place. */
export const FSTAB_CHECK = `# findmnt looks at every target; one on a dead network must not hold up the rest.
verify_fstab() { timeout -k 1 30 findmnt --verify --tab-file "$1" 2>&1; }

# How many lines findmnt finds fault with.
fstab_faults() { verify_fstab "$1" | grep -c -e '\\[E\\]' -e 'parse error'; }

check_new_file() {
  case $name in fstab*) ;; *) return 0 ;; esac
  old_faults=0
  [ ! -e "$file" ] || old_faults=$(fstab_faults "$file")
  [ "$(fstab_faults "$new")" -le "$old_faults" ] || stop fstab-invalid "$(verify_fstab "$new")"
}`;

/** Putting our lines into a file of /etc, whole or not at all. */
export const FILE_EDITING = `# put_block FILE NAME LINE [TARGET]: LINE in a marked block at the end of FILE; what an older block of ours says, for
# this TARGET if one is named, goes. The old file is kept as NAME in the journal. Copy beside, change, check, sync,
# rename, read back.
put_block() {
  file=$1 name=$2 line=$3 target=\${4:-} new=$1.hugepages-guide
  [ ! -L "$file" ] || stop file-is-symlink "$file"
  rm -f -- "$new" 2>/dev/null || stop file-not-writable "$file"
  if [ -e "$file" ]; then
    [ "$(tr -d '\\000' <"$file" | wc -c)" -eq "$(wc -c <"$file")" ] || stop file-not-writable "$file holds a NUL"
    words=$(cp -a -- "$file" "$journal/$name" 2>&1) || stop no-journal "$words"
    cmp -s -- "$file" "$journal/$name" || stop no-journal "$journal/$name"
    sync "$journal/$name" || stop no-journal "$journal/$name"
    keep "\\"step\\":\\"$step\\",\\"file\\":\\"$file\\",\\"copy\\":\\"$name\\""
    words=$(cp -a -- "$file" "$new" 2>&1) || stop file-not-writable "$words"
    without_block "$file" >"$new" || stop file-not-writable "$file"
  else
    keep "\\"step\\":\\"$step\\",\\"file\\":\\"$file\\",\\"copy\\":null"
    true 2>/dev/null >"$new" || stop file-not-writable "$file"
  fi
  printf '%s\\n' '${BLOCK_BEGIN}' "$line" '${BLOCK_END}' >>"$new" || stop file-not-writable "$file"
  check_new_file
  keep "\\"step\\":\\"$step\\",\\"block\\":\\"$line\\",\\"newSha256\\":\\"$(sum_of "$new")\\""
  sync "$new" || stop file-not-writable "$file"
  words=$(mv -fT -- "$new" "$file" 2>&1) || stop file-not-writable "$words"
  replaced="$replaced $name "
  sync "\${file%/*}"
  grep -qxF -e "$line" -- "$file" || stop not-effective "$file"
}

# FILE without our blocks, or without their lines for $target. A begin without its end is left alone, with all after it.
without_block() {
  awk -v b='${BLOCK_BEGIN}' -v e='${BLOCK_END}' -v t="$target" '
    { mark = $0; sub(/^[ \\t]+/, "", mark); sub(/[ \\t\\r]+$/, "", mark) }
    mark == b { printf "%s", whole; whole = kept = $0 "\\n"; others = 0; next }
    whole == "" { print; next }
    { whole = whole $0 "\\n" }
    mark == e { if (others) printf "%s", kept $0 "\\n"; whole = ""; next }
    t != "" && $2 ~ "^/" && $2 != t { kept = kept $0 "\\n"; others = 1 }
    END { printf "%s", whole }' "$1"
}`;

/** Putting a file back as the journal of this run has it. */
export const PUT_BACK = `replaced=''

# put_back FILE NAME: the file as the journal has it, or none where there was none; nothing if it was not replaced.
put_back() {
  rm -f -- "$1.hugepages-guide"
  case $replaced in *" $2 "*) ;; *) return 0 ;; esac
  if [ -e "$journal/$2" ]; then
    cp -a -- "$journal/$2" "$1.hugepages-guide" && sync "$1.hugepages-guide" && mv -fT -- "$1.hugepages-guide" "$1"
  else
    rm -f -- "$1"
  fi && sync "\${1%/*}" && return 0
  rm -f -- "$1.hugepages-guide"
  return 1
}`;
