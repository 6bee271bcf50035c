import { chmodSync, lstatSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makePrivateFolder } from '../../../../main/scripts/private-folder';
import { makeFolder, removeFolders } from './elsewhere';

const modeOf = (path: string): string => (lstatSync(path).mode & 0o777).toString(8);

describe('makePrivateFolder', () => {
  removeFolders();

  it('makes a folder and those above it, for this user only', () => {
    const folder = makeFolder();
    makePrivateFolder(join(folder, 'a/b/c'));
    expect(['a', 'a/b', 'a/b/c'].map((name) => modeOf(join(folder, name)))).toEqual(['700', '700', '700']);
    expect(modeOf(folder)).toBe('755');
  });
  it('closes a folder that is open to others, and only that one', () => {
    const folder = makeFolder();
    mkdirSync(join(folder, 'a/b'), { recursive: true });
    for (const name of ['a', 'a/b']) chmodSync(join(folder, name), 0o755);
    makePrivateFolder(join(folder, 'a/b'));
    expect(['a', 'a/b'].map((name) => modeOf(join(folder, name)))).toEqual(['755', '700']);
  });
  it('throws what the system answers, and comes to an end', () => {
    const folder = makeFolder();
    symlinkSync('nowhere', join(folder, 'dangling'));
    writeFileSync(join(folder, 'file'), '');
    for (const path of ['/proc/nowhere/a', join(folder, 'dangling/a/b')])
      expect(() => {
        makePrivateFolder(path);
      }).toThrow('ENOENT');
    expect(() => {
      makePrivateFolder(join(folder, 'file/a'));
    }).toThrow('ENOTDIR');
  });
});
