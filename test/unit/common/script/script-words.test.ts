import { describe, expect, it } from 'vitest';
import { LOCALES } from '../../../../common/locale';
import type { Message } from '../../../../common/message';
import type { PatchOutcome, RevertOutcome, ScriptBacking } from '../../../../common/script/reading';
import {
  backingWords,
  byHandOf,
  exitWords,
  faultWords,
  patchOutcomeWords,
  revertOutcomeWords,
  type ScriptWords,
  startFaultWords,
  treatmentWords,
} from '../../../../common/script/script-words';
import { translatorFor } from '../../../../common/text/translator';
import { CONFLICT, DECLINED_START, FAULTS, START_FAULTS } from '../../../fakes/script';

const { say } = translatorFor('en');

/** In both languages, with every gap filled. */
function sentences(...told: readonly Message[]): readonly string[] {
  return LOCALES.flatMap((locale) => told.map((sentence) => translatorFor(locale).say(sentence)));
}
function expectWhole({ title, next }: ScriptWords): void {
  for (const sentence of sentences(title, next)) expect(sentence).not.toMatch(/\{\{|undefined|^script|^start-/);
}

describe('faultWords', () => {
  it.each(Object.values(FAULTS))('says what happened and what to do next: $id', (fault) => {
    expectWhole(faultWords(fault));
  });

  it('names what it is about', () => {
    expect(say(faultWords(FAULTS['too-large']).title)).toBe('With 40 GiB this is too large for a start script.');
    expect(say(faultWords(FAULTS['not-understood']).title)).toMatch(/^Line 17 /);
    expect(say(faultWords(FAULTS['unsafe-folder']).title)).toContain('/srv/shared');
    expect(say(faultWords(FAULTS['cannot-write']).next)).toContain('ENOSPC');
    expect(say(faultWords(FAULTS['no-shell']).title)).toContain('zsh');
  });

  it('names the line that the shell refuses, where the shell did', () => {
    const fault = FAULTS['syntax-error'];
    expect(say(faultWords(fault).title)).toBe('bash itself refuses line 9 of this script.');
    expect(say(faultWords({ ...fault, line: null }).title)).toBe('bash itself refuses this script.');
    expect(say(faultWords(fault).next)).toContain(fault.detail);
  });

  it('announces words to add exactly where there are some', () => {
    for (const fault of Object.values(FAULTS)) {
      const isAnnounced = say(faultWords(fault).next).includes('below');
      expect({ id: fault.id, isAnnounced }).toEqual({ id: fault.id, isAnnounced: byHandOf(fault) !== null });
    }
    expect(byHandOf(FAULTS.quickemu)).toBe('extra_args+=" -mem-path /dev/hugepages"');
  });

  it('promises that nothing was changed where a change had been asked for', () => {
    expect(say(faultWords(FAULTS.changed).title)).toContain('Nothing was changed');
    expect(say(faultWords(FAULTS['cannot-write']).title)).toContain('It is as it was');
    expect(say(faultWords(FAULTS['no-backup']).title)).toContain('nothing was changed');
    expect(say(faultWords(FAULTS['result-refused']).title)).toContain('the old one stays');
  });
});

describe('startFaultWords', () => {
  it.each(Object.values(START_FAULTS))('says what happened and what to do next: $id', (fault) => {
    expectWhole(startFaultWords(fault));
  });
});

describe('backingWords', () => {
  it.each<[ScriptBacking, string]>([
    [{ kind: 'ordinary' }, 'ordinary memory'],
    [{ kind: 'mem-path', path: '/dev/hugepages' }, 'the folder /dev/hugepages (-mem-path)'],
    [{ kind: 'mem-path', path: null }, 'a folder that only running the script would tell (-mem-path)'],
    [{ kind: 'object', type: 'memory-backend-memfd', path: null }, 'an object of type memory-backend-memfd'],
    [
      { kind: 'object', type: 'memory-backend-file', path: '/dev/shm' },
      'an object of type memory-backend-file in /dev/shm',
    ],
    [{ kind: 'unknown' }, 'cannot be known without running it'],
  ])('tells where memory comes from: %o', (backing, words) => {
    expect(say(backingWords(backing))).toBe(words);
  });
});

describe('treatmentWords', () => {
  it('tells in a word what is done with a start', () => {
    const treatments = [{ kind: 'change' }, { kind: 'already' }, DECLINED_START.treatment] as const;
    expect(treatments.map((treatment) => say(treatmentWords(treatment)))).toEqual([
      'will be changed',
      'already on huge pages',
      'left as it is',
    ]);
  });
});

describe('patchOutcomeWords', () => {
  it.each<[PatchOutcome, RegExp]>([
    [{ kind: 'patched' }, /^Done: the script is patched/],
    [{ kind: 'nothing-to-do' }, /^There was nothing to change/],
    [{ kind: 'refused', fault: FAULTS.changed }, /^The script was edited after it had been shown/],
  ])('tells how it ended: %o', (outcome, title) => {
    expectWhole(patchOutcomeWords(outcome));
    expect(say(patchOutcomeWords(outcome).title)).toMatch(title);
  });
});

describe('revertOutcomeWords', () => {
  it.each<[RevertOutcome, RegExp]>([
    [{ kind: 'reverted', how: 'whole' }, /byte for byte/],
    [{ kind: 'reverted', how: 'lifted' }, /what you changed since then has stayed/],
    [{ kind: 'not-patched' }, /^There is no patch/],
    [{ kind: 'conflict', parts: CONFLICT }, /you have to decide/],
    [{ kind: 'refused', fault: FAULTS.missing }, /^The file is not there any more/],
  ])('tells how it ended: %o', (outcome, title) => {
    expectWhole(revertOutcomeWords(outcome));
    expect(say(revertOutcomeWords(outcome).title)).toMatch(title);
  });
});

describe('exitWords', () => {
  it.each([
    [0, /^The script has ended without a fault/],
    [-1, /ended by a signal/],
    [126, /may not be run/],
    [127, /was not found/],
    [1, /exit code 1,/],
  ])('explains the end of a script: %i', (exitCode, title) => {
    expectWhole(exitWords(exitCode));
    expect(say(exitWords(exitCode).title)).toMatch(title);
  });
});
