import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { en } from '../../../common/text/en';
import { zhCN } from '../../../common/text/zh-CN';
import { fitsTemplate, keyUseOf } from './catalogue-use';
import { readSources } from './source-files';

const english: Readonly<Record<string, string>> = en;
const chinese: Readonly<Record<string, string>> = zhCN;
const withoutPlural = (key: string) => key.replace(/_(?:one|other)$/, '');
const placeholders = (sentence: string) =>
  [...sentence.matchAll(/\{\{([^},]+)(?:,[^}]*)?\}\}/g)].map((match) => match[1]?.trim()).sort();

/** The text of every area file of one language: each exports one table. */
function areaTexts(folder: 'en' | 'zh-CN'): Promise<readonly object[]> {
  const path = new URL(`../../../common/text/${folder}/`, import.meta.url);
  return Promise.all(
    readdirSync(path).map(async (name) => {
      const area = (await import(new URL(name, path).pathname)) as Readonly<Record<string, object>>;
      return Object.values(area)[0] ?? {};
    }),
  );
}

const keys = [...new Set(Object.keys(english).map(withoutPlural))];
const uses = readSources(['common', 'main', 'preload', 'renderer/src', 'build']).map((source) => ({
  path: source.path,
  ...keyUseOf(source),
}));

describe('the catalogue', () => {
  test('has the same keys in both languages, where Chinese needs no singular', () => {
    const expected = Object.keys(english).filter((key) => !key.endsWith('_one'));
    expect(Object.keys(chinese).sort()).toEqual(expected.sort());
  });

  test('has both plural forms in English', () => {
    const forms = (ending: string) =>
      Object.keys(english)
        .filter((key) => key.endsWith(ending))
        .map(withoutPlural);
    expect(forms('_one').sort()).toEqual(forms('_other').sort());
  });

  test('has no empty sentence and none with blanks around it', () => {
    const untidy = [...Object.entries(english), ...Object.entries(chinese)].filter(
      ([, sentence]) => sentence === '' || sentence !== sentence.trim(),
    );
    expect(untidy).toEqual([]);
  });

  test('leaves the same gaps in both languages', () => {
    for (const [key, sentence] of Object.entries(chinese)) {
      expect({ key, gaps: [...new Set(placeholders(sentence))] }).toEqual({
        key,
        gaps: [...new Set(placeholders(english[key] ?? ''))],
      });
    }
  });

  test.each([
    ['en', en],
    ['zh-CN', zhCN],
  ] as const)('has no key in two areas of %s, where the later one would hide the other', async (folder, merged) => {
    const areas = await areaTexts(folder);
    const inAreas = areas.reduce((sum, area) => sum + Object.keys(area).length, 0);
    expect(inAreas).toBe(Object.keys(merged).length);
  });

  test('has no sentence that nothing says', () => {
    const literals = new Set(uses.flatMap((use) => use.literals));
    const templates = uses.flatMap((use) => use.templates);
    const unused = keys.filter((key) => !literals.has(key) && !templates.some((chunks) => fitsTemplate(key, chunks)));
    expect(unused).toEqual([]);
  });

  test('has every sentence that is asked for', () => {
    const missing = uses.flatMap(({ path, asked }) =>
      asked.filter((key) => !keys.includes(key)).map((key) => `${path}: ${key}`),
    );
    expect(missing).toEqual([]);
  });

  test('is written in Chinese wherever it is Chinese', () => {
    const latinOnly = Object.entries(chinese).filter(
      ([key, sentence]) =>
        /\p{Script=Latin}{3,} \p{Script=Latin}{2,} \p{Script=Latin}{2,}/u.test(sentence) && english[key] === sentence,
    );
    expect(latinOnly).toEqual([]);
  });
});

describe('the search for used keys', () => {
  test('sees literals, tables and templates in TypeScript', () => {
    const text = "message('a.b'); const table = { x: 'c.d' }; message(`finding.${id}.ok`);";
    const use = keyUseOf({ path: 'x.ts', text });
    expect(use.asked).toEqual(['a.b']);
    expect(use.literals).toContain('c.d');
    expect(use.templates).toEqual([['finding.', '.ok']]);
  });

  test('sees them in script and markup of a component', () => {
    const text = `<script lang="ts">const key = 'a.script' as const;</script>
      <p title={t('a.title')}>{t(\`step.\${kind}\`)}</p><Notice key="a.attribute" />`;
    const use = keyUseOf({ path: 'X.svelte', text });
    expect(use.asked).toEqual(['a.title']);
    expect(use.literals).toEqual(expect.arrayContaining(['a.script', 'a.title', 'a.attribute']));
    expect(use.templates).toEqual([['step.', '']]);
  });

  test('fits a template to whole keys only, and a template that begins with a gap to none', () => {
    expect(fitsTemplate('finding.group.ok', ['finding.', '.ok'])).toBe(true);
    expect(fitsTemplate('finding.group.okay', ['finding.', '.ok'])).toBe(false);
    expect(fitsTemplate('step.pool.title', ['step.', ''])).toBe(false);
    expect(fitsTemplate('step.pool', ['', ''])).toBe(false);
  });
});
