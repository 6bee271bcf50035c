import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fileForUrl, registerAppScheme, serveRenderer } from '../../../main/app-protocol';
import { fakeElectron } from '../../fakes/electron';

vi.mock('electron', async () => (await import('../../fakes/electron')).electronModule);

const FOLDER = '/opt/hugepages-guide/out/renderer';

/** Addresses that must lead nowhere. */
const OUTSIDE = [
  'app://bundle/..%2f..%2f..%2fetc%2fpasswd',
  'app://bundle/%2e%2e%2f%2e%2e%2fmain%2findex.js',
  'app://bundle/assets/..%2f..%2f..%2fetc/passwd',
  'app://bundle/..%2frenderer-other%2findex.html',
  'app://bundle/%',
  'app://bundle/%zz',
  'app://bundle/%ff',
  'app://bundle/%c0%ae%c0%ae%c0%af',
  'app://bundle/index.html%00.txt',
  'no address at all',
  '',
];
/** Tries that stay inside: the address itself cannot climb above its root, and a backslash is an ordinary letter. */
const INSIDE: readonly (readonly [string, string])[] = [
  ['app://bundle/index.html', `${FOLDER}/index.html`],
  ['app://bundle/assets/app-1a2b.js?v=1#top', `${FOLDER}/assets/app-1a2b.js`],
  ['app://bundle/a%20b.png', `${FOLDER}/a b.png`],
  ['app://bundle/../../etc/passwd', `${FOLDER}/etc/passwd`],
  ['app://bundle/%2e%2e/%2e%2e/etc/passwd', `${FOLDER}/etc/passwd`],
  ['app://bundle/..\\..\\etc\\passwd', `${FOLDER}/..\\..\\etc\\passwd`],
  ['app://bundle/..%5c..%5cetc%5cpasswd', `${FOLDER}/..\\..\\etc\\passwd`],
  ['app://bundle/%252e%252e%252fetc', `${FOLDER}/%2e%2e%2fetc`],
  ['app://bundle//etc/passwd', `${FOLDER}/etc/passwd`],
];

beforeEach(() => {
  fakeElectron.reset();
});

describe('fileForUrl', () => {
  it.each(INSIDE)('leads %s to %s', (url, file) => {
    expect(fileForUrl(url, FOLDER)).toBe(file);
  });
  it.each(OUTSIDE)('leads %j nowhere', (url) => {
    expect(fileForUrl(url, FOLDER)).toBeNull();
  });
  it('keeps to the folder however it is written', () => {
    expect(fileForUrl('app://bundle/index.html', `${FOLDER}/../renderer/`)).toBe(`${FOLDER}/index.html`);
  });
});

describe('registerAppScheme', () => {
  it('gives the page an origin of its own, with no privilege more than it needs', () => {
    registerAppScheme();
    expect(fakeElectron.schemes).toEqual([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
    ]);
  });
});

describe('serveRenderer', () => {
  async function get(url: string): Promise<Response> {
    serveRenderer(FOLDER);
    const handler = fakeElectron.protocols.get('app');
    if (handler === undefined) throw new Error('nobody serves app://');
    return handler(new Request(url));
  }

  it('serves the files of the bundle', async () => {
    const response = await get('app://bundle/assets/a%20b.js');
    expect(await response.text()).toBe('the file');
    expect(fakeElectron.fetched).toEqual([`file://${FOLDER}/assets/a%20b.js`]);
  });
  it.each(OUTSIDE.filter((url) => url.startsWith('app:')))('answers %s with 404, and opens nothing', async (url) => {
    expect((await get(url)).status).toBe(404);
    expect(fakeElectron.fetched).toEqual([]);
  });
  it.each(['app://other/index.html', 'app://bundle.example.org/index.html', 'app://bundle:80/index.html'])(
    'answers %s, which is no host of ours, with 404',
    async (url) => {
      expect((await get(url)).status).toBe(404);
      expect(fakeElectron.fetched).toEqual([]);
    },
  );
});
