/** What the shell parser needs beside its own code: WebAssembly out of npm's packages, which the build puts beside it. */
export const GRAMMAR_FILES = [
  'web-tree-sitter/web-tree-sitter.wasm',
  'tree-sitter-bash/tree-sitter-bash.wasm',
] as const;
