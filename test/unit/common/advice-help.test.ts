import { describe, expect, it } from 'vitest';
import { helpFindings } from '../../../common/advice-help';
import type { HostSnapshot, PromptFacts, TransparentMode } from '../../../common/snapshot';
import { fixtureHost } from '../../fakes/fixture-host';

const plain = fixtureHost('plain');

describe('transparent', () => {
  const keyFor = (mode: TransparentMode | null): string | undefined =>
    helpFindings({ ...plain, transparent: { mode } })[0]?.sentence.key;

  it('says that VMs already get transparent huge pages under always and under madvise', () => {
    expect(keyFor('always')).toBe('finding.transparent.on');
    expect(keyFor('madvise')).toBe('finding.transparent.on');
    expect(helpFindings(plain)[0]).toMatchObject({ light: 'hint', sentence: { values: { anonHugeKiB: 178_176 } } });
  });
  it('knows never, and when the kernel says nothing', () => {
    expect(keyFor('never')).toBe('finding.transparent.never');
    expect(keyFor(null)).toBe('finding.transparent.unknown');
  });
});

describe('prompt', () => {
  const found = (facts: Partial<PromptFacts>, snapshot: HostSnapshot = plain): string => {
    const finding = helpFindings({ ...snapshot, prompt: { ...snapshot.prompt, ...facts } })[1];
    return `${String(finding?.light)} ${String(finding?.sentence.key)}`;
  };
  it('can ask an administrator for the password', () => {
    expect(found({})).toBe('ok finding.prompt.ok');
  });
  it('says what stands in the way, the worst first', () => {
    expect(found({ hasNoNewPrivs: true, hasPkexec: false })).toBe('warning finding.prompt.no-new-privs');
    expect(found({ hasPkexec: false, isAdministrator: false })).toBe('warning finding.prompt.no-pkexec');
    expect(found({ isAdministrator: false })).toBe('hint finding.prompt.not-an-administrator');
  });
  it('needs no password as root', () => {
    expect(found({ hasPkexec: false }, fixtureHost('container'))).toBe('hint finding.prompt.root');
  });
});

describe('an earlier run', () => {
  const keysFor = (run: HostSnapshot['run']): readonly string[] =>
    helpFindings({ ...plain, run })
      .slice(2)
      .map(({ sentence }) => sentence.key);
  const planId = '20261123T101500Z-1f6a09c2';

  it('is not spoken of when there was none, or when it came to its end', () => {
    expect(keysFor(null)).toEqual([]);
    expect(keysFor({ planId, isRunning: false, hasEnded: true })).toEqual([]);
  });
  it('is named while it runs, and when it was killed before its end', () => {
    expect(keysFor({ planId, isRunning: true, hasEnded: false })).toEqual(['finding.run.running']);
    expect(keysFor({ planId, isRunning: false, hasEnded: false })).toEqual(['finding.run.interrupted']);
  });
});
