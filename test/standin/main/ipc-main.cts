import { EventEmitter } from 'node:events';
import { refuseUnknown } from '../shared/refuse.cjs';

export type Handler = (event: object, ...args: unknown[]) => unknown;

function requireListener(listener: unknown): void {
  if (typeof listener !== 'function')
    throw new TypeError(`Expected handler to be a function, but found type '${typeof listener}'`);
}

export class IpcMain extends EventEmitter {
  readonly #handlers = new Map<string, Handler>();

  handle(channel: string, handler: Handler): void {
    if (this.#handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
    requireListener(handler);
    this.#handlers.set(channel, handler);
  }

  handleOnce(channel: string, handler: Handler): void {
    this.handle(channel, (event, ...args) => {
      this.removeHandler(channel);
      return handler(event, ...args);
    });
  }

  removeHandler(channel: string): void {
    this.#handlers.delete(channel);
  }

  /** Underscored, as such names are the host's own in Electron as well. */
  _handlerOf(channel: string): Handler | undefined {
    return this.#handlers.get(channel);
  }
}

refuseUnknown(IpcMain, 'ipcMain');

export const ipcMain = new IpcMain();
