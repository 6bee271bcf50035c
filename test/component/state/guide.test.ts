import { describe, expect, it } from 'vitest';
import { Guide } from '../../../renderer/src/state/guide.svelte';
import { language } from '../../../renderer/src/state/language.svelte';
import { fakeBridge } from '../../fakes/bridge';
import { freshHost, hostWithPool } from '../../fakes/machine';
import { guideOn, HOW_TO_REQUEST, previewOn, readingOf } from '../guide-on';

describe('Guide', () => {
  it('takes the language from the settings, and the desktop’s where they say so', async () => {
    const { bridge } = fakeBridge({ readSettings: () => ({ locale: 'system' }) }, 'zh-CN');
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
    expect(calls.filter(([name]) => name === 'previewPlan')).toEqual([['previewPlan', HOW_TO_REQUEST]]);
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
