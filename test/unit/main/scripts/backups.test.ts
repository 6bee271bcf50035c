import { chmodSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ScriptEdit } from '../../../../common/script/script-edit';
import { findBackups, keepBackup } from '../../../../main/scripts/backups';
import { readScriptFile, type ScriptFile } from '../../../../main/scripts/read-script-file';
import { sha256Of } from '../../../../main/scripts/sha256';
import { makeFolder, removeFolders } from './elsewhere';

const [MONDAY, TUESDAY] = [new Date('2026-11-23T08:00:00.123Z'), new Date('2026-11-24T08:00:00Z')];
const ADDED = ' -mem-path /dev/hugepages';

interface Case {
  readonly folder: string;
  readonly file: ScriptFile;
  readonly edit: ScriptEdit;
}

/** A script, what is to be added at its end, and a data folder that does not exist yet. */
function makeCase(text = 'qemu\xff\r\n', folder = join(makeFolder(), '.config/hugepages-guide')): Case {
  const path = join(makeFolder(), 'vm.sh');
  writeFileSync(path, text, 'latin1');
  const reading = readScriptFile(path);
  if (reading.kind === 'fault') throw new Error(reading.fault.id);
  return { folder, file: reading.file, edit: addTo(reading.file) };
}

function addTo(file: ScriptFile, text = ADDED): ScriptEdit {
  const newSha256 = sha256Of(Buffer.concat([file.bytes, Buffer.from(text)]));
  const splices = [{ offsetBytes: file.bytes.length, removedBytes: 0, text }];
  return { path: file.path, oldSha256: file.sha256, newSha256, splices };
}

/** The one folder of the one script, and what lies in it. */
function look({ folder, file }: Case): { place: string; original: string; record: string } {
  const place = join(folder, 'scripts', sha256Of(file.path));
  const names = readdirSync(place);
  const at = (end: string): string => join(place, names.find((name) => name.endsWith(end)) ?? end);
  return { place, original: at('.original'), record: at('.json') };
}

describe('keepBackup', () => {
  removeFolders();

  it('keeps the script to the byte, and what was changed, for this user only', () => {
    const made = makeCase();
    expect(keepBackup(made.folder, made.file, made.edit, MONDAY)).toBeNull();
    const { place, original, record } = look(made);
    expect(original).toBe(join(place, `${made.file.sha256}.original`));
    expect(readFileSync(original, 'latin1')).toBe('qemu\xff\r\n');
    expect(JSON.parse(readFileSync(record, 'utf8'))).toEqual({
      version: 1,
      path: made.file.path,
      originalSha256: made.file.sha256,
      patchedSha256: made.edit.newSha256,
      time: '2026-11-23T08:00:00.123Z',
      splices: made.edit.splices,
    });
    const modes = [made.folder, join(made.folder, 'scripts'), place, original, record].map((path) =>
      (lstatSync(path).mode & 0o777).toString(8),
    );
    expect(modes).toEqual(['700', '700', '700', '600', '600']);
    expect(readdirSync(place)).toHaveLength(2);
  });
  it('closes a folder that was open', () => {
    const made = makeCase();
    mkdirSync(join(made.folder, 'scripts'), { recursive: true });
    chmodSync(join(made.folder, 'scripts'), 0o777);
    expect(keepBackup(made.folder, made.file, made.edit, MONDAY)).toBeNull();
    expect((lstatSync(join(made.folder, 'scripts')).mode & 0o777).toString(8)).toBe('700');
  });
  it('mends an original that was damaged', () => {
    const made = makeCase();
    keepBackup(made.folder, made.file, made.edit, MONDAY);
    writeFileSync(look(made).original, 'damaged');
    expect(keepBackup(made.folder, made.file, made.edit, TUESDAY)).toBeNull();
    expect(findBackups(made.folder, made.file.path)).toHaveLength(2);
  });
  it('tells that it could not, in the words of the system', () => {
    const made = makeCase('qemu\n', '/proc/nowhere');
    expect(keepBackup(made.folder, made.file, made.edit, MONDAY)).toEqual({
      id: 'no-backup',
      detail: 'ENOENT: no such file or directory',
    });
  });
  it('tells that a file is in the way of its folder', () => {
    const made = makeCase();
    mkdirSync(made.folder, { recursive: true });
    writeFileSync(join(made.folder, 'scripts'), '');
    expect(keepBackup(made.folder, made.file, made.edit, MONDAY)).toMatchObject({ id: 'no-backup' });
  });
  it('is no backup where it would not lead to the patched file', () => {
    const made = makeCase();
    const wrong = { ...made.edit, newSha256: made.edit.oldSha256 };
    expect(keepBackup(made.folder, made.file, wrong, MONDAY)).toMatchObject({ id: 'no-backup' });
  });
});

