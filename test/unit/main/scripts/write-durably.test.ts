import { chmodSync, lstatSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeDurably } from '../../../../main/scripts/write-durably';
import { makeFolder, removeFolders } from './elsewhere';

describe('writeDurably', () => {
  removeFolders();

  it('writes a file for this user only, and leaves nothing beside it', () => {
    const path = join(makeFolder(), 'record.json');
    writeDurably(path, 'für\n');
    expect([readFileSync(path, 'utf8'), lstatSync(path).mode & 0o777]).toEqual(['für\n', 0o600]);
    expect(readdirSync(join(path, '..'))).toEqual(['record.json']);
  });
  it('takes the place of a file, and of a symlink rather than of what that leads to', () => {
    const folder = makeFolder();
    const [path, link] = [join(folder, 'file'), join(folder, 'link')];
    writeFileSync(path, 'old');
    chmodSync(path, 0o644);
    symlinkSync(path, link);
    writeDurably(link, Buffer.from('new'));
    expect([readFileSync(path, 'utf8'), readFileSync(link, 'utf8')]).toEqual(['old', 'new']);
    writeDurably(path, 'newer');
    expect([readFileSync(path, 'utf8'), lstatSync(path).mode & 0o777]).toEqual(['newer', 0o600]);
  });
  it('throws what the system answers, and leaves nothing behind', () => {
    const folder = makeFolder();
    expect(() => {
      writeDurably(join(folder, 'none/file'), '');
    }).toThrow('ENOENT');
    // A folder cannot give way to a file: the rename fails after all was written.
    expect(() => {
      writeDurably(folder, '');
    }).toThrow('EISDIR');
    expect(readdirSync(folder)).toEqual([]);
    expect(readdirSync(join(folder, '..')).filter((name) => name.endsWith('.new'))).toEqual([]);
  });
});
