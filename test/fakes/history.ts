import type { HistoryReading } from '../../common/contract';
import type { CheckedStep, UndoCheck, UndoOutcome } from '../../common/undo/judge-undo';
import { historyOf } from '../../common/undo/history';
import { type PreparedUndo, prepareUndo, type UndoEnd, type UndoPreview } from '../../common/undo/prepare-undo';
import type { UndoFacts } from '../../common/undo/undo-facts';
import { desktopWithPool } from './host';
import { PLAN_ID } from './plan';
import {
  entry,
  FIRST,
  fstabChange,
  poolChange,
  SECOND,
  THIRD,
  undoFacts,
  undoFor,
  undoneFacts,
  WHOLE_PLAN,
} from './undo';

/** A script of the person's own that holds a patch. */
export const OWN_SCRIPT = '/home/ming/vm/win10.sh';

export function historyReading(facts: UndoFacts = undoFacts(), scripts: readonly string[] = []): HistoryReading {
  return { history: historyOf(facts), scripts };
}

/** The whole plan, one after it, and that one undone; then somebody set another pool. */
export const SEVERAL_RUNS: UndoFacts = undoFacts({
  entries: [
    entry(FIRST, WHOLE_PLAN),
    entry(SECOND, [poolChange(2_050, 4_100)]),
    entry(THIRD, [], { undoes: [SECOND], restored: ['pool 2048'] }),
  ],
  host: { ...undoFacts().host, pools: desktopWithPool(1_024).pools },
});

/** A plan that was killed while it wrote the fstab. */
export const CUT_OFF: UndoFacts = undoFacts({
  entries: [entry(FIRST, [poolChange(0, 2_050), fstabChange({ newSha256: null, line: null })], { end: null })],
  unreadable: ['/var/lib/hugepages-guide/journal/20991231T000000Z-00000009'],
});

/** The undo that is shown for these facts. */
export function undoPreview(facts: UndoFacts = undoFacts(), scripts: readonly string[] = []): UndoPreview {
  return prepareUndo(PLAN_ID, { kind: 'plan', plan: undoFor(facts) }, scripts);
}

export function preparedUndo(facts?: UndoFacts, scripts?: readonly string[]): PreparedUndo {
  const preview = undoPreview(facts, scripts);
  if (preview.kind === 'prepared') return preview.undo;
  throw new Error('refused');
}

const REPORT = {
  planId: PLAN_ID,
  steps: [],
  end: 'applied',
  failure: null,
  gotPages: null,
  shortBy: null,
  phase: null,
} as const;

function checksOf({ plan }: PreparedUndo): readonly UndoCheck[] {
  const steps = plan?.steps.filter((step): step is CheckedStep => step.kind !== 'reload') ?? [];
  return steps
    .filter(({ state }) => state !== 'left-out')
    .map((step) => ({ step, isAsBefore: true, nowPages: step.kind === 'pool' ? step.toPages : null }));
}

/** Everything is back, each step done and compared. */
export function undoneEnd(
  undo: PreparedUndo,
  kind: Extract<UndoOutcome, { checks: unknown }>['kind'] = 'undone',
): UndoEnd {
  const steps = undo.plan?.steps.map((step) => ({ kind: step.kind, progress: 'done' }) as const) ?? [];
  return {
    outcome: { kind, report: { ...REPORT, steps }, checks: checksOf(undo) },
    scripts: undo.scripts.map((path) => ({ path, outcome: { kind: 'reverted', how: 'whole' } })),
  };
}

export const DECLINED_END: UndoEnd = {
  outcome: { kind: 'not-elevated', elevation: { kind: 'declined' } },
  scripts: [],
};

/** What is left has been changed by somebody since. */
export const KEPT: UndoFacts = undoFacts({
  entries: [entry(FIRST, [poolChange(0, 2_050)])],
  host: desktopWithPool(1_024),
});

export const AS_IT_WAS: UndoFacts = undoneFacts();
