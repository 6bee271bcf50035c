// The DevTools protocol over Chromium's pipe: messages of JSON, each ended by a zero byte.
import { EventEmitter } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import type { Commands, Events } from './devtools-types.cjs';
import { say } from '../shared/say.cjs';

interface Incoming {
  readonly id?: number;
  readonly sessionId?: string;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string; readonly data?: string };
}

interface Waiting {
  readonly method: string;
  readonly sessionId: string;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** Commands that were on their way when their page or Chromium went. Nobody waits for these answers any more. */
export class ConnectionGone extends Error {}

const ROOT = '';

export class DevTools {
  readonly #output: Writable;
  readonly #waiting = new Map<number, Waiting>();
  readonly #sessions = new Map<string, Session>();
  #lastId = 0;
  #rest: Buffer[] = [];
  readonly root: Session;

  constructor(output: Writable, input: Readable) {
    this.#output = output;
    this.root = this.session(ROOT);
    input.on('data', (chunk: Buffer) => {
      this.#read(chunk);
    });
    input.on('close', () => {
      this.#dropAll();
    });
    // A dying Chromium breaks the pipe in either direction; its exit is what gets reported.
    output.on('error', () => {
      this.#dropAll();
    });
  }

  session(sessionId: string): Session {
    const known = this.#sessions.get(sessionId);
    if (known !== undefined) return known;
    const session = new Session(this, sessionId);
    this.#sessions.set(sessionId, session);
    return session;
  }

  send(sessionId: string, method: string, params: unknown): Promise<unknown> {
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((resolve, reject) => {
      if (!this.#sessions.has(sessionId) || !this.#output.writable) {
        reject(new ConnectionGone(method));
        return;
      }
      this.#waiting.set(id, { method, sessionId, resolve, reject });
      const address = sessionId === ROOT ? {} : { sessionId };
      this.#output.write(`${JSON.stringify({ id, method, params, ...address })}\0`);
    });
  }

  drop(sessionId: string): void {
    this.#sessions.delete(sessionId);
    for (const [id, waiting] of this.#waiting) {
      if (waiting.sessionId !== sessionId) continue;
      this.#waiting.delete(id);
      waiting.reject(new ConnectionGone(waiting.method));
    }
  }

  #dropAll(): void {
    for (const sessionId of [...this.#sessions.keys()]) this.drop(sessionId);
  }

  #read(chunk: Buffer): void {
    let from = 0;
    for (let end = chunk.indexOf(0); end >= 0; end = chunk.indexOf(0, from)) {
      const text = Buffer.concat([...this.#rest, chunk.subarray(from, end)]).toString('utf8');
      this.#rest = [];
      from = end + 1;
      this.#dispatch(JSON.parse(text) as Incoming);
    }
    if (from < chunk.length) this.#rest.push(chunk.subarray(from));
  }

  #dispatch(message: Incoming): void {
    if (message.id === undefined) {
      this.#sessions.get(message.sessionId ?? ROOT)?.events.emit(message.method ?? '', message.params);
      return;
    }
    const waiting = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (message.error === undefined) waiting?.resolve(message.result);
    else waiting?.reject(new Error(`${waiting.method}: ${message.error.message} ${message.error.data ?? ''}`.trim()));
  }
}

export class Session {
  readonly #devtools: DevTools;
  readonly events = new EventEmitter();
  readonly id: string;

  constructor(devtools: DevTools, id: string) {
    this.#devtools = devtools;
    this.id = id;
  }

  send<M extends keyof Commands>(method: M, params: Commands[M]['params']): Promise<Commands[M]['result']> {
    return this.#devtools.send(this.id, method, params) as Promise<Commands[M]['result']>;
  }

  /** For commands whose answer changes nothing: a page that has gone meanwhile is no error. */
  tell<M extends keyof Commands>(method: M, params: Commands[M]['params']): void {
    this.send(method, params).catch((error: unknown) => {
      if (!(error instanceof ConnectionGone)) complain(error);
    });
  }

  on<E extends keyof Events>(event: E, listener: (params: Events[E]) => void): void {
    this.events.on(event, listener);
  }
}

/** Trouble between the stand-in and Chromium, for whoever looks into a failing run. */
export function complain(error: unknown): void {
  if (process.env.HUGEPAGES_GUIDE_STANDIN_VERBOSE === '1') say('stand-in:', error);
}
