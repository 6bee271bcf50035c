import { chmodSync, chownSync, linkSync, lstatSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ScriptAccess } from '../../../../common/script/reading';
import { readScriptFile } from '../../../../main/scripts/read-script-file';
import { scriptAccess } from '../../../../main/scripts/script-access';
import { canBeNobody, canMount, isRoot, makeFolder, removeFolders, runAsNobody, runWithMounts } from './elsewhere';

function makeScript(folder = makeFolder(), mode = 0o755): string {
  const path = join(folder, 'vm.sh');
  writeFileSync(path, 'qemu\n');
  chmodSync(path, mode);
  return path;
}

function accessOf(path: string): ScriptAccess {
  const reading = readScriptFile(path);
  if (reading.kind === 'fault') throw new Error(reading.fault.id);
  return scriptAccess(reading.file);
}

/** A file that every machine has and that only root can change. */
const ROOTS = '/etc/passwd';
const isRootsAlone = ['/', '/etc'].every((path) => {
  const { uid, mode } = lstatSync(path);
  return uid === 0 && (mode & 0o022) === 0;
});

describe('scriptAccess', () => {
  removeFolders();

  it.each([0o755, 0o600, 0o444, 0o777])("is direct for one's own script of mode %o", (mode) => {
    expect(accessOf(makeScript(makeFolder(), mode))).toEqual({ kind: 'direct' });
  });
  it('is none for a file of several names, which a rename would part', () => {
    const path = makeScript();
    linkSync(path, `${path}-too`);
    expect(accessOf(path)).toEqual({ kind: 'none', fault: { id: 'several-links' } });
  });
  it.each([0o4755, 0o2755])('is none for a script of mode %o', (mode) => {
    const fault = { id: 'cannot-keep-attributes', detail: `0${mode.toString(8)}` };
    expect(accessOf(makeScript(makeFolder(), mode))).toEqual({ kind: 'none', fault });
  });
  it.skipIf(!isRoot)('is direct for root, whoever owns the script (needs root)', () => {
    const path = makeScript();
    chownSync(path, 1_234, 1_234);
    expect(accessOf(path)).toEqual({ kind: 'direct' });
  });

  describe.skipIf(!canBeNobody)('as user 65534 (needs root, to be another user)', () => {
    const asNobody = (path: string): unknown => runAsNobody('access', path).answer;

    it.skipIf(!isRootsAlone)('is by plan for a file that only root can change', () => {
      expect(asNobody(ROOTS)).toEqual({ kind: 'by-plan' });
    });
    it('is none for root’s script where others may write above it, sticky or not', () => {
      const shared = join(makeFolder(), 'shared');
      mkdirSync(join(shared, 'vm'), { recursive: true });
      chmodSync(shared, 0o1777);
      const fault = { id: 'unsafe-folder', folder: expect.stringMatching(/^\//) as unknown };
      expect(asNobody(makeScript(join(shared, 'vm')))).toEqual({ kind: 'none', fault });
    });
    it("is direct for one's own script, even if it is write-protected", () => {
      const path = makeScript(makeFolder(), 0o444);
      chownSync(dirname(path), 65_534, 65_534);
      chownSync(path, 65_534, 65_534);
      expect(asNobody(path)).toEqual({ kind: 'direct' });
    });
    it("is none for one's own script in a folder of somebody else", () => {
      const path = makeScript();
      chownSync(path, 65_534, 65_534);
      const fault = { id: 'folder-not-writable', folder: dirname(path) };
      expect(asNobody(path)).toEqual({ kind: 'none', fault });
    });
    it('is none for the script of another person, in a folder of that person', () => {
      const path = makeScript();
      chownSync(path, 1_234, 1_234);
      chownSync(dirname(path), 1_234, 1_234);
      const fault = { id: 'folder-not-writable', folder: dirname(path) };
      expect(asNobody(path)).toEqual({ kind: 'none', fault });
    });
    it('is none for the script of another person in a shared folder, as its owner would change', () => {
      const folder = join(makeFolder(), 'shared');
      mkdirSync(folder);
      chmodSync(folder, 0o777);
      const path = makeScript(folder);
      chownSync(path, 1_234, 1_234);
      expect(asNobody(path)).toEqual({
        kind: 'none',
        fault: { id: 'cannot-keep-attributes', detail: 'uid 1234' },
      });
    });
  });

  describe.skipIf(!canMount)('on other mounts (needs root, for a mount namespace)', () => {
    const readOnly = { kind: 'none', fault: { id: 'read-only-file-system' } };

    it('is none on a read-only file system', () => {
      const path = makeScript();
      const setUp = 'mount -t tmpfs none "$1"; echo qemu > "$1/vm.sh"; mount -o remount,ro "$1"';
      expect(runWithMounts(setUp, dirname(path), 'access', path).answer).toEqual(readOnly);
    });
    it('is none on a read-only view of a file system, also where access(2) would not say so', () => {
      const path = makeScript();
      const setUp = 'mount --bind "$1" "$1"; mount -o remount,bind,ro "$1"';
      expect(runWithMounts(setUp, dirname(path), 'access', path).answer).toEqual(readOnly);
    });
  });
});
