import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ROOT } from '../rings/command';
import type { Figure } from './figure';

const MOST_KIB = 120;

/** What the window has to load: JavaScript and CSS of the renderer, each file gzipped. */
export function benchBundle(): readonly Figure[] {
  const folder = join(ROOT, 'out/renderer');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(?:js|css)$/.test(name));
  const bytes = files.reduce((sum, name) => sum + gzipSync(readFileSync(join(folder, name))).length, 0);
  return [
    {
      what: 'JavaScript and CSS of the window, gzipped',
      measured: `${(bytes / 1_024).toFixed(1)} KiB in ${String(files.length)} files`,
      goal: `≤ ${String(MOST_KIB)} KiB`,
      isMet: files.length > 0 && bytes <= MOST_KIB * 1_024,
      numbers: { bytes, files: files.length },
    },
  ];
}
