import { notImplemented } from '../shared/refuse.cjs';

export interface WebPreferences {
  readonly preload?: string;
  readonly sandbox?: boolean;
  readonly contextIsolation?: boolean;
  readonly nodeIntegration?: boolean;
  readonly webSecurity?: boolean;
  readonly additionalArguments?: readonly string[];
  readonly partition?: string;
  readonly session?: unknown;
}

/** Only the safe mode exists here; an app that asks for another must not seem to work. */
export function checkPreferences(preferences: WebPreferences): void {
  const {
    sandbox = true,
    contextIsolation = true,
    nodeIntegration = false,
    webSecurity = true,
    partition,
    session,
  } = preferences;
  if (!sandbox) notImplemented('webPreferences.sandbox: false');
  if (!contextIsolation) notImplemented('webPreferences.contextIsolation: false');
  if (nodeIntegration) notImplemented('webPreferences.nodeIntegration: true');
  if (!webSecurity) notImplemented('webPreferences.webSecurity: false');
  if (partition !== undefined || session !== undefined) notImplemented('webPreferences.partition or session');
}
