// The app's two permission handlers. Chromium asks nobody here: each handler is asked once per permission and origin,
// before a document loads, and the answers are set in Chromium.
import { isAppUrl, toApp } from '../chromium/app-urls.cjs';
import { complain } from '../chromium/devtools.cjs';
import { chromiumHost } from './chromium-host.cjs';
import type { WebContents } from './web-contents.cjs';

type RequestHandler = (
  contents: WebContents,
  permission: string,
  callback: (granted: boolean) => void,
  details: object,
) => void;
type CheckHandler = (contents: WebContents | null, permission: string, origin: string, details: object) => boolean;

/** Electron's name, Chromium's names, and what else Electron tells the handlers. */
const PERMISSIONS: readonly (readonly [string, readonly string[], object])[] = [
  ['notifications', ['notifications'], {}],
  ['geolocation', ['geolocation'], {}],
  ['media', ['camera'], { mediaTypes: ['video'], mediaType: 'video' }],
  ['media', ['microphone'], { mediaTypes: ['audio'], mediaType: 'audio' }],
  ['midi', ['midi'], {}],
  ['clipboard-read', ['clipboard-read'], {}],
  ['clipboard-sanitized-write', ['clipboard-write'], {}],
  ['idle-detection', ['idle-detection'], {}],
  ['storage-access', ['storage-access'], {}],
  ['window-management', ['window-management'], {}],
];

let requestHandler: RequestHandler | null = null;
let checkHandler: CheckHandler | null = null;
const applied = new Set<string>();

export function setRequestHandler(handler: RequestHandler | null): void {
  requestHandler = handler;
  applied.clear();
}

export function setCheckHandler(handler: CheckHandler | null): void {
  checkHandler = handler;
  applied.clear();
}

function isRequestGranted(contents: WebContents, permission: string, details: object): Promise<boolean> {
  const ask = requestHandler;
  // Without a handler Electron grants everything.
  if (ask === null) return Promise.resolve(true);
  return new Promise((resolve) => {
    ask(contents, permission, resolve, details);
  });
}

export async function applyPermissions(contents: WebContents, url: string): Promise<void> {
  const isWeb = isAppUrl(url) || url.startsWith('http');
  const { origin } = new URL(url);
  if (!isWeb || applied.has(origin)) return;
  applied.add(origin);
  const appOrigin = toApp(`${origin}/`).slice(0, -1);
  await Promise.all(
    PERMISSIONS.map(async ([permission, names, extra]) => {
      const details = { requestingUrl: toApp(url), isMainFrame: true, securityOrigin: `${appOrigin}/`, ...extra };
      const passesCheck = checkHandler?.(contents, permission, `${appOrigin}/`, details) ?? true;
      const granted = passesCheck && (await isRequestGranted(contents, permission, details));
      await Promise.all(names.map((name) => setPermission(name, granted, origin)));
    }),
  );
}

async function setPermission(name: string, granted: boolean, origin: string): Promise<void> {
  const params = { permission: { name }, setting: granted ? 'granted' : 'denied', origin };
  await chromiumHost().chromium.devtools.root.send('Browser.setPermission', params).catch(complain);
}
