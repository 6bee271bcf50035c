/* eslint-disable @typescript-eslint/no-empty-function -- methods that Electron has and that change nothing here */
import { EventEmitter } from 'node:events';
import { host } from '../boot/host.cjs';
import { ElectronEvent } from '../shared/electron-event.cjs';
import { record } from '../shared/record.cjs';
import { refuseUnknown } from '../shared/refuse.cjs';
import { AppPaths } from './app-paths.cjs';
import { commandLine } from './command-line.cjs';
import { Lifecycle } from './lifecycle.cjs';
import { preferredLanguages, systemLocale } from './locale.cjs';
import { SingleInstance } from './single-instance.cjs';

export const switches = new Map<string, string>();

class App extends EventEmitter {
  readonly #paths = new AppPaths(() => this.name);
  readonly #instance = new SingleInstance(({ argv, workingDirectory, additionalData }) => {
    // Electron holds these back until the app is ready too.
    void lifecycle
      .whenReady()
      .then(() => this.emit('second-instance', new ElectronEvent(), argv, workingDirectory, additionalData));
  });
  readonly commandLine = commandLine(switches);
  name = host().manifest.productName ?? host().manifest.name;
  accessibilitySupportEnabled = false;
  applicationMenu: unknown = null;
  userAgentFallback = '';
  readonly isPackaged = host().isPackaged;

  whenReady(): Promise<object> {
    return lifecycle.whenReady();
  }

  isReady(): boolean {
    return lifecycle.isReady;
  }

  quit(): void {
    lifecycle.quit();
  }

  exit(code = 0): void {
    lifecycle.exit(code);
  }

  relaunch(options: unknown = {}): void {
    record('app.relaunch', options);
  }

  focus(): void {}

  getName(): string {
    return this.name;
  }

  setName(name: string): void {
    this.name = name;
  }

  getVersion(): string {
    return host().manifest.version;
  }

  getAppPath(): string {
    return host().appDir;
  }

  getPath(name: string): string {
    return this.#paths.get(name);
  }

  setPath(name: string, path: string): void {
    this.#paths.set(name, path);
  }

  setAppLogsPath(path?: string): void {
    this.#paths.setLogs(path);
  }

  getLocale(): string {
    return switches.get('lang') ?? preferredLanguages(process.env)[0] ?? 'en-US';
  }

  getLocaleCountryCode(): string {
    return systemLocale(process.env).split('-')[1] ?? '';
  }

  getSystemLocale(): string {
    return systemLocale(process.env);
  }

  getPreferredSystemLanguages(): string[] {
    return preferredLanguages(process.env);
  }

  requestSingleInstanceLock(additionalData: unknown = null): boolean {
    const { argv } = process;
    return this.#instance.request(this.getPath('userData'), { argv, workingDirectory: process.cwd(), additionalData });
  }

  hasSingleInstanceLock(): boolean {
    return this.#instance.isHeld;
  }

  releaseSingleInstanceLock(): void {
    this.#instance.release();
  }

  /** Everything is sandboxed and nothing uses the GPU here; saying so before the app is ready changes nothing. */
  enableSandbox(): void {
    beforeReady('app.enableSandbox()');
  }

  disableHardwareAcceleration(): void {
    beforeReady('app.disableHardwareAcceleration()');
  }

  isAccessibilitySupportEnabled(): boolean {
    return this.accessibilitySupportEnabled;
  }

  setAboutPanelOptions(): void {}

  showAboutPanel(): void {
    record('app.showAboutPanel');
  }

  setAppUserModelId(): void {}

  setDesktopName(): void {}

  setBadgeCount(): boolean {
    return false;
  }

  getBadgeCount(): number {
    return 0;
  }

  setLoginItemSettings(settings: unknown): void {
    record('app.setLoginItemSettings', settings);
  }

  getLoginItemSettings(): { openAtLogin: boolean } {
    return { openAtLogin: false };
  }
}

function beforeReady(call: string): void {
  if (lifecycle.isReady) throw new Error(`${call} can only be called before app is ready`);
}

refuseUnknown(App, 'app');

export const app = new App();
export const lifecycle = new Lifecycle(app);
