import { describe, expect, it } from 'vitest';
import { dataFolder } from '../../../../main/scripts/data-folder';

describe('dataFolder', () => {
  it('lies below .config of the home folder', () => {
    expect(dataFolder({}, '/home/eva')).toBe('/home/eva/.config/hugepages-guide');
  });
  it('follows XDG_CONFIG_HOME', () => {
    expect(dataFolder({ XDG_CONFIG_HOME: '/srv/eva conf/' }, '/home/eva')).toBe('/srv/eva conf/hugepages-guide');
  });
  it.each(['', 'conf', './conf', '~/conf'])(
    'takes XDG_CONFIG_HOME=%j for none, as it is not absolute',
    (configured) => {
      expect(dataFolder({ XDG_CONFIG_HOME: configured }, '/home/eva')).toBe('/home/eva/.config/hugepages-guide');
    },
  );
});
