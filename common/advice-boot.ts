import { bootPools } from './boot-parameters';
import type { Evidence, Finding } from './finding';
import { type FstabEntry, fstabEntriesFor } from './fstab-text';
import { type Message, message } from './message';
import { DEFAULT_MOUNT_POINT, SYSCTL_FILE } from './names';
import { poolOf } from './sizing';
import type { FileFacts, HostSnapshot, SysctlAssignment } from './snapshot';
import { isReadAfter, SYSCTL_FOLDERS, sysctlWinner } from './sysctl-text';

const path = DEFAULT_MOUNT_POINT;

/** What the next boot will do: mount, and fill the pool. */
export function bootFindings(snapshot: HostSnapshot): readonly Finding[] {
  return [fstab(snapshot), sysctl(snapshot)];
}

type Judged = readonly [light: Finding['light'], sentence: Message];

function fstab(snapshot: HostSnapshot): Finding {
  const entries = fstabEntriesFor(snapshot.fstab.text, path);
  const [light, sentence] = judgeEntries(snapshot, entries) ?? judgeFile(snapshot.fstab);
  const lines = entries.map((entry) => lineEvidence(snapshot.fstab, entry.line));
  const nothing = { file: snapshot.fstab.path, value: '' };
  return { id: 'fstab', light, sentence, evidence: lines.length > 0 ? lines : [nothing] };
}

function lineEvidence(fstabFile: FileFacts, line: number): Evidence {
  const content = fstabFile.text.split('\n')[line - 1] ?? '';
  return { file: `${fstabFile.path}:${String(line)}`, value: content.trim() };
}

/** Null where there is no line for the mount point. */
function judgeEntries(snapshot: HostSnapshot, entries: readonly FstabEntry[]): Judged | null {
  const [entry, ...more] = entries;
  if (entry === undefined) return null;
  const { line, type, options, isOurs } = entry;
  if (more.length > 0) {
    const lines = entries.map((each) => each.line).join(', ');
    return ['warning', message('finding.fstab.several', { entries: entries.length, path, lines })];
  }
  if (type !== 'hugetlbfs') return ['warning', message('finding.fstab.other-type', { line, type, path })];
  if (options.includes('noauto')) return ['warning', message('finding.fstab.noauto', { line, path })];
  const isSafe = options.includes('nofail');
  const { name, gid } = snapshot.group;
  if (gid === null && options.includes(`gid=${name}`)) {
    const key = isSafe ? 'finding.fstab.unknown-group' : 'finding.fstab.unknown-group-boot-risk';
    return ['warning', message(key, { line, group: name })];
  }
  if (!isSafe) return ['warning', message('finding.fstab.boot-risk', { line, path })];
  return ['ok', isOurs ? message('finding.fstab.ours', { path }) : message('finding.fstab.own', { path })];
}

function judgeFile(file: FileFacts): Judged {
  if (file.kind === 'symlink') {
    return ['warning', message('finding.fstab.symlink', { target: file.linkTarget ?? '?' })];
  }
  if (file.kind === 'unreadable') return ['warning', message('finding.fstab.unreadable')];
  if (file.isReadOnly) return ['warning', message('finding.fstab.read-only')];
  return ['warning', message('finding.fstab.none', { path })];
}

function sysctl(snapshot: HostSnapshot): Finding {
  const winner = sysctlWinner(snapshot.sysctl);
  const unread = sysctlWinner(snapshot.sysctlUnread);
  const evidence = [...snapshot.sysctl, ...snapshot.sysctlUnread].map(assignmentEvidence);
  const parameters = bootParameters(snapshot);
  if (winner !== null) {
    const [light, sentence] = judgeWinner(snapshot, winner);
    return { id: 'sysctl', light, sentence, evidence };
  }
  if (unread !== null) {
    const sentence = message('finding.sysctl.unread', { pages: unread.pages, file: SYSCTL_FILE });
    return { id: 'sysctl', light: 'warning', sentence, evidence };
  }
  if (parameters !== '') {
    const sentence = message('finding.sysctl.boot-parameter', { file: SYSCTL_FILE });
    return { id: 'sysctl', light: 'hint', sentence, evidence: [{ file: '/proc/cmdline', value: parameters }] };
  }
  const sentence = message('finding.sysctl.none', { file: SYSCTL_FILE });
  return { id: 'sysctl', light: 'warning', sentence, evidence: SYSCTL_FOLDERS.map((file) => ({ file, value: '' })) };
}

function assignmentEvidence({ file, line, pages }: SysctlAssignment): Evidence {
  return { file: `${file}:${String(line)}`, value: `vm.nr_hugepages = ${String(pages)}` };
}

/** The parameters of the boot that fill the default pool: `hugepages=`, with the sizes they belong to. */
function bootParameters({ system, defaultPageKiB }: HostSnapshot): string {
  const pools = bootPools(system.bootParameters, defaultPageKiB);
  if (!pools.some(({ pageKiB, pages }) => pageKiB === defaultPageKiB && pages > 0)) return '';
  const words = system.bootParameters?.split(/\s+/) ?? [];
  return words.filter((word) => /^(?:default_)?hugepage(?:s|sz)=/.test(word)).join(' ');
}

function judgeWinner(snapshot: HostSnapshot, winner: SysctlAssignment): Judged {
  const { file, line, pages } = winner;
  const ours = sysctlWinner(snapshot.sysctl.filter((assignment) => assignment.file === SYSCTL_FILE));
  const their = { winnerFile: file, line, winnerPages: pages };
  if (ours !== null && file !== SYSCTL_FILE && ours.pages !== pages) {
    return ['warning', message('finding.sysctl.later-wins', { file: SYSCTL_FILE, pages: ours.pages, ...their })];
  }
  if (ours === null && isReadAfter(file, SYSCTL_FILE)) {
    return ['warning', message('finding.sysctl.would-win', { file: SYSCTL_FILE, ...their })];
  }
  const pool = snapshot.defaultPageKiB === null ? undefined : poolOf(snapshot, snapshot.defaultPageKiB);
  if (pool !== undefined && pool.persistentPages !== pages) {
    return ['hint', message('finding.sysctl.differs', { file, pages, now: pool.persistentPages })];
  }
  return ['ok', message('finding.sysctl.ok', { file, pages })];
}
