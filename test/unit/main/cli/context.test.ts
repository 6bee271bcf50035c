import { describe, expect, it } from 'vitest';
import { message } from '../../../../common/message';
import { failure, usageError } from '../../../../main/cli/cli-error';
import { printJson, printLines, reportError, spoken } from '../../../../main/cli/context';
import { fakeContext } from '../../../fakes/cli-context';

const REFUSED = message('cli.error.refused');

describe('printLines', () => {
  it('ends every line, on standard output', () => {
    const { context, out, err } = fakeContext();
    printLines(context, ['one', '', 'three']);
    expect([out(), err()]).toEqual(['one\n\nthree\n', '']);
  });
  it('prints nothing for no lines', () => {
    const { context, out } = fakeContext();
    printLines(context, []);
    expect(out()).toBe('');
  });
});

describe('printJson', () => {
  it('prints one document that ends its line', () => {
    const { context, out, json } = fakeContext();
    printJson(context, { pages: 2_050, path: '/dev/hugepages' });
    expect(json()).toEqual({ pages: 2_050, path: '/dev/hugepages' });
    expect(out()).toMatch(/\}\n$/);
  });
});

describe('reportError', () => {
  it('says the program’s name and why on standard error, and gives the exit code', () => {
    const { context, out, err } = fakeContext(['plan']);
    expect(reportError(context, failure('refused', REFUSED))).toBe(1);
    expect(err()).toBe(`hugepages-guide: ${context.translator.say(REFUSED)}\n`);
    expect(out()).toBe('');
  });
  it('tells wrong usage from failure by the exit code', () => {
    expect(reportError(fakeContext().context, usageError('refused', REFUSED))).toBe(2);
  });
  it('gives programs a document with a stable id, and says nothing beside it', () => {
    const { context, json, err } = fakeContext(['plan', '--json']);
    expect(reportError(context, failure('refused', REFUSED), { refusals: [] })).toBe(1);
    expect(json()).toEqual({ error: { id: 'refused', text: context.translator.say(REFUSED) }, refusals: [] });
    expect(err()).toBe('');
  });
});

describe('spoken', () => {
  it('says a sentence in the chosen language, and null for none', () => {
    const english = fakeContext().context;
    const chinese = fakeContext([], {}, 'zh-CN').context;
    expect(spoken(chinese, REFUSED)).toBe(chinese.translator.say(REFUSED));
    expect(spoken(chinese, REFUSED)).not.toBe(spoken(english, REFUSED));
    expect(spoken(english, null)).toBeNull();
  });
});
