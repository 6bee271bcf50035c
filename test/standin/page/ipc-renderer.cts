// ipcRenderer, as a sandboxed preload sees it.
import { decode, encode } from '../shared/codec.cjs';
import { refuseUnknown } from '../shared/refuse.cjs';
import type { ToMain, ToPreload } from './channel.cjs';
import { Emitter } from './emitter.cjs';

interface Pending {
  readonly channel: string;
  readonly resolve: (value: unknown) => void;
  readonly reject: (reason: Error) => void;
}

export class IpcRenderer extends Emitter {
  readonly #post: (message: ToMain) => void;
  readonly #pending = new Map<number, Pending>();
  #lastId = 0;

  constructor(post: (message: ToMain) => void) {
    super();
    this.#post = post;
  }

  send(channel: string, ...args: unknown[]): void {
    this.#post({ kind: 'send', channel, args: encode(args) });
  }

  /** Async, so that arguments that cannot be cloned reject instead of throwing. */
  async invoke(channel: string, ...args: unknown[]): Promise<unknown> {
    const encoded = encode(args);
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { channel, resolve, reject });
      this.#post({ kind: 'invoke', id, channel, args: encoded });
    });
  }

  receive(message: ToPreload): void {
    if (message.kind === 'push') {
      this.emit(message.channel, { sender: this, ports: [] }, ...(decode(message.args) as unknown[]));
      return;
    }
    const pending = this.#pending.get(message.id);
    this.#pending.delete(message.id);
    if (message.kind === 'result') pending?.resolve(decode(message.value));
    else pending?.reject(new Error(`Error invoking remote method '${pending.channel}': ${message.message}`));
  }
}

refuseUnknown(IpcRenderer, 'ipcRenderer');
