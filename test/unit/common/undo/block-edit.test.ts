import { describe, expect, it } from 'vitest';
import { findBlock } from '../../../../common/undo/block-edit';
import { block } from '../../../fakes/undo';

const OURS = block('vm.nr_hugepages = 8');
const any = (): boolean => true;

describe('findBlock', () => {
  it('finds our block with its place', () => {
    expect(findBlock(`a\n${OURS}b\n`, any)).toEqual({ offsetBytes: 2, text: OURS });
    expect(findBlock(OURS, any)).toEqual({ offsetBytes: 0, text: OURS });
  });
  it('finds the one with the line that is wanted', () => {
    const other = block('vm.nr_hugepages = 9');
    expect(findBlock(OURS + other, (line) => line.endsWith('9'))).toEqual({ offsetBytes: OURS.length, text: other });
  });
  it.each([
    ['there is none', 'a\nb\n'],
    ['there are two', OURS + OURS],
    ['it has lost its end', OURS.slice(0, -5)],
    ['it has more lines than ours', OURS.replace('8\n', '8\nvm.swappiness = 1\n')],
    ['its begin stands inside a line', `x${OURS}`],
  ])('finds nothing where %s', (_, text) => {
    expect(findBlock(text, any)).toBeNull();
  });
});
