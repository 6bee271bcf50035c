import { chmodSync, linkSync, lstatSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { findBackups } from '../../../../main/scripts/backups';
import { patchFile } from '../../../../main/scripts/patch-file';
import { revertScript } from '../../../../main/scripts/revert-script';
import { sha256Of } from '../../../../main/scripts/sha256';
import { makeFolder, removeFolders } from './elsewhere';

const ORIGINAL = '#!/bin/bash\ncd ~/vm # f\xc3\xbcr Eva, \xff\nqemu-system-x86_64 -m 4G \\\n  -cpu host\necho bye';
const PATCH = ' -mem-path /dev/hugepages';

let folder = '';
let path = '';
/** Each patch is a minute after the one before it. */
let minutes = 0;

const content = (): string => readFileSync(path, 'latin1');
const write = (text: string): void => {
  writeFileSync(path, text, 'latin1');
};
const revert = (): unknown => revertScript(folder, path, 'bash');
const patched = (text: string, patch = PATCH): string => text.replace('4G', `4G${patch}`);

/** Replaces a part of the script that is there now, as a patch of the program. */
function patch(old: string, text: string): string {
  const before = content();
  const splices = [{ offsetBytes: before.indexOf(old), removedBytes: old.length, text }];
  const hashOf = (bytes: string): string => sha256Of(Buffer.from(bytes, 'latin1'));
  const edit = { path, oldSha256: hashOf(before), newSha256: hashOf(before.replace(old, text)), splices };
  minutes += 1;
  expect(patchFile(folder, edit, 'bash', new Date(Date.UTC(2026, 10, 23, 8, minutes)))).toBeNull();
  return content();
}

describe('revertScript', () => {
  removeFolders();
  beforeEach(() => {
    folder = join(makeFolder(), 'data');
    path = join(makeFolder(), 'vm.sh');
    write(ORIGINAL);
    chmodSync(path, 0o750);
  });

  it('puts the original back to the byte, keeps its attributes and the backup', () => {
    patch('4G', `4G${PATCH}`);
    expect(revert()).toEqual({ kind: 'reverted', how: 'whole' });
    expect(content()).toBe(ORIGINAL);
    expect((lstatSync(path).mode & 0o777).toString(8)).toBe('750');
    expect(findBackups(folder, path)).toHaveLength(1);
  });
  it('has nothing to do for a script that was never patched, or is reverted already', () => {
    expect(revert()).toEqual({ kind: 'not-patched' });
    patch('4G', `4G${PATCH}`);
    revert();
    expect(revert()).toEqual({ kind: 'not-patched' });
    expect(content()).toBe(ORIGINAL);
  });
  it('finds the script by a symlink, which stays', () => {
    patch('4G', `4G${PATCH}`);
    const link = join(makeFolder(), 'link');
    symlinkSync(path, link);
    expect(revertScript(folder, link, 'bash')).toEqual({ kind: 'reverted', how: 'whole' });
    expect([content(), lstatSync(link).isSymbolicLink()]).toEqual([ORIGINAL, true]);
  });
  it('takes patches on top of each other back together', () => {
    patch('4G', `4G${PATCH}`);
    patch('/dev/hugepages', '/dev/hugepages1G');
    expect(revert()).toEqual({ kind: 'reverted', how: 'whole' });
    expect(content()).toBe(ORIGINAL);
  });
  it('comes back to the original where patches went in a circle', () => {
    patch('4G', `4G${PATCH}`);
    patch('/dev/hugepages', '/dev/hugepages1G');
    patch('/dev/hugepages1G', '/dev/hugepages');
    expect(content()).toBe(patched(ORIGINAL));
    expect(revert()).toEqual({ kind: 'reverted', how: 'whole' });
    expect(content()).toBe(ORIGINAL);
    expect(revert()).toEqual({ kind: 'not-patched' });
  });
  it('is at the original where a patch has made that again', () => {
    patch('4G', `4G${PATCH}`);
    patch(`4G${PATCH}`, '4G');
    expect(revert()).toEqual({ kind: 'not-patched' });
    expect(content()).toBe(ORIGINAL);
    write(`${ORIGINAL}\n`);
    expect(revert()).toEqual({ kind: 'not-patched' });
  });
  it('puts back what was there before the last of several patches with the same result', () => {
    patch('4G', `4G${PATCH}`);
    revert();
    const other = ORIGINAL.replace('4G', '4G -mem-prealloc');
    write(other);
    patch('4G -mem-prealloc', `4G${PATCH}`);
    revert();
    expect(content()).toBe(other);
  });

  it('keeps what the person edited since in other lines', () => {
    const edit = (text: string): string => text.replace('cd ~/vm', 'cd /srv/vm').replace('-cpu host', '-cpu max');
    write(edit(patch('4G', `4G${PATCH}`)));
    expect(revert()).toEqual({ kind: 'reverted', how: 'lifted' });
    expect(content()).toBe(edit(ORIGINAL));
    expect((lstatSync(path).mode & 0o777).toString(8)).toBe('750');
  });
  it('lifts patches on top of each other together', () => {
    patch('4G', `4G${PATCH}`);
    write(`${patch('/dev/hugepages', '/dev/hugepages1G')} # bye\n`);
    expect(revert()).toEqual({ kind: 'reverted', how: 'lifted' });
    expect(content()).toBe(`${ORIGINAL} # bye\n`);
  });
  it('is no patch any more where the person took it out and edited elsewhere', () => {
    patch('4G', `4G${PATCH}`);
    write(`${ORIGINAL}\n`);
    expect(revert()).toEqual({ kind: 'not-patched' });
    expect(content()).toBe(`${ORIGINAL}\n`);
  });
  it('leaves it to the person where the line of the patch was edited, in letters that can be read', () => {
    const now = patch('4G', `4G${PATCH}`).replace(`4G${PATCH}`, `8G${PATCH} -name b\xc3\xbcro`);
    write(now);
    expect(revert()).toEqual({
      kind: 'conflict',
      parts: [
        {
          line: 3,
          before: ['qemu-system-x86_64 -m 4G \\'],
          patched: [`qemu-system-x86_64 -m 4G${PATCH} \\`],
          now: [`qemu-system-x86_64 -m 8G${PATCH} -name büro \\`],
        },
      ],
    });
    expect(content()).toBe(now);
  });
  it('does not put a script in place that the shell cannot read', () => {
    write('if true; then : x\nfi\n');
    patch('x', 'y');
    const now = patch('y', `y${PATCH}`).replace('fi\n', 'fi\nfi\n');
    write(now);
    expect(revert()).toMatchObject({ kind: 'refused', fault: { id: 'syntax-error', line: 3 } });
    expect(content()).toBe(now);
  });
  it('refuses what may not be replaced, and a script that is gone', () => {
    patch('4G', `4G${PATCH}`);
    linkSync(path, `${path}-too`);
    expect(revert()).toEqual({ kind: 'refused', fault: { id: 'several-links' } });
    expect(content()).toBe(patched(ORIGINAL));
    rmSync(path);
    expect(revert()).toEqual({ kind: 'refused', fault: { id: 'missing' } });
  });
});
