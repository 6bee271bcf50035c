// Turns the compiled files of page/ into the two scripts that go into each document.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';
import type { PageConfig } from '../page/channel.cjs';

const ROOT = join(__dirname, '..');
const PAGE_WORLD = ['page/bridge-values.cjs', 'page/bridge.cjs', 'page/page-world.cjs'];
const PRELOAD_WORLD = [
  'page/bridge-values.cjs',
  'page/bridge.cjs',
  'page/emitter.cjs',
  'page/ipc-renderer.cjs',
  'page/preload-require.cjs',
  'page/preload-world.cjs',
  'page/watch-title.cjs',
  'page/web-utils.cjs',
  'shared/codec.cjs',
  'shared/refuse.cjs',
];
/** What Electron hands to a sandboxed preload; the page's half passes it in this order. */
const PRELOAD_PARAMETERS = 'require, module, exports, process, global, Buffer, setImmediate, clearImmediate';

/** A module loader of four lines; file names are unique, so folders need no resolving. */
function bundle(files: readonly string[], entry: string): string {
  const baseName = (file: string): string => file.slice(file.lastIndexOf('/') + 1);
  const definitions = files.map((file) => {
    const source = readFileSync(join(ROOT, file), 'utf8');
    return `${JSON.stringify(baseName(file))}: (require, module, exports) => {${source}\n}`;
  });
  return `((definitions, loaded) => {
    const require = (name) => {
      const key = name.slice(name.lastIndexOf('/') + 1);
      if (!(key in loaded)) definitions[key](require, (loaded[key] = { exports: {} }), loaded[key].exports);
      return loaded[key].exports;
    };
    return require(${JSON.stringify(entry)});
  })({ ${definitions.join(',\n')} }, {})`;
}

const cache = new Map<string, string>();

function bundled(files: readonly string[], entry: string): string {
  const text = cache.get(entry) ?? bundle(files, entry);
  cache.set(entry, text);
  return text;
}

type Failure = NonNullable<PageConfig['preloadFailure']>;

function failureOf(error: unknown): Failure {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  return { name, message, stack: stack ?? message };
}

/** The preload as a function. One that does not parse, such as an ES module, would otherwise vanish without a word. */
function preloadFunction(path: string | undefined): { readonly source: string; readonly failure: Failure | null } {
  const nothing = `function (${PRELOAD_PARAMETERS}) {}`;
  if (path === undefined) return { source: nothing, failure: null };
  try {
    const source = `function (${PRELOAD_PARAMETERS}) {\n${readFileSync(path, 'utf8')}\n}`;
    new Script(`(${source})`, { filename: path });
    return { source, failure: null };
  } catch (error) {
    return { source: nothing, failure: failureOf(error) };
  }
}

export interface PageScripts {
  readonly pageWorld: string;
  readonly preloadWorld: string;
}

export function pageScripts(config: Omit<PageConfig, 'preloadFailure'>, preloadPath: string | undefined): PageScripts {
  const preload = preloadFunction(preloadPath);
  const text = JSON.stringify({ ...config, preloadFailure: preload.failure });
  const sourceUrl = preloadPath === undefined ? '' : `\n//# sourceURL=file://${preloadPath}`;
  return {
    pageWorld: `${bundled(PAGE_WORLD, 'page-world.cjs')}.start(${text})`,
    preloadWorld: `${bundled(PRELOAD_WORLD, 'preload-world.cjs')}.start(${text}, ${preload.source})${sourceUrl}`,
  };
}
