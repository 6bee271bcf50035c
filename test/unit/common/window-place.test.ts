import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Area, openingPlace, type WindowPlace } from '../../../common/window-place';

const LAPTOP: Area = { x: 0, y: 27, width: 1_920, height: 1_053 };
const SECOND: Area = { x: 1_920, y: 0, width: 2_560, height: 1_440 };
const LEFT: WindowPlace = { x: 240, y: 120, width: 1_300, height: 900, isMaximized: false };

describe('openingPlace', () => {
  it('opens the first time at its usual size, wherever the desktop puts it', () => {
    expect(openingPlace(null, [LAPTOP])).toEqual({ width: 1_100, height: 780 });
  });
  it('opens where it was left, on any screen', () => {
    expect(openingPlace(LEFT, [LAPTOP, SECOND])).toEqual({ x: 240, y: 120, width: 1_300, height: 900 });
    const onSecond = { ...LEFT, x: 3_000, y: 300 };
    expect(openingPlace(onSecond, [LAPTOP, SECOND])).toMatchObject({ x: 3_000, y: 300 });
  });
  it('keeps its size but not its place when that screen is gone', () => {
    expect(openingPlace({ ...LEFT, x: 3_000 }, [LAPTOP])).toEqual({ width: 1_300, height: 900 });
  });
  it('does not open with its title bar out of reach', () => {
    expect(openingPlace({ ...LEFT, y: -600 }, [LAPTOP])).toEqual({ width: 1_300, height: 900 });
    expect(openingPlace({ ...LEFT, y: 1_070 }, [LAPTOP])).toEqual({ width: 1_300, height: 900 });
    expect(openingPlace({ ...LEFT, x: 1_850 }, [LAPTOP])).toEqual({ width: 1_300, height: 900 });
  });
  it('shrinks to a screen that is smaller now, down to what can be read', () => {
    expect(openingPlace({ ...LEFT, width: 3_000, height: 2_000 }, [LAPTOP])).toMatchObject({
      width: 1_920,
      height: 1_053,
    });
    expect(openingPlace({ ...LEFT, width: 10, height: 10 }, [LAPTOP])).toMatchObject({ width: 800, height: 600 });
  });
  it('opens without any screen to be seen', () => {
    expect(openingPlace(null, [])).toEqual({ width: 1_100, height: 780 });
  });
  it('never opens smaller than the least window, whatever was kept', () => {
    const pixels = fc.integer({ min: -10_000, max: 10_000 });
    const length = fc.integer({ min: 1, max: 20_000 });
    const area = fc.record({ x: pixels, y: pixels, width: length, height: length });
    fc.assert(
      fc.property(area, fc.boolean(), fc.array(area), (place, isMaximized, screens) => {
        const { width, height } = openingPlace({ ...place, isMaximized }, screens);
        expect(width).toBeGreaterThanOrEqual(800);
        expect(height).toBeGreaterThanOrEqual(600);
      }),
    );
  });
});
