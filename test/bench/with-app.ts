import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { ROOT } from '../rings/command';
import { findElectron } from '../standin/find-electron';

/** Opens the built app as on its first day, hands it over, and closes it again. */
export async function withApp<Result>(
  use: (app: ElectronApplication, page: Page, launchedAt: number) => Promise<Result>,
): Promise<Result> {
  const home = mkdtempSync(join(tmpdir(), 'hugepages-guide-bench-'));
  const { kind, executablePath } = findElectron(ROOT);
  const isRootElectron = kind === 'electron' && process.getuid?.() === 0;
  const launchedAt = Date.now();
  const app = await _electron.launch({
    executablePath,
    args: [...(isRootElectron ? ['--no-sandbox'] : []), ROOT],
    colorScheme: null,
    env: { ...environment(), LANG: 'en_US.UTF-8', LANGUAGE: 'en', XDG_CONFIG_HOME: home },
  });
  try {
    const page = await app.firstWindow();
    await page.waitForURL((url) => !/^(about|data):/.test(url.href), { waitUntil: 'commit' });
    return await use(app, page, launchedAt);
  } finally {
    await app.close();
    rmSync(home, { recursive: true, force: true });
  }
}

function environment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
