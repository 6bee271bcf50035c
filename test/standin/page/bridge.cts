// The passage between the two worlds of one document. They share nothing but the DOM: an event's detail read in the
// other world is a structured clone, and dispatch is synchronous, so a call returns at once as it does in Electron.
import { type AnyFunction, type Ends, unwrapAll, type Wire, wrapAll } from './bridge-values.cjs';

export type World = 'page' | 'preload';

type Message =
  | { readonly kind: 'expose'; readonly key: string; readonly value: Wire }
  | { readonly kind: 'call'; readonly id: number; readonly args: readonly Wire[] }
  | { readonly kind: 'settle'; readonly id: number; readonly kept: boolean; readonly value: Wire };

interface Reply {
  readonly threw: string | null;
  readonly value: Wire;
}

interface Settle {
  readonly resolve: (value: unknown) => void;
  readonly reject: (reason: unknown) => void;
}

const NOTHING: Wire = { t: 'value', v: undefined };
const NO_MESSAGE =
  'An unknown exception occurred in the isolated context, an error occurred but a valid exception was not thrown.';

function messageOf(thrown: unknown): string {
  const message = typeof thrown === 'object' && thrown !== null && 'message' in thrown ? thrown.message : undefined;
  return typeof message === 'string' ? message : NO_MESSAGE;
}

function deepFreeze(value: unknown, frozen: Set<unknown>): void {
  const isObject = (typeof value === 'object' && value !== null) || typeof value === 'function';
  if (!isObject || ArrayBuffer.isView(value) || frozen.has(value)) return;
  frozen.add(value);
  for (const item of Object.values(value)) deepFreeze(item, frozen);
  Object.freeze(value);
}

export class Bridge {
  readonly #outbox: string;
  readonly #functions = new Map<number, AnyFunction>();
  readonly #proxies = new WeakMap<AnyFunction, number>();
  readonly #promises = new Map<number, Settle>();
  readonly #dispatch = window.dispatchEvent.bind(window);
  readonly #CustomEvent = CustomEvent;
  #lastId = 0;
  #lastReply: Reply = { threw: null, value: NOTHING };

  readonly #ends: Ends = {
    wrapFunction: (fn) => this.#wrapFunction(fn),
    wrapPromise: (promise) => this.#wrapPromise(promise),
    unwrapFunction: (id) => this.#unwrapFunction(id),
    unwrapBack: (id) => this.#known(id),
    unwrapPromise: (id) => new Promise((resolve, reject) => this.#promises.set(id, { resolve, reject })),
  };

  constructor(own: World, secret: string) {
    const other: World = own === 'page' ? 'preload' : 'page';
    this.#outbox = `${secret}-${other}`;
    const inbox = `${secret}-${own}`;
    window.addEventListener(inbox, (event) => {
      // Reached by other listeners' errors too otherwise: nobody else needs this event.
      event.stopImmediatePropagation();
      const reply = this.#answer((event as CustomEvent<Message>).detail);
      this.#dispatch(new this.#CustomEvent(`${this.#outbox}-reply`, { detail: reply }));
    });
    window.addEventListener(`${inbox}-reply`, (event) => {
      event.stopImmediatePropagation();
      this.#lastReply = (event as CustomEvent<Reply>).detail;
    });
  }

  expose(key: string, api: unknown): void {
    const [value = NOTHING] = wrapAll([api], this.#ends);
    this.#ask({ kind: 'expose', key, value });
  }

  #ask(message: Message): unknown {
    this.#dispatch(new this.#CustomEvent(this.#outbox, { detail: message }));
    // Calls nest strictly, and the other side replies last, so the newest reply is ours.
    const reply = this.#lastReply;
    if (reply.threw !== null) throw new Error(reply.threw);
    return unwrapAll([reply.value], this.#ends)[0];
  }

  #answer(message: Message): Reply {
    try {
      const [value = NOTHING] = wrapAll([this.#perform(message)], this.#ends);
      return { threw: null, value };
    } catch (error) {
      return { threw: messageOf(error), value: NOTHING };
    }
  }

  #perform(message: Message): unknown {
    if (message.kind === 'call') return this.#known(message.id)(...unwrapAll(message.args, this.#ends));
    if (message.kind === 'expose') {
      this.#define(message.key, unwrapAll([message.value], this.#ends)[0]);
      return undefined;
    }
    const settle = this.#promises.get(message.id);
    this.#promises.delete(message.id);
    const value = unwrapAll([message.value], this.#ends)[0];
    if (message.kept) settle?.resolve(value);
    else settle?.reject(value);
    return undefined;
  }

  #define(key: string, value: unknown): void {
    if (key in window) throw new Error('Cannot bind an API on top of an existing property on the window object');
    deepFreeze(value, new Set());
    Object.defineProperty(window, key, { value, writable: false, enumerable: true, configurable: false });
  }

  /** Only what has crossed the bridge can be called, whatever number the page makes up. */
  #known(id: number): AnyFunction {
    const fn = this.#functions.get(id);
    if (fn === undefined) throw new Error('stand-in: no such function has crossed the bridge');
    return fn;
  }

  #wrapFunction(fn: AnyFunction): Wire {
    const proxied = this.#proxies.get(fn);
    if (proxied !== undefined) return { t: 'back', id: proxied };
    this.#lastId += 1;
    this.#functions.set(this.#lastId, fn);
    return { t: 'function', id: this.#lastId };
  }

  #unwrapFunction(id: number): AnyFunction {
    const callOther = (args: unknown[]): unknown => this.#ask({ kind: 'call', id, args: wrapAll(args, this.#ends) });
    // Made inside an expression, so that it has no name, as in Electron.
    const [proxy] = [(...args: unknown[]) => callOther(args)] as const;
    this.#proxies.set(proxy, id);
    return proxy;
  }

  #wrapPromise(promise: Promise<unknown>): Wire {
    this.#lastId += 1;
    const id = this.#lastId;
    const settle = (kept: boolean, result: unknown): void => {
      const { passed, value } = this.#passable(result);
      this.#ask({ kind: 'settle', id, kept: kept && passed, value });
    };
    promise.then(
      (result) => {
        settle(true, result);
      },
      (error: unknown) => {
        settle(false, error);
      },
    );
    return { t: 'promise', id };
  }

  #passable(result: unknown): { readonly passed: boolean; readonly value: Wire } {
    try {
      return { passed: true, value: wrapAll([result], this.#ends)[0] ?? NOTHING };
    } catch (error) {
      return { passed: false, value: { t: 'error', message: messageOf(error) } };
    }
  }
}
