import { describe, expect, it } from 'vitest';
import { programColour, programLetter } from '../../../../common/figures/program-marks';

describe('programLetter', () => {
  it('counts from A, and begins again after Z', () => {
    expect([0, 1, 4, 25, 26].map(programLetter)).toEqual(['A', 'B', 'E', 'Z', 'A']);
  });
});

describe('programColour', () => {
  it('is one of five, in turn', () => {
    expect([0, 1, 4, 5, 26].map(programColour)).toEqual([0, 1, 4, 0, 1]);
  });
});
