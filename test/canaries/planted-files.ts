const FAILING_TEST = `import { expect, test } from 'vitest';
test('canary', () => {
  expect(1).toBe(2);
});
`;

const FAILING_SPEC = `import { expect, test } from '@playwright/test';
test('canary', () => {
  expect(1).toBe(2);
});
`;

const LOOKS_SPEC = `import { chromium, expect, test } from '@playwright/test';
import { findChromium } from '../../build/setup/programs';
import { cutOff } from './cut-off';
import { faultsOf } from './faults';

const PAGE = '<html lang="en"><title>canary</title><main><h1>Canary</h1>PART</main></html>';
const open = async (part: string) => {
  const executablePath = findChromium() ?? '';
  const context = await (await chromium.launch({ executablePath, args: ['--no-sandbox'] })).newContext();
  const page = await context.newPage();
  await page.setContent(PAGE.replace('PART', part));
  return page;
};

test('canary for eyes', async () => {
  const page = await open('<p style="color: #ddd; background: #fff">Hardly seen</p>');
  expect(await faultsOf(page, 'all')).toEqual([]);
});
test('canary for space', async () => {
  const page = await open('<p style="width: 40px; overflow: hidden; white-space: nowrap">Longer than its place</p>');
  expect(await cutOff(page)).toEqual([]);
});
test('canary for pictures', async ({}, info) => {
  const page = await open('<div style="width: 300px; height: 300px; background: navy"></div>');
  await page.screenshot({ path: info.snapshotPath('canary.png', { kind: 'screenshot' }) });
  await page.evaluate(() => document.querySelector('div')?.setAttribute('style', 'width: 300px; height: 300px'));
  await expect(page).toHaveScreenshot('canary.png');
});
`;

const CHILD = `<script lang="ts">
  interface Props {
    pages: number;
  }
  const { pages }: Props = $props();
</script>

{pages}
`;

const WRONG_PROP = `<script lang="ts">
  import CanaryChild from './CanaryChild.svelte';
</script>

<CanaryChild pages="2048" />
`;

/** The same projects, allowed to load what lies in the checkout above the copy: Testing Library's own set-up file. */
const CONFIG = `import config from './vitest.config';
const projects = config.test.projects.map((project) => ({ ...project, server: { fs: { strict: false } } }));
export default { test: { projects } };
`;

/** The same build, with the fault as the program to build. */
const BUILD_CONFIG = `import config from './electron.vite.config';
const build = { ...config.main.build, rolldownOptions: { input: 'main/canary-build.ts' } };
export default { ...config, main: { ...config.main, build } };
`;

/** Faults, one a file, all planted into the same copy; gates.ts says who must see which. */
export const PLANTED_FILES: Readonly<Record<string, string>> = {
  'common/canary-type.ts': "export const pages: number = '2048';\n",
  'common/canary-format.ts': 'export const pages   = 2048\n',
  'renderer/src/CanaryChild.svelte': CHILD,
  'renderer/src/CanaryProp.svelte': WRONG_PROP,
  'renderer/src/CanaryImage.svelte': '<img src="figure.svg" />\n',
  'renderer/src/CanaryWords.svelte': '<p>Huge pages are ready</p>\n',

  'common/canary-fence.ts': "export { readFileSync } from 'node:fs';\n",
  'renderer/src/canary-fence.ts': "export * from '../../main/kernel';\n",
  'preload/canary-fence.ts': "export * from '../main/kernel';\n",
  'main/canary-fence.ts': "export * from '../renderer/src/state/language.svelte';\n",
  'main/canary-root.ts': "import { exec } from 'sudo-prompt';\nexport const ask = exec;\n",
  'main/canary-store.ts': "import Store from 'electron-store';\nexport const store = new Store();\n",
  'common/canary-fence-builtin.ts': "import 'fs';\n",
  'common/canary-fence-test.ts': "import '../test/fakes/vm';\n",
  'common/canary-fence-later.ts': "export const kernel = await import('../main/kernel');\n",
  'common/canary-fence-type.ts': "export type Kernel = typeof import('../main/kernel');\n",
  'common/canary-fence-made-up.ts': 'export const load = (name: string): Promise<unknown> => import(name);\n',
  'main/canary-fence-build.ts': "import '../build/setup/programs';\n",
  'main/canary-root-later.ts': "export const root = await import('sudo-prompt');\n",
  'main/canary-root-again.ts': "export { exec } from 'sudo-prompt';\n",
  'preload/canary-fence-test.ts': "import '../test/fakes/vm';\n",
  'renderer/src/canary-fence-builtin.ts': "export { readFileSync } from 'fs';\n",
  'renderer/src/canary-fence-later.ts': "export const kernel = await import('../../main/kernel');\n",
  'renderer/src/canary-fence-test.ts': "import '../../test/fakes/vm';\n",
  'renderer/src/canary-root.ts': "export * from 'sudo-prompt';\n",
  'build/canary-assertion.ts': "export const pages = '2048' as unknown as number;\n",

  'main/canary-missing.ts': "export const sentence = message('start.no-such-sentence');\n",
  'main/canary-menu.ts': "export const template = [{ label: 'Quit' }];\n",

  'test/unit/canary.test.ts': FAILING_TEST,
  'test/component/canary.test.ts': FAILING_TEST,
  'test/machine/canary.test.ts': FAILING_TEST,
  'test/e2e/canary.spec.ts': FAILING_SPEC,
  'test/standin/canary.spec.ts': FAILING_SPEC,
  'test/looks/canary.spec.ts': LOOKS_SPEC,
  'canary.vitest.config.ts': CONFIG,
  'main/canary-build.ts': "import './no-such-file';\n",
  'canary.electron.vite.config.ts': BUILD_CONFIG,
  'test/canary.sh': '#!/bin/sh\nrm -r $1\n',
};

/** A sentence in one language only, that nothing says. */
export const PLANTED_SENTENCE = {
  file: 'common/text/en/start.ts',
  after: 'export const startText = {',
  text: "\n  'start.canary': 'Nobody says this.',",
};
