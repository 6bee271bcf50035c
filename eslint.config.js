import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './renderer/svelte.config.js';

const fence = (pattern, message) => ({
  'no-restricted-imports': ['error', { patterns: [{ regex: pattern, message }] }],
});
const only = (name, file) => ({
  selector: `ImportDeclaration[source.value='${name}']`,
  message: `Only ${file} imports ${name}.`,
});
const NO_LOOSE_ASSERTION = {
  selector: "TSAsExpression:not([typeAnnotation.typeName.name='const'])",
  message: 'No `as` outside preload/index.ts, main/ipc.ts and tests: let the types follow from the data.',
};

export default ts.config(
  { ignores: ['node_modules', 'out', 'release', 'test-results', 'coverage', 'test/standin/fixture-app'] },
  js.configs.recommended,
  ...ts.configs.strictTypeChecked,
  ...ts.configs.stylisticTypeChecked,
  ...svelte.configs.recommended,
  {
    languageOptions: {
      parserOptions: {
        project: [
          './tsconfig.json',
          './renderer/tsconfig.json',
          './test/standin/tsconfig.json',
          './test/standin/tsconfig.spec.json',
        ],
        extraFileExtensions: ['.svelte'],
      },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      'no-console': 'error',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { globals: globals.browser, parserOptions: { parser: ts.parser, svelteConfig } },
  },
  {
    files: ['**/*.js'],
    ...ts.configs.disableTypeChecked,
    languageOptions: { ...ts.configs.disableTypeChecked.languageOptions, globals: globals.node },
  },

  // The fences between the folders: see ARCHITECTURE.md.
  {
    files: ['common/**'],
    rules: fence('^(node:|electron|svelte)|/(main|preload|renderer)/', 'common/ is pure and imports nothing of ours.'),
  },
  {
    files: ['main/**'],
    rules: {
      ...fence('/(renderer|preload)/', 'main/ imports common/ only.'),
      'no-restricted-syntax': [
        'error',
        only('sudo-prompt', 'main/elevate.ts'),
        only('electron-store', 'main/settings.ts'),
        NO_LOOSE_ASSERTION,
      ],
    },
  },
  {
    files: ['main/elevate.ts'],
    rules: { 'no-restricted-syntax': ['error', only('electron-store', 'main/settings.ts'), NO_LOOSE_ASSERTION] },
  },
  {
    files: ['main/settings.ts'],
    rules: { 'no-restricted-syntax': ['error', only('sudo-prompt', 'main/elevate.ts'), NO_LOOSE_ASSERTION] },
  },
  {
    files: ['main/ipc.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        only('sudo-prompt', 'main/elevate.ts'),
        only('electron-store', 'main/settings.ts'),
      ],
    },
  },
  { files: ['preload/**'], rules: fence('/(main|renderer)/', 'preload/ imports common/ only.') },
  {
    files: ['renderer/**'],
    rules: {
      ...fence('^(node:|electron)|/(main|preload)/', 'renderer/ imports common/ only.'),
      'no-restricted-syntax': ['error', NO_LOOSE_ASSERTION],
    },
  },
  { files: ['common/**'], rules: { 'no-restricted-syntax': ['error', NO_LOOSE_ASSERTION] } },
  { files: ['build/**', 'test/run.ts', 'test/bench/**'], rules: { 'no-console': 'off' } },
);
