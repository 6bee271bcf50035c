import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { modifiedMs } from './freshness';

const RELEASES = 'https://github.com/electron/electron/releases/';
const CONNECT_TIMEOUT_MS = 8_000;
/** About 110 MB: a slow line may take its time once it is clear that there is one. */
const DOWNLOAD_TIMEOUT_MS = 600_000;
/** Asking a network that answers nothing costs this much of every start; then leave it for a day. */
const COSTLY_MS = 3_000;
const DAY_MS = 86_400_000;

/** `unreachable`: no connection. `postponed`: an earlier costly try failed today. `failed`: see the screen. */
export type Download = 'done' | 'unreachable' | 'postponed' | 'failed';

/**
 * Fetches Electron's binary the package's own way (node_modules/electron/install.js, which is `npx install-electron`),
 * once it is clear that its server or the mirror named for it answers.
 */
export async function downloadElectron(root: string, announce: () => void): Promise<Download> {
  const memory = join(root, 'node_modules/.cache/hugepages-guide/electron-download-failed');
  const failedMs = modifiedMs(memory);
  if (failedMs !== null && Date.now() - failedMs < DAY_MS) return 'postponed';
  const startMs = Date.now();
  const download = (await isReachable()) ? fetchBinary(root, announce) : 'unreachable';
  rmSync(memory, { force: true });
  if (download !== 'done' && Date.now() - startMs > COSTLY_MS) {
    mkdirSync(dirname(memory), { recursive: true });
    writeFileSync(memory, '');
  }
  return download;
}

function fetchBinary(root: string, announce: () => void): Download {
  announce();
  const { status } = spawnSync(process.execPath, [join(root, 'node_modules/electron/install.js')], {
    stdio: 'inherit',
    timeout: DOWNLOAD_TIMEOUT_MS,
  });
  return status === 0 ? 'done' : 'failed';
}

async function isReachable(): Promise<boolean> {
  const server = process.env['ELECTRON_MIRROR'] ?? process.env['npm_config_electron_mirror'] ?? RELEASES;
  try {
    await fetch(server, { method: 'HEAD', signal: AbortSignal.timeout(CONNECT_TIMEOUT_MS) });
    return true;
  } catch {
    return false;
  }
}
