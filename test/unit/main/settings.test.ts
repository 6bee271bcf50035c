import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { openSettings } from '../../../main/settings';
import { fakeElectron } from '../../fakes/electron';
import { scratchFolder } from '../../fakes/shell';

vi.mock('electron', async () => (await import('../../fakes/electron')).electronModule);

let file = '';

beforeEach(() => {
  const folder = scratchFolder();
  onTestFinished(folder.remove);
  fakeElectron.userData = folder.path;
  file = join(folder.path, 'settings.json');
});

describe('openSettings', () => {
  it('starts with the desktop’s language', () => {
    expect(openSettings().read()).toEqual({ locale: 'system' });
  });
  it.each(['en', 'zh-CN', 'system'] as const)('keeps the language %s for the next start', (locale) => {
    openSettings().save({ locale });
    expect(openSettings().read()).toEqual({ locale });
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ locale });
  });
  it.each([
    ['no JSON', '{"locale": "zh-'],
    ['empty', ''],
    ['a list', '[]'],
    ['a word', '"zh-CN"'],
    ['a language that does not exist', '{"locale": "fr"}'],
    ['a number', '{"locale": 7}'],
    ['nothing', '{}'],
    ['binary', '\u0000\u0001\ufffd'],
  ])('falls back to the defaults on a file that is %s', (_words, text) => {
    writeFileSync(file, text);
    const settings = openSettings();
    expect(settings.read()).toEqual({ locale: 'system' });
    settings.save({ locale: 'zh-CN' });
    expect(openSettings().read()).toEqual({ locale: 'zh-CN' });
  });
  it('falls back to the defaults where the file cannot be read at all, and takes a language for this start', () => {
    mkdirSync(file);
    const settings = openSettings();
    expect(settings.read()).toEqual({ locale: 'system' });
    settings.save({ locale: 'zh-CN' });
    expect(settings.read()).toEqual({ locale: 'zh-CN' });
    expect(openSettings().read()).toEqual({ locale: 'system' });
  });
  it('takes a language for this start where the file cannot be written', () => {
    const settings = openSettings();
    rmSync(fakeElectron.userData, { recursive: true });
    writeFileSync(fakeElectron.userData, 'no folder');
    settings.save({ locale: 'zh-CN' });
    expect(settings.read()).toEqual({ locale: 'zh-CN' });
  });
});
