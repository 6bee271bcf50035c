import { describe, expect, it } from 'vitest';
import { kept } from '../../../renderer/src/state/kept';

describe('kept', () => {
  it('keeps what says the same, and takes what says something else', () => {
    const known = { pages: [508, 4] };
    expect(kept(known, { pages: [508, 4] })).toBe(known);
    const read = { pages: [512, 0] };
    expect(kept(known, read)).toBe(read);
  });
});
