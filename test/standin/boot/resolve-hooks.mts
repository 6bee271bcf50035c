// Node 20 runs import hooks in a thread of their own; newer Nodes do not need this file.
import type { InitializeHook, ResolveHook } from 'node:module';

let names: readonly string[] = [];
let url = '';

export const initialize: InitializeHook<{ names: readonly string[]; url: string }> = (data) => {
  names = data.names;
  url = data.url;
};

export const resolve: ResolveHook = (specifier, context, nextResolve) =>
  names.includes(specifier) ? { url, shortCircuit: true } : nextResolve(specifier, context);
