import { liftPatch } from '../../common/script/lift-patch';
import type { RevertOutcome, ScriptFault, ThreeWayPart } from '../../common/script/reading';
import { type Backup, findBackups } from './backups';
import { checkResult, type CheckableShell } from './check-syntax';
import { faultOfAccess } from './patch-file';
import { readScriptFile, type ScriptFile } from './read-script-file';
import { replaceFile } from './replace-file';
import { scriptShell } from './script-shell';

/**
 * Takes the program's patches out of a script, by what `keepBackup` kept in `folder`: the original bytes where the script
 * is still as it was patched, otherwise the person's edits on the original where they are elsewhere, which `shell` has
 * to read before they replace anything. Several patches on top of each other go together. The backups stay.
 */
export function revertScript(folder: string, path: string, shell: CheckableShell): RevertOutcome {
  const reading = readScriptFile(path);
  if (reading.kind === 'fault') return refused(reading.fault);
  const { file } = reading;
  const backups = findBackups(folder, file.path);
  const exact = firstBehind(backups, file.sha256);
  if (exact !== null && exact.originalSha256 !== file.sha256) return putBack(file, exact.original, 'whole');
  const [newest] = backups;
  const isOriginal = backups.some(({ originalSha256 }) => originalSha256 === file.sha256);
  return newest === undefined || isOriginal ? { kind: 'not-patched' } : lift(file, backups, newest, shell);
}

/** As `revertScript`, with the shell that the script itself names. */
export function revertScriptAt(folder: string, path: string): RevertOutcome {
  const reading = readScriptFile(path);
  if (reading.kind === 'fault') return refused(reading.fault);
  return revertScript(folder, path, scriptShell(reading.file.bytes));
}

/**
 * The first of the patches that led, one on top of the other, to the file with this hash; null where none did. Each was
 * before the one on top of it, which also ends the search where patches lead in a circle (2 MiB, 1 GiB, 2 MiB again).
 */
function firstBehind(newestFirst: readonly Backup[], sha256: string): Backup | null {
  let first: Backup | null = null;
  for (const backup of newestFirst) {
    if (backup.patchedSha256 === (first?.originalSha256 ?? sha256)) first = backup;
  }
  return first;
}

function lift(file: ScriptFile, backups: readonly Backup[], newest: Backup, shell: CheckableShell): RevertOutcome {
  const first = firstBehind(backups, newest.patchedSha256) ?? newest;
  // Latin-1 has a letter for every byte, so that the bytes come back as they were.
  const [original, patched, current] = [first.original, newest.patched, file.bytes].map((b) => b.toString('latin1'));
  const lifted = liftPatch(original ?? '', patched ?? '', current ?? '');
  if (lifted.kind === 'conflict') return { kind: 'conflict', parts: lifted.parts.map(inUtf8) };
  if (lifted.text === current) return { kind: 'not-patched' };
  const bytes = Buffer.from(lifted.text, 'latin1');
  const fault = checkResult(file.bytes, bytes, shell);
  return fault === null ? putBack(file, bytes, 'lifted') : refused(fault);
}

function putBack(file: ScriptFile, bytes: Buffer, how: 'whole' | 'lifted'): RevertOutcome {
  const fault = faultOfAccess(file) ?? replaceFile(file, bytes);
  return fault === null ? { kind: 'reverted', how } : refused(fault);
}

function refused(fault: ScriptFault): RevertOutcome {
  return { kind: 'refused', fault };
}

/** For people to read. */
function inUtf8({ line, before, patched, now }: ThreeWayPart): ThreeWayPart {
  const decode = (text: string): string => Buffer.from(text, 'latin1').toString('utf8');
  return { line, before: before.map(decode), patched: patched.map(decode), now: now.map(decode) };
}
