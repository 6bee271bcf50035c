// Every request of a page, before Chromium sends it: the app's own scheme is answered here, nothing leaves the machine.
import { isAppUrl, policyToChromium, toApp } from '../chromium/app-urls.cjs';
import { complain, ConnectionGone } from '../chromium/devtools.cjs';
import type { HeaderEntry, PausedRequest } from '../chromium/devtools-types.cjs';
import type { Page } from '../chromium/page.cjs';
import { applyPermissions } from './permissions.cjs';
import { answerAppUrl, handledSchemes } from './protocol.cjs';
import { changedHeaders } from './web-request.cjs';
import type { WebContents } from './web-contents.cjs';

const LOOPBACK = /^(https?|wss?):\/\/(localhost|127\.0\.0\.1|\[::1\])(:|\/|$)/;
const LOCAL = /^(file|data|blob|about|devtools|chrome):/;

function bodyOf({ request }: PausedRequest): Uint8Array<ArrayBuffer> | null {
  const parts = (request.postDataEntries ?? []).map(({ bytes }) => Buffer.from(bytes ?? '', 'base64'));
  return parts.length === 0 ? null : new Uint8Array(Buffer.concat(parts));
}

function requestForApp(paused: PausedRequest): Request {
  const { url, method, headers } = paused.request;
  const mapped = Object.entries(headers).map(([name, value]): [string, string] => [name, toApp(value)]);
  const body = method === 'GET' || method === 'HEAD' ? null : bodyOf(paused);
  return new Request(toApp(url), { method, headers: mapped, body });
}

function headersForChromium(headers: Headers): HeaderEntry[] {
  return [...headers].map(([name, value]) => {
    const isPolicy = name.toLowerCase().startsWith('content-security-policy');
    return { name, value: isPolicy ? policyToChromium(value, handledSchemes()) : value };
  });
}

async function fulfil(contents: WebContents, page: Page, paused: PausedRequest): Promise<void> {
  const { requestId } = paused;
  const request = requestForApp(paused);
  let response: Response;
  try {
    response = await answerAppUrl(request);
  } catch {
    // A handler that throws is a network error to the page, as in Electron.
    response = Response.error();
  }
  if (response.type === 'error') {
    failDocument(contents, paused, 'ERR_UNEXPECTED');
    await page.session.send('Fetch.failRequest', { requestId, errorReason: 'Failed' });
    return;
  }
  const headers = await changedHeaders(contents, request, response, paused.resourceType);
  const body = Buffer.from(await response.arrayBuffer()).toString('base64');
  const phrase = response.statusText === '' ? {} : { responsePhrase: response.statusText };
  const responseHeaders = headersForChromium(headers);
  await page.session.send('Fetch.fulfillRequest', {
    requestId,
    responseCode: response.status,
    responseHeaders,
    body,
    ...phrase,
  });
}

function failDocument(contents: WebContents, paused: PausedRequest, code: string): void {
  if (contents.isMainDocument(paused)) contents.loadFailed(code, toApp(paused.request.url));
}

/** A browser asks for one by itself; Electron does not, so neither the app nor its console may see it fail. */
function isFavicon({ request, resourceType }: PausedRequest): boolean {
  return resourceType === 'Other' && isAppUrl(request.url) && new URL(request.url).pathname === '/favicon.ico';
}

async function answer(contents: WebContents, page: Page, paused: PausedRequest): Promise<void> {
  const { requestId, request } = paused;
  if (contents.isMainDocument(paused)) {
    if (!contents.mayNavigate(paused)) {
      await page.session.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' });
      return;
    }
    await applyPermissions(contents, request.url);
  }
  if (isFavicon(paused)) {
    await page.session.send('Fetch.fulfillRequest', { requestId, responseCode: 204, responseHeaders: [], body: '' });
  } else if (isAppUrl(request.url)) {
    await fulfil(contents, page, paused);
  } else if (LOCAL.test(request.url) || LOOPBACK.test(request.url)) {
    await page.session.send('Fetch.continueRequest', { requestId });
  } else {
    process.stderr.write(`stand-in: blocked ${request.method} ${request.url}\n`);
    failDocument(contents, paused, 'ERR_BLOCKED_BY_CLIENT');
    await page.session.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' });
  }
}

export function answerRequests(contents: WebContents, page: Page): void {
  page.session.on('Fetch.requestPaused', (paused) => {
    answer(contents, page, paused).catch((error: unknown) => {
      // A request of a page that has moved on is cancelled in Chromium; answering it then fails, and matters to nobody.
      if (!(error instanceof ConnectionGone)) complain(error);
    });
  });
}
