import { lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { findProgram } from '../../../build/setup/programs';
import { PRIVATE_FOLDER, requirePrivateMachine } from './private-machine';
import { type Finished, mustRun, run } from './processes';

// Runs a start script in a world of its own in which QEMU only writes down what it was given. The world is a root
// folder with a few of the machine's programs and stand-ins for all others; namespaces without network, capabilities,
// /sys and a writable /proc keep the script away from everything else.

const BASE = `${PRIVATE_FOLDER}/qemu-recorder`;
/** What every run's root folder is a copy of. */
const PATTERN = `${BASE}/pattern`;
const LONGEST_RUN_MS = 20_000;

/** How a script is run. */
export interface ScriptRun {
  readonly args: readonly string[];
  /** `QEMU_EXIT` is the exit code of every QEMU; default 0. */
  readonly env: Readonly<Record<string, string>>;
  /** Below the folder that the script stands and runs in; programs where they begin with `#!`. */
  readonly files: Readonly<Record<string, string>>;
  readonly stdin: string;
}

/** One start of QEMU: the file that was run and its arguments, byte for byte (latin1). */
export interface RecordedStart {
  readonly program: string;
  readonly args: readonly string[];
}

export interface RecordedRun extends Finished {
  /** In the order in which their processes were made. */
  readonly starts: readonly RecordedStart[];
}

/** The machine's own programs that a script finds, where they are installed. */
const REAL_PROGRAMS = [
  ...['[', 'awk', 'basename', 'bash', 'cat', 'chmod', 'chown', 'cksum', 'cp', 'cut', 'date', 'dirname', 'du', 'echo'],
  ...[
    'env',
    'expr',
    'false',
    'find',
    'getopt',
    'grep',
    'head',
    'hostname',
    'id',
    'kill',
    'ln',
    'ls',
    'mkdir',
    'mktemp',
  ],
  ...['mv', 'nice', 'nohup', 'nproc', 'printf', 'pwd', 'readlink', 'realpath', 'rm', 'rmdir', 'sed', 'seq', 'setsid'],
  ...['sh', 'sort', 'stat', 'tail', 'tee', 'test', 'timeout', 'touch', 'tr', 'true', 'truncate', 'uname', 'uniq', 'wc'],
  ...['which', 'whoami', 'xargs'],
];

/** QEMU under every name; the places are where distributions have it. */
const QEMU_FILES = [
  ...['x86_64', 'i386', 'aarch64', 'arm', 'riscv64', 'ppc64', 's390x'].map((arch) => `/usr/bin/qemu-system-${arch}`),
  ...['/usr/bin/qemu-kvm', '/usr/bin/kvm', '/usr/libexec/qemu-kvm', '/usr/local/bin/qemu-system-x86_64'],
];

/** Programs that run the rest of their command, and what of it is their own. */
const WRAPPERS: Readonly<Record<string, { short?: string; long?: readonly string[]; words?: number }>> = {
  chrt: { short: 'TPD', words: 1 },
  ionice: { short: 'cn' },
  numactl: { short: 'CNimpPw', long: ['cpunodebind', 'membind', 'physcpubind', 'interleave', 'preferred'] },
  prlimit: {},
  screen: { short: 'Stchp' },
  sudo: { short: 'CDTRUghprtu', long: ['user', 'group', 'chdir', 'host', 'prompt'] },
  'systemd-run': { short: 'pEMHutd', long: ['unit', 'property', 'slice', 'setenv', 'uid', 'gid', 'description'] },
  taskset: { words: 1 },
};

/** Programs that would act on the machine, wait, or answer otherwise each time: they do nothing, and succeed. */
const IDLE_PROGRAMS = [
  ...['apt', 'apt-get', 'brctl', 'cpupower', 'dnf', 'driverctl', 'ip', 'iptables', 'logger', 'looking-glass-client'],
  ...['lspci', 'lsusb', 'modprobe', 'mount', 'notify-send', 'pactl', 'ps', 'qemu-img', 'qemu-io', 'qemu-nbd', 'rmmod'],
  ...['qemu-storage-daemon', 'remote-viewer', 'rsync', 'scp', 'setpci', 'sleep', 'socat', 'ssh', 'swtpm', 'sysctl'],
  ...['systemctl', 'umount', 'usermod', 'virsh', 'virtiofsd'],
];
/** They look for something, and do not find it. */
const VAIN_PROGRAMS = ['killall', 'mountpoint', 'pgrep', 'pidof', 'pkill'];

/** Answers a question such as `-machine help` as QEMU does; everything is written down, also questions. */
const RECORDER = `#!/bin/sh
printf '%s\\0' "$0" "$@" >"/record/$$"
for word do
  case $word in
    help | -h | -help | --help | -version | --version) printf '%s\\n' 'QEMU emulator version 7.2.0' q35 vfio-pci host; exit 0 ;;
  esac
done
exit "\${QEMU_EXIT:-0}"
`;

/** A terminal's -e: a single word is a command line for the shell. */
const XTERM = `#!/bin/sh
while [ $# -gt 0 ] && [ "$1" != -e ]; do shift; done
[ $# -gt 1 ] || exit 0
shift
[ $# -gt 1 ] || exec sh -c "$1"
exec "$@"
`;

const SU = `#!/bin/sh
shell=sh command=
while [ $# -gt 0 ]; do
  case $1 in
    -c) command=$2; shift ;;
    -s) shell=$2; shift ;;
  esac
  shift
done
exec "$shell" -c "$command"
`;

function wrapperText({ short = '', long = [], words = 0 }: (typeof WRAPPERS)[string]): string {
  return `#!/bin/sh
while [ $# -gt 0 ]; do
  case $1 in
    --) shift; break ;;
    --*=*) shift ;;
    --*) case " ${long.join(' ')} " in *" \${1#--} "*) shift ;; esac; shift ;;
    -?*)
      letters=\${1#-}; shift
      while [ -n "$letters" ]; do
        rest=\${letters#?}
        case '${short}' in *"\${letters%"$rest"}"*) [ -n "$rest" ] || shift; break ;; esac
        letters=$rest
      done ;;
    [A-Za-z_]*=*) export "$1"; shift ;;
    *) break ;;
  esac
done
[ $# -gt ${String(words)} ] || exit 0
shift ${String(words)}
exec "$@"
`;
}

/** The first process of the script's world: what the script leaves in the background gets two seconds to end. */
const FIRST_PROCESS = (sleep: string) => `#!/bin/sh
cd /scratch || exit
code=0
"$@" || code=$?
tries=0
while [ "$tries" -lt 200 ] && set -- /proc/[0-9]* && [ $# -gt 1 ]; do
  ${sleep} 0.01
  tries=$((tries + 1))
done
exit "$code"
`;

/** Mounts a root folder and goes there: `sh -c TEXT sh OUT SETPRIV COMMAND…`, in new namespaces. */
const ENTER = `set -eu
out=$1 setpriv=$2
shift 2
root=${BASE}/root
mount --no-mtab -t tmpfs -o mode=755 tmpfs "$root"
cp -a ${PATTERN}/. "$root"
for folder in "$root"/host/*; do
  mount --no-mtab --bind "/\${folder##*/}" "$folder"
  mount --no-mtab -o remount,bind,ro "$folder"
done
mount --no-mtab -t proc -o ro proc "$root/proc"
mount --no-mtab --bind "$out/record" "$root/record"
cp -a "$out/scratch/." "$root/scratch"
exec chroot "$root" "$setpriv" --bounding-set -all --inh-caps -all --no-new-privs /first-process "$@"
`;

/** Makes the pattern of the root folders. Once, before the first run. */
export async function prepareRecorder(): Promise<void> {
  requirePrivateMachine();
  rmSync(BASE, { recursive: true, force: true });
  for (const folder of ['bin', 'libexec', 'local/bin']) mkdirSync(`${PATTERN}/usr/${folder}`, { recursive: true });
  for (const folder of ['dev/shm', 'dev/hugepages', 'etc', 'host', 'opt', 'proc', 'record', 'run', 'scratch', 'srv']) {
    mkdirSync(join(PATTERN, folder), { recursive: true });
  }
  for (const folder of ['sys', 'tmp', 'var/lib', 'var/log', 'var/tmp']) {
    mkdirSync(join(PATTERN, folder), { recursive: true });
  }
  mkdirSync(`${BASE}/root`);
  for (const link of ['bin', 'sbin', 'usr/sbin']) symlinkSync('/usr/bin', join(PATTERN, link));
  writeFileSync(`${PATTERN}/etc/passwd`, 'root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65534::/:/bin/sh\n');
  writeFileSync(`${PATTERN}/etc/group`, 'root:x:0:\nkvm:x:104:\n');
  showLibraries();
  for (const name of REAL_PROGRAMS) {
    const file = hostFile(name);
    if (file !== null) symlinkSync(file, `${PATTERN}/usr/bin/${name}`);
  }
  const texts: (readonly [name: string, text: string])[] = [
    ...QEMU_FILES.map((file) => [file, RECORDER] as const),
    ...Object.entries(WRAPPERS).map(([name, own]) => [`/usr/bin/${name}`, wrapperText(own)] as const),
    ...IDLE_PROGRAMS.map((name) => [`/usr/bin/${name}`, '#!/bin/sh\nexit 0\n'] as const),
    ...VAIN_PROGRAMS.map((name) => [`/usr/bin/${name}`, '#!/bin/sh\nexit 1\n'] as const),
    ['/usr/bin/xterm', XTERM],
    ['/usr/bin/su', SU],
    ['/first-process', FIRST_PROCESS(hostFile('sleep') ?? '/bin/sleep')],
  ];
  for (const [file, text] of texts) writeFileSync(join(PATTERN, file), text, { mode: 0o755 });
  for (const [name, minor] of Object.entries({ null: '3', zero: '5', full: '7', random: '8', urandom: '9' })) {
    await mustRun(['mknod', '--mode', '666', `${PATTERN}/dev/${name}`, 'c', '1', minor]);
  }
  symlinkSync('/proc/self/fd', `${PATTERN}/dev/fd`);
  for (const [number, name] of ['stdin', 'stdout', 'stderr'].entries()) {
    symlinkSync(`/proc/self/fd/${String(number)}`, `${PATTERN}/dev/${name}`);
  }
}

/** Everything that the machine's programs need: /usr, and what of it an older system has beside it. */
function showLibraries(): void {
  mkdirSync(`${PATTERN}/host/usr`);
  for (const folder of ['bin', 'sbin', 'lib', 'lib32', 'lib64', 'libx32']) {
    const isLibrary = folder.startsWith('lib');
    const entry = lstatSync(`/${folder}`, { throwIfNoEntry: false });
    if (entry?.isDirectory() === true) mkdirSync(`${PATTERN}/host/${folder}`);
    if (entry !== undefined && isLibrary) {
      symlinkSync(entry.isDirectory() ? `/host/${folder}` : `/usr/${folder}`, join(PATTERN, folder));
    }
    if (isLibrary) symlinkSync(`/host/usr/${folder}`, `${PATTERN}/usr/${folder}`);
  }
}

/** Where a program of the machine is seen in the script's world. */
function hostFile(program: string): string | null {
  const file = findProgram(program);
  return file === null ? null : `/host${realpathSync(file)}`;
}

/** The shell that a script's first line names, with its options; bash where it names none. */
export function shellFor(script: Buffer): readonly string[] {
  const [firstLine = ''] = script.toString('latin1').split(/\r?\n/, 1);
  const [, shell = 'bash', option] = /^#!\s*\S*?(?:\/|env\s+)((?:ba|da)?sh)(?:\s+(\S+))?\s*$/.exec(firstLine) ?? [];
  return option === undefined ? [shell] : [shell, option];
}

/** Runs a script to its end. Throws where it takes too long. */
export async function runRecorded(script: Buffer, { args, env, files, stdin }: ScriptRun): Promise<RecordedRun> {
  requirePrivateMachine();
  const out = mkdtempSync(`${BASE}/run-`);
  const scratch = join(out, 'scratch');
  mkdirSync(join(out, 'record'));
  mkdirSync(scratch);
  writeFileSync(join(scratch, 'start.sh'), script, { mode: 0o755 });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(scratch, path)), { recursive: true });
    writeFileSync(join(scratch, path), text, { mode: text.startsWith('#!') ? 0o755 : 0o644 });
  }
  const unshare = ['unshare', '--mount', '--propagation', 'private', '--pid', '--fork', '--kill-child'];
  const finished = await run(
    [
      ...[...unshare, '--net', '--ipc', '--uts', 'sh', '-c', ENTER, 'sh', out, hostFile('setpriv') ?? ''],
      ...[...shellFor(script), './start.sh', ...args],
    ],
    {
      env: { PATH: '/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin', HOME: '/scratch', USER: 'root', LANG: 'C', ...env },
      input: stdin,
      timeoutMs: LONGEST_RUN_MS,
    },
  );
  const starts = readRecords(join(out, 'record'));
  rmSync(out, { recursive: true, force: true });
  return { ...finished, starts };
}

function readRecords(folder: string): readonly RecordedStart[] {
  return readdirSync(folder)
    .sort((a, b) => Number(a) - Number(b))
    .map((file) => {
      const [program = '', ...args] = readFileSync(join(folder, file), 'latin1').split('\0').slice(0, -1);
      return { program: basename(program), args };
    });
}
