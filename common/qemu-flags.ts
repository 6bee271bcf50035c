/**
 * QEMU's options that take no value, of every version since 0.10 (qemu-options.def); all others take the next word,
 * whatever it looks like.
 */
const FLAGS = new Set(
  `S s alt-grab async-teardown audio-help ctrl-grab curses daemonize enable-fips enable-kvm enable-nesting
enable-sync-profile full-screen h help localtime mem-prealloc no-acpi no-fd-bootchk no-frame no-hpet no-kvm no-kvm-irqchip
no-kvm-pit no-kvm-pit-reinjection no-quit no-reboot no-shutdown no-user-config nodefaults nodefconfig nographic old-param
one-insn-per-tb only-migratable portrait preconfig rtc-td-hack sdl semihosting show-cursor singlestep snapshot std-vga tdf usb version virtfs_synth
win2k-hack xen-attach xen-create xen-domid-restrict`.split(/\s+/),
);

/** The name of an option, without its one or two dashes; null for a word that is none (a disk image by itself). */
export function qemuOptionName(word: string): string | null {
  if (!word.startsWith('-') || word === '-') return null;
  return word.replace(/^--?/, '');
}

/** Whether an option, named without dashes, takes the next word as its value. */
export function takesValue(option: string): boolean {
  return !FLAGS.has(option);
}

const LISTS_CHOICES = [
  'machine',
  'M',
  'cpu',
  'accel',
  'device',
  'netdev',
  'nic',
  'net',
  'object',
  'chardev',
  'audiodev',
  'blockdev',
  'vga',
  'display',
  'soundhw',
  'watchdog',
  'd',
  'trace',
  'global',
];

/** Options that only make QEMU say something about itself: `-version`, `-device help`, `-cpu ?`. */
export function onlyTells(option: string, value: string | null): boolean {
  if (['h', 'help', 'version', 'audio-help'].includes(option)) return true;
  return value !== null && LISTS_CHOICES.includes(option) && /(?:^|[,=])(?:help|\?)$/.test(value);
}
