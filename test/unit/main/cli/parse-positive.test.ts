import { describe, expect, it } from 'vitest';
import { parsePositive } from '../../../../main/cli/parse-positive';

describe('parsePositive', () => {
  it('reads process ids and pages', () => {
    expect(parsePositive('4242')).toBe(4_242);
    expect(parsePositive('1')).toBe(1);
  });
  it.each(['', '0', '00', '-1', '1.5', '2e3', '0x10', 'many', '2 050', '9'.repeat(20)])('refuses “%s”', (typed) => {
    expect(parsePositive(typed)).toBeNull();
  });
});
