import { EventEmitter } from 'node:events';
import { refuseUnknown } from '../shared/refuse.cjs';
import type { WebContents } from './web-contents.cjs';

/** The main frame of a page. No other frame can send anything, because preloads run in main frames only. */
export class WebFrameMain extends EventEmitter {
  readonly #contents: WebContents;
  readonly parent = null;
  readonly name = '';
  readonly routingId = 1;
  readonly frameTreeNodeId: number;
  readonly processId: number;
  readonly detached = false;

  constructor(contents: WebContents) {
    super();
    this.#contents = contents;
    this.frameTreeNodeId = contents.id;
    this.processId = contents.id;
  }

  get url(): string {
    return this.#contents.getURL();
  }

  get origin(): string {
    // The origin that a standard scheme has in Electron; Node's URL knows none for it.
    const match = /^([a-z][a-z0-9+-]*:\/\/[^/?#]*)/.exec(this.url);
    return match?.[1] ?? 'null';
  }

  get top(): this {
    return this;
  }

  isDestroyed(): boolean {
    return this.#contents.isDestroyed();
  }

  send(channel: string, ...args: unknown[]): void {
    this.#contents.send(channel, ...args);
  }

  executeJavaScript(code: string, userGesture = false): Promise<unknown> {
    return this.#contents.executeJavaScript(code, userGesture);
  }
}

refuseUnknown(WebFrameMain, 'WebFrameMain');
