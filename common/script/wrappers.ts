/** A program that runs another one, which is named behind its own options. */
interface Wrapper {
  /** Short options that take the next word, unless their value is glued on. */
  readonly valued?: string;
  /** Long options that take the next word, unless it is given with `=`. */
  readonly valuedLong?: readonly string[];
  /** Words of its own before the program, such as taskset's mask. */
  readonly operands?: number;
}

/** By their manuals: sudo(8), doas(1), env(1), taskset(1), numactl(8), systemd-run(1), and so on. */
const WRAPPERS: Readonly<Record<string, Wrapper>> = {
  builtin: {},
  busybox: {},
  catchsegv: {},
  cgexec: { valued: 'g' },
  chroot: { operands: 1 },
  chrt: { valued: 'TPD', operands: 1 },
  command: {},
  'dbus-launch': {},
  'dbus-run-session': {},
  doas: { valued: 'uC' },
  env: { valued: 'uSC', valuedLong: ['--unset', '--chdir', '--split-string'] },
  exec: { valued: 'a' },
  flock: { valued: 'wE', operands: 1 },
  gamemoderun: {},
  ionice: { valued: 'cnpPu', valuedLong: ['--class', '--classdata'] },
  mangohud: {},
  nice: { valued: 'n', valuedLong: ['--adjustment'] },
  nohup: {},
  nsenter: { valued: 't' },
  numactl: {
    valued: 'NmCpPiwL',
    valuedLong: ['--cpunodebind', '--membind', '--physcpubind', '--interleave', '--preferred'],
  },
  optirun: {},
  pkexec: { valuedLong: ['--user'] },
  primusrun: {},
  prlimit: {},
  screen: { valued: 'SchpstTeL' },
  setarch: { operands: 1 },
  linux32: {},
  linux64: {},
  setpriv: { valuedLong: ['--reuid', '--regid', '--groups', '--inh-caps', '--ambient-caps', '--bounding-set'] },
  setsid: {},
  stdbuf: { valued: 'ioe', valuedLong: ['--input', '--output', '--error'] },
  strace: { valued: 'aeoOpsSuIPX' },
  sudo: { valued: 'ughpCrtTUDR', valuedLong: ['--user', '--group', '--host', '--prompt', '--chdir'] },
  'systemd-inhibit': {},
  'systemd-run': {
    valued: 'puHME',
    valuedLong: ['--unit', '--property', '--slice', '--setenv', '--uid', '--gid', '--nice', '--description'],
  },
  taskset: { operands: 1 },
  time: {},
  timeout: { valued: 'ks', valuedLong: ['--kill-after', '--signal'], operands: 1 },
  torsocks: {},
  unbuffer: {},
  unshare: {},
  valgrind: {},
  'xvfb-run': { valued: 'nesfpw' },
};

const ASSIGNMENT = /^[A-Za-z_]\w*=/;

/** Commands that handle or mention a program without running it. */
const NAMES_ONLY = new Set(
  `[ alias apt apt-cache apt-get aptitude basename brew cat chcon chmod chown compgen complete cp dirname
dnf dpkg dpkg-query du echo emerge equery file find flatpak getcap getopt grep hash head help info install kill killall less
ln locate logger ls lsof man mkdir mount mv notify-send pacman pgrep pidof pkill printf ps readlink realpath restorecon rm rpm
rpm-ostree sed semanage setcap setfacl snap stat systemctl tail test touch type unalias unset update-alternatives usermod
virsh virt-install wall wc whatis whereis which whiptail yay yum zenity zypper`.split(/\s+/),
);

/**
 * Where the program that a wrapper runs stands among the words behind the wrapper's name; null for a name that is no
 * wrapper. `texts` are those words, with something else for what is not known of them. -1 where there is no program, or
 * the wrapper only looks one up.
 */
