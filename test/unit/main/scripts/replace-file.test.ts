import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  chownSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readScriptFile, type ScriptFile } from '../../../../main/scripts/read-script-file';
import { replaceFile } from '../../../../main/scripts/replace-file';
import {
  canBeImmutable,
  canBeNobody,
  canMount,
  hasAttributes,
  isRoot,
  makeFolder,
  removeFolders,
  runAsNobody,
  runWithMounts,
  startChild,
} from './elsewhere';

const OLD = '#!/bin/sh\nqemu-system-x86_64\n';
const NEW = '#!/bin/sh\r\nqemu-system-x86_64 -mem-path /dev/hugepages\xff';

function makeScript(mode = 0o755, folder = makeFolder()): string {
  const path = join(folder, 'vm.sh');
  writeFileSync(path, OLD);
  chmodSync(path, mode);
  return path;
}

function readFile(path: string): ScriptFile {
  const reading = readScriptFile(path);
  if (reading.kind === 'fault') throw new Error(reading.fault.id);
  return reading.file;
}

const replace = (file: ScriptFile): unknown => replaceFile(file, Buffer.from(NEW, 'latin1'));
const contentOf = (path: string): string => readFileSync(path, 'latin1');
const permissionsOf = (path: string): string => (lstatSync(path).mode & 0o7777).toString(8);

