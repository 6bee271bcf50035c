import { chmodSync, chownSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { readVms } from '../../main/vm-processes';
import { applyNow, freshMachine, ONE_GIB, planForTestUser, planNow } from '../machine/applying';
import { startPolkitAgent } from '../machine/harness/polkit-agent';
import { startPolkit } from '../machine/harness/polkit';
import { readPool } from '../machine/harness/pool';
import { isInPrivateMachine } from '../machine/harness/private-machine';
import type { TestUser } from '../machine/harness/test-user';
import { tabTo } from './tab-to';
import { forgetSettings, openApp, type OpenApp } from './window';

const START = `#!/bin/bash
# 启动 Windows 7
options="-m 256 -name Win7"
options="\${options} -accel tcg -display none -nodefaults -S"
echo "starting" >&2
exec qemu-system-x86_64 \${options}
`;
const PATCHED = START.replace('x86_64 $', 'x86_64 -mem-path /dev/hugepages $');
const ROOTS = '/opt/start-vm.sh';

let maria: TestUser;
let open: OpenApp;
let script: string;
const cleanups: (() => Promise<unknown>)[] = [];

test.skip(!isInPrivateMachine(), 'needs root and hugetlb: the VM is started on a machine of its own');

test.beforeEach(async () => {
  await freshMachine();
  maria = await planForTestUser();
  const folder = join(maria.home, 'vm');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  script = join(folder, 'start win7.sh');
  writeFileSync(script, START);
  chmodSync(script, 0o755);
  for (const path of [folder, script]) chownSync(path, maria.uid, maria.gid);
  forgetSettings(maria);
  open = await openApp(maria);
  cleanups.push(() => open.app.close());
});

test.afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

/** The desktop's file dialog will be answered with this file. */
async function answerDialog(path: string): Promise<void> {
  await open.app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, path);
}

async function choose(path: string): Promise<void> {
  await answerDialog(path);
  await open.page.getByRole('button', { name: 'Choose a script…' }).click();
}

/** The VM outlives the window; the only one that is there is the one that was started from it. */
function endVm(): void {
  for (const { pid } of readVms().filter(({ name }) => name === 'Win7')) process.kill(pid, 'SIGTERM');
}

async function openStep(name: string): Promise<void> {
  await open.page.getByRole('navigation').getByRole('button', { name }).click();
}

test('a script is chosen, its change read, made with one click, used by a VM, and taken back to the byte', async () => {
  await applyNow(planNow(ONE_GIB));
  const { page } = open;
  await openStep('Start script');
  await choose(script);

  await test.step('it shows what it found and every change', async () => {
    await expect(page.getByText('qemu-system-x86_64').first()).toBeVisible();
    await expect(page.getByText('256 MiB').first()).toBeVisible();
    await expect(page.getByText('-mem-path /dev/hugepages').first()).toBeVisible();
    expect(readFileSync(script, 'utf8')).toBe(START);
  });
  await test.step('one click patches it', async () => {
    await page.getByRole('button', { name: 'Patch the script' }).click();
    await expect(page.getByText('Done: the script is patched.').first()).toBeVisible();
    expect(readFileSync(script, 'utf8')).toBe(PATCHED);
  });
  await test.step('the VM starts from here, as the person, and says its first lines', async () => {
    cleanups.push(() => {
      endVm();
      return Promise.resolve();
    });
    await page.getByRole('button', { name: 'Start the VM from here' }).click();
    await expect(page.getByText('starting', { exact: true })).toBeVisible();
    await expect.poll(() => readPool().free_hugepages - readPool().resv_hugepages).toBeLessThanOrEqual(520 - 128);
  });
  await test.step('Verify sees it on its pages', async () => {
    await page.getByRole('button', { name: 'Go on to Verify' }).first().click();
    await expect(page.getByText('Win7 runs fully on huge pages.')).toBeVisible();
    endVm();
    await expect(page.getByText('Waiting for a VM.')).toBeVisible();
  });
  await test.step('and the script can be taken back', async () => {
    await openStep('Start script');
    await page.getByRole('button', { name: 'Take it back' }).click();
    await expect(page.getByText('byte for byte').first()).toBeVisible();
    expect(readFileSync(script, 'utf8')).toBe(START);
  });
});

