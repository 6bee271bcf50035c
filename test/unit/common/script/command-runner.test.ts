import { describe, expect, test } from 'vitest';
import { argumentsOf, startsOf } from '../../../fakes/parsed-script';

async function programs(text: string): Promise<readonly string[]> {
  return (await startsOf(text)).map(({ program }) => program);
}

async function obstacles(text: string): Promise<readonly (string | null)[]> {
  return (await startsOf(text)).map(({ obstacle }) => obstacle);
}

describe('which words are QEMU', () => {
  test.each([
    ['a variable', 'q=qemu-system-x86_64\n$q -m 4G\n', 'qemu-system-x86_64'],
    ['a variable between quotes', 'q=/usr/bin/kvm\n"$q" -m 4G\n', 'kvm'],
    ['a default', '${QEMU:-qemu-system-x86_64} -m 4G\n', 'qemu-system-x86_64'],
    ['put together', 'arch=aarch64\nqemu-system-$arch -m 4G\n', 'qemu-system-aarch64'],
    ['in a folder that nobody knows', '"$HOME/qemu/build/qemu-system-x86_64" -m 4G\n', 'qemu-system-x86_64'],
    ['looked up', '"$(command -v qemu-kvm)" -m 4G\n', 'qemu-kvm'],
    ['looked up before', 'q=$(which kvm)\n$q -m 4G\n', 'kvm'],
    ['one of several', 'if a; then q=/opt/kvm; else q=kvm; fi\n$q -m 4G\n', 'kvm'],
    ['a variable that holds options too', 'q="kvm -enable-kvm"\n$q -m 4G\n', 'kvm'],
    ['between quotes', `'qemu-system-x86_64' -m 4G\n`, 'qemu-system-x86_64'],
    ['escaped against aliases', '\\kvm -m 4G\n', 'kvm'],
    ['behind a variable that is perhaps empty', '$SUDO kvm -m 4G\n', 'kvm'],
    ['behind a variable that is sudo or nothing', 's=\n[ $UID = 0 ] || s=sudo\n$s nice kvm -m 4G\n', 'kvm'],
    ['behind a program that is no known wrapper', 'firejail qemu-system-x86_64 -m 4G\n', 'qemu-system-x86_64'],
    ['behind a network namespace', 'ip netns exec vm qemu-system-x86_64 -m 4G\n', 'qemu-system-x86_64'],
  ])('%s', async (_, text, program) => {
    expect(await programs(text)).toEqual([program]);
  });
  test('a program that nobody knows is QEMU if it takes two options that only QEMU takes', async () => {
    expect(await programs('$QEMU -enable-kvm -m 4G\n')).toEqual(['qemu']);
    expect(await programs('"$1" -m 4G -smp 2 -cpu host,kvm=off\n')).toEqual(['qemu']);
    expect(await programs('$EDITOR -m kvm.txt\n')).toEqual([]);
  });
  test.each([
    ['qemu-img', 'qemu-img create -f qcow2 a.img 20G\n'],
    ['qemu-nbd', 'qemu-nbd -c /dev/nbd0 a.img\n'],
    ['a sentence', 'echo "Starting qemu-system-x86_64 -m 4G"\n'],
    ['a list of packages', 'sudo apt-get install qemu-system-x86 qemu-kvm ovmf\n'],
    ['looking it up', 'command -v qemu-system-x86_64 >/dev/null || exit 1\nwhich kvm\ntype qemu-kvm\n'],
    ['looking for its processes', 'pgrep -f "qemu-system-x86_64 -m 4G"\nkill $(pidof qemu-system-x86_64)\n'],
    ['testing for it', '[ -x /usr/bin/qemu-system-x86_64 ] || exit 1\ntest -e /usr/bin/kvm\n'],
    ['giving it rights', 'sudo setcap cap_net_admin+ep /usr/bin/qemu-system-x86_64 -v\n'],
    ['a help text', 'cat <<END\nUsage: qemu-system-x86_64 -m 4G\nEND\n'],
    ['a script that is written', "sudo tee /usr/local/bin/vm <<'END'\n#!/bin/sh\nkvm -m 4G\nEND\n"],
    ['printing what would be run', 'say() { echo "+ $*" >&2; }\nsay qemu-system-x86_64 -m 4G\n'],
    ['libvirt', 'virsh start win10\nvirt-install --name win10 --memory 4096\n'],
    ['its name alone, as a word for another program', 'start-vm qemu-system-x86_64\n'],
  ])('not %s', async (_, text) => {
    expect(await programs(text)).toEqual([]);
  });
});

