import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { channelNames, type Channel } from '../../../common/contract';
import { argumentSchemas } from '../../../main/contract-schemas';
import { PLAN_ID, request } from '../../fakes/plan';

const takes = (channel: Channel, ...args: readonly unknown[]): boolean =>
  v.safeParse(argumentSchemas[channel], args).success;

describe('argumentSchemas', () => {
  it('has one for each channel and no other', () => {
    expect(Object.keys(argumentSchemas).sort()).toEqual([...channelNames].sort());
  });
  it.each(['readHost', 'readRun', 'readHistory', 'readSettings'] as const)('takes nothing for %s', (channel) => {
    expect(takes(channel)).toBe(true);
    for (const argument of [undefined, null, '', 0, {}, '/etc/shadow']) expect(takes(channel, argument)).toBe(false);
  });
});

describe('the payload of previewPlan', () => {
  it.each([
    ['a little above', {}],
    ['exact', { sizing: { kind: 'exact' } }],
    ['double', { sizing: { kind: 'double' } }],
    ['pages of one’s own', { sizing: { kind: 'pages', pages: 2_060 } }],
    ['a running VM', { guestPids: [4_242] }],
    ['nonsense sizes, which makePlan refuses in words', { guestKiB: 0, pageKiB: 3 }],
  ])('may be: %s', (_words, changes) => {
    const asked = { ...request(), ...changes };
    expect(v.parse(argumentSchemas.previewPlan, [asked, null])).toEqual([asked, null]);
  });
  it.each([
    ['a number in words', { guestKiB: '4194304' }],
    ['NaN', { guestKiB: Number.NaN }],
    ['infinity', { guestKiB: Number.POSITIVE_INFINITY }],
    ['less than nothing', { guestKiB: -1 }],
    ['half a KiB', { guestKiB: 0.5 }],
    ['more than a number holds', { guestKiB: 2 ** 53 }],
    ['no page size', { pageKiB: undefined }],
    ['a page size in words', { pageKiB: '2M' }],
    ['an unknown sizing', { sizing: { kind: 'triple' } }],
    ['sizing in words', { sizing: 'exact' }],
    ['pages without a number', { sizing: { kind: 'pages' } }],
    ['pages below zero', { sizing: { kind: 'pages', pages: -1 } }],
    ['half a page', { sizing: { kind: 'pages', pages: 1.5 } }],
    ['a number of pages where none belongs', { sizing: { kind: 'exact', pages: 1 } }],
    ['a switch in words', { isPersistent: 'yes' }],
    ['a missing switch', { givesBack: undefined }],
    ['no word of a VM', { guestPids: undefined }],
    ['a process in words', { guestPids: ['self'] }],
    ['a path on top', { mountPoint: '/etc' }],
    ['root text on top', { rootText: 'reboot' }],
  ])('may not be: %s', (_words, changes) => {
    expect(takes('previewPlan', { ...request(), ...changes }, null)).toBe(false);
  });
  it.each([null, undefined, 'request', 4_194_304, [], () => undefined])('may not be %s', (value) => {
    expect(takes('previewPlan', value, null)).toBe(false);
  });
});

describe('the payload of applyPlan', () => {
  it('is the name of a plan and nothing else', () => {
    expect(takes('applyPlan', PLAN_ID)).toBe(true);
    for (const value of [
      '',
      'latest',
      `${PLAN_ID}/..`,
      `${PLAN_ID}\n`,
      '../../etc',
      `$(reboot)`,
      1,
      null,
      { id: PLAN_ID },
      [PLAN_ID],
    ]) {
      expect(takes('applyPlan', value)).toBe(false);
    }
  });
});

describe('the payloads about undo', () => {
  it('name a plan of the journal, or everything, and then an undo that was shown', () => {
    expect(takes('previewUndo', { kind: 'entry', id: PLAN_ID })).toBe(true);
    expect(takes('previewUndo', { kind: 'all' })).toBe(true);
    expect(takes('applyUndo', PLAN_ID)).toBe(true);
    expect(takes('judgeUndo', PLAN_ID)).toBe(true);
  });
  it.each([
    null,
    'all',
    PLAN_ID,
    {},
    { kind: 'entry' },
    { kind: 'entry', id: '../..' },
    { kind: 'all', id: PLAN_ID },
    { kind: 'all', scripts: ['/etc/passwd'] },
    { kind: 'everything' },
  ])('may not be the wish %j', (value) => {
    expect(takes('previewUndo', value)).toBe(false);
  });
  it.each([null, '', '/etc/passwd', { id: PLAN_ID }, `${PLAN_ID}/..`])('name no undo with %j', (value) => {
    expect(takes('applyUndo', value)).toBe(false);
    expect(takes('judgeUndo', value)).toBe(false);
  });
});

