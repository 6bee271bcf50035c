import { chmodSync, copyFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'electron-vite';
import { GRAMMAR_FILES } from './main/scripts/grammar-files';

/** `npx hugepages-guide` runs the file itself. */
const executableCli = {
  name: 'executable-cli',
  writeBundle(): void {
    chmodSync('out/main/cli.js', 0o755);
  },
};

/** The shell parser and its grammar are WebAssembly, which lies beside the bundle: see main/scripts/shell-parser.ts. */
const shellGrammar = {
  name: 'shell-grammar',
  writeBundle(): void {
    for (const file of GRAMMAR_FILES) copyFileSync(join('node_modules', file), join('out/main', basename(file)));
  },
};

export default defineConfig({
  main: {
    plugins: [executableCli, shellGrammar],
    build: {
      outDir: 'out/main',
      rolldownOptions: {
        input: { index: 'main/index.ts', cli: 'main/cli.ts' },
        output: { chunkFileNames: '[name].js' },
        // web-tree-sitter has one for grammars that bring JavaScript along; ours does not.
        checks: { eval: false },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      rolldownOptions: {
        input: { index: 'preload/index.ts' },
        // A sandboxed preload is loaded as CommonJS, whatever package.json says.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    base: './',
    plugins: [svelte()],
    build: {
      outDir: 'out/renderer',
      emptyOutDir: true,
      minify: true,
      rolldownOptions: { input: 'renderer/index.html' },
    },
  },
});