export function wrappedIndex(name: string, texts: readonly string[]): number | null {
  const wrapper = Object.hasOwn(WRAPPERS, name) ? WRAPPERS[name] : undefined;
  if (wrapper === undefined) return null;
  if (name === 'command' && (texts[0] === '-v' || texts[0] === '-V')) return -1;
  let operands = wrapper.operands ?? 0;
  for (let index = 0; index < texts.length; index += 1) {
    const text = texts[index] ?? '';
    if (text === '--') {
      index += operands;
      return index + 1 < texts.length ? index + 1 : -1;
    }
    if (text.startsWith('-') && text !== '-') {
      if (takesNext(wrapper, text)) index += 1;
      continue;
    }
    if (ASSIGNMENT.test(text) && operands === 0) continue;
    if (operands === 0) return index;
    operands -= 1;
  }
  return -1;
}

function takesNext({ valued = '', valuedLong = [] }: Wrapper, option: string): boolean {
  if (option.startsWith('--')) return valuedLong.includes(option);
  const firstValued = Array.from(option.slice(1)).findIndex((letter) => valued.includes(letter));
  return firstValued !== -1 && firstValued === option.length - 2;
}

/** A command of which a word may name QEMU without starting it. */
export function onlyNames(name: string): boolean {
  return NAMES_ONLY.has(name);
}

const SHELLS = ['sh', 'bash', 'dash', 'ash', 'ksh', 'mksh', 'zsh'];

/** Starts a shell: with `-c` on a text, otherwise perhaps on what it is fed. */
export function isShell(name: string): boolean {
  return SHELLS.includes(name);
}

/** Takes a text for a shell behind one of these options. */
const TEXT_OPTIONS: Readonly<Record<string, readonly string[]>> = {
  su: ['-c', '--command'],
  runuser: ['-c', '--command'],
  sg: ['-c'],
  script: ['-c', '--command'],
  xterm: ['-e'],
  uxterm: ['-e'],
  rxvt: ['-e'],
  urxvt: ['-e'],
  konsole: ['-e'],
  'gnome-terminal': ['-e', '--command'],
  'xfce4-terminal': ['-e', '-x', '--command'],
  lxterminal: ['-e', '--command'],
  'mate-terminal': ['-e', '--command'],
  terminator: ['-e', '--command'],
};

/** tmux(1) starts a program in these. */
const TMUX_STARTS = ['new', 'new-session', 'neww', 'new-window', 'splitw', 'split-window', 'respawnw', 'respawnp'];

/**
 * Where among a command's words (those behind its name, with something else for what is not known) a text stands that it
 * hands to a shell; null where there is none.
 */
export function shellTextIndex(name: string, texts: readonly string[]): number | null {
  if (isShell(name)) return indexBehind(texts, (text) => /^-[a-z]*c$/.test(text));
  if (name === 'tmux') return TMUX_STARTS.some((word) => texts.includes(word)) ? texts.length - 1 : null;
  if (name === 'watch') return texts.findIndex((text) => /\s/.test(text));
  if (name === 'trap') return 0;
  const options = Object.hasOwn(TEXT_OPTIONS, name) ? TEXT_OPTIONS[name] : undefined;
  return options === undefined ? null : indexBehind(texts, (text) => options.includes(text));
}

function indexBehind(texts: readonly string[], isOption: (text: string) => boolean): number | null {
  const at = texts.findIndex(isOption);
  return at === -1 || at + 1 >= texts.length ? null : at + 1;
}

const ELSEWHERE = new Set(
  'ssh mosh docker podman nerdctl lxc incus kubectl flatpak machinectl distrobox toolbox'.split(' '),
);

/** Runs what it is given on another machine, or in a container with mounts of its own. */
export function isRemote(name: string): boolean {
  return ELSEWHERE.has(name);
}

/** Takes QEMU's own options only behind a `--` of its own (start-stop-daemon(8)). */
export function isDaemonStarter(name: string): boolean {
  return name === 'start-stop-daemon' || name === 'daemon';
}

/** Adds words to the command that it is given, out of what it reads. */
export function addsArguments(name: string): boolean {
  return name === 'xargs' || name === 'parallel';
}
