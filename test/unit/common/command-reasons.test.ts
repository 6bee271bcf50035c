import { describe, expect, it } from 'vitest';
import { COMMAND_IDS, commandsIn, commandOf, commandReason } from '../../../common/command-reasons';
import { message, type Message } from '../../../common/message';
import type { MessageKey } from '../../../common/text/catalogue';
import { cliText } from '../../../common/text/en/cli';
import { en } from '../../../common/text/en';
import { whyText } from '../../../common/text/en/why';
import { stepReplaces } from '../../../common/step-words';
import { translatorFor } from '../../../common/text/translator';
import { desktop } from '../../fakes/host';
import { planFor } from '../../fakes/plan';
import { scriptEdit } from '../../fakes/script-edit';

describe('commandReason', () => {
  it.each(COMMAND_IDS)('answers for %s, in both languages', (id) => {
    const { question, answer } = commandReason(id);
    for (const locale of ['en', 'zh-CN'] as const) {
      const { say } = translatorFor(locale);
      expect(say(question)).toMatch(/[?？]$/);
      for (const sentence of answer) expect(say(sentence).length).toBeGreaterThan(20);
    }
  });
});

describe('commandOf', () => {
  it('knows the command of each step that stands for one', () => {
    const { steps } = planFor(desktop(), {}, [], scriptEdit());
    expect(steps.length).toBeGreaterThan(6);
    for (const step of steps) expect(commandOf(step) === null).toBe(stepReplaces(step) === null);
  });
});

describe('commandsIn', () => {
  it('knows every sentence of the window that names a root command, or how to run the text as root', () => {
    const sentences = Object.entries(en).filter(([key]) => !(key in cliText) && !(key in whyText));
    const naming = sentences.filter(([, words]) => /\bsudo [a-z]|with sudo\b/.test(words)).map(([key]) => key);
    expect(naming.length).toBeGreaterThan(6);
    for (const key of naming) {
      const sentence: Message = { key: key as MessageKey, values: {} };
      expect({ key, commands: commandsIn(sentence) }).not.toEqual({ key, commands: [] });
    }
  });
  it('finds both in a sentence that names two', () => {
    expect(commandsIn(message('outcome.no-pkexec.next'))).toEqual(['install-pkexec', 'by-hand']);
  });
  it('finds none in a sentence without one', () => {
    expect(commandsIn(message('app.name'))).toEqual([]);
  });
});
