import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { machineProbe } from '../../../main/machine-probe';
import { makeHost, removeMadeHosts } from '../../fakes/made-host';

describe('machineProbe', () => {
  removeMadeHosts();

  it('stats what lies below its root, with all permission bits', () => {
    const { root, write } = makeHost();
    write('dev/hugepages/x', '');
    chmodSync(join(root, 'dev/hugepages'), 0o1770);
    const { uid, gid } = { uid: process.getuid?.(), gid: process.getgid?.() };
    expect(machineProbe(root).stat('/dev/hugepages')).toEqual({ kind: 'directory', uid, gid, mode: 0o1770 });
    expect(machineProbe(root).stat('/dev/hugepages/x')).toMatchObject({ kind: 'other' });
  });
  it('says that a path is missing, or cannot be reached', () => {
    const { root, write } = makeHost();
    write('file', '');
    expect(machineProbe(root).stat('/missing')).toEqual({ kind: 'missing' });
    expect(machineProbe(root).stat(`/${'x'.repeat(5_000)}`)).toEqual({ kind: 'unreadable' });
  });
  it('reads the file system’s type and block size, null where there is none', () => {
    const { root } = makeHost();
    expect(machineProbe(root).statFileSystem('/')?.blockBytes).toBeGreaterThan(0);
    expect(machineProbe(root).statFileSystem('/missing')).toBeNull();
  });
  it('knows the platform and the kernel it runs on', () => {
    const probe = machineProbe('/');
    expect(probe.platform).toBe(process.platform);
    expect(probe.kernelRelease()).not.toBe('');
    expect(probe.accountName()).not.toBe('');
  });
});
