import { describe, expect, it } from 'vitest';
import { localTime } from '../../../common/local-time';

describe('localTime', () => {
  it('names the day as people of each language write it', () => {
    expect(localTime('2026-11-03T12:00:00Z', 'en')).toMatch(/^Nov 3, 2026/);
    expect(localTime('2026-11-03T12:00:00Z', 'zh-CN')).toMatch(/^2026年11月3日/);
  });
});
