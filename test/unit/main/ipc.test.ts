import { beforeEach, describe, expect, it, vi } from 'vitest';
import { channelNames, type Channel } from '../../../common/contract';
import type { Handlers } from '../../../main/handlers';
import { serveAll } from '../../../main/ipc';
import { fakeElectron } from '../../fakes/electron';
import { PLAN_ID, request } from '../../fakes/plan';

vi.mock('electron', async () => (await import('../../fakes/electron')).electronModule);

const GIVEN_ID = '0b9f3c1e-6d2a-4c58-9a77-31e5d0c4f2ab';

/** What a window of ours may send on each channel. */
const GOOD: Record<Channel, readonly unknown[]> = {
  readHost: [],
  previewPlan: [request(), null],
  applyPlan: [PLAN_ID],
  readRun: [],
  readHistory: [],
  previewUndo: [{ kind: 'all' }],
  applyUndo: [PLAN_ID],
  judgeUndo: [PLAN_ID],
  cancelRun: [],
  copy: [{ plan: PLAN_ID, part: 'root-text' }],
  readSettings: [],
  saveSettings: [{ locale: 'zh-CN' }],
  openSource: ['hugetlbpage'],
  pickScript: [],
  takeDroppedScript: ['/home/ming/start-vm.sh'],
  readRecentScripts: [],
  readScript: [GIVEN_ID, { pageKiB: 2_048, preallocates: false }],
  patchScript: [GIVEN_ID],
  revertScript: [GIVEN_ID],
  startVm: [GIVEN_ID],
  readVmStart: [],
};

const OURS = { url: 'app://bundle/index.html', parent: null };
const STRANGERS: readonly (readonly [string, unknown])[] = [
  ['a frame that is gone', null],
  ['no frame', undefined],
  ['a page of the web', { ...OURS, url: 'https://example.org/index.html' }],
  ['another host of our scheme', { ...OURS, url: 'app://other/index.html' }],
  ['a host that begins like ours', { ...OURS, url: 'app://bundle.example.org/index.html' }],
  ['a user name that looks like our host', { ...OURS, url: 'app://bundle@example.org/' }],
  ['a file', { ...OURS, url: 'file:///app://bundle/index.html' }],
  ['an empty page', { ...OURS, url: 'about:blank' }],
  ['no address', { ...OURS, url: '' }],
  ['our origin without a page', { ...OURS, url: 'app://bundle' }],
  ['a frame inside our page', { ...OURS, parent: OURS }],
  ['a frame of unknown parent', { url: OURS.url }],
];

let handled: (readonly [string, ...unknown[]])[] = [];

/** Handlers that answer with their own name and note what reached them. */
function recordingHandlers(): Handlers {
  const handlers = channelNames.map((name) => [
    name,
    (...args: unknown[]) => {
      handled.push([name, ...args]);
      return `answer of ${name}`;
    },
  ]);
  return Object.fromEntries(handlers) as Handlers;
}

function send(channel: string, senderFrame: unknown, ...args: readonly unknown[]): unknown {
  const handler = fakeElectron.channels.get(channel);
  if (handler === undefined) throw new Error(`nobody serves ${channel}`);
  return handler({ senderFrame } as Parameters<typeof handler>[0], ...args);
}

beforeEach(() => {
  fakeElectron.reset();
  handled = [];
  serveAll(recordingHandlers());
});

describe('serveAll', () => {
  it('opens every channel of the contract, once, and no other', () => {
    expect([...fakeElectron.channels.keys()].sort()).toEqual([...channelNames].sort());
  });
  it.each(channelNames)('lets our own window through to %s, with its payload', async (channel) => {
    expect(await send(channel, OURS, ...GOOD[channel])).toBe(`answer of ${channel}`);
    expect(handled).toEqual([[channel, ...GOOD[channel]]]);
  });
  it('lets any page of our bundle through', async () => {
    await send('readHost', { url: 'app://bundle/index.html#apply', parent: null });
    expect(handled).toHaveLength(1);
  });
});

describe.each(STRANGERS)('a stranger: %s', (_words, frame) => {
  it.each(channelNames)('is refused on %s, good payload or not', async (channel) => {
    await expect(send(channel, frame, ...GOOD[channel])).rejects.toThrow('refused: not our window');
    await expect(send(channel, frame, 'anything')).rejects.toThrow('refused: not our window');
    expect(handled).toEqual([]);
  });
});

describe('a wrong payload', () => {
  it.each(channelNames)('on %s: one argument more is refused', async (channel) => {
    await expect(send(channel, OURS, ...GOOD[channel], 'more')).rejects.toThrow(
      `refused: ${channel} does not take this`,
    );
    expect(handled).toEqual([]);
  });
  it.each(channelNames.filter((channel) => GOOD[channel].length > 0))('on %s: nothing is refused', async (channel) => {
    for (const args of [[], [undefined], [null], [{}], [[]]]) {
      await expect(send(channel, OURS, ...args)).rejects.toThrow('does not take this');
    }
    expect(handled).toEqual([]);
  });
  it('is not repeated in the error: it may hold anything', async () => {
    await expect(send('applyPlan', OURS, '$(reboot)')).rejects.toThrow(/^refused: applyPlan does not take this$/);
  });
});
