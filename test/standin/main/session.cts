/* eslint-disable @typescript-eslint/no-empty-function -- methods that Electron has and that change nothing here */
import { EventEmitter } from 'node:events';
import { toChromium } from '../chromium/app-urls.cjs';
import { apiModule, notImplemented, refuseUnknown } from '../shared/refuse.cjs';
import { app, lifecycle } from './app.cjs';
import { chromiumHost } from './chromium-host.cjs';
import { setCheckHandler, setRequestHandler } from './permissions.cjs';
import { protocol } from './protocol.cjs';
import { webRequest } from './web-request.cjs';

class Session extends EventEmitter {
  readonly protocol = protocol;
  readonly webRequest = webRequest;
  readonly setPermissionRequestHandler = setRequestHandler;
  readonly setPermissionCheckHandler = setCheckHandler;

  /** No page can reach a device here, so there is nothing to ask. */
  setDevicePermissionHandler(): void {}

  setDisplayMediaRequestHandler(): void {}

  setSpellCheckerEnabled(): void {}

  setSpellCheckerLanguages(): void {}

  get storagePath(): string {
    return app.getPath('sessionData');
  }

  isPersistent(): boolean {
    return true;
  }

  async clearCache(): Promise<void> {}

  async clearStorageData(options: { readonly origin?: string } = {}): Promise<void> {
    if (options.origin === undefined) notImplemented('session.clearStorageData without an origin');
    const { origin } = new URL(toChromium(options.origin));
    await chromiumHost().chromium.devtools.root.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
  }
}

refuseUnknown(Session, 'session');

export const defaultSession = new Session();

export const session = apiModule('session', {
  get defaultSession(): Session {
    if (!lifecycle.isReady) throw new Error('Session can only be received when app is ready');
    return defaultSession;
  },
});
