import { describe, expect, it } from 'vitest';
import { pageSizeOption, pageSizeWords, parseSysfsPageFolder, sysfsPageFolder } from '../../../common/page-size';

describe('the spellings of a page size', () => {
  it.each([
    [2_048, 'hugepages-2048kB', '2M', '2 MiB'],
    [1_048_576, 'hugepages-1048576kB', '1G', '1 GiB'],
    [64, 'hugepages-64kB', '64K', '64 KiB'],
    [524_288, 'hugepages-524288kB', '512M', '512 MiB'],
    [16_777_216, 'hugepages-16777216kB', '16G', '16 GiB'],
  ])('%i KiB are %s in sysfs, %s in a mount option, %s for a person', (pageKiB, folder, option, words) => {
    expect(sysfsPageFolder(pageKiB)).toBe(folder);
    expect(parseSysfsPageFolder(folder)).toBe(pageKiB);
    expect(pageSizeOption(pageKiB)).toBe(option);
    expect(pageSizeWords(pageKiB, 'en')).toBe(words);
  });

  it.each(['hugepages-2048KB', 'hugepages-2048', 'hugepages-kB', 'hugepages--1kB', 'hugepages-2048kB.bak', '', '..'])(
    'takes %j for no page size',
    (name) => {
      expect(parseSysfsPageFolder(name)).toBeNull();
    },
  );
});