function keepIn(made: Case, now = MONDAY): Case {
  expect(keepBackup(made.folder, made.file, made.edit, now)).toBeNull();
  return made;
}

describe('findBackups', () => {
  removeFolders();

  it('finds nothing where nothing was kept', () => {
    expect(findBackups(join(makeFolder(), 'none'), '/home/eva/vm.sh')).toEqual([]);
  });
  it('gives the original and the patched bytes', () => {
    const { folder, file } = keepIn(makeCase());
    expect(findBackups(folder, file.path)).toMatchObject([
      { original: Buffer.from('qemu\xff\r\n', 'latin1'), patched: Buffer.from(`qemu\xff\r\n${ADDED}`, 'latin1') },
    ]);
  });
  it('keeps the scripts of different paths apart', () => {
    const first = keepIn(makeCase());
    keepIn(makeCase('other\n', first.folder));
    expect(findBackups(first.folder, first.file.path)).toMatchObject([{ path: first.file.path }]);
    expect(findBackups(first.folder, `${first.file.path}x`)).toEqual([]);
  });
  it('gives the newest first, also where the same was patched twice', () => {
    const made = keepIn(makeCase(), TUESDAY);
    keepIn(made, MONDAY);
    keepIn({ ...made, edit: addTo(made.file, ' -smp 4') }, new Date('2026-11-23T23:59:59.999Z'));
    const times = findBackups(made.folder, made.file.path).map(({ time }) => time);
    expect(times).toEqual(['2026-11-24T08:00:00.000Z', '2026-11-23T23:59:59.999Z', '2026-11-23T08:00:00.123Z']);
  });

  const change = (from: string | RegExp, to: string) => (text: string) => text.replace(from, to);
  it.each<[string, (text: string) => string]>([
    ['is empty', () => ''],
    ['ends in the middle', (text) => text.slice(0, 100)],
    ['is no record', () => '[1]'],
    ['is of a later version', change('"version": 1', '"version": 2')],
    ['says more', change('{', '{ "more": 1,')],
    ['is of another path', change('vm.sh"', 'vm2.sh"')],
    ['has no hash', change(/"originalSha256": "../, '"originalSha256": "..')],
    ['names a file elsewhere', change(/"originalSha256": "[^"]*/, '"originalSha256": "../../x')],
    ['has another hash of the result', change(/"patchedSha256": "[^"]*/, `"patchedSha256": "${'0'.repeat(64)}`)],
    ['has another edit', change('"removedBytes": 0', '"removedBytes": 1')],
    ['has a time that is none', change('2026-11-23T', 'yesterday')],
  ])('passes over a record that %s', (_, damage) => {
    const made = keepIn(makeCase());
    keepIn({ ...made, edit: addTo(made.file, ' -smp 4') }, TUESDAY);
    const { place } = look(made);
    const record = join(place, `${String(MONDAY.getTime())}-${made.edit.newSha256}.json`);
    const text = readFileSync(record, 'utf8');
    expect(damage(text)).not.toBe(text);
    writeFileSync(record, damage(text));
    const found = findBackups(made.folder, made.file.path);
    expect(found.map(({ time }) => time)).toEqual(['2026-11-24T08:00:00.000Z']);
  });
  it.each<[string, (path: string) => void]>([
    [
      'is damaged',
      (path) => {
        writeFileSync(path, 'qemu\n');
      },
    ],
    [
      'is gone',
      (path) => {
        rmSync(path);
      },
    ],
  ])('passes over an original that %s', (_, damage) => {
    const made = keepIn(makeCase());
    damage(look(made).original);
    expect(findBackups(made.folder, made.file.path)).toEqual([]);
  });
  it('is not disturbed by what a killed run has left', () => {
    const made = keepIn(makeCase());
    writeFileSync(`${look(made).record}.0123456789abcdef.new`, '{ "version"');
    expect(findBackups(made.folder, made.file.path)).toHaveLength(1);
  });
});
