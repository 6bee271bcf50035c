import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { openSettings } from '../../../main/settings';
import { fakeElectron } from '../../fakes/electron';
import { request } from '../../fakes/plan';
import { FIRST_SETTINGS } from '../../fakes/settings';
import { scratchFolder } from '../../fakes/shell';

vi.mock('electron', async () => (await import('../../fakes/electron')).electronModule);

let file = '';
const HOW_TO = request();

beforeEach(() => {
  const folder = scratchFolder();
  onTestFinished(folder.remove);
  fakeElectron.userData = folder.path;
  file = join(folder.path, 'settings.json');
});

const PLACE = { page: 'history', step: 'size', chapter: 'costs' } as const;
const WINDOW = { x: 10, y: 20, width: 1_000, height: 700, isMaximized: false };

describe('openSettings', () => {
  it('starts as the desktop is, with nothing done yet', () => {
    expect(openSettings().read()).toEqual(FIRST_SETTINGS);
    expect(openSettings().readWindow()).toBeNull();
  });
  it.each(['en', 'zh-CN', 'system'] as const)('keeps the language %s for the next start', (locale) => {
    openSettings().save({ locale });
    expect(openSettings().read()).toEqual({ ...FIRST_SETTINGS, locale });
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ locale });
  });
  it('keeps theme, contrast, place and what was entered, each without touching the others', () => {
    openSettings().save({ theme: 'dark', place: PLACE });
    openSettings().save({ contrast: 'more', request: HOW_TO });
    expect(openSettings().read()).toEqual({
      locale: 'system',
      theme: 'dark',
      contrast: 'more',
      place: PLACE,
      request: HOW_TO,
    });
  });
  it('takes a place that was kept before there were other pages for one in the guide', () => {
    writeFileSync(file, JSON.stringify({ place: { step: 'size', chapter: 'costs' } }));
    expect(openSettings().read().place).toEqual({ page: 'guide', step: 'size', chapter: 'costs' });
  });
  it('keeps where the window was, and does not show it to the page', () => {
    const settings = openSettings();
    settings.saveWindow(WINDOW);
    expect(openSettings().readWindow()).toEqual(WINDOW);
    expect(openSettings().read()).toEqual(FIRST_SETTINGS);
  });
  it('keeps the scripts that were picked, the last one first, each once, and does not show them to the page', () => {
    const settings = openSettings();
    for (let number = 1; number <= 9; number += 1) settings.addScript(`/vm/${String(number)}.sh`);
    settings.addScript('/vm/5.sh');
    const names = [5, 9, 8, 7, 6, 4, 3, 2].map((number) => `/vm/${String(number)}.sh`);
    expect(openSettings().readScripts()).toEqual(names);
    expect(openSettings().read()).toEqual(FIRST_SETTINGS);
  });
  it('forgets scripts that are no paths, and nothing else', () => {
    writeFileSync(file, JSON.stringify({ locale: 'zh-CN', scripts: ['start.sh', 7] }));
    expect(openSettings().readScripts()).toEqual([]);
    expect(openSettings().read().locale).toBe('zh-CN');
  });
  it.each([
    ['a theme that does not exist', { theme: 'pink' }],
    ['a place that does not exist', { place: { step: 'size', chapter: 'dragons' } }],
    ['a request with a path in it', { request: { ...HOW_TO, mountPoint: '/etc' } }],
    ['a window of no size', { window: { ...WINDOW, width: 0 } }],
  ])('loses only %s', (_words, wrong) => {
    writeFileSync(file, JSON.stringify({ locale: 'zh-CN', ...wrong }));
    expect(openSettings().read()).toEqual({ ...FIRST_SETTINGS, locale: 'zh-CN' });
    expect(openSettings().readWindow()).toBeNull();
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
    expect(settings.read()).toEqual(FIRST_SETTINGS);
    settings.save({ locale: 'zh-CN' });
    expect(openSettings().read()).toEqual({ ...FIRST_SETTINGS, locale: 'zh-CN' });
  });
  it('falls back to the defaults where the file cannot be read at all, and takes a language for this start', () => {
    mkdirSync(file);
    const settings = openSettings();
    expect(settings.read()).toEqual(FIRST_SETTINGS);
    settings.save({ locale: 'zh-CN' });
    expect(settings.read()).toEqual({ ...FIRST_SETTINGS, locale: 'zh-CN' });
    expect(openSettings().read()).toEqual(FIRST_SETTINGS);
  });
  it('takes a language for this start where the file cannot be written', () => {
    const settings = openSettings();
    rmSync(fakeElectron.userData, { recursive: true });
    writeFileSync(fakeElectron.userData, 'no folder');
    settings.save({ locale: 'zh-CN' });
    expect(settings.read()).toEqual({ ...FIRST_SETTINGS, locale: 'zh-CN' });
  });
});
