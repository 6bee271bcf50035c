import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import LanguageSwitch from '../../../renderer/src/widgets/LanguageSwitch.svelte';
import { language } from '../../../renderer/src/state/language.svelte';
import { freshHost } from '../../fakes/machine';
import { guideOn } from '../guide-on';

describe('LanguageSwitch', () => {
  it('offers each language in its own words, and the system’s', async () => {
    const { guide, calls } = await guideOn(freshHost, { saveSettings: () => undefined });
    render(LanguageSwitch, { guide });
    expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual([
      'System language',
      'English',
      '简体中文',
    ]);
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Language' }), '简体中文');
    expect(language.locale).toBe('zh-CN');
    expect(screen.getByRole('combobox', { name: '语言' })).toHaveDisplayValue('简体中文');
    await userEvent.selectOptions(screen.getByRole('combobox', { name: '语言' }), '跟随系统');
    expect(calls.at(-1)).toEqual(['saveSettings', { locale: 'system' }]);
  });
});
