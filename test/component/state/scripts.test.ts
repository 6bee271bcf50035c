import { describe, expect, it, vi } from 'vitest';
import type { PickedScript, RevertOutcome, ScriptReading, VmStart } from '../../../common/script/reading';
import { freshHost } from '../../fakes/machine';
import {
  CONFLICT,
  FAULTS,
  PATCH,
  PATCH_ID,
  PATCHED,
  scriptReading,
  SCRIPT_ID,
  unusable,
  vmStart,
  WIN10,
  WIN7,
} from '../../fakes/script';
import type { Answers, FakeBridge } from '../../fakes/bridge';
import type { Scripts } from '../../../renderer/src/state/scripts.svelte';
import type { Sizing } from '../../../renderer/src/state/sizing.svelte';
import { guideOn } from '../guide-on';

type Opened = FakeBridge & { readonly scripts: Scripts; readonly sizing: Sizing };

async function openScripts(answers: Answers = {}): Promise<Opened> {
  const { guide, ...fake } = await guideOn(freshHost, {
    readRecentScripts: () => [WIN10, WIN7],
    readScript: () => scriptReading(),
    ...answers,
  });
  return { ...fake, scripts: guide.scripts, sizing: guide.sizing };
}

function wishes({ calls }: FakeBridge): readonly unknown[] {
  return calls.filter(([name]) => name === 'readScript').map(([, script, wish]) => [script, wish]);
}

describe('Scripts: picking', () => {
  it('reads a script that was chosen in the dialog, for the page size on Size', async () => {
    const opened = await openScripts({ pickScript: () => WIN10 });
    expect(await opened.scripts.choose()).toBe(true);
    expect(opened.scripts.picked).toEqual(WIN10);
    expect(opened.scripts.patch).toEqual(PATCH);
    expect(opened.scripts.recent).toEqual([WIN10, WIN7]);
    expect(wishes(opened)).toEqual([[SCRIPT_ID, { pageKiB: 2_048, preallocates: false }]]);
  });

  it('changes nothing when the dialog is closed without a choice', async () => {
    const { scripts } = await openScripts({ pickScript: () => null });
    expect(await scripts.choose()).toBe(false);
    expect(scripts.picked).toBeNull();
  });

  it('hands a dropped file over as it is', async () => {
    const { scripts, calls } = await openScripts({ takeDroppedScript: () => WIN7 });
    const file = new File(['#!/bin/sh'], 'win7');
    await scripts.drop(file);
    expect(calls.find(([name]) => name === 'takeDroppedScript')).toEqual(['takeDroppedScript', file]);
    expect(scripts.picked).toEqual(WIN7);
  });

  it('forgets what was done with another script', async () => {
    const { scripts } = await openScripts({ patchScript: () => ({ kind: 'refused', fault: FAULTS.changed }) });
    await scripts.pick(WIN10);
    await scripts.apply();
    expect(scripts.event).not.toBeNull();
    await scripts.pick(WIN7);
    expect(scripts.event).toBeNull();
  });
});

describe('Scripts: reading', () => {
  it('reads again for another wish, page size or look', async () => {
    const opened = await openScripts();
    await opened.scripts.pick(WIN10);
    await opened.scripts.want(true);
    opened.sizing.chosenPageKiB = 1_048_576;
    await opened.scripts.refresh();
    expect(wishes(opened)).toEqual([
      [SCRIPT_ID, { pageKiB: 2_048, preallocates: false }],
      [SCRIPT_ID, { pageKiB: 2_048, preallocates: true }],
      [SCRIPT_ID, { pageKiB: 1_048_576, preallocates: true }],
    ]);
  });

  it('keeps each part that has not changed, also under another patch id', async () => {
    let id = PATCH_ID;
    const { scripts } = await openScripts({
      readScript: () => structuredClone(scriptReading({ patch: { ...PATCH, id } })),
    });
    await scripts.pick(WIN10);
    const before = scripts.reading;
    const hunks = scripts.patch?.hunks;
    await scripts.refresh();
    expect(scripts.reading).toBe(before);
    id = SCRIPT_ID;
    await scripts.refresh();
    expect(scripts.patch?.id).toBe(SCRIPT_ID);
    expect(scripts.patch?.hunks).toBe(hunks);
  });

  it('shows the answer to the latest question when an earlier one comes late', async () => {
    const answers: ((reading: ScriptReading) => void)[] = [];
    const { scripts } = await openScripts({
      readScript: () => new Promise<ScriptReading>((resolve) => answers.push(resolve)),
    });
    const first = scripts.pick(WIN10);
    const second = scripts.pick(WIN7);
    await Promise.resolve();
    answers[1]?.(scriptReading({ script: WIN7 }));
    answers[0]?.(unusable(FAULTS.binary));
    await Promise.all([first, second]);
    expect(scripts.reading).toMatchObject({ kind: 'read', script: WIN7 });
  });

  it('keeps what it knew when a call breaks', async () => {
    let isGone = false;
    const { scripts } = await openScripts({
      readScript: () => (isGone ? Promise.reject(new Error('gone')) : scriptReading()),
    });
    await scripts.pick(WIN10);
    isGone = true;
    await scripts.refresh();
    expect(scripts.patch).toEqual(PATCH);
  });
});

