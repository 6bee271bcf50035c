// session.webRequest.onHeadersReceived, for what the app's own scheme answers.
import { apiModule } from '../shared/refuse.cjs';
import type { WebContents } from './web-contents.cjs';

type HeaderLists = Record<string, string[] | string>;

interface Details {
  readonly id: number;
  readonly url: string;
  readonly method: string;
  readonly resourceType: string;
  readonly statusCode: number;
  readonly statusLine: string;
  readonly responseHeaders: HeaderLists;
  readonly webContents: WebContents;
  readonly webContentsId: number;
  readonly timestamp: number;
}

type Listener = (
  details: Details,
  callback: (answer: { responseHeaders?: HeaderLists; cancel?: boolean }) => void,
) => void;

interface Filter {
  readonly urls: readonly string[];
}

let listener: Listener | null = null;
let patterns: readonly RegExp[] = [];
let lastId = 0;

function toPattern(glob: string): RegExp {
  if (glob === '<all_urls>') return /^/;
  const escaped = glob.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*');
  return new RegExp(`^${escaped}$`);
}

export const webRequest = apiModule('session.webRequest', {
  onHeadersReceived(...args: [Listener | null] | [Filter, Listener | null]): void {
    const [filter, given] = args.length === 2 ? args : [{ urls: ['<all_urls>'] }, args[0]];
    patterns = filter.urls.map(toPattern);
    listener = given;
  },
});

const RESOURCE_TYPES: Readonly<Record<string, string>> = {
  Document: 'mainFrame',
  Stylesheet: 'stylesheet',
  Script: 'script',
  Image: 'image',
  Font: 'font',
  XHR: 'xhr',
  Fetch: 'xhr',
  Media: 'media',
};

export async function changedHeaders(
  contents: WebContents,
  request: Request,
  response: Response,
  type: string,
): Promise<Headers> {
  const ask = listener;
  if (ask === null || !patterns.some((pattern) => pattern.test(request.url))) return response.headers;
  lastId += 1;
  const details: Details = {
    id: lastId,
    url: request.url,
    method: request.method,
    resourceType: RESOURCE_TYPES[type] ?? 'other',
    statusCode: response.status,
    statusLine: `HTTP/1.1 ${String(response.status)} ${response.statusText}`,
    responseHeaders: Object.fromEntries([...response.headers].map(([name, value]) => [name, [value]])),
    webContents: contents,
    webContentsId: contents.id,
    timestamp: Date.now(),
  };
  const answer = await new Promise<Parameters<Parameters<Listener>[1]>[0]>((resolve) => {
    ask(details, resolve);
  });
  if (answer.responseHeaders === undefined) return response.headers;
  const changed = new Headers();
  for (const [name, values] of Object.entries(answer.responseHeaders))
    for (const value of [values].flat()) changed.append(name, value);
  return changed;
}
