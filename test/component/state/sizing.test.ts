import { describe, expect, it } from 'vitest';
import { typedMemory } from '../../../renderer/src/state/sizing.svelte';
import { freshHost, howToHost, win7 } from '../../fakes/machine';
import { guideOn, readingOf } from '../guide-on';

describe('typedMemory', () => {
  it('writes a size so that reading it back gives the same', () => {
    expect(typedMemory(4_194_304)).toBe('4 GiB');
    expect(typedMemory(1_310_720)).toBe('1.25 GiB');
    expect(typedMemory(1_024_000)).toBe('1000 MiB');
    expect(typedMemory(1_025)).toBe('1025 KiB');
  });
});

describe('Sizing', () => {
  it('starts with the how-to’s 4 GiB and its 2050 pages', async () => {
    const { sizing } = (await guideOn(freshHost)).guide;
    expect(sizing.guestText).toBe('4 GiB');
    expect(sizing.plan).toMatchObject({ kind: 'plan', plan: { pool: { fromPages: 0, toPages: 2_050 } } });
  });

  it('starts smaller on a machine that cannot give 4 GiB', async () => {
    const memory = { ...freshHost.memory, totalKiB: 4_000_000 };
    const { sizing } = (await guideOn({ ...freshHost, memory })).guide;
    expect(sizing.guestText).toBe('2.75 GiB');
  });

  it('asks for nothing while the memory is no size', async () => {
    const { sizing } = (await guideOn(freshHost)).guide;
    for (const typed of ['0', '-1', '1e9G', '四', '']) {
      sizing.typeGuest(typed);
      expect(sizing.request, typed).toBeNull();
      expect(sizing.plan, typed).toBeNull();
    }
  });

  it('refuses more than the machine has', async () => {
    const { sizing } = (await guideOn(freshHost)).guide;
    sizing.typeGuest('64G');
    expect(sizing.plan).toMatchObject({ kind: 'refused', refusals: [{ id: 'guest-too-large' }] });
  });

  it('takes memory from a running VM, until something else is typed', async () => {
    const { guide } = await guideOn(howToHost, { readHost: () => readingOf(howToHost, [win7]) });
    guide.sizing.takeFrom(win7);
    expect(guide.sizing.request).toMatchObject({ guestKiB: 1_048_576, pageKiB: 2_048, guestPids: [4_711] });
    guide.sizing.typeGuest('2G');
    expect(guide.sizing.request?.guestPids).toEqual([]);
  });

  it('takes nothing from a VM whose memory cannot be read', async () => {
    const { sizing } = (await guideOn(freshHost)).guide;
    sizing.takeFrom({ ...win7, guestKiB: null });
    expect(sizing.guestText).toBe('4 GiB');
    expect(sizing.guestPid).toBeNull();
  });

  it('takes memory from a start script to the byte, and tells its pages by the rule that is chosen', async () => {
    const { sizing } = (await guideOn(freshHost)).guide;
    sizing.takeFrom(win7);
    sizing.takeSize(1_310_720);
    expect([sizing.guestText, sizing.guestPid, sizing.isTouched]).toEqual(['1.25 GiB', null, true]);
    expect(sizing.pagesForGuest(4_194_304)).toBe(2_050);
    sizing.choose('double');
    expect(sizing.pagesForGuest(4_194_304)).toBe(4_096);
    sizing.choose('pages');
    expect(sizing.pagesForGuest(4_194_304)).toBe(2_048);
  });

  it('lets an own number start from the last rule, reads full-width digits and refuses words', async () => {
    const { sizing } = (await guideOn(freshHost)).guide;
    sizing.choose('double');
    sizing.choose('pages');
    expect(sizing.choice).toEqual({ kind: 'pages', pages: 4_096 });
    sizing.typedPages = '３０００';
    expect(sizing.choice).toEqual({ kind: 'pages', pages: 3_000 });
    sizing.typedPages = 'many';
    expect(sizing.request).toBeNull();
  });
});
