import { describe, expect, test } from 'vitest';
import { isHugePath, patchTarget } from '../../../../common/script/patch-target';
import { desktop, withMount } from '../../../fakes/host';
import { TARGET } from '../../../fakes/parsed-script';

describe('isHugePath', () => {
  const target = { ...TARGET, hugePaths: ['/dev/hugepages', '/mnt/huge1G'] };

  test.each(['/dev/hugepages', '/mnt/huge1G', '/dev/hugepages/vm', '/mnt/huge1G/a/b'])('%s is', (path) => {
    expect(isHugePath(target, path)).toBe(true);
  });
  test.each(['/dev/shm', '/dev/hugepages1G', '/dev', '/mnt', 'dev/hugepages', ''])('%j is not', (path) => {
    expect(isHugePath(target, path)).toBe(false);
  });
});

describe('patchTarget', () => {
  test('without any mount it is where the plan will mount them', () => {
    expect(patchTarget(desktop(), { pageKiB: 2_048, preallocates: false })).toEqual(TARGET);
  });
  test('pages of another size have a mount point of their own', () => {
    const target = patchTarget(desktop(), { pageKiB: 1_048_576, preallocates: true });
    expect(target).toEqual({
      path: '/dev/hugepages1G',
      pageKiB: 1_048_576,
      hugePaths: ['/dev/hugepages1G'],
      preallocates: true,
    });
  });
  test('what is mounted already counts as huge pages, each place once', () => {
    const host = withMount(desktop());
    const mounts = [...host.mounts, { mountPoint: '/mnt/huge1G/', options: 'rw,relatime,pagesize=1024M' }];
    const target = patchTarget({ ...host, mounts }, { pageKiB: 2_048, preallocates: false });
    expect(target).toEqual({ ...TARGET, hugePaths: ['/dev/hugepages', '/mnt/huge1G'] });
  });
});
