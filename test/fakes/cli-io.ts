import type { CliIo } from '../../main/cli/cli-io';
import { fixtureHost } from './fixture-host';

export interface FakeCli {
  readonly io: CliIo;
  readonly out: () => string;
  readonly err: () => string;
  /** What standard output holds, as the one JSON document it must be. */
  readonly json: () => unknown;
}

function surprise(what: string): never {
  throw new Error(`Nobody should call ${what}.`);
}

/** A terminal and a machine for the command line: a plain machine without VMs, no terminal, nothing may be changed. */
export function fakeCli(overrides: Partial<CliIo> = {}): FakeCli {
  let out = '';
  let err = '';
  const io: CliIo = {
    env: { LANG: 'en_US.UTF-8' },
    version: '9.8.7',
    isRoot: false,
    isInTty: false,
    isOutTty: false,
    isErrTty: false,
    columns: () => 100,
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    ask: () => surprise('ask'),
    every: () => surprise('every'),
    onInterrupt: () => () => undefined,
    readHost: () => fixtureHost('plain'),
    readVms: () => [],
    readScriptEdit: () => surprise('readScriptEdit'),
    scripts: {
      read: () => surprise('scripts.read'),
      patch: () => surprise('scripts.patch'),
      revert: () => surprise('scripts.revert'),
      patched: () => surprise('scripts.patched'),
    },
    readRun: () => surprise('readRun'),
    newPlanId: () => '20261123T101500Z-1f6a09c2',
    cancelRun: () => surprise('cancelRun'),
    applyPlan: () => surprise('applyPlan'),
    readUndoFacts: () => surprise('readUndoFacts'),
    planUndo: () => surprise('planUndo'),
    applyUndo: () => surprise('applyUndo'),
    openWindow: () => surprise('openWindow'),
    ...overrides,
  };
  return {
    io,
    out: () => out,
    err: () => err,
    json: (): unknown => JSON.parse(out),
  };
}
