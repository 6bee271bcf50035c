import { describe, expect, it } from 'vitest';
import { SOURCE_IDS, SOURCES } from '../../../common/sources';
import { readSources } from '../text/source-files';

describe('SOURCES', () => {
  it.each(SOURCE_IDS)('%s has a name, a place and an address of its own', (id) => {
    const { title, place, url } = SOURCES[id];
    expect(title).not.toBe('');
    expect(place).not.toBe('');
    expect(new URL(url).protocol).toBe('https:');
    expect(SOURCE_IDS.filter((other) => SOURCES[other].url === url)).toEqual([id]);
  });
  it('has none that no claim rests on', () => {
    const texts = readSources(['common', 'renderer/src'])
      .filter(({ path }) => !path.endsWith('common/sources.ts'))
      .map(({ text }) => text)
      .join('\n');
    expect(SOURCE_IDS.filter((id) => !texts.includes(`'${id}'`))).toEqual([]);
  });
});
