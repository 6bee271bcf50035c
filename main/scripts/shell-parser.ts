import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Language, Parser, type Tree } from 'web-tree-sitter';
import type { ShellParser } from '../../common/script/shell-node';
import { CachedNode } from './cached-node';
import { GRAMMAR_FILES } from './grammar-files';

/** The file beside this one, as the build leaves it, or where npm has put it. */
function grammarFile(path: (typeof GRAMMAR_FILES)[number]): Uint8Array {
  const beside = join(import.meta.dirname, path.slice(path.indexOf('/') + 1));
  try {
    return readFileSync(beside);
  } catch {
    return readFileSync(createRequire(import.meta.url).resolve(path));
  }
}

let loaded: Promise<Parser> | null = null;

async function loadParser(): Promise<Parser> {
  const [runtime, grammar] = GRAMMAR_FILES;
  await Parser.init({ wasmBinary: grammarFile(runtime) });
  const parser = new Parser();
  parser.setLanguage(await Language.load(grammarFile(grammar)));
  return parser;
}

/**
 * Opens a parser for shell scripts: tree-sitter with its bash grammar, both as WebAssembly. They are loaded once; without
 * their files the program is not whole, and it throws.
 */
export async function openShellParser(): Promise<ShellParser> {
  loaded ??= loadParser();
  const parser = await loaded;
  const trees: Tree[] = [];
  return {
    parse: (text) => {
      const tree = parser.parse(text);
      // Only a parser without a language or one that was stopped gives none.
      if (tree === null) throw new Error('the shell parser gave no tree');
      trees.push(tree);
      return new CachedNode(tree.rootNode);
    },
    release: () => {
      for (const tree of trees.splice(0)) tree.delete();
    },
  };
}
