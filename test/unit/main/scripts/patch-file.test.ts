import { chmodSync, linkSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ByteSplice, ScriptEdit } from '../../../../common/script/script-edit';
import { findBackups } from '../../../../main/scripts/backups';
import { patchFile } from '../../../../main/scripts/patch-file';
import { sha256Of } from '../../../../main/scripts/sha256';
import { isRoot, makeFolder, removeFolders } from './elsewhere';

const OLD = '#!/bin/bash\r\nqemu-system-x86_64 -m 4G # f\xfcr Eva\r\n';
const ADDED = ' -mem-path /dev/hugepages';
const NEW = OLD.replace('4G', `4G${ADDED}`);
const NOW = new Date('2026-11-23T08:00:00Z');

let folder = '';
let path = '';

const hashOf = (text: string): string => sha256Of(Buffer.from(text, 'latin1'));
const content = (): string => readFileSync(path, 'latin1');
const splice = (at: string, text: string): ByteSplice => ({ offsetBytes: OLD.indexOf(at), removedBytes: 0, text });

function makeEdit({ splices = [splice(' #', ADDED)], oldText = OLD, newText = NEW } = {}): ScriptEdit {
  return { path, oldSha256: hashOf(oldText), newSha256: hashOf(newText), splices };
}

describe('patchFile', () => {
  removeFolders();
  beforeEach(() => {
    folder = join(makeFolder(), 'data');
    path = join(makeFolder(), 'vm.sh');
    writeFileSync(path, OLD, 'latin1');
  });

  it('makes of the script what was shown, and keeps what it was', () => {
    expect(patchFile(folder, makeEdit(), 'bash', NOW)).toBeNull();
    expect(content()).toBe(NEW);
    expect(findBackups(folder, path)).toMatchObject([
      { original: Buffer.from(OLD, 'latin1'), time: NOW.toISOString() },
    ]);
  });
  it('does nothing where the script is not what was shown', () => {
    writeFileSync(path, `${OLD}\n`, 'latin1');
    expect(patchFile(folder, makeEdit(), 'bash', NOW)).toEqual({ id: 'changed' });
    expect(content()).toBe(`${OLD}\n`);
  });
  it('does nothing where a symlink has taken the place of the script, even to the same text', () => {
    const other = join(makeFolder(), 'vm.sh');
    writeFileSync(other, OLD, 'latin1');
    rmSync(path);
    symlinkSync(other, path);
    expect(patchFile(folder, makeEdit(), 'bash', NOW)).toEqual({ id: 'changed' });
    expect(content()).toBe(OLD);
  });
  it('tells that the script is gone', () => {
    rmSync(path);
    expect(patchFile(folder, makeEdit(), 'bash', NOW)).toEqual({ id: 'missing' });
  });
  it.each<[string, Partial<Parameters<typeof makeEdit>[0]>]>([
    ['does not give what was shown', { newText: `${NEW} ` }],
    ['does not fit', { splices: [splice(' #', ADDED), splice('qemu', 'exec ')] }],
    ['changes nothing of what it should', { splices: [] }],
  ])('refuses an edit that %s', (_, wrong) => {
    expect(patchFile(folder, makeEdit(wrong), 'bash', NOW)).toMatchObject({ id: 'result-refused', byHand: '' });
    expect(content()).toBe(OLD);
  });
  it('refuses a result that the shell cannot read', () => {
    const edit = makeEdit({ splices: [splice(' #', ' )')], newText: OLD.replace('4G', '4G )') });
    expect(patchFile(folder, edit, 'bash', NOW)).toEqual({
      id: 'result-refused',
      detail: "bash: 2: syntax error near unexpected token `)'",
      byHand: '',
    });
    expect([content(), findBackups(folder, path)]).toEqual([OLD, []]);
  });
  it('names the error of a script that the shell could not read before', () => {
    const broken = `${OLD}fi\n`;
    writeFileSync(path, broken, 'latin1');
    const edit = makeEdit({ oldText: broken, newText: `${NEW}fi\n` });
    expect(patchFile(folder, edit, 'bash', NOW)).toMatchObject({ id: 'syntax-error', line: 3 });
  });
  it('leaves the script alone where it cannot be kept first', () => {
    writeFileSync(folder, 'in the way');
    expect(patchFile(folder, makeEdit(), 'bash', NOW)).toMatchObject({ id: 'no-backup' });
    expect(content()).toBe(OLD);
  });
  it.each<[string, string, () => void]>([
    [
      'it has several names',
      'several-links',
      () => {
        linkSync(path, `${path}-too`);
      },
    ],
    [
      'it runs as its owner',
      'cannot-keep-attributes',
      () => {
        chmodSync(path, 0o4755);
      },
    ],
  ])('leaves the script alone where %s, and keeps nothing', (_, id, happen) => {
    happen();
    expect(patchFile(folder, makeEdit(), 'bash', NOW)).toMatchObject({ id });
    expect([content(), findBackups(folder, path)]).toEqual([OLD, []]);
  });
  it.skipIf(isRoot)(
    'leaves the script alone in a folder that may not be written (needs another user than root)',
    () => {
      chmodSync(dirname(path), 0o555);
      const fault = patchFile(folder, makeEdit(), 'bash', NOW);
      chmodSync(dirname(path), 0o755);
      expect([fault, content()]).toEqual([{ id: 'folder-not-writable', folder: dirname(path) }, OLD]);
    },
  );
});
