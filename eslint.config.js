import { builtinModules } from 'node:module';
import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from './renderer/svelte.config.js';

const NODE = builtinModules.filter((name) => !name.includes(':')).map((name) => `${name}$`);
const THE_SYSTEM = `^(node:|${NODE.join('|')}|electron)`;
const NO_LOOSE_ASSERTION = {
  selector: "TSAsExpression:not([typeAnnotation.typeName.name='const'])",
  message: 'No `as` outside preload/index.ts, main/ipc.ts and tests: let the types follow from the data.',
};
/** Nothing can be said about a name that is put together at run time. */
const NO_MADE_UP_IMPORT = {
  selector: "ImportExpression[source.type!='Literal']",
  message: 'import() takes a literal, so that the fences can read it.',
};

/** Every way to name another file: import, export … from, import(), and import('…') as a type. */
function notFrom(pattern, message) {
  // A slash would end the selector's regular expression.
  const regex = `/${pattern.replaceAll('/', '\\x2F')}/`;
  const naming = 'ImportDeclaration, ExportNamedDeclaration, ExportAllDeclaration, ImportExpression, TSImportType';
  return { selector: `:matches(${naming})[source.value=${regex}]`, message };
}
const notBelow = (folders, message) => notFrom(`/(${folders})/`, message);
const ONLY_ELEVATE = notFrom('^(@vscode/)?sudo-prompt(/|$)', 'Only main/elevate.ts imports sudo-prompt.');
const ONLY_SETTINGS = notFrom('^electron-store(/|$)', 'Only main/settings.ts imports electron-store.');
const MAIN_FENCE = notBelow('renderer|preload|build|test', 'main/ imports common/ only.');

/** The rules of some files, all of them: a later block for the same file replaces the list of an earlier one. */
const fence = (files, ...restrictions) => ({
  files,
  rules: { 'no-restricted-syntax': ['error', NO_MADE_UP_IMPORT, ...restrictions] },
});

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
  fence(
    ['common/**'],
    notFrom('^(?![.]{1,2}/|diff$|i18next$|valibot$)', 'common/ is pure and imports diff, i18next and valibot only.'),
    notBelow('main|preload|renderer|build|test', 'common/ is pure and imports nothing of ours.'),
    NO_LOOSE_ASSERTION,
  ),
  fence(['main/**'], MAIN_FENCE, ONLY_ELEVATE, ONLY_SETTINGS, NO_LOOSE_ASSERTION),
  fence(['main/elevate.ts'], MAIN_FENCE, ONLY_SETTINGS, NO_LOOSE_ASSERTION),
  fence(['main/settings.ts'], MAIN_FENCE, ONLY_ELEVATE, NO_LOOSE_ASSERTION),
  fence(['main/ipc.ts'], MAIN_FENCE, ONLY_ELEVATE, ONLY_SETTINGS),
  fence(
    ['preload/**'],
    notBelow('main|renderer|build|test', 'preload/ imports common/ only.'),
    ONLY_ELEVATE,
    ONLY_SETTINGS,
  ),
  fence(
    ['renderer/**'],
    notFrom(THE_SYSTEM, 'renderer/ touches neither Node nor Electron.'),
    notBelow('main|preload|build|test', 'renderer/ imports common/ only.'),
    ONLY_ELEVATE,
    NO_LOOSE_ASSERTION,
  ),
  fence(['build/**'], ONLY_ELEVATE, ONLY_SETTINGS, NO_LOOSE_ASSERTION),
  { files: ['build/**', 'test/run.ts', 'test/bench/**'], rules: { 'no-console': 'off' } },
);
