// Chromium refuses to navigate to a scheme it does not know. So scheme://host/path is
// https://host.scheme.standin.invalid/path inside it: a secure context with a proper origin, which no server can have.

const SUFFIX = '.standin.invalid';
const WEB_SCHEMES = new Set([
  'http:',
  'https:',
  'file:',
  'data:',
  'blob:',
  'about:',
  'javascript:',
  'chrome:',
  'ws:',
  'wss:',
]);

/** What to tell Chromium. */
export function toChromium(address: string): string {
  const url = new URL(address);
  if (WEB_SCHEMES.has(url.protocol)) return url.href;
  const [, host = '', rest = ''] = /^[^:]+:\/\/([^/?#]*)(.*)$/s.exec(url.href) ?? [];
  return `https://${host}.${url.protocol.slice(0, -1)}${SUFFIX}${rest.startsWith('/') ? rest : `/${rest}`}`;
}

/** What the app knows it by. */
export function toApp(address: string): string {
  return address.replace(/^https:\/\/([^/?#]*)\.([a-z][a-z0-9+-]*)\.standin\.invalid/, '$2://$1');
}

export function isAppUrl(address: string): boolean {
  return toApp(address) !== address;
}

export function withoutHash(address: string): string {
  const url = new URL(address);
  url.hash = '';
  return url.href;
}

/** Header values that name the app's scheme or host have to name what Chromium knows instead. */
export function policyToChromium(policy: string, schemes: readonly string[]): string {
  return schemes.reduce((text, scheme) => {
    const named = text.replaceAll(new RegExp(`\\b${scheme}://([^\\s;/]+)`, 'g'), `https://$1.${scheme}${SUFFIX}`);
    return named.replaceAll(new RegExp(`(?<=\\s)${scheme}:(?=[\\s;]|$)`, 'g'), `https://*.${scheme}${SUFFIX}`);
  }, policy);
}
