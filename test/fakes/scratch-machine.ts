import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Plan } from '../../common/plan';
import { PREAMBLE } from '../../common/root-library';
import { renderRootScript } from '../../common/root-script';
import { DISK_LINE } from './host';
import { runInShell, scratchFolder, type ShellRun } from './shell';

/** Every path that the root text names, so that each can be moved into the scratch folder. */
const MOVED_PATHS = [
  '/run/hugepages-guide',
  '/var/lib/hugepages-guide',
  '/etc',
  '/usr/lib/group',
  '/sys/',
  '/proc/meminfo',
  '/proc/sys/vm/',
];

/*
 * Programs that would change the real machine, as functions: they keep accounts in etc/group, and the mount in three
 * small files. `broken` is the one that fails; `foreign` is a path that is not root's, as all others are. The kernel gives `most_pages` at most; what `held_pages` has more than
 * the pool is surplus, and counts in nr_hugepages as it does in mm/hugetlb.c.
 */
const STUBS = `fails() { [ "$broken" = "$1" ] || return 1; echo "$1: no luck" >&2; }
getent() { grep "^$2:" "$machine/etc/group"; }
groupadd() { ! fails groupadd || return 9; echo "$3:x:104:" >>"$machine/etc/group"; }
groupdel() { ! fails groupdel || return 8; sed -i "/^$2:/d" "$machine/etc/group"; }
id() { echo users; awk -F : -v user="$3" '("," $4 ",") ~ ("," user ",") { print $1 }' "$machine/etc/group"; }
gpasswd() {
  ! fails gpasswd || return 3
  case $1 in
    -a) sed -i "/^$3:/s/[^:]$/&,/; /^$3:/s/$/$2/" "$machine/etc/group" ;;
    -d) sed -i "/^$3:/s/,\\{0,1\\}$2$//" "$machine/etc/group" ;;
  esac
}
mount() {
  ! fails mount || return 32
  echo 958458f6 >"$machine/mount/type"; echo 104 >"$machine/mount/gid"; chmod 1770 "$machine/dev/hugepages"
}
umount() { echo 1021994 >"$machine/mount/type"; echo 0 >"$machine/mount/gid"; chmod 755 "$2"; }
chgrp() { ! fails chgrp || return 1; getent group "$2" | cut -d : -f 3 >"$machine/mount/gid"; }
chown() { case $3 in */cancel) ;; *) echo "\${2#*:}" >"$machine/mount/gid" ;; esac; }
sync() { [ "$#" = 0 ] || command sync "$@"; }
stat() {
  case "$*" in
    '-c %u -- '"$foreign") echo 1000 ;;
    '-c %A -- '"$machine"/*) command stat "$@" ;;
    # The folders around the scratch machine: /tmp is everybody's.
    '-c %A '*) echo drwxr-xr-x ;;
    '-f -c %t '*) cat "$machine/mount/type" ;;
    '-f -c %S '*) echo 2097152 ;;
    '-c %u '*) echo 0 ;;
    '-c %u:%g '*) echo "0:$(cat "$machine/mount/gid")" ;;
    '-c %g '*) cat "$machine/mount/gid" ;;
    *) command stat "$@" ;;
  esac
}
persistent_pages() { asked=$(command cat "$1"); echo "$((asked < most_pages ? asked : most_pages))"; }
cat() {
  case $1 in
    */nr_hugepages) pages=$(persistent_pages "$1"); echo "$((pages > held_pages ? pages : held_pages))" ;;
    */surplus_hugepages)
      pages=$(persistent_pages "\${1%/*}/nr_hugepages"); echo "$((pages > held_pages ? 0 : held_pages - pages))" ;;
    */free_hugepages)
      pages=$(persistent_pages "\${1%/*}/nr_hugepages"); echo "$((pages > held_pages ? pages - held_pages : 0))" ;;
    */resv_hugepages) echo 0 ;;
    *) command cat "$@" ;;
  esac
}
systemctl() { ! fails systemctl || return 1; echo "$1" >>"$machine/systemctl"; }
findmnt() { [ "$broken" != findmnt ] || case $3 in *.hugepages-guide) echo '   [E] no luck' ;; esac; }
timeout() { shift 3; "$@"; }
sleep() { :; }
`;

