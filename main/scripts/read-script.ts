import { message } from '../../common/message';
import { applySplices } from '../../common/script/apply-splices';
import { editSplices } from '../../common/script/edit-splices';
import { lineOf } from '../../common/script/lines';
import type { PatchTarget } from '../../common/script/patch-target';
import { patchScript } from '../../common/script/patch-script';
import type { DiffHunk, ScriptFault, ScriptNote, StartFacts } from '../../common/script/reading';
import { diffHunks } from '../../common/script/script-diff';
import { decodeScript, type DecodedScript } from '../../common/script/script-encoding';
import type { ScriptEdit } from '../../common/script/script-edit';
import { saysGenerated, scriptKind, type ShellName } from '../../common/script/script-kind';
import { firstError, type ShellParser } from '../../common/script/shell-node';
import { memPathOption } from '../../common/start-option';
import { checkSyntax } from './check-syntax';
import type { ScriptFile } from './read-script-file';
import { sha256Of } from './sha256';
import { openShellParser } from './shell-parser';

/** What a script's text says, and what would be changed in it. */
export interface ReadScript {
  readonly shell: ShellName;
  readonly starts: readonly StartFacts[];
  readonly notes: readonly ScriptNote[];
  /** Null where nothing is to be changed. */
  readonly change: { readonly edit: ScriptEdit; readonly hunks: readonly DiffHunk[] } | null;
}

export type ScriptContent = { readonly kind: 'read'; readonly script: ReadScript } | Faulty;
interface Faulty {
  readonly kind: 'fault';
  readonly fault: ScriptFault;
}

/** Reads what a script does about QEMU. Nothing of it is run; its shell only says whether it can read it. */
export async function readScript(file: ScriptFile, target: PatchTarget): Promise<ScriptContent> {
  const byHand = memPathOption(target.path);
  const decoded = decodeScript(file.bytes);
  const kind = scriptKind(decoded.text);
  // quickemu adds what stands in extra_args to the options that it makes anew each time.
  if (kind.kind === 'quickemu') return faulty({ id: 'quickemu', byHand: `extra_args+=" ${byHand}"` });
  if (kind.kind === 'other') return faulty({ id: 'other-language', language: kind.language, byHand });
  const fault = checkSyntax(file.bytes, kind.shell);
  if (fault !== null) return faulty(fault);
  const parser = await openShellParser();
  try {
    return read(file, decoded, kind.shell, parser, target);
  } finally {
    parser.release();
  }
}

function faulty(fault: ScriptFault): Faulty {
  return { kind: 'fault', fault };
}

function read(
  file: ScriptFile,
  decoded: DecodedScript,
  shell: ShellName,
  parser: ShellParser,
  target: PatchTarget,
): ScriptContent {
  const { text } = decoded;
  const byHand = memPathOption(target.path);
  const root = parser.parse(text);
  const error = firstError(root);
  if (error !== null) return faulty({ id: 'not-understood', line: lineOf(text, error), byHand });
  const patch = patchScript(root, text, parser, target);
  if (patch.starts.length === 0) return faulty({ id: 'no-start', byHand });
  const splices = editSplices(decoded, patch.edits);
  const patched = applySplices(file.bytes, splices);
  // Edits that are in order and do not overlap always apply.
  if (patched === null) throw new Error('a patch that does not fit its own script');
  const edit = { path: file.path, oldSha256: file.sha256, newSha256: sha256Of(patched), splices };
  const hunks = diffHunks({ text, root }, patch.edits);
  return {
    kind: 'read',
    script: {
      shell,
      starts: patch.starts,
      notes: fileNotes(text),
      change: splices.length === 0 ? null : { edit, hunks },
    },
  };
}

function fileNotes(text: string): readonly ScriptNote[] {
  const notes: ScriptNote[] = [];
  if (text.includes('\r\n')) notes.push({ severity: 'hint', text: message('patch.note.windows-line-ends') });
  if (saysGenerated(text)) notes.push({ severity: 'warning', text: message('patch.note.generated') });
  return notes;
}
