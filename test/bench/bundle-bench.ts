import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ROOT } from '../rings/command';
import type { Figure } from './figure';

const MOST_KIB = 180;
const FOLDER = join(ROOT, 'out/renderer/assets');
/** The chapter that the first button opens; its figure is the first that is loaded. */
const FIRST_CHAPTER = /^Pages-[\w-]+\.(?:js|css)$/;

/** What the window has to load, gzipped: up to the first figure, and all figures together. */
export function benchBundle(): readonly Figure[] {
  const all = readdirSync(FOLDER).filter((name) => /\.(?:js|css)$/.test(name));
  const chapter = all.filter((name) => FIRST_CHAPTER.test(name));
  const first = withImports([...namedByPage(), ...chapter, ...chapter.flatMap(loadedWith)]);
  const bytes = gzippedBytes(first);
  return [
    {
      what: 'JavaScript and CSS of the first screen with its figure, gzipped',
      measured: `${kib(bytes)} in ${String(first.length)} files`,
      goal: `≤ ${String(MOST_KIB)} KiB`,
      isMet: first.some((name) => FIRST_CHAPTER.test(name)) && bytes <= MOST_KIB * 1_024,
      numbers: { bytes, files: first.length },
    },
    {
      what: 'JavaScript and CSS of the whole window, gzipped',
      measured: `${kib(gzippedBytes(all))} in ${String(all.length)} files`,
      goal: '',
      isMet: null,
      numbers: { bytes: gzippedBytes(all), files: all.length },
    },
  ];
}

function kib(bytes: number): string {
  return `${(bytes / 1_024).toFixed(1)} KiB`;
}

function gzippedBytes(names: readonly string[]): number {
  return names.reduce((sum, name) => sum + gzipSync(readFileSync(join(FOLDER, name))).length, 0);
}

/** The scripts and styles that index.html names. */
function namedByPage(): readonly string[] {
  const html = readFileSync(join(FOLDER, '../index.html'), 'utf8');
  return [...html.matchAll(/(?:src|href)="\.\/assets\/([^"]+\.(?:js|css))"/g)].flatMap(([, name]) => name ?? []);
}

/** These files and what they import at once, each only once; `import()` is for later and does not count. */
function withImports(names: readonly string[]): readonly string[] {
  const found = new Set<string>();
  const add = (name: string): void => {
    if (found.has(name) || !existsSync(join(FOLDER, name))) return;
    found.add(name);
    for (const imported of namesIn(name, /(?:from|import)\s*["'`]\.\/([\w.-]+\.js)["'`]/g)) add(imported);
  };
  for (const name of names) add(name);
  return [...found];
}

/** What the bundler loads beside a chapter's script when that is asked for: its styles, and scripts it shares. */
function loadedWith(script: string): readonly string[] {
  return readdirSync(FOLDER).flatMap((name) => {
    const text = name.endsWith('.js') ? readFileSync(join(FOLDER, name), 'utf8') : '';
    const indexes = new RegExp(`import\\(.\\./${script}.\\),__vite__mapDeps\\(\\[([\\d,]+)\\]`).exec(text)?.[1];
    const list = [...(/m\.f=\[([^\]]+)\]/.exec(text)?.[1] ?? '').matchAll(/\.\/([\w.-]+)/g)].map(
      ([, file]) => file ?? '',
    );
    return (indexes ?? '').split(',').flatMap((index) => list[Number(index)] ?? []);
  });
}

function namesIn(name: string, pattern: RegExp): readonly string[] {
  if (!name.endsWith('.js')) return [];
  return [...readFileSync(join(FOLDER, name), 'utf8').matchAll(pattern)].flatMap(([, found]) => found ?? []);
}