export interface RunConditions {
  /** The program that fails. */
  readonly broken?: 'groupadd' | 'groupdel' | 'gpasswd' | 'mount' | 'chgrp' | 'findmnt' | 'systemctl';
  /** A file or folder of this machine that does not belong to root. */
  readonly foreign?: string;
  /** The most pages that the kernel gives. */
  readonly mostPages?: number;
  /** Pages in use, whatever the size of the pool. */
  readonly heldPages?: number;
  /** What is done to the text on its way to the shell. */
  readonly change?: (text: string) => string;
}

export interface ScratchMachine {
  readonly path: string;
  readonly remove: () => void;
  readonly write: (path: string, bytes: string) => void;
  readonly read: (path: string) => string;
  readonly has: (path: string) => boolean;
  /** Runs the root text of a plan here; the real machine is not touched. */
  readonly run: (plan: Plan, conditions?: RunConditions) => ShellRun;
  /** All that a plan may change and undoing puts back: files below etc, the mount and the pool. */
  readonly state: () => Readonly<Record<string, string>>;
}

export const POOL_FILE = 'sys/kernel/mm/hugepages/hugepages-2048kB/nr_hugepages';

/** A folder that looks like a machine on which nothing is set up, for running root texts without being root. */
export function scratchMachine(): ScratchMachine {
  const { path, remove } = scratchFolder();
  const write = (file: string, bytes: string): void => {
    mkdirSync(dirname(join(path, file)), { recursive: true });
    writeFileSync(join(path, file), bytes, 'latin1');
  };
  const read = (file: string): string => readFileSync(join(path, file), 'latin1');
  write('etc/fstab', DISK_LINE);
  write('etc/group', 'root:x:0:\nusers:x:100:\n');
  write('usr/lib/group', 'root:x:0:\nkvm:x:104:qemu\n');
  write(POOL_FILE, '0\n');
  write('proc/meminfo', 'MemTotal:       16303412 kB\nMemAvailable:   12871520 kB\n');
  write('proc/sys/vm/drop_caches', '');
  write('proc/sys/vm/compact_memory', '');
  write('mount/type', '1021994\n');
  write('mount/gid', '0\n');
  for (const folder of ['dev', 'run', 'var/lib']) mkdirSync(join(path, folder), { recursive: true });

  const moved = (text: string): string => {
    const outside = MOVED_PATHS.reduce(
      (so, far) => so.replaceAll(new RegExp(`(?<![\\w}$])${far}`, 'g'), path + far),
      text,
    );
    return outside.replaceAll("mount_point='/dev", `mount_point='${path}/dev`);
  };
  const run = (
    plan: Plan,
    { broken, foreign = 'none', mostPages = 1_000_000, heldPages = 0, change }: RunConditions = {},
  ): ShellRun => {
    const text = renderRootScript(plan);
    const changed = change === undefined ? text : change(text);
    const values = `machine='${path}' broken='${broken ?? ''}' foreign='${join(path, foreign)}' most_pages=${String(mostPages)} held_pages=${String(heldPages)}\n`;
    return runInShell(moved(changed).replace(PREAMBLE, () => `${PREAMBLE}\n${values}${STUBS}`));
  };
  const filesBelow = (folder: string): readonly string[] =>
    readdirSync(join(path, folder), { recursive: true, encoding: 'utf8' })
      .map((name) => join(folder, name))
      .filter((name) => statSync(join(path, name)).isFile());
  return {
    path,
    remove,
    write,
    read,
    has: (file) => existsSync(join(path, file)),
    run,
    state: () => {
      const files = [...filesBelow('etc'), ...filesBelow('mount'), POOL_FILE].sort();
      const folder = existsSync(join(path, 'dev/hugepages'))
        ? statSync(join(path, 'dev/hugepages')).mode.toString(8)
        : 'none';
      return { ...Object.fromEntries(files.map((file) => [file, read(file)])), 'dev/hugepages': folder };
    },
  };
}
