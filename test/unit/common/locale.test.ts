import { describe, expect, it } from 'vitest';
import { chooseLocale, localeFromEnvironment } from '../../../common/locale';

describe('chooseLocale', () => {
  it.each(['zh', 'zh_CN.UTF-8', 'zh-CN', 'zh-Hans', 'zh_TW.UTF-8', 'ZH_cn', 'zh.UTF-8'])(
    'answers %s in Chinese',
    (wish) => {
      expect(chooseLocale(wish)).toBe('zh-CN');
    },
  );
  it.each(['en_GB.UTF-8', 'de-DE', 'C', 'C.UTF-8', 'POSIX', '', 'zhuang', 'mzh_CN', 'za_CN'])(
    'answers %j in English',
    (wish) => {
      expect(chooseLocale(wish)).toBe('en');
    },
  );
});

describe('localeFromEnvironment', () => {
  it('lets LC_ALL beat LC_MESSAGES, and LC_MESSAGES beat LANG', () => {
    const all = { LC_ALL: 'en_US.UTF-8', LC_MESSAGES: 'zh_CN.UTF-8', LANG: 'zh_CN.UTF-8' };
    expect(localeFromEnvironment(all)).toBe('en');
    expect(localeFromEnvironment({ LC_MESSAGES: 'zh_CN.UTF-8', LANG: 'en_US.UTF-8' })).toBe('zh-CN');
    expect(localeFromEnvironment({ LANG: 'zh_CN.UTF-8' })).toBe('zh-CN');
  });
  it('passes over a variable that is set to nothing', () => {
    expect(localeFromEnvironment({ LC_ALL: '', LC_MESSAGES: undefined, LANG: 'zh_CN.UTF-8' })).toBe('zh-CN');
  });
  it('speaks English where nothing is set, and does not look at other variables', () => {
    expect(localeFromEnvironment({})).toBe('en');
    expect(localeFromEnvironment({ LC_TIME: 'zh_CN.UTF-8' })).toBe('en');
  });
});
