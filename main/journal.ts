import { lstatSync, statSync } from 'node:fs';
import { join } from 'node:path/posix';
import { parseCount } from '../common/kernel-text';
import { BESIDE, isPlanId, JOURNAL_FOLDER } from '../common/names';
import type { HostSnapshot } from '../common/snapshot';
import type { JournalEntry, Ownership } from '../common/undo/journal';
import { parseJournalEntry } from '../common/undo/journal-text';
import { copyKey, type FileNow, type UndoFacts } from '../common/undo/undo-facts';
import { hostFiles } from './host-files';
import { readHost } from './kernel';
import { sha256OfLatin1 } from './scripts/sha256';

/** The journal alone; nothing here throws. */
export function readJournal(): Pick<UndoFacts, 'entries' | 'unreadable'> {
  const folders = hostFiles('/').list(JOURNAL_FOLDER).filter(isPlanId);
  const read = folders.flatMap((id) => readEntry(id) ?? []);
  return {
    entries: read.flatMap(({ entry }) => entry ?? []),
    unreadable: read.filter(({ entry }) => entry === null).map(({ id }) => join(JOURNAL_FOLDER, id)),
  };
}

/** Everything that an undo is planned from, read once; nothing here throws. */
export function readUndoFacts(host: HostSnapshot = readHost()): UndoFacts {
  const files = hostFiles('/');
  const { entries, unreadable } = readJournal();
  const changes = entries.flatMap((entry) => entry.changes.map((change) => ({ entry: entry.id, change })));
  const fileChanges = changes.flatMap(({ entry, change }) => ('file' in change ? [{ entry, change }] : []));
  const mountPoints = changes.flatMap(({ change }) => (change.kind === 'mount' ? [change.path] : []));
  return {
    entries,
    unreadable,
    host,
    files: new Map(fileChanges.map(({ change }) => [change.file, fileNow(change.file)])),
    copies: new Map(
      fileChanges.flatMap(({ entry, change }) =>
        change.copy === null ? [] : [[copyKey(entry, change.copy), fileNow(join(JOURNAL_FOLDER, entry, change.copy))]],
      ),
    ),
    leftovers: new Set(fileChanges.map(({ change }) => change.file + BESIDE).filter((path) => files.exists(path))),
    owners: new Map(mountPoints.flatMap((path) => ownership(path) ?? [])),
    boot: files.read('/proc/sys/kernel/random/boot_id')?.trim() ?? null,
    accountsInGroup: accountsWith(files.read('/etc/passwd') ?? '', host.group.gid),
    kvmDeviceGid: statSync('/dev/kvm', { throwIfNoEntry: false })?.gid ?? null,
  };
}

/**
 * With no entry where it is not one, or not root's: nobody else could have it written. Null where its first line is not
 * whole: the run was killed before it changed anything.
 */
function readEntry(id: string): { readonly id: string; readonly entry: JournalEntry | null } | null {
  const folder = join(JOURNAL_FOLDER, id);
  const path = join(folder, 'entry.jsonl');
  const files = hostFiles('/');
  const text = files.read(path);
  const isBegun = text === null ? files.exists(path) : text.includes('\n');
  if (!isBegun) return null;
  const isRoots = lstatSync(folder, { throwIfNoEntry: false })?.uid === 0;
  const entry = isRoots ? parseJournalEntry(text ?? '') : null;
  return { id, entry: entry?.id === id ? entry : null };
}

function fileNow(path: string): FileNow {
  const files = hostFiles('/');
  const kind = files.kindOf(path);
  if (kind !== 'file') return { kind };
  const text = files.read(path, { encoding: 'latin1' });
  return text === null ? { kind: 'unreadable' } : { kind, text, sha256: sha256OfLatin1(text) };
}

function ownership(path: string): readonly [string, Ownership][] | null {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined) return null;
  const mode = (stat.mode & 0o7777).toString(8);
  return [[path, `${String(stat.uid)}:${String(stat.gid)} ${mode}`]];
}

/** Accounts whose primary group this is (passwd(5)). */
function accountsWith(passwd: string, gid: number | null): readonly string[] {
  if (gid === null) return [];
  return passwd.split('\n').flatMap((line) => {
    const [name = '', , , gidText = ''] = line.split(':');
    return parseCount(gidText) === gid ? [name] : [];
  });
}
