// Makes the name `electron` mean the stand-in, for require() and for import alike.
import Module from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const NAMES = new Set(['electron', 'electron/main', 'electron/common']);
const COMMONJS = join(__dirname, '..', 'electron.cjs');
const ESM_URL = pathToFileURL(join(__dirname, '..', 'electron.mjs')).href;

interface Resolved {
  readonly url: string;
  readonly shortCircuit?: boolean;
}

type Resolve = (
  specifier: string,
  context: unknown,
  next: (specifier: string, context: unknown) => Resolved,
) => Resolved;

/** What newer Nodes have and the types of Node 20 do not; and what no types describe. */
interface ModuleInternals {
  registerHooks?: (hooks: { resolve: Resolve }) => void;
  _resolveFilename: (request: string, ...rest: unknown[]) => string;
}

export function resolveElectron(): void {
  const internals = Module as unknown as ModuleInternals;
  // Needed beside any hook: Playwright asks for `require('electron')` from the debugger, outside every module.
  const original = internals._resolveFilename;
  internals._resolveFilename = function resolveFilename(request, ...rest) {
    return NAMES.has(request) ? COMMONJS : original.call(this, request, ...rest);
  };
  if (internals.registerHooks !== undefined) {
    internals.registerHooks({ resolve: resolveImport });
    return;
  }
  const hooks = pathToFileURL(join(__dirname, 'resolve-hooks.mjs'));
  Module.register(hooks, { data: { names: [...NAMES], url: ESM_URL } });
}

function resolveImport(...[specifier, context, next]: Parameters<Resolve>): Resolved {
  if (!NAMES.has(specifier)) return next(specifier, context);
  const { conditions } = context as { readonly conditions?: readonly string[] };
  const isRequire = conditions?.includes('require') ?? false;
  return { url: isRequire ? pathToFileURL(COMMONJS).href : ESM_URL, shortCircuit: true };
}
