import { describe, expect, it } from 'vitest';
import { startOption } from '../../../common/start-option';
import { desktop } from '../../fakes/host';

describe('startOption', () => {
  it('names the mount point of the page size', () => {
    expect(startOption(desktop(), 2_048)).toBe('-mem-path /dev/hugepages');
    expect(startOption(desktop(), 1_048_576)).toBe('-mem-path /dev/hugepages1G');
  });

  it('is nothing for pages that the kernel does not have', () => {
    expect(startOption(desktop(), 3)).toBeNull();
    expect(startOption(desktop({ pools: [] }), 2_048)).toBeNull();
  });
});
