import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { findBackups } from '../../../../main/scripts/backups';
import { keepOriginal } from '../../../../main/scripts/keep-original';
import { sha256Of } from '../../../../main/scripts/sha256';
import { makeFolder, removeFolders } from './elsewhere';

removeFolders();
afterEach(() => {
  vi.unstubAllEnvs();
});

const NOW = new Date('2026-11-24T10:00:00Z');
const OLD = '#!/bin/sh\nqemu-system-x86_64 -m 1G\n';
const SPLICES = [{ offsetBytes: OLD.indexOf(' -m'), removedBytes: 0, text: ' -mem-path /dev/hugepages' }];
const NEW = OLD.replace(' -m', ' -mem-path /dev/hugepages -m');

function scene(content: string): { readonly path: string; readonly folder: string } {
  const configuration = makeFolder();
  vi.stubEnv('XDG_CONFIG_HOME', configuration);
  const path = join(makeFolder(), 'vm.sh');
  writeFileSync(path, content);
  keepOriginal({ path, oldSha256: sha256Of(OLD), newSha256: sha256Of(NEW), splices: SPLICES }, NOW);
  return { path, folder: join(configuration, 'hugepages-guide') };
}

describe('keepOriginal', () => {
  it('keeps a script where a later look for a patch finds it', () => {
    const { path, folder } = scene(OLD);
    expect(findBackups(folder, path)).toMatchObject([{ originalSha256: sha256Of(OLD), patchedSha256: sha256Of(NEW) }]);
  });
  it('keeps nothing of a script that is no longer the one that was shown', () => {
    const { path, folder } = scene(`${OLD}# edited\n`);
    expect(findBackups(folder, path)).toEqual([]);
  });
});
