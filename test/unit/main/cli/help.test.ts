import { describe, expect, it } from 'vitest';
import { translatorFor } from '../../../../common/text/translator';
import { COMMAND_NAMES, OPTIONS, optionsOf } from '../../../../main/cli/commands';
import { helpLines } from '../../../../main/cli/help';
import { columnsOf } from '../../../../main/cli/terminal-text';

const english = translatorFor('en');
const chinese = translatorFor('zh-CN');

describe('the help of the program', () => {
  it('names every command and every exit code, each with words', () => {
    const lines = helpLines(english, null);
    for (const name of COMMAND_NAMES) expect(lines).toContainEqual(expect.stringMatching(`^ {2}${name} +\\S`));
    for (const code of [0, 1, 2, 3, 4]) {
      expect(lines).toContainEqual(expect.stringMatching(`^ {2}${String(code)} {2}\\S`));
    }
  });
  it('shows only the options that may stand without a command', () => {
    const text = helpLines(english, null).join('\n');
    expect(text).toContain('-h, --help');
    expect(text).toContain('--lang LANG');
    expect(text).not.toContain('--memory');
  });
});

describe('the help of a command', () => {
  it.each(COMMAND_NAMES)('%s: names its options, their values, and no others', (command) => {
    const shown = [
      ...helpLines(english, command)
        .join('\n')
        .matchAll(/^ {2}(?:-\w, )?--([\w-]+)(?: ([A-Z]+))?/gm),
    ];
    expect(shown.map(([, name]) => name)).toEqual(optionsOf(command));
    for (const [, name, value] of shown) {
      const definition = Object.entries(OPTIONS).find(([option]) => option === name)?.[1];
      expect(value).toBe(definition !== undefined && 'value' in definition ? definition.value : undefined);
    }
  });
  it.each([english, chinese])('lines the words up, also in Chinese', (translator) => {
    const options = helpLines(translator, 'plan').filter((line) => line.startsWith('  '));
    const starts = options.map((line) => columnsOf(/^ {2}.*? {2,}(?=\S)/.exec(line)?.[0] ?? ''));
    expect(options).toHaveLength(optionsOf('plan').length);
    expect(new Set(starts).size).toBe(1);
  });
  it('is written in the chosen language', () => {
    for (const line of helpLines(chinese, 'apply').filter(Boolean)) expect(line).toMatch(/[\u4e00-\u9fff]/);
  });
});
