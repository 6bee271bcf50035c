import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import type * as Fs from 'node:fs';
import {
  appendFileSync,
  chmodSync,
  linkSync,
  lstatSync,
  mkdirSync,
  renameSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { readScriptFile } from '../../../../main/scripts/read-script-file';
import { canBeNobody, makeFolder, removeFolders, runAsNobody } from './elsewhere';

/** Something that happens to the file each time it was read. */
const meanwhile = vi.hoisted(() => ({ happens: (): void => undefined }));
vi.mock('node:fs', async (importOriginal) => {
  const real = await importOriginal<typeof Fs>();
  return {
    ...real,
    readSync: (file: number, buffer: Buffer, offset: number, length: number, position: number): number => {
      const got = real.readSync(file, buffer, offset, length, position);
      meanwhile.happens();
      return got;
    },
  };
});

const MIB = 1_048_576;
/** Two writes within one tick of the file system's clock leave the same time (inode(7)). */
let seconds = 0;
const SCRIPT = '#!/bin/sh\nexec qemu-system-x86_64\r\n\xff';

function write(path: string, content: string | Buffer = SCRIPT): string {
  writeFileSync(path, content, 'latin1');
  return path;
}

describe('readScriptFile', () => {
  removeFolders();
  beforeEach(() => {
    meanwhile.happens = () => undefined;
  });

  it('reads a script to the byte, with what tells it from others', () => {
    const path = write(join(makeFolder(), 'vm.sh'));
    chmodSync(path, 0o2750);
    linkSync(path, `${path}-too`);
    const { dev, ino, uid, gid, mtimeNs } = lstatSync(path, { bigint: true });
    expect(readScriptFile(path)).toEqual({
      kind: 'read',
      file: {
        path,
        bytes: Buffer.from(SCRIPT, 'latin1'),
        sha256: createHash('sha256').update(SCRIPT, 'latin1').digest('hex'),
        dev,
        ino,
        mode: 0o2750,
        uid: Number(uid),
        gid: Number(gid),
        links: 2,
        mtimeNs,
      },
    });
  });
  it('follows symlinks, and names the file itself', () => {
    const folder = makeFolder();
    write(join(folder, 'vm.sh'));
    symlinkSync('vm.sh', join(folder, 'link'));
    symlinkSync(folder, join(folder, 'here'));
    expect(readScriptFile(join(folder, 'here/link'))).toMatchObject({ file: { path: join(folder, 'vm.sh') } });
  });
  it.each(['-rf', 'Windows 10 (test).sh', 'it\'s "it".sh', 'a\nb', '\u5927\u9875.sh', '$(reboot)', '.', ' '])(
    'reads a script of the name %j',
    (name) => {
      const path = join(makeFolder(), `${name}${name === '.' ? 'hidden' : ''}`);
      expect(readScriptFile(write(path))).toMatchObject({ kind: 'read', file: { path } });
    },
  );
  it('tells what is missing, also behind a symlink, and what no path can name', () => {
    const folder = makeFolder();
    write(join(folder, 'file'));
    symlinkSync('nowhere', join(folder, 'dangling'));
    symlinkSync('loop', join(folder, 'loop'));
    for (const name of ['none', 'dangling', 'loop', 'file/below', 'none/below', 'x'.repeat(300), 'a\0b', ''])
      expect(readScriptFile(name === '' ? '' : join(folder, name))).toEqual({
        kind: 'fault',
        fault: { id: 'missing' },
      });
  });
  it('takes nothing but files: no folder, pipe, socket or device, also behind a symlink', async () => {
    const folder = makeFolder();
    mkdirSync(join(folder, 'folder'));
    spawnSync('mkfifo', [join(folder, 'pipe')]);
    const server = createServer().listen(join(folder, 'socket'));
    await new Promise((resolve) => server.once('listening', resolve));
    symlinkSync('pipe', join(folder, 'link'));
    const paths = ['folder', 'pipe', 'socket', 'link'].map((name) => join(folder, name));
    for (const path of [...paths, '/dev/null', '/dev/zero'])
      expect(readScriptFile(path)).toEqual({ kind: 'fault', fault: { id: 'not-a-file' } });
    await new Promise((resolve) => server.close(resolve));
  });
  it('reads up to 1 MiB', () => {
    const folder = makeFolder();
    const whole = readScriptFile(write(join(folder, 'vm.sh'), Buffer.alloc(MIB, '#')));
    expect(whole).toMatchObject({ kind: 'read', file: { bytes: { length: MIB } } });
    expect(readScriptFile(write(join(folder, 'more.sh'), Buffer.alloc(MIB + 1, '#')))).toEqual({
      kind: 'fault',
      fault: { id: 'too-large', bytes: MIB + 1 },
    });
  });
  it('reads what claims to have no size, as files of the kernel do', () => {
    expect(readScriptFile('/proc/self/mountinfo')).toMatchObject({ kind: 'read' });
  });
  it.each<[string, string, string]>([
    ['an empty file', '', 'empty'],
    ['a NUL at the end of a long text', `${'#'.repeat(500_000)}\0`, 'binary'],
    ['a program', '\x7fELF\x02\x01\x01', 'binary'],
    ['UTF-16', '\xff\xfe#\n', 'binary'],
    ['UTF-16, the other way round', '\xfe\xff\n#', 'binary'],
  ])('refuses %s', (_, content, id) => {
    expect(readScriptFile(write(join(makeFolder(), 'vm.sh'), content))).toEqual({ kind: 'fault', fault: { id } });
  });
  it('reads UTF-8 that marks itself so', () => {
    expect(readScriptFile(write(join(makeFolder(), 'vm.sh'), '\xef\xbb\xbf#!/bin/sh\n'))).toMatchObject({
      kind: 'read',
    });
  });
  it.skipIf(!canBeNobody)('tells what may not be read (needs root, to be another user)', () => {
    const folder = makeFolder();
    const path = write(join(folder, 'vm.sh'));
    chmodSync(path, 0o600);
    expect(runAsNobody('access', path).answer).toEqual({ id: 'unreadable' });
  });
  it.skipIf(!canBeNobody)('tells what lies in a closed folder (needs root, to be another user)', () => {
    const closed = join(makeFolder(), 'closed');
    mkdirSync(closed, 0o700);
    const path = write(join(closed, 'vm.sh'));
    expect(runAsNobody('access', path).answer).toEqual({ id: 'unreadable' });
  });

  it('reads again where somebody wrote meanwhile', () => {
    const path = write(join(makeFolder(), 'vm.sh'));
    meanwhile.happens = () => {
      meanwhile.happens = () => undefined;
      appendFileSync(path, 'exit\n');
    };
    const reading = readScriptFile(path);
    expect(reading.kind === 'read' && reading.file.bytes.toString('latin1')).toBe(`${SCRIPT}exit\n`);
  });
  it.each<[string, (path: string) => void]>([
    [
      'writing more',
      (path) => {
        appendFileSync(path, '#');
      },
    ],
    [
      'writing the same',
      (path) => {
        writeFileSync(path, SCRIPT, 'latin1');
        utimesSync(path, 1, (seconds += 1));
      },
    ],
  ])('gives up where somebody keeps %s', (_, happen) => {
    const path = write(join(makeFolder(), 'vm.sh'));
    meanwhile.happens = () => {
      happen(path);
    };
    expect(readScriptFile(path)).toEqual({ kind: 'fault', fault: { id: 'changed' } });
  });
  it('stays with the file that it opened where another takes its name', () => {
    const path = write(join(makeFolder(), 'vm.sh'));
    meanwhile.happens = () => {
      meanwhile.happens = () => undefined;
      renameSync(write(`${path}.new`, 'other\n'), path);
    };
    // Its number of names changed with that, and with it its ctime: read again, it is the same file under no name.
    expect(readScriptFile(path)).toMatchObject({
      kind: 'read',
      file: { bytes: Buffer.from(SCRIPT, 'latin1'), links: 0 },
    });
  });
});