test('a script is dropped on the window', async () => {
  const { page } = open;
  await openStep('Start script');
  await page.evaluate(() => {
    const input = document.createElement('input');
    input.type = 'file';
    input.id = 'outside';
    document.body.append(input);
  });
  await page.locator('#outside').setInputFiles(script);
  await page.evaluate(() => {
    const input = document.querySelector<HTMLInputElement>('#outside');
    const [file] = Array.from(input?.files ?? []);
    const data = new DataTransfer();
    if (file !== undefined) data.items.add(file);
    input?.remove();
    for (const type of ['dragenter', 'dragover', 'drop']) {
      document.body.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
    }
  });
  await expect(page.getByText('start win7.sh').first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Patch the script' })).toBeVisible();
});

test('a script of root’s becomes a step of the plan, under the same single password', async () => {
  const { page } = open;
  writeFileSync(ROOTS, START);
  chmodSync(ROOTS, 0o755);
  cleanups.push(() => {
    rmSync(ROOTS, { force: true });
    return Promise.resolve();
  });
  const polkit = await startPolkit({ rule: 'none', user: maria.name });
  cleanups.push(polkit.stop);
  const agent = await startPolkitAgent('type-the-password');
  cleanups.push(agent.stop);

  await openStep('Size');
  await page.getByRole('textbox', { name: 'VM memory' }).fill('1 GiB');
  await openStep('Start script');
  await choose(ROOTS);
  await page.getByRole('button', { name: 'Add it to the plan' }).click();
  await openStep('Review');
  await expect(page.getByRole('heading', { name: `Patch the start script ${ROOTS}` })).toBeVisible();
  await page.getByRole('button', { name: 'Next: Apply' }).click();
  await page.getByRole('button', { name: 'Set it up now' }).click();
  await expect(page.getByRole('paragraph').filter({ hasText: 'Done. Every step was carried out' })).toBeVisible();
  expect(agent.prompts).toHaveLength(1);
  expect(readFileSync(ROOTS, 'utf8')).toBe(PATCHED);
});

test('an edit of one’s own stays when the patch is taken back, or shows all three sides where they meet', async () => {
  const { page } = open;
  await openStep('Start script');
  await choose(script);
  await page.getByRole('button', { name: 'Patch the script' }).click();
  await expect(page.getByText('Done: the script is patched.').first()).toBeVisible();
  writeFileSync(script, PATCHED.replace('hugepages $', 'hugepages -cpu max $'));
  await page.getByRole('button', { name: 'Take it back' }).click();
  await expect(page.getByText('Before the patch').first()).toBeVisible();
  writeFileSync(script, PATCHED.replace('-m 256', '-m 128'));
  await page.getByRole('button', { name: 'Take it back' }).click();
  await expect(page.getByText('only the patch was removed').first()).toBeVisible();
  expect(readFileSync(script, 'utf8')).toBe(START.replace('-m 256', '-m 128'));
});

test('the step can be walked by keyboard alone', async () => {
  const { page } = open;
  await page.getByRole('navigation').getByRole('button', { name: 'Start script' }).press('Enter');
  await answerDialog(script);
  const press = async (name: string): Promise<void> => {
    await tabTo(page, page.getByRole('button', { name, exact: true }));
    await page.keyboard.press('Enter');
  };
  await press('Choose a script…');
  await expect(page.getByRole('button', { name: 'Patch the script' })).toBeVisible();
  await press('Copy the line instead');
  const readClipboard = () => open.app.evaluate(({ clipboard }) => clipboard.readText());
  await expect.poll(readClipboard).toBe(PATCHED.slice(PATCHED.indexOf('exec ')).trimEnd());
  await press('Patch the script');
  await expect(page.getByText('Done: the script is patched.').last()).toBeVisible();
  expect(readFileSync(script, 'utf8')).toBe(PATCHED);
  await press('Take it back');
  await expect(page.getByText('byte for byte').first()).toBeVisible();
  expect(readFileSync(script, 'utf8')).toBe(START);
});
