import { beforeEach, describe, expect, it, vi } from 'vitest';
import { channelNames, type PlanPreview } from '../../../common/contract';
import type { Outcome } from '../../../common/outcome';
import { makeUndo, type UndoWish } from '../../../common/undo/make-undo';
import type { UndoFacts } from '../../../common/undo/undo-facts';
import { makeHandlers, type HandlerEffects, type Handlers } from '../../../main/handlers';
import { ScriptDesk } from '../../../main/scripts/script-desk';
import { VmStarter } from '../../../main/scripts/start-vm';
import { FIRST_SETTINGS } from '../../fakes/settings';
import { desktop, desktopWithPool } from '../../fakes/host';
import { PLAN_ID, request } from '../../fakes/plan';
import { FIRST, sha256Of, undoFacts } from '../../fakes/undo';
import { runningVm } from '../../fakes/vm';

const main = vi.hoisted(() => ({
  applyPlan: vi.fn(),
  applyUndo: vi.fn(),
  readHost: vi.fn(),
  readRun: vi.fn(),
  readUndoFacts: vi.fn(),
  readVms: vi.fn(),
}));
vi.mock('../../../main/apply', () => ({ applyPlan: main.applyPlan }));
vi.mock('../../../main/journal', () => ({ readUndoFacts: main.readUndoFacts }));
vi.mock('../../../main/undo', () => ({
  applyUndo: main.applyUndo,
  planUndo: (facts: UndoFacts, wish: UndoWish, id: string) => makeUndo(facts, wish, id, sha256Of),
}));
vi.mock('../../../main/kernel', () => ({ readHost: main.readHost }));
vi.mock('../../../main/run-progress', () => ({ readRun: main.readRun }));
vi.mock('../../../main/vm-processes', () => ({ readVms: main.readVms }));

let copied: string[] = [];

function handlersWith(effects: Partial<HandlerEffects> = {}): Handlers {
  const unexpected = (): never => {
    throw new Error('nobody expected this');
  };
  return makeHandlers({
    writeClipboard: (text) => copied.push(text),
    readSettings: unexpected,
    saveSettings: unexpected,
    openInBrowser: unexpected,
    pickFile: unexpected,
    desk: new ScriptDesk('/nowhere', { read: unexpected, add: unexpected }),
    starter: new VmStarter({}),
    ...effects,
  });
}

async function shownPlan(handlers: Handlers): Promise<Extract<PlanPreview, { kind: 'plan' }>> {
  const preview = await handlers.previewPlan(request(), null);
  if (preview.kind !== 'plan') throw new Error('refused');
  return preview;
}

beforeEach(() => {
  copied = [];
  vi.resetAllMocks();
  main.readHost.mockReturnValue(desktop());
  main.readVms.mockReturnValue([]);
});

describe('the handlers', () => {
  it('answer every channel of the contract and no other', () => {
    expect(Object.keys(handlersWith()).sort()).toEqual([...channelNames].sort());
  });
  it('read the machine, the running VMs with their verdicts, and the run', async () => {
    main.readHost.mockReturnValue(desktopWithPool(2_050));
    main.readVms.mockReturnValue([runningVm()]);
    main.readRun.mockReturnValue(null);
    const handlers = handlersWith();
    const reading = await handlers.readHost();
    expect(reading.snapshot).toEqual(desktopWithPool(2_050));
    expect(reading).toMatchObject({ vms: [{ pid: 4_242 }], verdicts: [{ pid: 4_242 }] });
    expect(await handlers.readRun()).toBeNull();
  });
  it('read and save the settings through what Electron’s side hands in', async () => {
    const saved: unknown[] = [];
    const handlers = handlersWith({
      readSettings: () => FIRST_SETTINGS,
      saveSettings: (settings) => saved.push(settings),
    });
    expect(await handlers.readSettings()).toEqual(FIRST_SETTINGS);
    await handlers.saveSettings({ locale: 'en' });
    expect(saved).toEqual([{ locale: 'en' }]);
  });
  it('open a source of the guide by its name, at the address that stands in the program', async () => {
    const opened: string[] = [];
    const openInBrowser = (url: string): Promise<boolean> => {
      opened.push(url);
      return Promise.resolve(true);
    };
    expect(await handlersWith({ openInBrowser }).openSource('hugetlbpage')).toBe(true);
    expect(opened).toEqual(['https://docs.kernel.org/admin-guide/mm/hugetlbpage.html']);
  });
});

