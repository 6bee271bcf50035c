import type { Word } from './pieces';

/** One command of the script that starts QEMU. */
export interface QemuStart {
  /** `qemu-system-x86_64`, without its folder; as written where only running the script would tell. */
  readonly program: string;
  readonly programWord: Word;
  /** The arguments, once for each way that the script comes here: a function may be called several times. */
  readonly variants: readonly (readonly Word[])[];
  /** Why it cannot be patched whatever its arguments are. */
  readonly obstacle: StartObstacle | null;
}

/** `remote`: on another machine. `daemon`: behind start-stop-daemon(8), which takes options of its own. */
export type StartObstacle = 'remote' | 'daemon';
