import { describe, expect, it } from 'vitest';
import type { Locale } from '../../../common/locale';
import { translatorFor } from '../../../common/text/translator';
import { verdictWords } from '../../../common/verdict-words';
import type { Verdict } from '../../../common/vm';

const HOW_TO: Verdict = {
  pid: 4_242,
  name: 'win10',
  kind: 'all',
  pageKiB: 2_048,
  guestKiB: 1_048_576,
  neededPages: 512,
  inUsePages: 508,
  promisedPages: 4,
  reason: null,
};

function words(locale: Locale, verdict: Partial<Verdict>): readonly (string | null)[] {
  const { say } = translatorFor(locale);
  const { title, arithmetic, next } = verdictWords({ ...HOW_TO, ...verdict });
  return [title, arithmetic, next].map((message) => (message === null ? null : say(message)));
}

describe('verdictWords', () => {
  it('reads the how-to’s own example as one sum', () => {
    expect(words('en', {})).toEqual([
      'win10 runs fully on huge pages.',
      '508 in use + 4 promised = 512 pages = 1 GiB',
      'Promised pages are kept for this VM and taken when the guest first touches them. Nothing needs to be done.',
    ]);
    expect(words('zh-CN', {}).slice(0, 2)).toEqual([
      'win10 的内存全部使用大页。',
      '已使用 508 页 + 已预留 4 页 = 512 页 = 1 GiB',
    ]);
  });
  it('has nothing left to say where all pages are in use', () => {
    expect(words('en', { inUsePages: 512, promisedPages: 0 }).slice(1)).toEqual([
      '512 in use + 0 promised = 512 pages = 1 GiB',
      null,
    ]);
  });
  it('says one page, not one pages', () => {
    const one = { pageKiB: 1_048_576, neededPages: 1, inUsePages: 1, promisedPages: 0 };
    expect(words('en', one)[1]).toBe('1 in use + 0 promised = 1 page = 1 GiB');
  });
  it('sets what is there against what is needed', () => {
    const part = { kind: 'partly', reason: 'ordinary-memory-besides', inUsePages: 256, promisedPages: 0 } as const;
    expect(words('en', part)[1]).toBe('256 in use + 0 promised = 256 of 512 pages (512 MiB of 1 GiB)');
    expect(words('zh-CN', part)[1]).toBe('已使用 256 页 + 已预留 0 页 = 256 页，共需 512 页（512 MiB / 1 GiB）');
  });
  it('shows the pages in use where the VM’s size is not known, and nothing where there are none', () => {
    const open = { kind: 'unknown', reason: 'memory-size-unreadable', neededPages: null, guestKiB: null } as const;
    expect(words('en', open)[1]).toBe('508 in use + 4 promised = 512 pages = 1 GiB');
    expect(words('en', { ...open, inUsePages: 0, promisedPages: 0 })[1]).toBeNull();
  });

  const reasons = [
    'no-option',
    'path-not-hugetlbfs',
    'memory-size-unreadable',
    'counter-unreadable',
    'promises-shared-by-several',
    'ordinary-memory-besides',
    null,
  ] as const;
  it.each(reasons)('says what to do next when it is not so because of %s, in both languages', (reason) => {
    const [, , english] = words('en', { kind: 'partly', reason });
    const [, , chinese] = words('zh-CN', { kind: 'partly', reason });
    expect(english).toMatch(/^[A-Z].{30,}\.$/);
    expect(chinese).toMatch(/^\p{Script=Han}.{15,}。$/u);
  });
  it.each(['all', 'partly', 'none', 'unknown'] as const)(
    'names the VM in the title of %s, in both languages',
    (kind) => {
      expect(words('en', { kind })[0]).toContain('win10');
      expect(words('zh-CN', { kind })[0]).toMatch(/win10 ?\p{Script=Han}/u);
    },
  );
});
