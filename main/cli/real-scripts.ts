import { homedir } from 'node:os';
import { resolve } from 'node:path/posix';
import { setFlagsFromString } from 'node:v8';
import { message } from '../../common/message';
import { patchTarget } from '../../common/script/patch-target';
import { faultWords, type ScriptWords } from '../../common/script/script-words';
import { readHost } from '../kernel';
import { dataFolder } from '../scripts/data-folder';
import { patchFile } from '../scripts/patch-file';
import { patchedScripts } from '../scripts/patched-scripts';
import { readScriptFile } from '../scripts/read-script-file';
import { revertScriptAt } from '../scripts/revert-script';
import { accessFor } from '../scripts/access-for';
import type { CliScript, CliScripts, ScriptEditForPlan } from './cli-io';

/** Start scripts on the real disk. What reads them is loaded only for the commands that need it. */
export function realScripts(env: Readonly<Record<string, string | undefined>>): CliScripts {
  const folder = dataFolder(env, homedir());
  return {
    read: async (typed, wish, host): Promise<CliScript> => {
      const reading = readScriptFile(resolve(typed));
      if (reading.kind === 'fault') return reading;
      quickenExit();
      const { readScript } = await import('../scripts/read-script');
      const content = await readScript(reading.file, patchTarget(host, wish));
      if (content.kind === 'fault') return content;
      const { path } = reading.file;
      const access = accessFor(reading.file, content.script.change?.edit ?? null);
      return { kind: 'read', path, script: content.script, access };
    },
    patch: (edit, shell) => patchFile(folder, edit, shell, new Date()),
    revert: (typed) => revertScriptAt(folder, resolve(typed)),
    patched: () => patchedScripts(folder),
  };
}

/**
 * One script is read before V8 has optimised the parser, and Node would wait for that at its end: seconds for nothing.
 * So it is told not to begin.
 */
function quickenExit(): void {
  for (const flag of ['--no-wasm-tier-up', '--no-wasm-dynamic-tiering']) setFlagsFromString(flag);
}

const NOTHING_FOR_ROOT: ScriptWords = {
  title: message('cli.patch.nothing-for-root.title'),
  next: message('cli.patch.nothing-for-root.next'),
};
const NEEDS_NO_ROOT: ScriptWords = {
  title: message('cli.patch.needs-no-root.title'),
  next: message('cli.patch.needs-no-root.next'),
};

/** The patch of a script that only root may change; a sentence where there is none for root to carry out. */
export async function readScriptEdit(scripts: CliScripts, typed: string, pageKiB: number): Promise<ScriptEditForPlan> {
  const reading = await scripts.read(typed, { pageKiB, preallocates: false }, readHost());
  if (reading.kind === 'fault') return { kind: 'none', words: faultWords(reading.fault) };
  const { access, script } = reading;
  if (script.change === null) return { kind: 'none', words: NOTHING_FOR_ROOT };
  switch (access.kind) {
    case 'by-plan':
      return { kind: 'edit', edit: script.change.edit };
    case 'direct':
      return { kind: 'none', words: NEEDS_NO_ROOT };
    case 'none':
      return { kind: 'none', words: faultWords(access.fault) };
  }
}