describe('readHost', () => {
  it('reads each once, the machine before the VMs, so that no page falls between', async () => {
    await handlersWith().readHost();
    const [host, vms] = [main.readHost.mock.invocationCallOrder, main.readVms.mock.invocationCallOrder];
    expect([host.length, vms.length]).toEqual([1, 1]);
    expect(host[0]).toBeLessThan(vms[0] ?? 0);
  });
});

describe('previewPlan', () => {
  it('plans for the machine as it is now, counting the VM that is being sized', async () => {
    main.readVms.mockReturnValue([runningVm()]);
    const pool = { ...desktopWithPool(2_048).pools[0], freePages: 0 };
    main.readHost.mockReturnValue({ ...desktopWithPool(2_048), pools: [pool] });
    const preview = await handlersWith().previewPlan(request({ guestPids: [4_242] }), null);
    expect(preview).toMatchObject({ kind: 'plan', plan: { pool: { heldByOthersPages: 0, toPages: 2_050 } } });
  });
  it('gives each plan a name of its own', async () => {
    const handlers = handlersWith();
    const [first, second] = [await shownPlan(handlers), await shownPlan(handlers)];
    expect(first.plan.id).not.toBe(second.plan.id);
  });
});

describe('applyPlan', () => {
  it('applies a plan that was shown, with the text that was shown', async () => {
    const handlers = handlersWith();
    const { plan, rootText } = await shownPlan(handlers);
    main.applyPlan.mockResolvedValue({ kind: 'busy' } satisfies Outcome);
    main.readHost.mockReturnValue(desktopWithPool(4_096));
    await handlers.applyPlan(plan.id);
    expect(main.applyPlan.mock.calls).toEqual([[{ plan, rootText }]]);
  });
  it('refuses a plan that was never shown, and one of another window', async () => {
    const { plan } = await shownPlan(handlersWith());
    const handlers = handlersWith();
    expect(await handlers.applyPlan(PLAN_ID)).toEqual({ kind: 'unknown-plan' });
    expect(await handlers.applyPlan(plan.id)).toEqual({ kind: 'unknown-plan' });
    expect(main.applyPlan).not.toHaveBeenCalled();
  });
  it('is busy while one runs, also with another plan, and asks nobody a second time', async () => {
    const handlers = handlersWith();
    const [first, second] = [await shownPlan(handlers), await shownPlan(handlers)];
    let finish: (outcome: Outcome) => void = () => undefined;
    main.applyPlan.mockReturnValue(
      new Promise<Outcome>((resolve) => {
        finish = resolve;
      }),
    );
    const running = handlers.applyPlan(first.plan.id);
    expect(await handlers.applyPlan(first.plan.id)).toEqual({ kind: 'busy' });
    expect(await handlers.applyPlan(second.plan.id)).toEqual({ kind: 'busy' });
    expect(main.applyPlan).toHaveBeenCalledTimes(1);
    finish({ kind: 'not-elevated', elevation: { kind: 'declined' } });
    expect(await running).toMatchObject({ kind: 'not-elevated' });
  });
  it('may be tried again after one has ended, well or badly', async () => {
    const handlers = handlersWith();
    const { plan } = await shownPlan(handlers);
    const declined: Outcome = { kind: 'not-elevated', elevation: { kind: 'declined' } };
    main.applyPlan
      .mockRejectedValueOnce(new Error('a bug'))
      .mockResolvedValueOnce(declined)
      .mockResolvedValueOnce(declined);
    await expect(handlers.applyPlan(plan.id)).rejects.toThrow('a bug');
    expect(await handlers.applyPlan(plan.id)).toEqual(declined);
    expect(await handlers.applyPlan(plan.id)).toEqual(declined);
  });
});