describe('Scripts: patching and taking back', () => {
  it('applies exactly the patch that was shown, and reads what came of it', async () => {
    let reading = scriptReading();
    const { scripts, calls } = await openScripts({
      readScript: () => reading,
      patchScript: () => {
        reading = PATCHED;
        return { kind: 'patched' };
      },
    });
    await scripts.pick(WIN10);
    await scripts.apply();
    expect(calls.find(([name]) => name === 'patchScript')).toEqual(['patchScript', PATCH_ID]);
    expect(scripts.event).toEqual({ act: 'patch', outcome: { kind: 'patched' }, patch: PATCH });
    expect([scripts.reading, scripts.isAtWork]).toEqual([PATCHED, false]);
  });

  it('praises no longer once somebody has undone the patch', async () => {
    let reading = scriptReading();
    const { scripts } = await openScripts({ readScript: () => reading, patchScript: () => ({ kind: 'patched' }) });
    await scripts.pick(WIN10);
    reading = PATCHED;
    await scripts.apply();
    await scripts.refresh();
    expect(scripts.event).not.toBeNull();
    reading = scriptReading();
    await scripts.refresh();
    expect(scripts.event).toBeNull();
  });

  it('takes one click at a time', async () => {
    let finish: () => void = () => undefined;
    const { scripts, calls } = await openScripts({
      patchScript: () =>
        new Promise(
          (resolve) =>
            (finish = () => {
              resolve({ kind: 'patched' });
            }),
        ),
    });
    await scripts.pick(WIN10);
    const first = scripts.apply();
    await scripts.apply();
    await scripts.revert();
    await scripts.startVm();
    finish();
    await first;
    const acts = calls
      .map(([name]) => name)
      .filter((name) => ['patchScript', 'revertScript', 'startVm'].includes(name));
    expect(acts).toEqual(['patchScript']);
  });

  it('keeps a conflict until something else is done', async () => {
    const outcome: RevertOutcome = { kind: 'conflict', parts: CONFLICT };
    const { scripts, calls } = await openScripts({ readScript: () => PATCHED, revertScript: () => outcome });
    await scripts.pick(WIN10);
    await scripts.revert();
    await scripts.refresh();
    expect(calls.find(([name]) => name === 'revertScript')).toEqual(['revertScript', SCRIPT_ID]);
    expect(scripts.event).toEqual({ act: 'revert', outcome });
    await scripts.want(true);
    expect(scripts.event).toBeNull();
  });

  it('does nothing where nothing is picked or nothing is to be changed', async () => {
    const { scripts, calls } = await openScripts({ readScript: () => PATCHED });
    await scripts.apply();
    await scripts.revert();
    await scripts.startVm();
    scripts.addToPlan();
    await scripts.pick(WIN10);
    await scripts.apply();
    scripts.addToPlan();
    expect(calls.map(([name]) => name)).toEqual(['readHost', 'readScript', 'readRecentScripts']);
    expect(scripts.isInPlan).toBe(false);
  });
});

