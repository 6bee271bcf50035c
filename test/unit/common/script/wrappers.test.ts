import { describe, expect, test } from 'vitest';
import {
  addsArguments,
  isDaemonStarter,
  isRemote,
  isShell,
  onlyNames,
  shellTextIndex,
  wrappedIndex,
} from '../../../../common/script/wrappers';

/** The words that a wrapper runs, by its own rules; null where it runs nothing, or is no wrapper. */
function wrapped(line: string): string | null {
  const [name = '', ...words] = line.split(' ');
  const index = wrappedIndex(name, words);
  return index === null || index === -1 ? null : words.slice(index).join(' ');
}

describe('wrappedIndex', () => {
  test.each([
    'sudo kvm -m 4G',
    'sudo -u maria kvm -m 4G',
    'sudo -umaria -E kvm -m 4G',
    'sudo -Eu maria kvm -m 4G',
    'sudo -nEHu maria -g kvm kvm -m 4G',
    'sudo --user maria kvm -m 4G',
    'sudo --user=maria --preserve-env=DISPLAY kvm -m 4G',
    'sudo -b -- kvm -m 4G',
    'sudo DISPLAY=:0 XAUTHORITY=/root/x kvm -m 4G',
    'doas -u maria kvm -m 4G',
    'pkexec --user root kvm -m 4G',
    'env kvm -m 4G',
    'env -i kvm -m 4G',
    'env -u LANG -C /vm SDL_VIDEODRIVER=x11 kvm -m 4G',
    'env --unset LANG --chdir=/vm kvm -m 4G',
    'taskset -c 2-5 kvm -m 4G',
    'taskset --cpu-list 2-5 kvm -m 4G',
    'taskset 0x3c kvm -m 4G',
    'taskset -a -c 2,3 kvm -m 4G',
    'numactl --membind=0 --cpunodebind=0 kvm -m 4G',
    'numactl --membind 0 --physcpubind 2-5 kvm -m 4G',
    'numactl -m 0 -N 0 kvm -m 4G',
    'numactl -m0 -C 2-5 kvm -m 4G',
    'numactl --localalloc kvm -m 4G',
    'numactl -l -- kvm -m 4G',
    'nice kvm -m 4G',
    'nice -n -5 kvm -m 4G',
    'nice -n5 kvm -m 4G',
    'nice -10 kvm -m 4G',
    'nice --adjustment 5 kvm -m 4G',
    'ionice -c 2 -n 0 kvm -m 4G',
    'ionice -c2 -n0 kvm -m 4G',
    'ionice --class 2 --classdata 0 kvm -m 4G',
    'chrt -f 50 kvm -m 4G',
    'chrt --rr 1 kvm -m 4G',
    'timeout 1h kvm -m 4G',
    'timeout -k 5 --foreground 60 kvm -m 4G',
    'timeout --signal KILL 60 kvm -m 4G',
    'systemd-run --scope -p MemoryMax=8G --unit vm kvm -m 4G',
    'systemd-run --user --slice=vm.slice --setenv DISPLAY=:0 kvm -m 4G',
    'systemd-inhibit --what=sleep kvm -m 4G',
    'prlimit --memlock=unlimited kvm -m 4G',
    'cgexec -g memory,cpu:vm kvm -m 4G',
    'setarch x86_64 -R kvm -m 4G',
    'chroot /srv/vm kvm -m 4G',
    'chroot --userspec=vm:kvm /srv/vm kvm -m 4G',
    'stdbuf -oL -e 0 kvm -m 4G',
    'strace -f -o log -e trace=mmap kvm -m 4G',
    'exec kvm -m 4G',
    'exec -a win10 kvm -m 4G',
    'command -p kvm -m 4G',
    'nohup kvm -m 4G',
    'setsid -f kvm -m 4G',
    'time -p kvm -m 4G',
    'dbus-run-session -- kvm -m 4G',
    'gamemoderun kvm -m 4G',
    'unshare -n kvm -m 4G',
    'xvfb-run -n 99 kvm -m 4G',
    'busybox kvm -m 4G',
  ])('%s', (line) => {
    expect(wrapped(line)).toBe('kvm -m 4G');
  });
  test('the next wrapper is what the first one runs', () => {
    expect(wrapped('sudo -u maria nice -n 5 kvm')).toBe('nice -n 5 kvm');
  });
  test('behind -- the mask of taskset still comes first', () => {
    expect(wrapped('taskset -- 0x3 kvm -m 4G')).toBe('kvm -m 4G');
  });
  test.each([
    'sudo',
    'sudo -i',
    'sudo -u maria',
    'numactl --hardware',
    'env',
    'nice',
    'taskset -c',
    'exec -a',
    'env --',
  ])('%s runs nothing', (line) => {
    const [name = '', ...words] = line.split(' ');
    expect(wrappedIndex(name, words)).toBe(-1);
  });
  test('command -v only looks a program up', () => {
    expect(wrappedIndex('command', ['-v', 'kvm'])).toBe(-1);
    expect(wrappedIndex('command', ['-V', 'kvm'])).toBe(-1);
  });
  test.each(['echo', 'kvm', 'qemu-img', 'constructor', 'toString', ''])('%j is no wrapper', (name) => {
    expect(wrappedIndex(name, ['kvm', '-m', '4G'])).toBeNull();
  });
});