describe('texts that a shell is handed', () => {
  test.each([
    ['bash -c', 'bash -c "exec kvm -m 4G"\n'],
    ['sh -c with single quotes', `sh -c 'kvm -m 4G'\n`],
    ['-c among other options', `sudo bash -lc 'cd /vm && kvm -m 4G'\n`],
    ['within another one', `bash -c "bash -c 'kvm -m 4G'"\n`],
    ['su', `su - maria -c "kvm -m 4G"\n`],
    ['sg, for a group', `sg kvm -c 'kvm -m 4G'\n`],
    ['tmux', `tmux new-session -d -s vm 'kvm -m 4G'\n`],
    ['a terminal', 'gnome-terminal -e "kvm -m 4G"\n'],
    ['xterm -e', 'xterm -e "kvm -m 4G; read"\n'],
    ['eval', 'eval "kvm -m 4G"\n'],
    ['eval of several words', 'eval kvm -m "4G"\n'],
    ['eval of a variable', `cmd='kvm -m "4G"'\neval "$cmd"\n`],
    ['a loop in it', `nohup sh -c 'while :; do kvm -m 4G; done' &\n`],
    ['lines in it', 'bash -c "\nkvm \\\\\n  -m 4G\n"\n'],
  ])('%s', async (_, text) => {
    expect(await argumentsOf(text)).toEqual([['-m', '4G']]);
  });
  test('what is not known in it stays unknown', async () => {
    expect(await argumentsOf('bash -c "kvm -m $MEM -name \\"$NAME\\""\n')).toEqual([['-m', '…', '-name', '…']]);
  });
  test('variables of the script are seen where the outer shell puts them in', async () => {
    expect(await argumentsOf('m=4G\nbash -c "kvm -m $m"\n')).toEqual([['-m', '4G']]);
  });
  test('what such a text sets stays there, but what eval sets does not', async () => {
    expect(await argumentsOf(`m=4G\nbash -c 'm=1G; echo qemu'\nkvm -m $m\n`)).toEqual([['-m', '4G']]);
    expect(await argumentsOf(`m=1G\neval 'm=4G'\nkvm -m $m\n`)).toEqual([['-m', '4G']]);
  });
  test('a script that a shell is given by its name is another file', async () => {
    expect(await programs('bash start-qemu.sh -m 4G\n')).toEqual([]);
  });
});

describe('what stands in the way of any patch', () => {
  test.each([
    ['ssh with words', 'ssh host qemu-system-x86_64 -m 4G\n', 'remote'],
    ['ssh with a text', 'ssh -t root@host "cd /vm && kvm -m 4G"\n', 'remote'],
    ['ssh behind sudo', `sudo ssh host 'kvm -m 4G'\n`, 'remote'],
    ['a starter of services', 'daemon --name vm qemu-system-x86_64 -m 4G\n', 'daemon'],
    ['nothing', 'sudo qemu-system-x86_64 -m 4G\n', null],
  ])('%s', async (_, text, obstacle) => {
    expect(await obstacles(text)).toEqual([obstacle]);
  });
  test('one start on another machine does not stand in the way of the next', async () => {
    expect(await obstacles(`ssh host 'kvm -m 4G'\nkvm -m 4G\n`)).toEqual(['remote', null]);
  });
});
