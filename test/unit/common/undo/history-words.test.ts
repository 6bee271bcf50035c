import { describe, expect, it } from 'vitest';
import { translatorFor } from '../../../../common/text/translator';
import { changeWords, nowWords, outsideWords, stateWords } from '../../../../common/undo/history-words';
import { poolChange, sysctlChange, WHOLE_PLAN } from '../../../fakes/undo';

const { say } = translatorFor('en');

describe('the words of the history', () => {
  it('say what a plan changed', () => {
    expect(WHOLE_PLAN.map((change) => say(changeWords(change)))).toEqual([
      'Group kvm made',
      'ming added to the group kvm',
      '/dev/hugepages mounted',
      'Pool of 2 MiB pages: from 0 to 2,050',
      '/etc/sysctl.d/40-hugepage.conf made',
      '/etc/fstab changed',
    ]);
    expect(say(changeWords(sysctlChange({ copy: 'sysctl' })))).toBe('/etc/sysctl.d/40-hugepage.conf changed');
  });
  it('name what the kernel gave, not what was asked for', () => {
    expect(say(changeWords(poolChange(0, 2_050, 1_790)))).toContain('to 1,790');
  });
  it('say what is so now, of a pool with its pages', () => {
    expect(say(nowWords({ state: 'changed', pages: 1_024 }))).toBe('Now 1,024: somebody has changed it since');
    expect(say(nowWords({ state: 'changed', pages: null }))).toBe('Somebody has changed it since');
    expect(say(nowWords({ state: 'gone', pages: null }))).toBe('Somebody has removed it since');
  });
  it('name the plans that an undo undid', () => {
    expect(say(stateWords('undo', 'X'))).toBe('undid X');
    expect(say(stateWords('stands', ''))).toBe('can be undone');
  });
  it('say what was set here, what it is now, and what to do', () => {
    expect(say(outsideWords({ pageKiB: 2_048, setPages: 2_050, nowPages: 1_024 }))).toMatch(
      /set to 2,050 here, now 1,024\. .*apply the plan once more/,
    );
  });
});