/** What a program says of a file, without the file's name. */
function shown(program: string, ...words: readonly string[]): string {
  const { stdout, status } = spawnSync(program, words, { encoding: 'utf8' });
  expect(status).toBe(0);
  return stdout.replace(/^# file: .*$/m, '');
}

describe('replaceFile', () => {
  removeFolders();

  it('gives the script its new content, to the byte, and leaves nothing beside it', () => {
    const path = makeScript();
    expect(replace(readFile(path))).toBeNull();
    expect(contentOf(path)).toBe(NEW);
    expect(readdirSync(dirname(path))).toEqual(['vm.sh']);
  });
  it('writes a whole mebibyte', () => {
    const path = makeScript();
    expect(replaceFile(readFile(path), Buffer.alloc(1_048_576, '#\n'))).toBeNull();
    expect(contentOf(path)).toBe('#\n'.repeat(524_288));
  });
  it.each([0o755, 0o644, 0o444, 0o500, 0o777, 0o2755, 0o4711])('keeps the mode %o', (mode) => {
    const path = makeScript(mode);
    expect(replace(readFile(path))).toBeNull();
    expect(permissionsOf(path)).toBe(mode.toString(8));
  });
  it('keeps the mode whatever umask is set', () => {
    const path = makeScript(0o666);
    const umask = process.umask(0o077);
    const fault = replace(readFile(path));
    process.umask(umask);
    expect([fault, permissionsOf(path)]).toEqual([null, '666']);
  });
  it('is a new file: whoever runs the old one reads it to its end', () => {
    const path = makeScript();
    const before = readFile(path);
    expect(replace(before)).toBeNull();
    expect(readFile(path).ino).not.toBe(before.ino);
  });
  it('replaces what a symlink leads to, and the symlink stays', () => {
    const path = makeScript();
    const link = join(makeFolder(), 'link.sh');
    symlinkSync(path, link);
    expect(replace(readFile(link))).toBeNull();
    expect([readlinkSync(link), contentOf(path)]).toEqual([path, NEW]);
  });
  it.each(['-rf', '--', 'a\nb.sh', 'it\'s "it".sh', '大页.sh', 'x'.repeat(255)])('copes with the name %j', (name) => {
    const path = join(makeFolder(), name);
    writeFileSync(path, OLD);
    expect(replace(readFile(path))).toBeNull();
    expect(contentOf(path)).toBe(NEW);
  });
  it('is not disturbed by what a killed run has left, and leaves that alone', () => {
    const path = makeScript();
    const leftover = join(dirname(path), '.hugepages-guide-0123456789abcdef0123456789abcdef');
    writeFileSync(leftover, 'half of it');
    expect(replace(readFile(path))).toBeNull();
    expect([contentOf(path), contentOf(leftover)]).toEqual([NEW, 'half of it']);
  });

  it.skipIf(!isRoot)('keeps owner and group (needs root)', () => {
    const path = makeScript(0o750);
    chownSync(path, 1_234, 4_321);
    expect(replace(readFile(path))).toBeNull();
    expect([lstatSync(path).uid, lstatSync(path).gid, permissionsOf(path)]).toEqual([1_234, 4_321, '750']);
  });
  it.skipIf(!hasAttributes)('keeps the ACL and extended attributes (needs setfacl and setfattr)', () => {
    const path = makeScript(0o640);
    shown('setfacl', '-m', 'u:65534:rwx,g:65534:r,m::rx', path);
    shown('setfattr', '-n', 'user.origin', '-v', 'a\nb', path);
    const before = [shown('getfacl', '-np', path), shown('getfattr', '-d', '-m', '-', '-e', 'hex', path)];
    expect(before.join()).toMatch(/user:65534:rwx\s+#effective:r-x[^]*user\.origin/);
    expect(replace(readFile(path))).toBeNull();
    expect([shown('getfacl', '-np', path), shown('getfattr', '-d', '-m', '-', '-e', 'hex', path)]).toEqual(before);
  });
  it.skipIf(!hasAttributes)('takes on no ACL from the folder (needs setfacl)', () => {
    const path = makeScript(0o640);
    shown('setfacl', '-d', '-m', 'u:65534:rwx', dirname(path));
    const before = shown('getfacl', '-np', path);
    expect(replace(readFile(path))).toBeNull();
    expect(shown('getfacl', '-np', path)).toBe(before);
  });

  it.each<[string, (path: string) => void]>([
    [
      'more was written',
      (path) => {
        appendFileSync(path, 'exit\n');
      },
    ],
    [
      'the same was written at another time',
      (path) => {
        utimesSync(path, 1, 1);
      },
    ],
    [
      'another file has its name',
      (path) => {
        renameSync(makeScript(), path);
      },
    ],
    [
      'its permissions are others',
      (path) => {
        chmodSync(path, 0o700);
      },
    ],
    [
      'it got another name',
      (path) => {
        linkSync(path, `${path}-too`);
      },
    ],
  ])('leaves the script alone where %s since it was read', (_, happen) => {
    const path = makeScript();
    const file = readFile(path);
    happen(path);
    const [before, names] = [contentOf(path), readdirSync(dirname(path))];
    expect(replace(file)).toEqual({ id: 'changed' });
    expect([contentOf(path), readdirSync(dirname(path))]).toEqual([before, names]);
  });
  it('leaves a symlink alone that took the place of the script', () => {
    const path = makeScript();
    const [file, other] = [readFile(path), makeScript()];
    rmSync(path);
    symlinkSync(other, path);
    expect(replace(file)).toEqual({ id: 'changed' });
    expect([readlinkSync(path), contentOf(other)]).toEqual([other, OLD]);
  });
  it('makes no script where there is none any more', () => {
    const path = makeScript();
    const file = readFile(path);
    rmSync(path);
    expect(replace(file)).toEqual({ id: 'missing' });
    expect(readdirSync(dirname(path))).toEqual([]);
  });
  it('tells that the folder is gone', () => {
    const folder = join(makeFolder(), 'vm');
    mkdirSync(folder);
    const file = readFile(makeScript(0o755, folder));
    rmSync(folder, { recursive: true });
    expect(replace(file)).toEqual({ id: 'missing' });
  });
  it('does not part the names of a file', () => {
    const path = makeScript();
    linkSync(path, `${path}-too`);
    expect(replace(readFile(path))).toEqual({ id: 'several-links' });
    expect(readdirSync(dirname(path))).toEqual(['vm.sh', 'vm.sh-too']);
  });
  it('lets one of two replacements of the same script win', () => {
    const path = makeScript();
    const [first, second] = [readFile(path), readFile(path)];
    expect(replaceFile(first, Buffer.from('first\n'))).toBeNull();
    expect(replaceFile(second, Buffer.from('second\n'))).toEqual({ id: 'changed' });
    expect(contentOf(path)).toBe('first\n');
  });
  it('leaves a whole script where two processes replace it at once', async () => {
    const path = makeScript();
    const texts = ['a', 'b'].map((letter) => `${letter}\n`.repeat(50_000));
    const children = await Promise.all(texts.map((text) => startChild('replace', path, text)));
    expect(children.map(({ answer }) => answer)).toContain(null);
    expect(texts).toContain(contentOf(path));
    expect(readdirSync(dirname(path))).toEqual(['vm.sh']);
  });

  it.skipIf(!canBeImmutable)(
    'tells that the system forbids to replace an immutable script (needs root and chattr)',
    () => {
      const path = makeScript();
      shown('chattr', '+i', path);
      const fault = replace(readFile(path));
      shown('chattr', '-i', path);
      expect(fault).toEqual({ id: 'cannot-write', detail: 'EPERM: operation not permitted' });
      expect([contentOf(path), readdirSync(dirname(path))]).toEqual([OLD, ['vm.sh']]);
    },
  );

  describe.skipIf(!canBeNobody)('as user 65534 (needs root, to be another user)', () => {
    /** A script of that user's, in a folder of that user's. */
    function makeTheirs(mode: number): string {
      const path = makeScript(mode);
      for (const each of [path, dirname(path)]) chownSync(each, 65_534, 65_534);
      chmodSync(path, mode);
      return path;
    }

    it.each([0o444, 0o755, 0o2755])('replaces a script of one\u2019s own of mode %o', (mode) => {
      const path = makeTheirs(mode);
      expect(runAsNobody('replace', path, NEW)).toEqual({ answer: null, content: NEW, names: ['vm.sh'] });
      expect([lstatSync(path).uid, lstatSync(path).gid, permissionsOf(path)]).toEqual([
        65_534,
        65_534,
        mode.toString(8),
      ]);
    });
    it('leaves a script alone whose owner or group cannot be kept', () => {
      const path = makeTheirs(0o775);
      for (const [uid, gid] of [
        [65_534, 4_321],
        [1_234, 65_534],
      ] as const) {
        chownSync(path, uid, gid);
        const detail = `65534:65534 775 ≠ ${String(uid)}:${String(gid)} 775`;
        expect(runAsNobody('replace', path, NEW)).toEqual({
          answer: { id: 'cannot-keep-attributes', detail },
          content: OLD,
          names: ['vm.sh'],
        });
      }
    });
    it('tells that the folder may not be written', () => {
      const path = makeScript();
      chownSync(path, 65_534, 65_534);
      const fault = { id: 'folder-not-writable', folder: dirname(path) };
      expect(runAsNobody('replace', path, NEW)).toEqual({ answer: fault, content: OLD, names: ['vm.sh'] });
    });
  });

  describe.skipIf(!canMount)('on other mounts (needs root, for a mount namespace)', () => {
    const script = `printf '%s' '${OLD}' > "$1/vm.sh"; chmod 755 "$1/vm.sh"`;

    it.each(['ramfs', 'tmpfs'])('replaces on a file system of type %s, with extended attributes or without', (type) => {
      const folder = makeFolder();
      const setUp = `mount -t ${type} none "$1"; ${script}`;
      const after = runWithMounts(setUp, folder, 'replace', join(folder, 'vm.sh'), NEW);
      expect(after).toEqual({ answer: null, content: NEW, names: ['vm.sh'] });
    });
    it('leaves the script alone where the disk is full', () => {
      const folder = makeFolder();
      const setUp = `mount -t tmpfs -o size=64k none "$1"; ${script}`;
      const after = runWithMounts(setUp, folder, 'replace', join(folder, 'vm.sh'), '#'.repeat(100_000));
      const answer = { id: 'cannot-write', detail: 'ENOSPC: no space left on device' };
      expect(after).toEqual({ answer, content: OLD, names: ['vm.sh'] });
    });
    it('leaves the script alone on a read-only file system', () => {
      const folder = makeFolder();
      const setUp = `mount -t tmpfs none "$1"; ${script}; mount -o remount,ro "$1"`;
      const after = runWithMounts(setUp, folder, 'replace', join(folder, 'vm.sh'), NEW);
      expect(after).toEqual({ answer: { id: 'read-only-file-system' }, content: OLD, names: ['vm.sh'] });
    });
    it('leaves a script alone that is a mount of its own, as in a container', () => {
      const folder = makeFolder();
      const setUp = `mount -t tmpfs none "$1"; ${script}; mount --bind "$1/vm.sh" "$1/vm.sh"`;
      const after = runWithMounts(setUp, folder, 'replace', join(folder, 'vm.sh'), NEW);
      const answer = { id: 'cannot-write', detail: 'EBUSY: resource busy or locked' };
      expect(after).toEqual({ answer, content: OLD, names: ['vm.sh'] });
    });
  });
});
