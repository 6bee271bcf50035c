import { nodeTool } from '../rings/command';
import { PLANTED_FILES } from './planted-files';

/** A command of the rings, and the planted faults it must turn red for. */
export interface Gate {
  readonly name: string;
  readonly command: readonly string[];
  readonly canaries: readonly Canary[];
}

export interface Canary {
  readonly fault: string;
  /** The words that show the fault was seen for the right reason. */
  readonly saysSo: RegExp;
}

const vitest = (project: string, ...paths: string[]) =>
  nodeTool('vitest/vitest.mjs', 'run', '--project', project, ...paths);
const fenceFiles = Object.keys(PLANTED_FILES).filter((file) =>
  /canary-(?:fence|root|store|assertion)[\w-]*\.ts$/.test(file),
);

export const GATES: readonly Gate[] = [
  {
    name: 'eslint',
    command: nodeTool('eslint/bin/eslint.js', ...fenceFiles),
    canaries: [
      { fault: 'common/ imports from Node', saysSo: /common\/canary-fence\.ts\n.*common\/ is pure/ },
      {
        fault: 'renderer/ imports from main/',
        saysSo: /renderer\/src\/canary-fence\.ts\n.*renderer\/ imports common\//,
      },
      { fault: 'preload/ imports from main/', saysSo: /preload\/canary-fence\.ts\n.*preload\/ imports common\// },
      { fault: 'main/ imports from renderer/', saysSo: /main\/canary-fence\.ts\n.*main\/ imports common\// },
      { fault: 'a second file imports sudo-prompt', saysSo: /main\/canary-root\.ts\n.*Only main\/elevate\.ts/ },
      { fault: 'a second file imports electron-store', saysSo: /main\/canary-store\.ts\n.*Only main\/settings\.ts/ },
      { fault: 'common/ imports a bare Node module', saysSo: /common\/canary-fence-builtin\.ts\n.*common\/ is pure/ },
      { fault: 'common/ imports from test/', saysSo: /common\/canary-fence-test\.ts\n.*common\/ is pure/ },
      { fault: 'common/ imports from main/ at run time', saysSo: /common\/canary-fence-later\.ts\n.*common\/ is pure/ },
      {
        fault: 'common/ takes a type from main/',
        saysSo: /common\/canary-fence-type\.ts\n(?:.*forbidden.*\n)?.*common\/ is pure/,
      },
      { fault: 'common/ imports a name that is made up', saysSo: /canary-fence-made-up\.ts\n.*takes a literal/ },
      { fault: 'main/ imports from build/', saysSo: /main\/canary-fence-build\.ts\n.*main\/ imports common\// },
      {
        fault: 'a second file imports sudo-prompt at run time',
        saysSo: /main\/canary-root-later\.ts\n.*Only main\/elevate\.ts/,
      },
      {
        fault: 'a second file passes sudo-prompt on',
        saysSo: /main\/canary-root-again\.ts\n.*Only main\/elevate\.ts/,
      },
      { fault: 'preload/ imports from test/', saysSo: /preload\/canary-fence-test\.ts\n.*preload\/ imports common\// },
      {
        fault: 'renderer/ imports a bare Node module',
        saysSo: /renderer\/src\/canary-fence-builtin\.ts\n.*neither Node nor/,
      },
      {
        fault: 'renderer/ imports from main/ at run time',
        saysSo: /renderer\/src\/canary-fence-later\.ts\n.*renderer\/ imports common\//,
      },
      {
        fault: 'renderer/ imports from test/',
        saysSo: /renderer\/src\/canary-fence-test\.ts\n.*renderer\/ imports common\//,
      },
      {
        fault: 'renderer/ passes sudo-prompt on',
        saysSo: /renderer\/src\/canary-root\.ts\n.*Only main\/elevate\.ts/,
      },
      { fault: 'a loose assertion in build/', saysSo: /build\/canary-assertion\.ts\n.*No `as` outside/ },
    ],
  },
  {
    name: 'svelte-check',
    command: nodeTool(
      'svelte-check/bin/svelte-check',
      ...['--workspace', 'renderer', '--tsconfig', 'tsconfig.json', '--fail-on-warnings', '--output', 'machine'],
    ),
    canaries: [
      { fault: 'a wrong prop in a component', saysSo: /ERROR "src\/CanaryProp\.svelte" .*type 'number'/ },
      { fault: 'an image without words', saysSo: /WARNING "src\/CanaryImage\.svelte" .*alt/ },
    ],
  },
  {
    name: 'tsc',
    command: nodeTool('typescript/bin/tsc', '-p', '.'),
    canaries: [{ fault: 'a type error', saysSo: /^common\/canary-type\.ts\(1,14\): error TS2322/m }],
  },
  {
    name: 'unit',
    command: vitest('unit', 'test/unit/canary.test.ts', 'test/unit/text'),
    canaries: [
      { fault: 'a failing unit test', saysSo: /canary\.test\.ts > canary\n.*expected 1 to be 2/ },
      {
        fault: 'a sentence in one language only',
        saysSo: /> has the same keys in both languages.*\n[^⎯]*start\.canary/,
      },
      { fault: 'a sentence that nothing says', saysSo: /> has no sentence that nothing says\n[^⎯]*start\.canary/ },
      { fault: 'a sentence that is missing', saysSo: /main\/canary-missing\.ts: start\.no-such-sentence/ },
      { fault: 'words in a component', saysSo: /CanaryWords\.svelte: Huge pages are ready/ },
      { fault: 'words in a menu', saysSo: /main\/canary-menu\.ts: Quit/ },
    ],
  },
  {
    name: 'component',
    command: vitest('component', '--config', 'canary.vitest.config.ts', 'test/component/canary.test.ts'),
    canaries: [{ fault: 'a failing component test', saysSo: /expected 1 to be 2/ }],
  },
  {
    name: 'machine',
    command: vitest('machine', 'test/machine/canary.test.ts'),
    canaries: [{ fault: 'a failing machine test', saysSo: /expected 1 to be 2/ }],
  },
  {
    name: 'e2e',
    command: nodeTool('@playwright/test/cli.js', 'test', '--config', 'playwright.config.ts', 'canary.spec.ts'),
    canaries: [{ fault: 'a failing window test', saysSo: /Expected: 2\n[^]*1 failed/ }],
  },
  {
    name: 'looks',
    command: nodeTool(
      '@playwright/test/cli.js',
      'test',
      '--config',
      'test/looks/playwright.config.ts',
      'canary.spec.ts',
    ),
    canaries: [
      { fault: 'words that can hardly be seen', saysSo: /color-contrast: <p/ },
      { fault: 'words that are cut off', saysSo: /P\.: Longer than its place/ },
      { fault: 'a picture that has changed', saysSo: /pixels \(ratio [\d.]+ of all image pixels\) are different/ },
    ],
  },
  {
    name: 'conformance',
    command: nodeTool(
      '@playwright/test/cli.js',
      'test',
      '--config',
      'test/standin/playwright.config.ts',
      'canary.spec.ts',
    ),
    canaries: [{ fault: 'a failing test of the stand-in', saysSo: /Expected: 2\n[^]*1 failed/ }],
  },
  {
    name: 'build',
    command: nodeTool('electron-vite/bin/electron-vite.js', 'build', '--config', 'canary.electron.vite.config.ts'),
    canaries: [{ fault: 'an import of a file that is not there', saysSo: /no-such-file[^]*main\/canary-build\.ts/ }],
  },
  {
    name: 'prettier',
    command: nodeTool('prettier/bin/prettier.cjs', '--check', 'common/canary-format.ts'),
    canaries: [{ fault: 'a file that is not formatted', saysSo: /common\/canary-format\.ts/ }],
  },
  {
    name: 'shellcheck',
    command: ['shellcheck', 'test/canary.sh'],
    canaries: [{ fault: 'an unquoted word in a shell file', saysSo: /SC2086/ }],
  },
];
