import { randomUUID } from 'node:crypto';
import { homedir } from 'node:os';
import { basename, dirname } from 'node:path/posix';
import { byHandOf } from '../../common/script/script-words';
import { patchTarget } from '../../common/script/patch-target';
import { addedLines } from '../../common/script/added-lines';
import type {
  DiffHunk,
  PatchId,
  PatchOutcome,
  PatchWish,
  PickedScript,
  RevertOutcome,
  ScriptId,
  ScriptReading,
} from '../../common/script/reading';
import type { ScriptEdit } from '../../common/script/script-edit';
import type { ShellName } from '../../common/script/script-kind';
import type { HostSnapshot } from '../../common/snapshot';
import { planBehind } from '../../common/undo/changes-left';
import { readJournal } from '../journal';
import { Remembered } from '../remembered';
import { accessFor } from './access-for';
import { patchFile } from './patch-file';
import { holdsPatch, patchedScripts } from './patched-scripts';
import { readScript, type ScriptContent } from './read-script';
import { readScriptFile, type ScriptFile } from './read-script-file';
import { revertScript, revertScriptAt } from './revert-script';

export interface RecentScripts {
  readonly read: () => readonly string[];
  readonly add: (path: string) => void;
}

interface ShownPatch {
  readonly edit: ScriptEdit;
  readonly hunks: readonly DiffHunk[];
  readonly shell: ShellName;
}

interface Known {
  readonly key: string;
  readonly content: ScriptContent;
  readonly patch: PatchId | null;
}

/**
 * The scripts that the person has picked, by ids that the window names them with. Everything about their content is read
 * from the disk anew, but not worked out again while it stays the same.
 */
export class ScriptDesk {
  readonly #paths = new Map<ScriptId, string>();
  readonly #known = new Map<ScriptId, Known>();
  readonly #patches = new Remembered<ShownPatch>();

  constructor(
    private readonly dataFolder: string,
    private readonly recentScripts: RecentScripts,
  ) {}

  /** A path from the file dialog, or of a file that was dropped; null for what lies nowhere on this machine. */
  take(path: string): PickedScript | null {
    if (!path.startsWith('/')) return null;
    this.recentScripts.add(path);
    return this.#given(path);
  }

  recent(): readonly PickedScript[] {
    return this.recentScripts.read().map((path) => this.#given(path));
  }

  pathOf(id: ScriptId): string | null {
    return this.#paths.get(id) ?? null;
  }

  async read(id: ScriptId, wish: PatchWish, host: HostSnapshot): Promise<ScriptReading> {
    const path = this.pathOf(id);
    if (path === null) {
      return { kind: 'unusable', script: { id, name: '', folder: '' }, fault: { id: 'unknown-script' } };
    }
    const script = this.#given(path);
    const reading = readScriptFile(path);
    if (reading.kind === 'fault') return { kind: 'unusable', script, fault: reading.fault };
    const { content, patch } = await this.#content(id, reading.file, wish, host);
    if (content.kind === 'fault') return { kind: 'unusable', script, fault: content.fault };
    const { starts, notes, change } = content.script;
    const access = accessFor(reading.file, change?.edit ?? null);
    return {
      kind: 'read',
      script,
      starts,
      notes,
      patch: change === null || patch === null ? null : { id: patch, ...change },
      access,
      canRevert: access.kind === 'direct' && holdsPatch(this.dataFolder, reading.file),
      patchedBy: access.kind === 'direct' ? null : planBehind(readJournal().entries, reading.file.path),
    };
  }

  /** A patch as it was shown; undefined where it never was or is long forgotten. */
  patch(id: PatchId): ScriptEdit | undefined {
    return this.#patches.find(id)?.edit;
  }

  apply(id: PatchId, now: Date): PatchOutcome {
    const shown = this.#patches.find(id);
    if (shown === undefined) return { kind: 'nothing-to-do' };
    const fault = patchFile(this.dataFolder, shown.edit, shown.shell, now);
    return fault === null ? { kind: 'patched' } : { kind: 'refused', fault };
  }

  revert(id: ScriptId): RevertOutcome {
    const path = this.pathOf(id);
    if (path === null) return { kind: 'refused', fault: { id: 'unknown-script' } };
    const content = this.#known.get(id)?.content;
    return revertScript(this.dataFolder, path, content?.kind === 'read' ? content.script.shell : 'bash');
  }

  /** Paths of the scripts that hold a patch of ours and that the person may change without root. */
  patched(): readonly string[] {
    return patchedScripts(this.dataFolder);
  }

  /** Takes the patch out of one of `patched`. */
  revertPatched(path: string): RevertOutcome {
    return revertScriptAt(this.dataFolder, path);
  }

  /** What to add by hand, as it was shown for this script; null where nothing was. */
  lineByHand(id: ScriptId): string | null {
    const content = this.#known.get(id)?.content;
    if (content === undefined) return null;
    if (content.kind === 'fault') return byHandOf(content.fault);
    const declined = content.script.starts.flatMap(({ treatment }) =>
      treatment.kind === 'declined' ? [treatment] : [],
    );
    return declined[0]?.byHand ?? null;
  }

  /** The changed lines of a patch, for who would rather type them in; null where it never was or is long forgotten. */
  linesByHand(id: PatchId): string | null {
    const shown = this.#patches.find(id);
    return shown === undefined ? null : addedLines(shown.hunks).join('\n');
  }

  /** The same id for the same path, so that the window knows it again. */
  #given(path: string): PickedScript {
    const known = [...this.#paths].find(([, other]) => other === path)?.[0];
    const id = known ?? randomUUID();
    if (known === undefined) this.#paths.set(id, path);
    return { id, name: basename(path), folder: shortened(dirname(path)) };
  }

  async #content(id: ScriptId, file: ScriptFile, wish: PatchWish, host: HostSnapshot): Promise<Known> {
    const target = patchTarget(host, wish);
    const key = JSON.stringify([file.path, file.sha256, target]);
    const before = this.#known.get(id);
    if (before?.key === key) return before;
    const content = await readScript(file, target);
    const shown = content.kind === 'read' && content.script.change !== null ? content.script : null;
    const patch = shown === null ? null : randomUUID();
    if (shown?.change != null && patch !== null) this.#patches.keep(patch, { ...shown.change, shell: shown.shell });
    const now: Known = { key, content, patch };
    this.#known.set(id, now);
    return now;
  }
}

/** As people write it. */
function shortened(folder: string): string {
  const home = homedir();
  return folder === home || folder.startsWith(`${home}/`) ? `~${folder.slice(home.length)}` : folder;
}
