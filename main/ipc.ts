import { ipcMain, type IpcMainInvokeEvent } from 'electron';
import * as v from 'valibot';
import { channelNames, type Channel } from '../common/contract';
import { argumentSchemas } from './contract-schemas';
import type { Handlers } from './handlers';

/** The one place our window's pages come from. */
export const APP_ORIGIN = 'app://bundle';

/** Only the top frame of our own page may ask; a frame that is gone already may not. */
function isOurs(event: IpcMainInvokeEvent): boolean {
  const frame = event.senderFrame;
  return frame?.parent === null && frame.url.startsWith(`${APP_ORIGIN}/`);
}

function serve<Name extends Channel>(name: Name, handlers: Pick<Handlers, Name>): void {
  ipcMain.handle(name, async (event, ...args: unknown[]) => {
    if (!isOurs(event)) throw new Error('refused: not our window');
    const parsed = v.safeParse(argumentSchemas[name], args);
    if (!parsed.success) throw new Error(`refused: ${name} does not take this`);
    return handlers[name](...parsed.output);
  });
}

/** Opens every channel of the contract, each behind the same gate: sender first, then the payload's shape. */
export function serveAll(handlers: Handlers): void {
  for (const name of channelNames) serve(name, handlers);
}
