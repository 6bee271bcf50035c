import type { Scope } from './scope';
import type { ShellSource } from './shell-source';

/** Where an argument is read: its text, and the variables at that point. */
export interface Reading {
  readonly source: ShellSource;
  readonly scope: Scope;
}
