import { join, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { net, protocol } from 'electron';

/** Before `ready`: makes app:// a standard, secure scheme, so that the page has an origin of its own. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** The path of an address with its escapes resolved; null where they are broken or hide a NUL. */
function decodedPath(url: string): string | null {
  try {
    const path = decodeURIComponent(new URL(url).pathname);
    return path.includes('\0') ? null : path;
  } catch {
    return null;
  }
}

/** The file that an app:// address names, or null where it leads out of the folder or cannot be read. */
export function fileForUrl(url: string, folder: string): string | null {
  const root = resolve(folder);
  const path = decodedPath(url);
  if (path === null) return null;
  const file = join(root, path);
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
