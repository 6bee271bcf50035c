import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { electronBinary } from '../../../main/electron-binary';

let packageRoot: string;
let folder: string;

beforeEach(() => {
  packageRoot = mkdtempSync(join(tmpdir(), 'electron-binary-'));
  folder = join(packageRoot, 'node_modules/electron');
  mkdirSync(folder, { recursive: true });
});
afterEach(() => {
  rmSync(packageRoot, { recursive: true });
});

describe('electronBinary', () => {
  it('follows the package’s pointer, with or without a line end', () => {
    mkdirSync(join(folder, 'dist'));
    writeFileSync(join(folder, 'dist/electron'), '');
    writeFileSync(join(folder, 'path.txt'), 'electron\n');
    expect(electronBinary(packageRoot)).toBe(join(folder, 'dist/electron'));
  });
  it('finds none where the package has not unpacked one yet', () => {
    expect(electronBinary(packageRoot)).toBeNull();
  });
  it('finds none where the pointer leads nowhere', () => {
    writeFileSync(join(folder, 'path.txt'), 'electron');
    expect(electronBinary(packageRoot)).toBeNull();
  });
  it('finds none where the package is not installed', () => {
    rmSync(folder, { recursive: true });
    expect(electronBinary(packageRoot)).toBeNull();
  });
});
