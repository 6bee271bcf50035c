import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { apiModule } from '../shared/refuse.cjs';
import { answerAppUrl, handledSchemes } from './protocol.cjs';

/** Module scripts, styles and fonts do not load without their type; Chromium knows these itself in Electron. */
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.webp': 'image/webp',
  '.gif': 'image/gif',
  '.ico': 'image/x-icon',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain',
  '.md': 'text/markdown',
  '.wasm': 'application/wasm',
  '.webm': 'video/webm',
  '.mp4': 'video/mp4',
  '.map': 'application/json',
  '.xml': 'text/xml',
};

async function fetchFile(url: string): Promise<Response> {
  const path = fileURLToPath(url);
  try {
    const body = await readFile(path);
    return new Response(new Uint8Array(body), {
      headers: { 'content-type': TYPES[extname(path).toLowerCase()] ?? 'application/octet-stream' },
    });
  } catch {
    throw new Error('net::ERR_FILE_NOT_FOUND');
  }
}

interface NetInit extends RequestInit {
  readonly bypassCustomProtocolHandlers?: boolean;
}

export const net = apiModule('net', {
  online: true,
  isOnline: (): boolean => true,
  async fetch(input: string | URL | Request, init: NetInit = {}): Promise<Response> {
    const url = input instanceof Request ? input.url : String(input);
    const scheme = url.slice(0, url.indexOf(':'));
    if (scheme === 'file') return fetchFile(url.replace(/[?#].*$/s, ''));
    if (handledSchemes().includes(scheme) && init.bypassCustomProtocolHandlers !== true)
      return answerAppUrl(new Request(input, init));
    if (/^(data|blob):|^http:\/\/(localhost|127\.0\.0\.1)[:/]/.test(url)) return fetch(input, init);
    process.stderr.write(`stand-in: blocked net.fetch of ${url}\n`);
    throw new Error('net::ERR_BLOCKED_BY_CLIENT');
  },
});
