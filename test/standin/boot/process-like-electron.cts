// The fields by which an app tells that it runs in Electron's main process.
import { dirname } from 'node:path';
import type { Host } from './host.cjs';

let chromeVersion = '0.0.0.0';

export function setChromeVersion(version: string): void {
  chromeVersion = version;
}

export function dressProcess(host: Host, appDirArgument: string, rest: readonly string[]): void {
  const versions = Object.defineProperty({ ...process.versions, electron: host.electronVersion }, 'chrome', {
    get: () => chromeVersion,
    enumerable: true,
  });
  const fields: Record<string, unknown> = {
    versions,
    type: 'browser',
    defaultApp: host.isPackaged ? undefined : true,
    resourcesPath: dirname(host.execPath),
    execPath: host.execPath,
    argv: [host.execPath, appDirArgument, ...rest],
  };
  for (const [name, value] of Object.entries(fields)) {
    Object.defineProperty(process, name, { value, writable: true, enumerable: true, configurable: true });
  }
}
