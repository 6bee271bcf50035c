import { host } from '../boot/host.cjs';
import type { PreloadProcess } from '../page/channel.cjs';

/** The small `process` of a sandboxed preload. */
export function preloadProcess(additionalArguments: readonly string[]): PreloadProcess {
  const { platform, arch, env, pid, versions } = process;
  return {
    type: 'renderer',
    platform,
    arch,
    argv: [host().execPath, ...additionalArguments],
    env: { ...env },
    versions: { electron: versions.electron, chrome: versions.chrome, node: versions.node },
    sandboxed: true,
    contextIsolated: true,
    defaultApp: !host().isPackaged,
    pid,
  };
}
