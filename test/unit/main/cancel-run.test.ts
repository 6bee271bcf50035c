import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { cancelRun } from '../../../main/cancel-run';
import { scratchFolder } from '../../fakes/shell';

function scratchFile(): string {
  const { path, remove } = scratchFolder();
  onTestFinished(remove);
  return join(path, 'cancel');
}

describe('cancelRun', () => {
  it('makes the file of the run longer, which is all that the run looks at', () => {
    const file = scratchFile();
    writeFileSync(file, '');
    expect(cancelRun(file)).toBe(true);
    expect(readFileSync(file, 'utf8')).not.toBe('');
  });
  it('makes no file where no run is', () => {
    const file = scratchFile();
    expect(cancelRun(file)).toBe(false);
    expect(() => readFileSync(file)).toThrow('ENOENT');
  });
  it('does not write through a link', () => {
    const file = scratchFile();
    writeFileSync(`${file}-other`, '');
    symlinkSync(`${file}-other`, file);
    expect(cancelRun(file)).toBe(false);
    expect(readFileSync(`${file}-other`, 'utf8')).toBe('');
  });
});
