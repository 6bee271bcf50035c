import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { drawIcon, ICON_FILES } from '../../../build/icons/draw-icons';

const ROOT = join(import.meta.dirname, '../../..');

/** Width and height of a PNG, from its first chunk. */
function sizeOf(png: Buffer): readonly [number, number] {
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

describe('the app’s icon', () => {
  it.each(ICON_FILES)('$path is what the drawing gives now', ({ path, size }) => {
    const kept = readFileSync(join(ROOT, path));
    expect(sizeOf(kept)).toEqual([size, size]);
    expect(kept.equals(drawIcon(size))).toBe(true);
  });
});
