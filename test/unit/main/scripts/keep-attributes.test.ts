import type * as ChildProcess from 'node:child_process';
import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { chmodSync, closeSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keepAttributes } from '../../../../main/scripts/keep-attributes';
import { readScriptFile, type ScriptFile } from '../../../../main/scripts/read-script-file';
import { hasAttributes, isRoot, makeFolder, removeFolders } from './elsewhere';

/** Something that happens to the new file when cp is through. */
const afterCp = vi.hoisted(() => ({ happens: (): void => undefined }));
vi.mock('node:child_process', async (importOriginal) => {
  const real = await importOriginal<typeof ChildProcess>();
  return {
    ...real,
    spawnSync: (program: string, words: readonly string[], options: object): SpawnSyncReturns<string | Buffer> => {
      const result = real.spawnSync(program, words, options);
      if (program === 'cp') afterCp.happens();
      return result;
    },
  };
});

interface Pair {
  readonly file: ScriptFile;
  readonly path: string;
  readonly descriptor: number;
}

const opened: number[] = [];

function makePair(): Pair {
  const script = join(makeFolder(), 'vm.sh');
  writeFileSync(script, 'qemu\n');
  chmodSync(script, 0o751);
  const reading = readScriptFile(script);
  if (reading.kind === 'fault') throw new Error(reading.fault.id);
  const path = `${script}.new`;
  const descriptor = openSync(path, 'wx', 0o600);
  opened.push(descriptor);
  return { file: reading.file, path, descriptor };
}

describe('keepAttributes', () => {
  removeFolders();
  beforeEach(() => {
    afterCp.happens = () => undefined;
  });
  afterEach(() => {
    for (const descriptor of opened.splice(0)) closeSync(descriptor);
  });

  it('has nothing to say where all could be kept', () => {
    const { file, ...fresh } = makePair();
    expect(keepAttributes(file, fresh)).toBeNull();
  });
  it('sets the mode that cp did not', () => {
    const { file, ...fresh } = makePair();
    afterCp.happens = () => {
      chmodSync(fresh.path, 0o600);
    };
    expect(keepAttributes(file, fresh)).toBeNull();
  });
  it.skipIf(!hasAttributes)(
    'notices an ACL that the script does not have, as newer versions of cp leave it (needs setfacl)',
    () => {
      const { file, ...fresh } = makePair();
      afterCp.happens = () => {
        spawnSync('setfacl', ['-m', 'u:65534:rwx,m::r-x', fresh.path]);
      };
      expect(keepAttributes(file, fresh)).toMatch(/^-rwxr-x--x\+ .* ≠ -rwxr-x--x /);
    },
  );
  it.skipIf(!hasAttributes || !isRoot)(
    'keeps a file capability, which writing takes away (needs root and setfattr)',
    () => {
      const { file, ...fresh } = makePair();
      const capability = '0x0100000200040000000000000000000000000000';
      spawnSync('setfattr', ['-n', 'security.capability', '-v', capability, file.path]);
      expect(keepAttributes(file, fresh)).toBeNull();
      const { stdout } = spawnSync('getfattr', ['--only-values', '-n', 'security.capability', fresh.path], {
        encoding: 'hex',
      });
      expect(stdout).toBe(capability.slice(2));
    },
  );
  it("tells in cp's words why something could not be kept", () => {
    const { file, ...fresh } = makePair();
    rmSync(file.path);
    expect(keepAttributes(file, fresh)).toMatch(/^cp: .*No such file or directory$/);
  });
});
