import { type Message, message } from '../../common/message';
import type { FoundElectron } from '../../test/standin/find-electron';
import { APP, type BuildStep, STAND_IN } from './build-steps';
import { installLine } from './debian-packages';

/** Everything that starting touches outside itself; tests put their own in its place. */
export interface StartIo {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isRoot: boolean;
  readonly tell: (text: Message) => void;
  readonly isOutdated: (step: BuildStep) => boolean;
  /** False where it failed. */
  readonly runStep: (step: BuildStep) => boolean;
  readonly findElectron: () => FoundElectron;
  /** Tries to fetch Electron; `announce` is called once it is clear that there is a connection. */
  readonly downloadElectron: (announce: () => void) => Promise<unknown>;
  readonly hasChromium: () => boolean;
  readonly mayInstallPackages: () => boolean;
  readonly installPackages: (packages: readonly string[]) => boolean;
  /** Opens the app with these switches, stays until it has closed and gives its exit code. */
  readonly open: (executablePath: string, switches: readonly string[]) => Promise<number>;
}

/**
 * Builds what is out of date, finds something to show the window with, opens it and gives the exit code; 1 where that is
 * not possible, with the reason told. Electron refuses to run as root with its sandbox, so root gets none.
 */
export async function startApp(io: StartIo): Promise<number> {
  if (io.isOutdated(APP)) {
    io.tell(message('start.building'));
    if (!build(io, APP)) return 1;
  }
  if (!io.env['DISPLAY'] && !io.env['WAYLAND_DISPLAY']) {
    io.tell(message('start.no-display', { command: 'npx hugepages-guide status' }));
    return 1;
  }
  const { kind, executablePath } = await findOrDownload(io);
  if (kind === 'electron') {
    if (io.isRoot) io.tell(message('start.runs-as-root'));
    return await io.open(executablePath, io.isRoot ? ['--no-sandbox'] : []);
  }
  // What is built now takes a moment only, and this says already what it is for.
  io.tell(message('start.stand-in', { command: 'npx install-electron' }));
  if (io.isOutdated(STAND_IN) && !build(io, STAND_IN)) return 1;
  return makeSureOfChromium(io) ? await io.open(executablePath, []) : 1;
}

function build(io: StartIo, step: BuildStep): boolean {
  if (io.runStep(step)) return true;
  io.tell(message('start.build-failed'));
  return false;
}

async function findOrDownload(io: StartIo): Promise<FoundElectron> {
  const found = io.findElectron();
  if (found.kind === 'electron') return found;
  await io.downloadElectron(() => {
    io.tell(message('start.fetching-electron'));
  });
  return io.findElectron();
}

function makeSureOfChromium(io: StartIo): boolean {
  if (io.hasChromium()) return true;
  const packages = ['chromium'];
  if (io.mayInstallPackages()) {
    io.tell(message('start.installing-chromium'));
    if (io.installPackages(packages)) return true;
  }
  io.tell(message('start.no-chromium', { command: installLine(packages) }));
  return false;
}
