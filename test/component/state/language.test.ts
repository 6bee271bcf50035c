import { describe, expect, it } from 'vitest';
import { message } from '../../../common/message';
import { language, say, t } from '../../../renderer/src/state/language.svelte';

describe('language', () => {
  it('speaks the language that was chosen', () => {
    expect(t('guide.step.check')).toBe('Check');
    language.wish = 'zh-CN';
    expect(t('guide.step.check')).toBe('检查');
    expect(say(message('guide.next', { step: '应用' }))).toBe('下一步：应用');
  });

  it('follows the desktop when told to', () => {
    language.wish = 'system';
    language.system = 'zh-CN';
    expect(language.locale).toBe('zh-CN');
    language.system = 'en';
    expect(language.locale).toBe('en');
  });
});