describe('the history', () => {
  it('is what the journal tells, with the scripts of one’s own', async () => {
    main.readUndoFacts.mockReturnValue(undoFacts());
    expect(await handlersWith().readHistory()).toMatchObject({
      history: { rows: [{ entry: { id: FIRST }, state: 'stands', canUndo: true }] },
      scripts: [],
    });
  });
  it('shows an undo, whose text can be copied, and does it', async () => {
    main.readUndoFacts.mockReturnValue(undoFacts());
    const handlers = handlersWith();
    const preview = await handlers.previewUndo({ kind: 'entry', id: FIRST });
    if (preview.kind === 'refused') throw new Error('refused');
    const { id, plan, rootText } = preview.undo;
    await handlers.copy({ part: 'root-text', plan: id });
    expect(copied).toEqual([rootText]);
    main.applyUndo.mockResolvedValue({ kind: 'busy' });
    expect(await handlers.applyUndo(id)).toEqual({ outcome: { kind: 'busy' }, scripts: [] });
    expect(main.applyUndo.mock.calls).toEqual([[plan, rootText]]);
    main.readRun.mockReturnValue(null);
    expect(await handlers.judgeUndo(id)).toBeNull();
  });
  it('lets no undo in while a plan is applied, nor a plan while one is undone', async () => {
    main.readUndoFacts.mockReturnValue(undoFacts());
    const handlers = handlersWith();
    const { plan } = await shownPlan(handlers);
    const preview = await handlers.previewUndo({ kind: 'all' });
    if (preview.kind === 'refused') throw new Error('refused');
    let finish: (outcome: Outcome) => void = () => undefined;
    main.applyPlan.mockReturnValue(new Promise<Outcome>((resolve) => (finish = resolve)));
    const running = handlers.applyPlan(plan.id);
    expect(await handlers.applyUndo(preview.undo.id)).toEqual({ outcome: { kind: 'busy' }, scripts: [] });
    finish({ kind: 'busy' });
    await running;
    main.applyUndo.mockReturnValue(new Promise<Outcome>((resolve) => (finish = resolve)));
    const undoing = handlers.applyUndo(preview.undo.id);
    expect(await handlers.applyPlan(plan.id)).toEqual({ kind: 'busy' });
    finish({ kind: 'busy' });
    await undoing;
    expect([main.applyPlan.mock.calls.length, main.applyUndo.mock.calls.length]).toEqual([1, 1]);
  });
});

describe('copy', () => {
  it('puts the root text that was shown on the clipboard', async () => {
    const handlers = handlersWith();
    const { plan, rootText } = await shownPlan(handlers);
    await handlers.copy({ plan: plan.id, part: 'root-text' });
    expect(copied).toEqual([rootText]);
  });
  it('puts the start option on the clipboard, by the page size and with no plan at all', async () => {
    await handlersWith().copy({ part: 'start-option', pageKiB: 2_048 });
    await handlersWith().copy({ part: 'start-option', pageKiB: 1_048_576 });
    expect(copied).toEqual(['-mem-path /dev/hugepages', '-mem-path /dev/hugepages1G']);
  });
  it('leaves the clipboard alone for a page size that the kernel does not have', async () => {
    await handlersWith().copy({ part: 'start-option', pageKiB: 3 });
    expect(copied).toEqual([]);
  });
  it('leaves the clipboard alone for a plan that was never shown', async () => {
    await handlersWith().copy({ plan: PLAN_ID, part: 'root-text' });
    expect(copied).toEqual([]);
  });
});
