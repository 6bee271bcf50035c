import { describe, expect, it } from 'vitest';
import { Guide } from '../../../renderer/src/state/guide.svelte';
import { appearance } from '../../../renderer/src/state/appearance.svelte';
import { language } from '../../../renderer/src/state/language.svelte';
import { fakeBridge } from '../../fakes/bridge';
import { freshHost, hostWithPool, win7 } from '../../fakes/machine';
import { FAULTS, PATCH, PATCH_ID, PATCHED, scriptReading, WIN10 } from '../../fakes/script';
import { FIRST_SETTINGS } from '../../fakes/settings';
import { guideOn, HOW_TO_REQUEST, PLAN_ID, previewOn, readingOf } from '../guide-on';

describe('Guide', () => {
  it('takes the language from the settings, and the desktop’s where they say so', async () => {
    const { bridge } = fakeBridge({ readSettings: () => FIRST_SETTINGS }, 'zh-CN');
    await new Guide(bridge).open();
    expect(language.locale).toBe('zh-CN');
  });

  it('opens in the desktop’s language when the settings cannot be read', async () => {
    language.wish = 'system';
    const { bridge } = fakeBridge({ readSettings: () => Promise.reject(new Error('gone')) }, 'zh-CN');
    const guide = new Guide(bridge);
    await guide.open();
    expect(language.locale).toBe('zh-CN');
    expect(guide.line.failure).toBe('gone');
  });

  it('welcomes who comes for the first time, and whoever begins is not welcomed again', async () => {
    const { bridge, calls } = fakeBridge({ readSettings: () => FIRST_SETTINGS, saveSettings: () => undefined });
    const guide = new Guide(bridge);
    await guide.open();
    expect(guide.isWelcomed).toBe(false);
    guide.begin('understand');
    expect(guide.isWelcomed).toBe(true);
    expect(calls.at(-1)).toEqual(['saveSettings', { place: { page: 'guide', step: 'understand', chapter: 'pages' } }]);
  });

  it('lets who comes back land where they left, with what they had entered', async () => {
    const place = { page: 'guide', step: 'size', chapter: 'costs' } as const;
    const request = { ...HOW_TO_REQUEST, guestKiB: 8_388_608, sizing: { kind: 'pages', pages: 4_200 } } as const;
    const { bridge } = fakeBridge({
      readSettings: () => ({ ...FIRST_SETTINGS, theme: 'dark', contrast: 'more', place, request }),
      readHost: () => readingOf(freshHost),
    });
    const guide = new Guide(bridge);
    await guide.open();
    expect([guide.isWelcomed, guide.step, guide.chapter]).toEqual([true, 'size', 'costs']);
    expect(guide.sizing.request).toEqual(request);
    expect([appearance.theme, appearance.contrast]).toEqual(['dark', 'more']);
  });

  it('forgets a page size that the machine does not have any more', async () => {
    const request = { ...HOW_TO_REQUEST, pageKiB: 524_288 };
    const { bridge } = fakeBridge({
      readSettings: () => ({ ...FIRST_SETTINGS, place: { page: 'guide', step: 'size', chapter: 'pages' }, request }),
      readHost: () => readingOf(freshHost),
    });
    const guide = new Guide(bridge);
    await guide.open();
    expect(guide.sizing.pageKiB).toBe(2_048);
  });

  it('lands on the nearest screen that is open now', async () => {
    const { bridge } = fakeBridge({
      readSettings: () => ({ ...FIRST_SETTINGS, place: { page: 'guide', step: 'verify', chapter: 'pages' } }),
      readHost: () => readingOf(freshHost),
    });
    const guide = new Guide(bridge);
    await guide.open();
    expect(guide.step).toBe('review');
  });

  it('keeps the place and what was entered, but not the process it came from', async () => {
    const { guide, calls } = await guideOn(freshHost);
    guide.go('size');
    expect(calls.at(-1)).toEqual(['saveSettings', { place: { page: 'guide', step: 'size', chapter: 'pages' } }]);
    guide.sizing.takeFrom({ ...win7, guestKiB: HOW_TO_REQUEST.guestKiB });
    guide.keepPlace();
    const request = { ...HOW_TO_REQUEST, guestPids: [] };
    expect(calls.at(-1)).toEqual([
      'saveSettings',
      { place: { page: 'guide', step: 'size', chapter: 'pages' }, request },
    ]);
    const saved = calls.length;
    guide.keepPlace();
    expect(calls).toHaveLength(saved);
    guide.read('costs');
    expect(calls.at(-1)).toMatchObject([
      'saveSettings',
      { place: { page: 'guide', step: 'understand', chapter: 'costs' } },
    ]);
  });

  it('opens a page beside the guide, keeps it, and goes back to the guide with any of its steps', async () => {
    const { guide, calls } = await guideOn(freshHost);
    guide.go('size');
    guide.openPage('history');
    expect([guide.page, guide.step]).toEqual(['history', 'size']);
    expect(calls.at(-1)).toEqual(['saveSettings', { place: { page: 'history', step: 'size', chapter: 'pages' } }]);
    guide.go('check');
    expect([guide.page, guide.step]).toEqual(['guide', 'check']);
    guide.openPage('history');
    guide.read('costs');
    expect(guide.page).toBe('guide');
  });

  it('lets who left at a page beside the guide land there', async () => {
    const { bridge } = fakeBridge({
      readSettings: () => ({ ...FIRST_SETTINGS, place: { page: 'history', step: 'size', chapter: 'pages' } }),
      readHost: () => readingOf(freshHost),
    });
    const guide = new Guide(bridge);
    await guide.open();
    expect([guide.page, guide.step]).toEqual(['history', 'size']);
  });

  it('forgets what applying had come to once something was undone, and not where nothing was', async () => {
    const prepared = { kind: 'prepared', undo: { id: PLAN_ID, plan: null, rootText: '', scripts: ['/vm.sh'] } };
    let end: unknown = { outcome: { kind: 'not-elevated', elevation: { kind: 'declined' } }, scripts: [] };
    const { guide } = await guideOn(freshHost, {
      previewPlan: previewOn(freshHost),
      previewUndo: () => prepared,
      applyUndo: () => end,
      readHistory: () => ({ history: { rows: [], unreadable: [], outside: [] }, scripts: [] }),
      readRun: () => null,
    });
    await guide.review();
    guide.go('apply');
    guide.applying.plan = guide.previewedPlan;
    guide.applying.outcome = { kind: 'busy' };
    guide.openUndo({ kind: 'all' });
    await guide.undoing.refresh();
    await guide.undo();
    expect(guide.applying.outcome).toEqual({ kind: 'busy' });
    end = { outcome: null, scripts: [] };
    await guide.undo();
    expect([guide.applying.outcome, guide.preview, guide.step, guide.page]).toEqual([null, null, 'review', 'history']);
  });

  it('knows the chapters around the open one, and none on another screen', async () => {
    const { guide } = await guideOn(freshHost);
    expect([guide.previousChapter, guide.nextChapter]).toEqual([undefined, 'holes']);
    guide.read('in-short');
    expect([guide.previousChapter, guide.nextChapter]).toEqual(['costs', undefined]);
    guide.go('check');
    expect([guide.previousChapter, guide.nextChapter]).toEqual([undefined, undefined]);
  });

  it('changes how the window looks at once, and keeps it', async () => {
    const { guide, calls } = await guideOn(freshHost);
    await guide.look({ theme: 'dark' });
    await guide.look({ contrast: 'more' });
    expect([appearance.theme, appearance.contrast, appearance.hasMoreContrast]).toEqual(['dark', 'more', true]);
    expect(calls.slice(-2)).toEqual([
      ['saveSettings', { theme: 'dark' }],
      ['saveSettings', { contrast: 'more' }],
    ]);
  });

  it('asks for a source by its name, and tells whether it could be opened', async () => {
    let hasBrowser = true;
    const { guide, calls } = await guideOn(freshHost, { openSource: () => hasBrowser });
    expect(await guide.openSource('hugetlbpage')).toBe(true);
    expect(calls.at(-1)).toEqual(['openSource', 'hugetlbpage']);
    hasBrowser = false;
    expect(await guide.openSource('hugetlbpage')).toBe(false);
  });

  it('stays where it is when a closed screen is asked for', async () => {
    const { guide } = await guideOn(freshHost);
    guide.go('apply');
    expect(guide.step).toBe('understand');
    guide.go('size');
    expect(guide.step).toBe('size');
    expect([guide.previous, guide.next]).toEqual(['check', 'review']);
  });

  it('asks for a plan once, as long as a new one would say the same', async () => {
    const { guide, calls } = await guideOn(freshHost, { previewPlan: previewOn(freshHost) });
    await guide.review();
    await guide.host.read();
    await guide.review();
    expect(calls.filter(([name]) => name === 'previewPlan')).toEqual([['previewPlan', HOW_TO_REQUEST, null]]);
    expect(guide.entryOf('apply').kind).toBe('allowed');
  });

  it('makes the plan anew when the machine has changed under it', async () => {
    let host = freshHost;
    const { guide, calls } = await guideOn(freshHost, {
      readHost: () => readingOf(host),
      previewPlan: previewOn(freshHost),
    });
    await guide.review();
    host = hostWithPool({ persistentPages: 100, totalPages: 100, freePages: 100 });
    await guide.host.read();
    expect(guide.entryOf('apply')).toMatchObject({ why: { key: 'guide.blocked.not-reviewed' } });
    await guide.review();
    expect(calls.filter(([name]) => name === 'previewPlan')).toHaveLength(2);
  });

  it('does not count a plan as read that Review never showed', async () => {
    const { guide } = await guideOn(freshHost, { previewPlan: previewOn(freshHost) });
    await guide.refreshPreview();
    expect(guide.entryOf('apply')).toMatchObject({ why: { key: 'guide.blocked.not-reviewed' } });
  });

  it('asks for no plan while there is no valid request', async () => {
    const { guide } = await guideOn(freshHost);
    guide.sizing.typeGuest('四');
    await guide.refreshPreview();
    expect(guide.preview).toBeNull();
  });

  it('shows the answer to the latest question when an earlier one comes late', async () => {
    const answers: (() => void)[] = [];
    const preview = previewOn(freshHost);
    const { guide } = await guideOn(freshHost, {
      previewPlan: (request) =>
        new Promise((resolve) =>
          answers.push(() => {
            resolve(preview(request));
          }),
        ),
    });
    const first = guide.refreshPreview();
    guide.sizing.typeGuest('2G');
    const second = guide.refreshPreview();
    await Promise.resolve();
    answers[1]?.();
    answers[0]?.();
    await Promise.all([first, second]);
    expect(guide.previewedPlan?.request.guestKiB).toBe(2_097_152);
  });

  it('makes a script that only root may change a step of the plan, and shows that plan', async () => {
    const { guide, calls } = await guideOn(freshHost, {
      previewPlan: previewOn(freshHost),
      readRecentScripts: () => [],
      readScript: () => scriptReading({ access: { kind: 'by-plan' } }),
    });
    await guide.scripts.pick(WIN10);
    guide.applying.outcome = { kind: 'busy' };
    guide.planScript();
    expect([guide.step, guide.preview, guide.facts.outcome]).toEqual(['review', null, null]);
    expect(guide.sizing.plan).toMatchObject({
      plan: { steps: expect.arrayContaining([{ kind: 'script', state: 'todo', edit: PATCH.edit }]) as unknown },
    });
    await guide.review();
    expect(calls.at(-1)).toEqual(['previewPlan', HOW_TO_REQUEST, PATCH_ID]);
    expect(guide.entryOf('apply').kind).toBe('allowed');
  });

  it('leaves a script out of the plan while Review is closed', async () => {
    const { guide } = await guideOn(freshHost, {
      readRecentScripts: () => [],
      readScript: () => scriptReading({ access: { kind: 'by-plan' } }),
    });
    await guide.scripts.pick(WIN10);
    guide.sizing.typeGuest('四');
    guide.planScript();
    expect([guide.step, guide.sizing.patch]).toEqual(['understand', null]);
  });

  it('has no way of its own on the start script’s screen once nothing is to be patched there', async () => {
    let reading = scriptReading();
    const { guide } = await guideOn(freshHost, { readRecentScripts: () => [], readScript: () => reading });
    guide.go('script');
    expect(guide.hasOwnWay).toBe(false);
    await guide.scripts.pick(WIN10);
    expect(guide.hasOwnWay).toBe(true);
    reading = scriptReading({ access: { kind: 'none', fault: FAULTS['several-links'] } });
    await guide.scripts.refresh();
    expect(guide.hasOwnWay).toBe(false);
    reading = PATCHED;
    await guide.scripts.refresh();
    expect(guide.hasOwnWay).toBe(false);
  });

  it('forgets an outcome as soon as something else is wanted', async () => {
    const { guide } = await guideOn(freshHost, {
      previewPlan: previewOn(freshHost),
      readRun: () => null,
      applyPlan: () => ({ kind: 'busy' }),
    });
    await guide.review();
    if (guide.previewedPlan === null) throw new Error('the fresh machine has a plan');
    await guide.applying.start(guide.previewedPlan);
    expect(guide.facts.outcome).toEqual({ kind: 'busy' });
    guide.sizing.typeGuest('2G');
    expect(guide.facts.outcome).toBeNull();
  });

  it('saves the language that was chosen', async () => {
    const { guide, calls } = await guideOn(freshHost, { saveSettings: () => undefined });
    await guide.speak('zh-CN');
    expect(language.locale).toBe('zh-CN');
    expect(calls.at(-1)).toEqual(['saveSettings', { locale: 'zh-CN' }]);
  });

  it('tells whether something was copied', async () => {
    let isGone = false;
    const { guide } = await guideOn(freshHost, {
      copy: () => (isGone ? Promise.reject(new Error('gone')) : undefined),
    });
    expect(await guide.copy({ plan: 'x', part: 'root-text' })).toBe(true);
    isGone = true;
    expect(await guide.copy({ plan: 'x', part: 'root-text' })).toBe(false);
  });

  it('looks at the machine again after a broken call', async () => {
    const { guide } = await guideOn(freshHost);
    guide.line.failure = 'gone';
    await guide.reconnect();
    expect(guide.line.failure).toBeNull();
  });
});
