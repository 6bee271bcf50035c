import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';

/** The sizes that desktops ask for (freedesktop's icon theme specification), in pixels. */
export const ICON_SIZES = [16, 24, 32, 48, 64, 128, 256, 512, 1_024] as const;
const MOST_SMALL = 32;
const FOLDER = import.meta.dirname;

/** A file with the icon in one size: its path from the project's folder, and its size in pixels. */
export interface IconFile {
  readonly path: string;
  readonly size: number;
}

/** Every picture of the icon: for packages (electron-builder's folder), and for the window itself. */
export const ICON_FILES: readonly IconFile[] = [
  ...ICON_SIZES.map((size) => ({ path: `build/icons/${String(size)}x${String(size)}.png`, size })),
  { path: 'renderer/public/icon.png', size: 256 },
];

/** The icon as a PNG; up to 32 pixels from a drawing of its own, with fewer parts. */
export function drawIcon(size: number): Buffer {
  const svg = readFileSync(join(FOLDER, size <= MOST_SMALL ? 'icon-small.svg' : 'icon.svg'));
  return new Resvg(svg, { fitTo: { mode: 'width', value: size } }).render().asPng();
}

// `npm run icons`
if (process.argv[1] === import.meta.filename) {
  for (const { path, size } of ICON_FILES) writeFileSync(join(FOLDER, '../..', path), drawIcon(size));
}
