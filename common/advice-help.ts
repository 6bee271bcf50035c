import type { Finding } from './finding';
import { message } from './message';
import { PROGRESS_FILE } from './names';
import type { HostSnapshot } from './snapshot';

/** What helps or hinders besides the pool: transparent huge pages, the way to the password, a run left unfinished. */
export function helpFindings(snapshot: HostSnapshot): readonly Finding[] {
  return [transparent(snapshot), prompt(snapshot), ...unfinishedRun(snapshot)];
}

function unfinishedRun({ run }: HostSnapshot): readonly Finding[] {
  if (run === null || run.hasEnded) return [];
  const evidence = [{ file: PROGRESS_FILE, value: run.planId ?? '' }];
  const sentence = message(run.isRunning ? 'finding.run.running' : 'finding.run.interrupted');
  return [{ id: 'run', light: 'warning', sentence, evidence }];
}

function transparent({ transparent: { mode }, memory }: HostSnapshot): Finding {
  const anonHugeKiB = memory.anonHugeKiB ?? 0;
  const evidence = [
    { file: '/sys/kernel/mm/transparent_hugepage/enabled', value: mode === null ? '' : `[${mode}]` },
    { file: '/proc/meminfo', value: `AnonHugePages: ${String(anonHugeKiB)} kB` },
  ];
  switch (mode) {
    case 'always':
    case 'madvise': {
      // QEMU asks for them itself (madvise), so both modes serve it alike.
      const sentence = message('finding.transparent.on', { mode, anonHugeKiB });
      return { id: 'transparent', light: 'hint', sentence, evidence };
    }
    case 'never':
      return { id: 'transparent', light: 'hint', sentence: message('finding.transparent.never'), evidence };
    case null:
      return { id: 'transparent', light: 'hint', sentence: message('finding.transparent.unknown'), evidence };
  }
}

function prompt({ prompt: { hasNoNewPrivs, hasPkexec, isAdministrator }, user }: HostSnapshot): Finding {
  const evidence = [
    { file: '/proc/self/status', value: `NoNewPrivs: ${hasNoNewPrivs ? '1' : '0'}` },
    { file: '/usr/bin/pkexec', value: hasPkexec ? 'file' : '' },
  ];
  if (user.isRoot) return { id: 'prompt', light: 'hint', sentence: message('finding.prompt.root'), evidence };
  if (hasNoNewPrivs) {
    return { id: 'prompt', light: 'warning', sentence: message('finding.prompt.no-new-privs'), evidence };
  }
  if (!hasPkexec) return { id: 'prompt', light: 'warning', sentence: message('finding.prompt.no-pkexec'), evidence };
  if (!isAdministrator) {
    return { id: 'prompt', light: 'hint', sentence: message('finding.prompt.not-an-administrator'), evidence };
  }
  return { id: 'prompt', light: 'ok', sentence: message('finding.prompt.ok'), evidence };
}
