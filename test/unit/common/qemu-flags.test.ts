import { describe, expect, test } from 'vitest';
import { onlyTells, qemuOptionName, takesValue } from '../../../common/qemu-flags';

describe('qemuOptionName', () => {
  test('one dash or two are the same', () => {
    expect(qemuOptionName('-mem-path')).toBe('mem-path');
    expect(qemuOptionName('--mem-path')).toBe('mem-path');
  });
  test.each(['disk.img', '', '-', '/dev/sda'])('%j is no option', (word) => {
    expect(qemuOptionName(word)).toBeNull();
  });
});

describe('takesValue', () => {
  // What `qemu-system-x86_64 -OPTION` of QEMU 7.2 takes without "requires an argument".
  const FLAGS =
    'S async-teardown audio-help daemonize enable-kvm enable-sync-profile full-screen h help mem-prealloc no-acpi ' +
    'no-fd-bootchk no-hpet no-reboot no-shutdown no-user-config nodefaults nographic only-migratable portrait preconfig ' +
    's singlestep snapshot usb version win2k-hack xen-attach xen-domid-restrict';

  test.each(FLAGS.split(' '))('-%s stands by itself', (option) => {
    expect(takesValue(option)).toBe(false);
  });
  test.each(['no-kvm', 'curses', 'sdl', 'localtime', 'tdf', 'no-quit', 'alt-grab', 'std-vga'])(
    '-%s, of an older version, stands by itself',
    (option) => {
      expect(takesValue(option)).toBe(false);
    },
  );
  test.each(
    'm smp cpu machine M accel object numa mem-path name drive hda cdrom device netdev nic net vga display vnc k boot append'
      .concat(
        ' kernel initrd chardev serial monitor qmp pidfile rtc uuid usbdevice usb-device bios readconfig D d L sandbox',
      )
      .split(' '),
  )('-%s takes the next word', (option) => {
    expect(takesValue(option)).toBe(true);
  });
  test('an option that nobody knows takes the next word', () => {
    expect(takesValue('option-of-tomorrow')).toBe(true);
  });
});

describe('onlyTells', () => {
  test.each([
    ['h', null],
    ['help', null],
    ['version', null],
    ['audio-help', null],
    ['machine', 'help'],
    ['M', '?'],
    ['cpu', 'help'],
    ['accel', 'help'],
    ['device', 'virtio-net-pci,help'],
    ['object', 'memory-backend-file,help'],
    ['netdev', 'help'],
    ['display', 'help'],
    ['d', 'help'],
    ['machine', 'q35,accel=help'],
  ])('-%s %s', (option, value) => {
    expect(onlyTells(option, value)).toBe(true);
  });
  test.each([
    ['m', '4G'],
    ['name', 'help'],
    ['hda', 'help'],
    ['device', 'virtio-net-pci'],
    ['device', 'help-desk'],
    ['machine', null],
    ['cpu', 'host,+helper'],
  ])('-%s %s starts a VM', (option, value) => {
    expect(onlyTells(option, value)).toBe(false);
  });
});
