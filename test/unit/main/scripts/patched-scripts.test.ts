import { appendFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { patchFile } from '../../../../main/scripts/patch-file';
import { holdsPatch, patchedScripts } from '../../../../main/scripts/patched-scripts';
import { readScriptFile } from '../../../../main/scripts/read-script-file';
import { revertScript } from '../../../../main/scripts/revert-script';
import { scriptEdit, SPLICES, START_SCRIPT } from '../../../fakes/script-edit';
import { makeFolder, removeFolders } from './elsewhere';

removeFolders();

const NOW = new Date('2026-11-24T10:00:00Z');

/** A script that was patched, and the folder with what was kept of it. */
function patched(): { readonly folder: string; readonly path: string } {
  const folder = join(makeFolder(), 'hugepages-guide');
  const path = join(makeFolder(), 'start.sh');
  writeFileSync(path, START_SCRIPT, 'latin1');
  const edit = scriptEdit({ path, old: START_SCRIPT, splices: SPLICES });
  expect(patchFile(folder, edit, 'sh', NOW)).toBeNull();
  return { folder, path };
}

describe('patchedScripts', () => {
  it('knows a script that holds a patch, also when it was edited since', () => {
    const { folder, path } = patched();
    expect(patchedScripts(folder)).toEqual([path]);
    appendFileSync(path, '# mine\n');
    expect(patchedScripts(folder)).toEqual([path]);
  });
  it('leaves out one whose patch was taken back, and one that is gone', () => {
    const { folder, path } = patched();
    expect(revertScript(folder, path, 'sh')).toMatchObject({ kind: 'reverted' });
    expect(patchedScripts(folder)).toEqual([]);
    const gone = patched();
    rmSync(gone.path);
    expect(patchedScripts(gone.folder)).toEqual([]);
  });
  it('finds none where nothing was ever patched', () => {
    expect(patchedScripts(join(makeFolder(), 'nowhere'))).toEqual([]);
  });
});

describe('holdsPatch', () => {
  it('is so for what was patched and not for what was not', () => {
    const { folder, path } = patched();
    const reading = readScriptFile(path);
    expect(reading.kind === 'read' && holdsPatch(folder, reading.file)).toBe(true);
    expect(reading.kind === 'read' && holdsPatch(makeFolder(), reading.file)).toBe(false);
  });
});
