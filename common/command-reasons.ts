import { message, type Message } from './message';
import type { Step } from './plan';
import type { SourceId } from './sources';
import type { MessageKey } from './text/catalogue';

/** Every kind of root command that the guide shows, each of which can be asked “why so?”. */
export const COMMAND_IDS = [
  'group',
  'membership',
  'mount',
  'adjust',
  'pool',
  'sysctl',
  'fstab',
  'script',
  'root-text',
  'dialog',
  'by-hand',
  'close-to-others',
  'unmount',
  'restart-libvirt',
  'install-pkexec',
] as const;
export type CommandId = (typeof COMMAND_IDS)[number];

/** Why a command is as it is: the question, the answer in two parts, and what that rests on. */
export interface CommandReason {
  readonly question: Message;
  readonly answer: readonly [Message, Message];
  readonly sources: readonly SourceId[];
}

const SOURCES_OF: Record<CommandId, readonly SourceId[]> = {
  group: ['hugetlbpage', 'mount'],
  membership: ['usermod'],
  mount: ['hugetlbpage', 'mount'],
  adjust: ['hugetlbfs-source'],
  pool: ['sudo', 'hugetlbpage'],
  sysctl: ['sysctl-d'],
  fstab: ['fstab', 'systemd-mount', 'mount', 'hugetlbpage'],
  script: ['sudo'],
  'root-text': [],
  dialog: [],
  'by-hand': ['sudo'],
  'close-to-others': ['hugetlbpage'],
  unmount: ['mount'],
  'restart-libvirt': [],
  'install-pkexec': [],
};

/** The answer to “why so?” for a command. */
export function commandReason(id: CommandId): CommandReason {
  return {
    question: message(`why.${id}.question`),
    answer: [message(`why.${id}.first`), message(`why.${id}.second`)],
    sources: SOURCES_OF[id],
  };
}

/** The command that a step stands for; null where the classic how-to has none. */
export function commandOf(step: Step): CommandId | null {
  if (step.kind === 'mount') return step.how === 'mount' ? 'mount' : 'adjust';
  return step.kind === 'reload' ? null : step.kind;
}

/** Sentences that name root commands in passing. */
const IN_SENTENCES: Partial<Record<MessageKey, readonly CommandId[]>> = {
  'finding.access.everybody': ['close-to-others'],
  'finding.prompt.no-new-privs': ['by-hand'],
  'finding.prompt.no-pkexec': ['install-pkexec', 'by-hand'],
  'note.stacked-mounts': ['unmount'],
  'note.libvirt-restart': ['restart-libvirt'],
  'outcome.not-authorised.next': ['by-hand'],
  'outcome.no-agent.next': ['by-hand'],
  'outcome.no-pkexec.next': ['install-pkexec', 'by-hand'],
  'outcome.no-new-privs.next': ['by-hand'],
  'outcome.elevation-failed.next': ['by-hand'],
};

/** The root commands in a sentence, in its order; empty where it names none. */
export function commandsIn({ key }: Message): readonly CommandId[] {
  return IN_SENTENCES[key] ?? [];
}
