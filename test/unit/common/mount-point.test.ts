import { describe, expect, it } from 'vitest';
import { directoryAt, mountPointFor } from '../../../common/mount-point';
import { isUsableMountPoint } from '../../../common/names';
import { desktop, withMount } from '../../fakes/host';
import { GIB } from '../../fakes/plan';

describe('mountPointFor', () => {
  it('is /dev/hugepages for the default size, mounted or not', () => {
    expect(mountPointFor(desktop(), 2_048)).toBe('/dev/hugepages');
    expect(mountPointFor(withMount(desktop()), 2_048)).toBe('/dev/hugepages');
  });
  it('is a directory of its own for another size', () => {
    expect(mountPointFor(desktop(), GIB)).toBe('/dev/hugepages1G');
  });
  it('goes by the size that is really mounted, whatever the default is', () => {
    const gigantic = withMount(desktop(), { pageKiB: GIB });
    expect(mountPointFor(gigantic, GIB)).toBe('/dev/hugepages');
    expect(mountPointFor(gigantic, 2_048)).toBe('/dev/hugepages2M');
  });
  it('follows a machine whose default is 1 GiB', () => {
    const host = desktop({ defaultPageKiB: GIB });
    expect(mountPointFor(host, GIB)).toBe('/dev/hugepages');
    expect(mountPointFor(host, 2_048)).toBe('/dev/hugepages2M');
  });
  it('does not believe a plain directory to be a mount', () => {
    const plain = withMount(desktop(), { isHugetlbfs: false, pageKiB: null });
    expect(mountPointFor(plain, 2_048)).toBe('/dev/hugepages');
  });
  it('lays nothing on a mount whose page size cannot be told', () => {
    expect(mountPointFor(withMount(desktop(), { pageKiB: null }), 2_048)).toBe('/dev/hugepages2M');
  });
  it('always names a path that may stand in root text', () => {
    for (const pageKiB of [64, 2_048, 32_768, 524_288, GIB, 16 * GIB]) {
      expect(isUsableMountPoint(mountPointFor(desktop(), pageKiB))).toBe(true);
    }
  });
});

describe('directoryAt', () => {
  it('gives what the snapshot knows, and a missing directory otherwise', () => {
    const host = withMount(desktop());
    expect(directoryAt(host, '/dev/hugepages')).toBe(host.directories[0]);
    expect(directoryAt(host, '/dev/hugepages1G')).toMatchObject({
      path: '/dev/hugepages1G',
      kind: 'missing',
      isHugetlbfs: false,
    });
  });
});
