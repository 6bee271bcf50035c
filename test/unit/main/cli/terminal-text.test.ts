import { describe, expect, it } from 'vitest';
import { columnsOf, cut, pad, table } from '../../../../main/cli/terminal-text';

describe('text in a terminal', () => {
  it('counts Chinese characters and full-width signs twice', () => {
    expect(columnsOf('2 MiB')).toBe(5);
    expect(columnsOf('大页池')).toBe(6);
    expect(columnsOf('（2 MiB）')).toBe(9);
  });
  it('pads to a width on either side, and leaves longer text alone', () => {
    expect(pad('空闲', 6, 'end')).toBe('空闲  ');
    expect(pad('12', 5, 'start')).toBe('   12');
    expect(pad('surplus', 3, 'end')).toBe('surplus');
  });
  it('cuts to a width without halving a character', () => {
    expect(cut('Grow the pool', 4)).toBe('Grow');
    expect(cut('大页池', 5)).toBe('大页');
    expect(cut('大页池', 0)).toBe('');
  });
  it('makes a table with numbers to the right', () => {
    expect(
      table([
        ['页大小', '总数'],
        ['2 MiB', '2,050'],
      ]),
    ).toEqual(['页大小   总数', '2 MiB   2,050']);
    expect(table([])).toEqual([]);
  });
});
