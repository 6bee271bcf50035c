import { join, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { net, protocol } from 'electron';

/** Before `ready`: makes app:// a standard, secure scheme, so that the page has an origin of its own. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** The file that an app:// address names, or null where it leads out of the folder. */
export function fileForUrl(url: string, folder: string): string | null {
  const root = resolve(folder);
  const file = join(root, decodeURIComponent(new URL(url).pathname));
  return file.startsWith(root + sep) ? file : null;
}

/** Serves the built renderer at app://bundle/, and nothing else. */
export function serveRenderer(folder: string): void {
  protocol.handle('app', (request) => {
    const file = fileForUrl(request.url, folder);
    if (file === null || new URL(request.url).host !== 'bundle') return new Response('', { status: 404 });
    return net.fetch(pathToFileURL(file).href);
  });
}
