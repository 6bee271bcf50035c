import type { Message } from './message';

/**
 * One thing found out about this machine, as a traffic light with its evidence. `ok` green; `hint` worth knowing, no
 * action needed; `warning` yellow: works, but with a catch, or is mended by the plan; `problem` red: stops the guide.
 */
export interface Finding {
  readonly id: FindingId;
  readonly light: Light;
  readonly sentence: Message;
  readonly evidence: readonly Evidence[];
}

export type Light = 'ok' | 'hint' | 'warning' | 'problem';

/** Where a finding comes from: the file and what stands there (raw, not translated). */
export interface Evidence {
  readonly file: string;
  readonly value: string;
}

export type FindingId =
  | 'platform'
  | 'kernel'
  | 'cpu'
  | 'container'
  | 'pool'
  | 'counters'
  | 'host-memory'
  | 'nodes'
  | 'mount'
  | 'access'
  | 'group'
  | 'membership'
  | 'fstab'
  | 'sysctl'
  | 'transparent'
  | 'prompt'
  | 'run';
