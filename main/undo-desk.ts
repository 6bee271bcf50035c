import type { PlanId } from '../common/plan';
import { judgeUndoReport } from '../common/undo/judge-undo';
import type { UndoWish } from '../common/undo/make-undo';
import { type PreparedUndo, prepareUndo, type UndoEnd, type UndoPreview } from '../common/undo/prepare-undo';
import { carryOutUndo } from './carry-out-undo';
import { readUndoFacts } from './journal';
import type { OneRun } from './one-run';
import { Remembered } from './remembered';
import { readRun } from './run-progress';
import type { ScriptDesk } from './scripts/script-desk';
import { applyUndo, planUndo } from './undo';

/** The undos that were shown to the window, by id: it can name one of these and nothing else. */
export class UndoDesk {
  readonly #shown = new Remembered<PreparedUndo>();

  constructor(
    private readonly scripts: Pick<ScriptDesk, 'patched' | 'revertPatched'>,
    private readonly run: OneRun,
  ) {}

  /** What undoing this would do, for the machine as it is now; remembers it. */
  preview(wish: UndoWish, id: PlanId): UndoPreview {
    const scripts = wish.kind === 'all' ? this.scripts.patched() : [];
    const preview = prepareUndo(id, planUndo(readUndoFacts(), wish, id), scripts);
    if (preview.kind === 'prepared') this.#shown.keep(id, preview.undo);
    return preview;
  }

  /** Null for an undo that was never shown, and for one without a text for root. */
  rootText(id: PlanId): string | null {
    const text = this.#shown.find(id)?.rootText ?? '';
    return text === '' ? null : text;
  }

  /** Does exactly what was shown. */
  async apply(id: PlanId): Promise<UndoEnd> {
    const undo = this.#shown.find(id);
    if (undo === undefined) return { outcome: { kind: 'unknown-plan' }, scripts: [] };
    const carryOut = (): Promise<UndoEnd> =>
      carryOutUndo(undo, { applyUndo, revertScript: (path) => this.scripts.revertPatched(path) });
    return this.run.of<UndoEnd>(carryOut, { outcome: { kind: 'busy' }, scripts: [] });
  }

  /** For a text that the person ran by hand: what came of it, and then the scripts; null before it has ended. */
  async judge(id: PlanId): Promise<UndoEnd | null> {
    const undo = this.#shown.find(id);
    const report = readRun()?.report;
    if (undo?.plan == null || report?.planId !== id) return null;
    const outcome = judgeUndoReport(undo.plan, report, readUndoFacts());
    if (outcome === null) return null;
    return carryOutUndo(undo, {
      applyUndo: () => Promise.resolve(outcome),
      revertScript: (path) => this.scripts.revertPatched(path),
    });
  }
}
