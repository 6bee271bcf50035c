import { describe, expect, it } from 'vitest';
import { translatorFor } from '../../../../common/text/translator';
import { parseCommandLine } from '../../../../main/cli/parse-command-line';

function errorOf(...argv: readonly string[]): readonly [string, string] | null {
  const { error } = parseCommandLine(argv);
  return error && [error.id, translatorFor('en').say(error.text)];
}

describe('parseCommandLine', () => {
  it('reads a command with its options, in any order', () => {
    for (const argv of [
      ['plan', '--memory', '4G', '--json'],
      ['--json', '--memory=4G', 'plan'],
    ]) {
      const { command, options, error } = parseCommandLine(argv);
      expect(error).toBeNull();
      expect(command).toBe('plan');
      expect(options.text('memory')).toBe('4G');
      expect(options.has('json')).toBe(true);
      expect(options.has('script')).toBe(false);
      expect(options.text('pages')).toBeNull();
    }
  });
  it('lets the last of two values hold', () => {
    expect(parseCommandLine(['plan', '--memory', '4G', '--memory', '2G']).options.text('memory')).toBe('2G');
  });
  it('takes no arguments at all, and -h', () => {
    expect(parseCommandLine([])).toMatchObject({ command: null, error: null });
    expect(parseCommandLine(['-h']).options.has('help')).toBe(true);
  });
  it('knows the language it is asked for, also where something else is wrong', () => {
    expect(parseCommandLine(['bogus', '--lang', 'zh-CN'])).toMatchObject({ locale: 'zh-CN', command: null });
  });

  it.each([
    [['bogus'], 'unknown-command', 'status, plan, apply, patch, verify'],
    [['constructor'], 'unknown-command', 'constructor'],
    [
      ['status', '--memory', '4G'],
      'unknown-option',
      '--memory does not exist here. Choose from: --json, --lang, --help.',
    ],
    [['status', '--bogus'], 'unknown-option', '--bogus'],
    [['status', '-x'], 'unknown-option', '-x'],
    [['plan', '--no-json'], 'unknown-option', '--no-json'],
    [['--json'], 'unknown-option', '--lang, --help, --version'],
    [['plan', '--memory'], 'option-needs-value', '--memory needs a value'],
    [['plan', '--memory', '--json'], 'option-needs-value', '--memory'],
    [['plan', '--memory='], 'option-needs-value', '--memory'],
    [['plan', '--json=yes'], 'option-takes-no-value', '--json takes no value'],
    [['plan', '4G'], 'unexpected-argument', '“4G”'],
    [['status', '--', 'more'], 'unexpected-argument', '“more”'],
    [['status', '--lang', 'de'], 'unknown-language', 'Choose one of: en, zh-CN'],
  ])('refuses %j as %s and names the way out', (argv, id, part) => {
    const [foundId, text] = errorOf(...argv) ?? [];
    expect(foundId).toBe(id);
    expect(text).toContain(part);
  });

  it('leaves a negative number to the command, which has a better sentence for it', () => {
    expect(parseCommandLine(['plan', '--memory', '-1'])).toMatchObject({ error: null });
    expect(parseCommandLine(['plan', '--memory', '-1']).options.text('memory')).toBe('-1');
  });
});
