import { fieldOf, parseCount } from './kernel-text';

/** What /proc/self/status says of who this process is (proc_pid_status(5)). */
export interface ProcessFacts {
  /** Effective user id: whose rights the process has. */
  readonly uid: number;
  /** The effective group and the supplementary ones. */
  readonly gids: readonly number[];
  /** No setuid program (pkexec, sudo) can work from here. */
  readonly hasNoNewPrivs: boolean;
}

/** /proc/self/status; null where the user id is not in it. */
export function parseStatus(text: string): ProcessFacts | null {
  const [, uid] = numbersOf(text, 'Uid');
  if (uid === undefined) return null;
  const [, gid] = numbersOf(text, 'Gid');
  const gids = new Set([...(gid === undefined ? [] : [gid]), ...numbersOf(text, 'Groups')]);
  return { uid, gids: [...gids], hasNoNewPrivs: fieldOf(text, 'NoNewPrivs') === '1' };
}

function numbersOf(text: string, label: string): readonly number[] {
  const words = fieldOf(text, label)?.split(/\s+/) ?? [];
  return words.map(parseCount).filter((id) => id !== null);
}