describe('other commands', () => {
  test('some only name a program', () => {
    for (const name of [
      'echo',
      'which',
      'pgrep',
      'apt-get',
      'dnf',
      'virsh',
      '[',
      'test',
      'cat',
      'systemctl',
      'setcap',
    ]) {
      expect([name, onlyNames(name)]).toEqual([name, true]);
    }
    for (const name of ['sudo', 'bash', 'ssh', 'screen', 'kvm', 'make']) {
      expect([name, onlyNames(name)]).toEqual([name, false]);
    }
  });
  test('some are shells', () => {
    expect(['sh', 'bash', 'dash', 'zsh', 'fish'].map(isShell)).toEqual([true, true, true, true, false]);
  });
  test('some run it on another machine, in a container, or as a service', () => {
    expect(['ssh', 'mosh', 'docker', 'sshd', 'sudo'].map(isRemote)).toEqual([true, true, true, false, false]);
    expect(['start-stop-daemon', 'daemon', 'systemd-run'].map(isDaemonStarter)).toEqual([true, true, false]);
  });
  test('some add words of their own', () => {
    expect(['xargs', 'parallel', 'env'].map(addsArguments)).toEqual([true, true, false]);
  });
});

describe('shellTextIndex', () => {
  test.each([
    ['bash', ['-c', 'TEXT']],
    ['sh', ['-e', '-c', 'TEXT', 'name', 'argument']],
    ['bash', ['-lc', 'TEXT']],
    ['su', ['-', 'maria', '-c', 'TEXT']],
    ['su', ['--command', 'TEXT', 'maria']],
    ['sg', ['kvm', '-c', 'TEXT']],
    ['script', ['-c', 'TEXT', 'log']],
    ['xterm', ['-hold', '-e', 'TEXT']],
    ['tmux', ['new-session', '-d', '-s', 'vm', 'TEXT']],
    ['watch', ['-n', '5', 'TEXT with blanks']],
    ['trap', ['TEXT', 'EXIT']],
  ])('%s %j', (name, words) => {
    const index = shellTextIndex(name, words);
    expect(index === null ? null : words[index]).toMatch(/^TEXT/);
  });
  test.each([
    ['bash', ['start.sh', '-x']],
    ['sh', []],
    ['bash', ['-c']],
    ['su', ['maria']],
    ['tmux', ['attach', '-t', 'vm']],
    ['sudo', ['-c', 'x y']],
    ['toString', ['-c', 'x y']],
  ])('%s %j has none', (name, words) => {
    expect(shellTextIndex(name, words)).toBeNull();
  });
});
