import { describe, expect, it } from 'vitest';
import { LOCALES } from '../../../../common/locale';
import { message, type Message } from '../../../../common/message';
import { en } from '../../../../common/text/en';
import { translatorFor } from '../../../../common/text/translator';
import { zhCN } from '../../../../common/text/zh-CN';

const english = translatorFor('en');
const chinese = translatorFor('zh-CN');
const gapsOf = (sentence: string): readonly string[] =>
  [...sentence.matchAll(/\{\{[^}]*\}\}/g)].map(([gap]) => gap).sort();

describe('translatorFor', () => {
  it('says a message in the language asked for', () => {
    const asked = message('step.group.title', { group: 'kvm' });
    expect(english.say(asked)).toBe('Create the group kvm');
    expect(chinese.say(asked)).toBe('创建用户组 kvm');
    expect([english.locale, chinese.locale]).toEqual(['en', 'zh-CN']);
  });
  it('does not let two translators disturb each other', () => {
    const asked = message('menu.quit');
    expect([english.say(asked), chinese.say(asked), english.say(asked)]).toEqual(['Quit', '退出', 'Quit']);
  });
  it('writes memory with its unit, and numbers as the language groups them', () => {
    const asked = message('step.pool.title-grow', { from: 0, to: 12_345, toKiB: 6_291_456 });
    expect(english.say(asked)).toBe('Grow the pool from 0 to 12,345 pages (6 GiB)');
    expect(chinese.say(asked)).toBe('把大页池从 0 页增加到 12,345 页（6 GiB）');
  });
  it('chooses the plural in English, and needs none in Chinese', () => {
    const held = (count: number): Message => message('note.others-hold-pages', { count, heldKiB: count * 2_048 });
    expect(english.say(held(1))).toContain('Another program holds 1 page (2 MiB)');
    expect(english.say(held(2))).toContain('Other programs hold 2 pages (4 MiB)');
    expect(chinese.say(held(1))).toContain('其他程序占用了 1 页（2 MiB）');
    expect(chinese.say(held(1_024))).toContain('其他程序占用了 1,024 页（2 GiB）');
  });
  it.each(['<b>&"', '{{count}}', '$t(menu.quit)', '%s', '', '大页', 'a\nb'])(
    'puts the value %j in as it is',
    (file) => {
      const asked = message('refusal.container', { file });
      expect(english.say(asked)).toContain(`container (${file}).`);
      expect(chinese.say(asked)).toContain(`容器（${file}）。`);
    },
  );
});

describe('the catalogue', () => {
  const chineseText: Readonly<Record<string, string>> = zhCN;
  const sentences = Object.entries<string>(en);

  it('has in Chinese each key of English but the singulars, and no other', () => {
    const wanted = sentences.map(([key]) => key).filter((key) => !key.endsWith('_one'));
    expect(Object.keys(zhCN).sort()).toEqual(wanted.sort());
  });
  it('has the same gaps, written in the same way, in both languages', () => {
    const different = sentences
      .filter(([key]) => !key.endsWith('_one'))
      .filter(([key, sentence]) => gapsOf(sentence).join() !== gapsOf(chineseText[key] ?? '').join())
      .map(([key]) => key);
    expect(different).toEqual([]);
  });
  it('has no gap of a kind that nobody fills: memory, exact and number are all', () => {
    const all = [...Object.values(en), ...Object.values(chineseText)].flatMap(gapsOf);
    expect(all.filter((gap) => !/^\{\{\w+(?:, (?:memory|exact|number(?:\([^()]+\))?))?\}\}$/.test(gap))).toEqual([]);
  });
  it('has a plural for each singular', () => {
    const keys = new Set(sentences.map(([key]) => key));
    const alone = [...keys].filter((key) => key.endsWith('_one') && !keys.has(key.replace(/_one$/, '_other')));
    expect(alone).toEqual([]);
  });
  it('is not English in Chinese, and has no blank sentence', () => {
    // Languages are named in themselves; what is only gaps and signs has nothing to translate.
    const isNeutral = (key: string, sentence: string): boolean =>
      key === 'app.name' ||
      key.startsWith('app.language.') ||
      !/[a-z]/i.test(sentence.replaceAll(/\{\{[^}]*\}\}/g, ''));
    const same = sentences.filter(([key, sentence]) => chineseText[key] === sentence && !isNeutral(key, sentence));
    expect(same).toEqual([]);
    expect([...Object.values(en), ...Object.values(chineseText)].filter((sentence) => sentence.trim() === '')).toEqual(
      [],
    );
  });
  it('stands in each language that the program speaks', () => {
    for (const locale of LOCALES) expect(translatorFor(locale).say(message('menu.file'))).not.toBe('menu.file');
  });
});
