import { describe, expect, test } from 'vitest';
import { argumentsOf, startsOf } from '../../../fakes/parsed-script';

async function programs(text: string): Promise<readonly string[]> {
  return (await startsOf(text)).map(({ program }) => program);
}

describe('functions', () => {
  test('the arguments of a call come through "$@", "$*" and $@', async () => {
    expect(await argumentsOf('run() { kvm -m 4G "$@"; }\nrun -nographic -s\n')).toEqual([
      ['-m', '4G', '-nographic', '-s'],
    ]);
    expect(await argumentsOf('run() { kvm -append "$*"; }\nrun console=ttyS0 quiet\n')).toEqual([
      ['-append', 'console=ttyS0 quiet'],
    ]);
  });
  test('each call is a way of its own', async () => {
    const text = 'run() { kvm "$@"; }\nrun -m 1G\nrun -m 2G -s\n';
    expect(await argumentsOf(text)).toEqual([
      ['-m', '1G'],
      ['-m', '2G', '-s'],
    ]);
  });
  test('a function that runs its arguments is only a way', async () => {
    const text = 'run() { echo "+ $*"; "$@"; }\nrun qemu-system-x86_64 -m 4G\nrun echo qemu-system-x86_64 -m 4G\n';
    const [start, ...others] = await startsOf(text);
    expect(others).toEqual([]);
    expect(start?.programWord.written.start).toBe(text.indexOf('qemu-system-x86_64'));
  });
  test('shift takes the first arguments away', async () => {
    expect(await argumentsOf('run() { shift; kvm "$@"; }\nrun web -m 4G\n')).toEqual([['-m', '4G']]);
    expect(await argumentsOf('run() { shift 2; kvm "$@"; }\nrun a b -m 4G\n')).toEqual([['-m', '4G']]);
    expect(await argumentsOf('run() { shift "$n"; kvm "$@"; }\nrun a -m 4G\n')).toEqual([['…']]);
  });
  test('after a call the arguments are what they were', async () => {
    expect(await argumentsOf('set -- -m 4G\nf() { shift; }\nf a b c\nkvm "$@"\n')).toEqual([['-m', '4G']]);
  });
  test('exit in a function called on the way does not hide what follows', async () => {
    const text = 'die() { echo "$1"; exit 1; }\nm=1G\n[ -e /dev/kvm ] || die "no KVM"\nm=4G\nkvm -m $m\n';
    expect(await argumentsOf(text)).toEqual([['-m', '4G']]);
  });
  test('a function within a function, or one in parentheses, is one too', async () => {
    expect(await programs('f() { g() { kvm -m 4G; }; g; }\nf\n')).toEqual(['kvm']);
    expect(await programs('f() ( kvm -m 4G )\nf\n')).toEqual(['kvm']);
    expect(await programs('function f { kvm -m 4G; }\nf\n')).toEqual(['kvm']);
  });
  test('a function of a wrapper’s name is the function', async () => {
    expect(await argumentsOf('sudo() { kvm -m 4G; }\nsudo qemu-system-x86_64 -m 1G\n')).toEqual([['-m', '4G']]);
  });
});
