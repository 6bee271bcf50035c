import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findChromium, findProgram } from '../../build/setup/programs';

/** Something the rings need beside npm's packages, and the Debian package that brings it. */
export interface Tool {
  readonly name: string;
  readonly debianPackage: string;
  readonly isThere: () => boolean;
}

const program = (name: string, debianPackage: string): Tool => ({
  name,
  debianPackage,
  isThere: () => findProgram(name) !== null,
});

export const CHROMIUM: Tool = {
  name: 'chromium',
  debianPackage: 'chromium',
  isThere: () => findChromium() !== null,
};
/** The window is photographed in Chinese too. */
const CHINESE_FONT: Tool = {
  name: 'a Chinese font',
  debianPackage: 'fonts-noto-cjk',
  isThere: () =>
    existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc') ||
    spawnSync('fc-list', ['--quiet', ':lang=zh-cn']).status === 0,
};
export const SHELLCHECK = program('shellcheck', 'shellcheck');
export const XVFB = program('Xvfb', 'xvfb');
/** xvfb-run calls it. */
export const XAUTH = program('xauth', 'xauth');

export const MACHINE_TOOLS: readonly Tool[] = [
  program('qemu-system-x86_64', 'qemu-system-x86'),
  program('pkexec', 'pkexec'),
  program('/usr/lib/polkit-1/polkitd', 'polkitd'),
  program('dbus-daemon', 'dbus'),
  program('unshare', 'util-linux'),
  program('setpriv', 'util-linux'),
  program('findmnt', 'util-linux'),
  program('dash', 'dash'),
  program('useradd', 'passwd'),
];

/** Other shells, and the attributes that a file must not lose: single tests need them. */
const SINGLE_TEST_TOOLS: readonly Tool[] = [
  program('busybox', 'busybox'),
  program('ksh', 'ksh'),
  program('mksh', 'mksh'),
  program('setfacl', 'acl'),
  program('setfattr', 'attr'),
];

/** Everything that `npm test` may install, each once. */
export const ALL_TOOLS: readonly Tool[] = [
  ...[CHROMIUM, CHINESE_FONT, XVFB, XAUTH, SHELLCHECK],
  ...MACHINE_TOOLS,
  ...SINGLE_TEST_TOOLS,
];

export function missingTools(tools: readonly Tool[]): readonly Tool[] {
  return tools.filter(({ isThere }) => !isThere());
}

/** Their packages, each named once. */
export function packagesOf(tools: readonly Tool[]): readonly string[] {
  return [...new Set(tools.map(({ debianPackage }) => debianPackage))];
}
