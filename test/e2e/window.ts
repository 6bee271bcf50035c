import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { LOCALES } from '../../common/locale';
import { message } from '../../common/message';
import { translatorFor } from '../../common/text/translator';
import { isInPrivateMachine, PRIVATE_FOLDER, USER_TREE } from '../machine/harness/private-machine';
import { asUser, makeSharedFolder, type TestUser } from '../machine/harness/test-user';
import { findElectron } from '../standin/find-electron';

/** The app, running, with its one window. */
export interface OpenApp {
  readonly app: ElectronApplication;
  readonly page: Page;
}

/** Where whoever runs the tests outside the private machine keeps nothing of their own. */
const configFolder = mkdtempSync(join(tmpdir(), 'hugepages-guide-e2e-'));

/** A program that starts Electron, or its stand-in, as this user; Playwright gives its own switches to it. */
function startAs(user: TestUser, executable: string): string {
  const command = asUser(user, [executable], { PATH: `${PRIVATE_FOLDER}:/usr/bin:/bin` });
  const words = command.map((word) => `'${word.replaceAll("'", `'\\''`)}'`).join(' ');
  const script = join(makeSharedFolder('e2e'), `start-as-${user.name}`);
  writeFileSync(script, `#!/bin/sh\nexec ${words} "$@"\n`);
  chmodSync(script, 0o755);
  return script;
}

/** Settings of earlier tests go: each test meets the app as on its first day. */
export function forgetSettings(user: TestUser | null): void {
  rmSync(user === null ? configFolder : join(user.home, '.config'), { recursive: true, force: true });
}

/**
 * Opens the built app in what there is, real Electron or the stand-in, and whatever it opens at. In the private machine
 * it runs as an ordinary user, as it would on a desktop; elsewhere as whoever runs the tests.
 */
export async function startApp(user: TestUser | null): Promise<OpenApp> {
  const tree = isInPrivateMachine() ? USER_TREE : process.cwd();
  const { executablePath } = findElectron(tree);
  const app = await _electron.launch({
    executablePath: user === null ? executablePath : startAs(user, executablePath),
    args: [tree],
    env: { ...process.env, XDG_CONFIG_HOME: configFolder },
    colorScheme: null,
  });
  const page = await app.firstWindow();
  await page.waitForURL((url) => !/^(about|data):/.test(url.href), { waitUntil: 'commit' });
  await page.getByRole('heading', { level: 1 }).waitFor();
  return { app, page };
}

/** As `startApp`, and past the welcome of the first start, at the first chapter of Understand. */
export async function openApp(user: TestUser | null): Promise<OpenApp> {
  const open = await startApp(user);
  const begin = LOCALES.map((locale) => translatorFor(locale).say(message('welcome.begin')).slice(0, -1));
  await open.page.getByRole('button', { name: new RegExp(begin.join('|')) }).click();
  await open.page.getByRole('navigation').first().waitFor();
  return open;
}

/** Makes the window as large as this, inside its frame. */
export async function resizeTo({ app, page }: OpenApp, width: number, height: number): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, size) => {
      BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height);
    },
    { width, height },
  );
  await page.waitForFunction((size) => window.innerWidth === size.width, { width });
}
