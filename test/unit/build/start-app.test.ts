import { describe, expect, it } from 'vitest';
import { APP, STAND_IN } from '../../../build/setup/build-steps';
import { startApp, type StartIo } from '../../../build/setup/start-app';
import { translatorFor } from '../../../common/text/translator';

const ELECTRON = { kind: 'electron', executablePath: '/electron' } as const;
const STANDS_IN = { kind: 'stand-in', executablePath: '/stand-in' } as const;
const { say } = translatorFor('en');

function surprise(what: string): never {
  throw new Error(`Nobody should call ${what}.`);
}

/** A desktop with everything built and Electron there; the app ends with 0. */
async function start(overrides: Partial<StartIo> = {}) {
  const told: string[] = [];
  const opened: (readonly string[])[] = [];
  const exitCode = await startApp({
    env: { DISPLAY: ':0' },
    isRoot: false,
    tell: (text) => told.push(say(text)),
    isOutdated: () => false,
    runStep: () => surprise('runStep'),
    findElectron: () => ELECTRON,
    downloadElectron: () => surprise('downloadElectron'),
    hasChromium: () => surprise('hasChromium'),
    mayInstallPackages: () => surprise('mayInstallPackages'),
    installPackages: () => surprise('installPackages'),
    open: (executablePath, switches) => {
      opened.push([executablePath, ...switches]);
      return Promise.resolve(0);
    },
    ...overrides,
  });
  return { exitCode, told, opened };
}

/** No Electron, and no way to download it. */
const withoutElectron: Partial<StartIo> = {
  findElectron: () => STANDS_IN,
  downloadElectron: () => Promise.resolve('unreachable'),
  hasChromium: () => true,
};

describe('npm start', () => {
  it('opens the app in Electron without a word where everything is there', async () => {
    expect(await start()).toEqual({ exitCode: 0, told: [], opened: [['/electron']] });
    expect(await start({ env: { WAYLAND_DISPLAY: 'wayland-0' } })).toMatchObject({ opened: [['/electron']] });
  });

  it('ends as the app ended', async () => {
    expect(await start({ open: () => Promise.resolve(7) })).toMatchObject({ exitCode: 7 });
  });

  it('builds the app where its sources are younger, and opens it', async () => {
    const built: unknown[] = [];
    const { exitCode, told } = await start({
      isOutdated: (step) => step === APP,
      runStep: (step) => built.push(step) > 0,
    });
    expect({ exitCode, told, built }).toEqual({ exitCode: 0, told: ['Building the app …'], built: [APP] });
  });

  it('opens nothing where the build fails', async () => {
    const { exitCode, told, opened } = await start({ isOutdated: () => true, runStep: () => false });
    expect({ exitCode, opened }).toEqual({ exitCode: 1, opened: [] });
    expect(told.at(-1)).toBe('The build failed; the lines above say why. Nothing was started.');
  });

  it('without a display names the command line, and downloads nothing', async () => {
    for (const env of [{}, { DISPLAY: '', WAYLAND_DISPLAY: '' }]) {
      const { exitCode, told, opened } = await start({ ...withoutElectron, env });
      expect({ exitCode, opened }).toEqual({ exitCode: 1, opened: [] });
      expect(told).toEqual([expect.stringMatching(/No display was found.*begin with: npx hugepages-guide status$/)]);
    }
  });

  it('downloads Electron where it is missing, and says so once there is a connection', async () => {
    let isThere = false;
    const { told, opened } = await start({
      findElectron: () => (isThere ? ELECTRON : STANDS_IN),
      downloadElectron: (announce) => {
        announce();
        isThere = true;
        return Promise.resolve('done');
      },
    });
    expect(told).toEqual(['Downloading Electron, about 110 MB, once …']);
    expect(opened).toEqual([['/electron']]);
  });

  it('opens the app in Chromium where Electron cannot be downloaded, and says how to get it', async () => {
    const { exitCode, told, opened } = await start(withoutElectron);
    expect({ exitCode, opened }).toEqual({ exitCode: 0, opened: [['/stand-in']] });
    expect(told).toEqual([expect.stringMatching(/this system’s Chromium instead.*npx install-electron$/)]);
  });

  it('builds what stands in for Electron without saying again that the app is built', async () => {
    const built: unknown[] = [];
    const { told } = await start({
      ...withoutElectron,
      isOutdated: (step) => step === STAND_IN,
      runStep: (step) => built.push(step) > 0,
    });
    expect(built).toEqual([STAND_IN]);
    expect(told).toEqual([expect.stringContaining('Chromium')]);
  });

  it('opens nothing where what stands in for Electron cannot be built', async () => {
    const { exitCode, told, opened } = await start({
      ...withoutElectron,
      isOutdated: (step) => step === STAND_IN,
      runStep: () => false,
    });
    expect({ exitCode, opened }).toEqual({ exitCode: 1, opened: [] });
    expect(told.at(-1)).toContain('The build failed');
  });

  it('takes the sandbox from root in real Electron only, and says so', async () => {
    const inElectron = await start({ isRoot: true });
    expect(inElectron.opened).toEqual([['/electron', '--no-sandbox']]);
    expect(inElectron.told).toEqual([expect.stringContaining('--no-sandbox')]);
    const inChromium = await start({ ...withoutElectron, isRoot: true });
    expect(inChromium.opened).toEqual([['/stand-in']]);
    expect(inChromium.told.join()).not.toContain('--no-sandbox');
  });

  it('installs Chromium where it may', async () => {
    const installed: unknown[] = [];
    const { told, opened } = await start({
      ...withoutElectron,
      hasChromium: () => false,
      mayInstallPackages: () => true,
      installPackages: (packages) => installed.push(...packages) > 0,
    });
    expect(installed).toEqual(['chromium']);
    expect(told.at(-1)).toBe('Chromium is missing; installing it with apt-get …');
    expect(opened).toEqual([['/stand-in']]);
  });

  it.each([
    ['it may not install', () => false],
    ['installing fails', () => true],
  ])('names the exact line that installs Chromium where %s', async (_, mayInstallPackages) => {
    const { exitCode, told, opened } = await start({
      ...withoutElectron,
      hasChromium: () => false,
      mayInstallPackages,
      installPackages: () => false,
    });
    expect({ exitCode, opened }).toEqual({ exitCode: 1, opened: [] });
    expect(told.at(-1)).toMatch(/Install it with: sudo apt-get install -y --no-install-recommends chromium$/);
  });
});
