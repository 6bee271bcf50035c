import { describe, expect, it } from 'vitest';
import { nowOf } from '../../../../common/undo/history-now';
import type { Change } from '../../../../common/undo/journal';
import type { UndoFacts } from '../../../../common/undo/undo-facts';
import { desktopWithPool } from '../../../fakes/host';
import {
  entry,
  fileWith,
  FIRST,
  fstabChange,
  poolChange,
  SECOND,
  sysctlChange,
  undoFacts,
  undoneFacts,
  WHOLE_PLAN,
} from '../../../fakes/undo';

const states = (facts: UndoFacts): readonly string[] =>
  WHOLE_PLAN.map((change) => nowOf(change, facts.entries[0] ?? entry(FIRST, []), facts).state);

function stateOf(change: Change, facts: UndoFacts): string {
  return nowOf(change, entry(FIRST, [change]), facts).state;
}

describe('nowOf', () => {
  it('sees that everything stands as it was set', () => {
    expect(new Set(states(undoFacts()))).toEqual(new Set(['as-set']));
  });
  it('sees that everything is as it was before', () => {
    expect(new Set(states(undoneFacts()))).toEqual(new Set(['as-before']));
  });
  it('tells of a pool that somebody changed, with its pages', () => {
    const change = poolChange(0, 2_050);
    const facts = undoFacts({ host: desktopWithPool(1_024) });
    expect(nowOf(change, entry(FIRST, [change]), facts)).toEqual({ state: 'changed', pages: 1_024 });
    const old = entry(FIRST, [change], { boot: 'the boot before' });
    expect(nowOf(change, old, facts)).toEqual({ state: 'since-boot', pages: 1_024 });
  });
  it('does not take a later run of ours for somebody else', () => {
    const change = poolChange(0, 2_050);
    const first = entry(FIRST, [change]);
    const host = desktopWithPool(4_096);
    const plan = undoFacts({ host, entries: [first, entry(SECOND, [poolChange(2_050, 4_096)])] });
    expect(nowOf(change, first, plan).state).toBe('later-plan');
    const undo = undoFacts({ host, entries: [first, entry(SECOND, [], { undoes: [FIRST], restored: ['pool 2048'] })] });
    expect(nowOf(change, first, undo).state).toBe('later-plan');
  });
  it.each([
    ['edited', fileWith('mine\n'), 'changed'],
    ['a link by now', { kind: 'symlink' }, 'changed'],
    ['removed', { kind: 'missing' }, 'gone'],
    ['hidden from this person', { kind: 'unreadable' }, 'unknown'],
  ] as const)('tells of a file that is %s', (_words, now, state) => {
    expect(stateOf(fstabChange(), undoFacts({ files: new Map([['/etc/fstab', now]]) }))).toBe(state);
  });
  it('takes a file that the plan made and that is gone for one that is as it was', () => {
    expect(stateOf(sysctlChange(), undoFacts({ files: new Map() }))).toBe('as-before');
  });
  it('knows a script again by the sum in the journal, where its copy is for root alone', () => {
    const then = fileWith('#!/bin/sh\n');
    const oldSha256 = then.kind === 'file' ? then.sha256 : null;
    const change = fstabChange({ kind: 'script', file: '/opt/start.sh', copy: 'script', oldSha256 });
    expect(stateOf(change, undoFacts({ copies: new Map(), files: new Map([['/opt/start.sh', then]]) }))).toBe(
      'as-before',
    );
  });
  it('compares owner and permissions of a mount that was there before', () => {
    const change: Change = {
      kind: 'mount',
      how: 'adjusted',
      path: '/dev/hugepages',
      old: '0:0 755',
      new: '0:104 1770',
    };
    const withOwner = (owner: string): UndoFacts => undoFacts({ owners: new Map([['/dev/hugepages', owner]]) });
    expect(stateOf(change, withOwner('0:104 1770'))).toBe('as-set');
    expect(stateOf(change, withOwner('0:0 755'))).toBe('as-before');
    expect(stateOf(change, withOwner('1:1 700'))).toBe('changed');
    expect(stateOf(change, undoneFacts())).toBe('gone');
  });
});