describe('the payload of copy', () => {
  it('names the root text of a plan, or the start option for a page size', () => {
    expect(takes('copy', { plan: PLAN_ID, part: 'root-text' })).toBe(true);
    expect(takes('copy', { pageKiB: 2_048, part: 'start-option' })).toBe(true);
  });
  it.each([
    { plan: PLAN_ID },
    { part: 'root-text' },
    { part: 'start-option' },
    { plan: PLAN_ID, part: 'start-option' },
    { pageKiB: 2_048, part: 'root-text' },
    { pageKiB: '2048', part: 'start-option' },
    { pageKiB: -1, part: 'start-option' },
    { pageKiB: 0.5, part: 'start-option' },
    { pageKiB: 2_048, part: 'start-option', text: 'of one’s own' },
    { plan: PLAN_ID, part: 'everything' },
    { plan: 'x', part: 'root-text' },
    { plan: PLAN_ID, part: 'root-text', text: 'of one’s own' },
    'text',
  ])('may not be %j', (value) => {
    expect(takes('copy', value)).toBe(false);
  });
});

describe('the payload of saveSettings', () => {
  it.each([
    ...['en', 'zh-CN', 'system'].map((locale) => ({ locale })),
    ...['system', 'light', 'dark'].map((theme) => ({ theme })),
    { contrast: 'more' },
    { place: null },
    { place: { page: 'history', step: 'size', chapter: 'costs' }, request: request() },
    { request: null },
  ])('may be %j', (value) => {
    expect(takes('saveSettings', value)).toBe(true);
  });
  it.each([
    {},
    [],
    { locale: 'fr' },
    { locale: '' },
    { locale: null },
    { locale: undefined },
    { locale: 'en', path: '/etc' },
    { theme: 'pink' },
    { contrast: 'less' },
    { place: { step: 'size' } },
    { place: { page: 'elsewhere', step: 'size', chapter: 'costs' } },
    { place: { step: '../../etc', chapter: 'costs' } },
    { request: { ...request(), rootText: 'reboot' } },
    { window: { x: 0, y: 0, width: 1, height: 1, isMaximized: false } },
    'en',
    null,
  ])('may not be %j', (value) => {
    expect(takes('saveSettings', value)).toBe(false);
  });
});

describe('the payload of openSource', () => {
  it('is the name of a source of the guide, never an address', () => {
    expect(takes('openSource', 'hugetlbpage')).toBe(true);
    for (const value of ['https://example.org/', 'file:///etc/passwd', '__proto__', 'toString', '', null, 0]) {
      expect(takes('openSource', value)).toBe(false);
    }
  });
});

describe('the payloads about start scripts', () => {
  const id = '0b9f3c1e-6d2a-4c58-9a77-31e5d0c4f2ab';
  const wish = { pageKiB: 2_048, preallocates: false };
  it('name a script or a patch by the id that was given out', () => {
    expect(takes('readScript', id, wish)).toBe(true);
    expect(takes('patchScript', id)).toBe(true);
    expect(takes('revertScript', id)).toBe(true);
    expect(takes('startVm', id)).toBe(true);
    expect(takes('previewPlan', request(), id)).toBe(true);
  });
  it.each(['/etc/passwd', 'start-vm.sh', '../x', '', '__proto__', null, 7, { id }])('never name %j', (value) => {
    expect(takes('readScript', value, wish)).toBe(false);
    expect(takes('patchScript', value)).toBe(false);
    expect(takes('revertScript', value)).toBe(false);
    expect(takes('startVm', value)).toBe(false);
    if (value !== null) expect(takes('previewPlan', request(), value)).toBe(false);
  });
  it('say of a patch only which pages it is for and whether to take them at once', () => {
    for (const value of [
      {},
      { ...wish, pageKiB: -1 },
      { ...wish, path: '/etc' },
      { ...wish, preallocates: 'yes' },
      null,
    ]) {
      expect(takes('readScript', id, value)).toBe(false);
    }
  });
});
