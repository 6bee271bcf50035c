import { mkdirSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { host } from '../boot/host.cjs';
import { given } from '../shared/given.cjs';

const FOLDERS: Readonly<Record<string, string>> = {
  desktop: 'Desktop',
  documents: 'Documents',
  downloads: 'Downloads',
  music: 'Music',
  pictures: 'Pictures',
  videos: 'Videos',
};

export class AppPaths {
  readonly #given = new Map<string, string>();
  readonly #appName: () => string;

  constructor(appName: () => string) {
    this.#appName = appName;
  }

  get(name: string): string {
    const path = this.#given.get(name) ?? this.#standard(name);
    if (path === null) throw new Error(`Failed to get '${name}' path`);
    return path;
  }

  set(name: string, path: string): void {
    if (!isAbsolute(path)) throw new Error('Path must be absolute');
    if (this.#standard(name) === null) throw new Error(`Failed to set path for '${name}'`);
    this.#given.set(name, path);
  }

  setLogs(path: string | undefined): void {
    const logs = path ?? join(this.get('userData'), 'logs');
    this.set('logs', logs);
    mkdirSync(logs, { recursive: true });
  }

  #standard(name: string): string | null {
    const folder = FOLDERS[name];
    if (folder !== undefined) return join(homedir(), folder);
    switch (name) {
      case 'home':
        return homedir();
      case 'appData':
        return given(process.env.XDG_CONFIG_HOME) ?? join(homedir(), '.config');
      case 'userData':
        return join(this.get('appData'), this.#appName());
      case 'sessionData':
        return this.get('userData');
      case 'temp':
        return tmpdir();
      case 'exe':
      case 'module':
        return host().execPath;
      case 'logs':
        return join(this.get('userData'), 'logs');
      case 'crashDumps':
        return join(this.get('userData'), 'Crashpad');
      default:
        return null;
    }
  }
}