describe('Scripts: in the plan', () => {
  const byPlan = scriptReading({ access: { kind: 'by-plan' } });

  it('lets the plan change the script as it is now, until that has been done', async () => {
    let reading: ScriptReading = byPlan;
    const { scripts, sizing } = await openScripts({ readScript: () => reading });
    await scripts.pick(WIN10);
    scripts.addToPlan();
    expect([scripts.isInPlan, sizing.patch]).toEqual([true, PATCH]);
    const edit = { ...PATCH.edit, oldSha256: 'c'.repeat(64) };
    reading = { ...byPlan, patch: { ...PATCH, edit } };
    await scripts.refreshPlanned();
    expect(sizing.patch?.edit).toEqual(edit);
    reading = { ...PATCHED, access: { kind: 'by-plan' } };
    await scripts.refreshPlanned();
    expect([scripts.isInPlan, sizing.patch]).toEqual([false, null]);
  });

  it('keeps a script in the plan while another one is looked at', async () => {
    const readScript = (id: string): ScriptReading => (id === SCRIPT_ID ? byPlan : scriptReading({ script: WIN7 }));
    const { scripts, sizing } = await openScripts({ readScript });
    await scripts.pick(WIN10);
    scripts.addToPlan();
    await scripts.pick(WIN7);
    await scripts.refresh();
    expect([scripts.isInPlan, sizing.patch]).toEqual([false, PATCH]);
    await scripts.pick(WIN10);
    expect(scripts.isInPlan).toBe(true);
  });

  it('takes it out again on request, and when root is needed no more', async () => {
    let reading: ScriptReading = byPlan;
    const { scripts, sizing } = await openScripts({ readScript: () => reading });
    await scripts.pick(WIN10);
    scripts.addToPlan();
    scripts.removeFromPlan();
    expect(sizing.patch).toBeNull();
    scripts.addToPlan();
    reading = scriptReading();
    await scripts.refresh();
    expect([scripts.isInPlan, sizing.patch]).toEqual([false, null]);
  });
});

describe('Scripts: starting the VM', () => {
  it('follows the start of the picked script until it has ended', async () => {
    let run: VmStart | null = null;
    const { scripts, calls } = await openScripts({
      startVm: () => {
        run = vmStart();
        return { kind: 'started', pid: 4_711 };
      },
      readVmStart: () => run,
    });
    await scripts.pick(WIN10);
    await scripts.followVm();
    expect([scripts.run, scripts.isRunning]).toEqual([null, false]);
    await scripts.startVm();
    expect([scripts.run, scripts.isRunning]).toEqual([vmStart(), true]);
    await scripts.startVm();
    expect(calls.filter(([name]) => name === 'startVm')).toHaveLength(1);
    run = vmStart({ exitCode: 1, lines: ['qemu-system-x86_64: -m 4X: invalid'] });
    await scripts.followVm();
    expect([scripts.run?.exitCode, scripts.isRunning]).toEqual([1, false]);
    const asked = calls.length;
    await scripts.followVm();
    expect(calls).toHaveLength(asked);
    await scripts.startVm();
    expect(scripts.isRunning).toBe(true);
  });

  it('shows no start of another script, and lets this one be started', async () => {
    const { scripts } = await openScripts({ readVmStart: () => vmStart({ script: WIN7.id }) });
    await scripts.pick(WIN10);
    await scripts.followVm();
    expect([scripts.run, scripts.isRunning]).toEqual([null, false]);
  });

  it('keeps the last start when a new one is refused', async () => {
    const ended = vmStart({ exitCode: 0 });
    const { scripts } = await openScripts({
      startVm: () => ({ kind: 'refused', fault: { id: 'missing' } }),
      readVmStart: () => ended,
    });
    await scripts.pick(WIN10);
    await scripts.followVm();
    await scripts.startVm();
    expect(scripts.startOutcome).toEqual({ kind: 'refused', fault: { id: 'missing' } });
    expect(scripts.run).toEqual(ended);
  });

  it('drops an answer about the start before', async () => {
    const answers: ((run: VmStart | null) => void)[] = [];
    const script: PickedScript = WIN10;
    const { scripts } = await openScripts({
      startVm: () => ({ kind: 'started', pid: 4_712 }),
      readVmStart: () => new Promise<VmStart | null>((resolve) => answers.push(resolve)),
    });
    await scripts.pick(script);
    scripts.vmStart = vmStart({ script: WIN7.id });
    const late = scripts.followVm();
    await Promise.resolve();
    const started = scripts.startVm();
    await vi.waitFor(() => {
      expect(answers).toHaveLength(2);
    });
    answers[0]?.(vmStart({ script: WIN7.id, exitCode: 0 }));
    answers[1]?.(vmStart({ pid: 4_712 }));
    await Promise.all([late, started]);
    expect(scripts.run?.pid).toBe(4_712);
  });
});
