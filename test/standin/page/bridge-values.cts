// How a value looks on its way between the page's world and the preload's. Follows Electron's contextBridge:
// functions and promises are proxied, errors keep their message only, plain objects lose their prototype.

export type Wire =
  | { readonly t: 'value'; readonly v: unknown }
  | { readonly t: 'function'; readonly id: number }
  | { readonly t: 'back'; readonly id: number }
  | { readonly t: 'promise'; readonly id: number }
  | { readonly t: 'error'; readonly message: string }
  | { readonly t: 'array'; readonly items: readonly Wire[] }
  | { readonly t: 'object'; readonly entries: readonly (readonly [string, Wire])[] }
  | { readonly t: 'clone'; readonly v: unknown }
  | { readonly t: 'seen'; readonly n: number };

export type AnyFunction = (...args: unknown[]) => unknown;

/** What the values need from the bridge: it alone knows the other side. */
export interface Ends {
  wrapFunction: (fn: AnyFunction) => Wire;
  wrapPromise: (promise: Promise<unknown>) => Wire;
  unwrapFunction: (id: number) => AnyFunction;
  unwrapBack: (id: number) => AnyFunction;
  unwrapPromise: (id: number) => Promise<unknown>;
}

const NOT_CLONEABLE = 'An object could not be cloned.';
const TOO_DEEP = 'Electron contextBridge recursion depth exceeded.  Nested objects deeper than 1000 are not supported.';
const CLONED = [Date, RegExp, Map, Set, ArrayBuffer, Blob, Number, String, Boolean, WeakMap, WeakSet, WeakRef];

function cloneOrRefuse(value: unknown): unknown {
  try {
    return structuredClone(value);
  } catch {
    throw new Error(NOT_CLONEABLE);
  }
}

class Wrapper {
  readonly #ends: Ends;
  readonly #seen = new Map<object, number>();
  #live = 0;

  constructor(ends: Ends) {
    this.#ends = ends;
  }

  /** Electron refuses a Proxy (such as Svelte's $state). A script cannot tell one, but the clone algorithm can. */
  checked(value: unknown, depth: number): Wire {
    const liveBefore = this.#live;
    const wire = this.#wrap(value, depth);
    const isPlain = wire.t === 'object' || wire.t === 'array';
    if (depth === 0 && isPlain && this.#live === liveBefore) cloneOrRefuse(value);
    return wire;
  }

  #wrap(value: unknown, depth: number): Wire {
    if (depth > 1000) throw new Error(TOO_DEEP);
    if (typeof value === 'symbol') throw new Error(NOT_CLONEABLE);
    if (typeof value === 'function')
      return this.#once(value, () => this.#alive(this.#ends.wrapFunction(value as AnyFunction)));
    if (typeof value !== 'object' || value === null) return { t: 'value', v: value };
    return this.#once(value, () => this.#object(value, depth));
  }

  #once(value: object, wrap: () => Wire): Wire {
    const n = this.#seen.get(value);
    if (n !== undefined) return { t: 'seen', n };
    this.#seen.set(value, this.#seen.size);
    return wrap();
  }

  #alive(wire: Wire): Wire {
    this.#live += 1;
    return wire;
  }

  #object(value: object, depth: number): Wire {
    if (value instanceof Promise) return this.#alive(this.#ends.wrapPromise(value));
    if (value instanceof Error) return { t: 'error', message: value.message };
    if (Array.isArray(value)) return { t: 'array', items: Array.from(value, (item) => this.#wrap(item, depth + 1)) };
    // Electron passes elements; two worlds that only share events cannot.
    if (value instanceof Node) throw new Error('stand-in: passing a DOM node over the bridge is not implemented');
    if (ArrayBuffer.isView(value) || CLONED.some((Kind) => value instanceof Kind))
      return { t: 'clone', v: cloneOrRefuse(value) };
    return { t: 'object', entries: Object.entries(value).map(([key, item]) => [key, this.#wrap(item, depth + 1)]) };
  }
}

class Unwrapper {
  readonly #ends: Ends;
  readonly #made: unknown[] = [];

  constructor(ends: Ends) {
    this.#ends = ends;
  }

  unwrap(wire: Wire): unknown {
    switch (wire.t) {
      case 'value':
        return wire.v;
      case 'seen':
        return this.#made[wire.n];
      case 'function':
        return this.#keep(this.#ends.unwrapFunction(wire.id));
      case 'back':
        return this.#keep(this.#ends.unwrapBack(wire.id));
      case 'promise':
        return this.#keep(this.#ends.unwrapPromise(wire.id));
      case 'error':
        return this.#keep(new Error(wire.message));
      case 'clone':
        return this.#keep(wire.v);
      case 'array': {
        const array = this.#keep<unknown[]>([]);
        for (const item of wire.items) array.push(this.unwrap(item));
        return array;
      }
      case 'object': {
        const object = this.#keep({});
        for (const [key, item] of wire.entries) {
          Object.defineProperty(object, key, {
            value: this.unwrap(item),
            writable: true,
            enumerable: true,
            configurable: true,
          });
        }
        return object;
      }
    }
  }

  #keep<T>(made: T): T {
    this.#made.push(made);
    return made;
  }
}

/** Values of one crossing share one table, so that the same object arrives as the same object. */
export function wrapAll(values: readonly unknown[], ends: Ends): Wire[] {
  const wrapper = new Wrapper(ends);
  return values.map((value) => wrapper.checked(value, 0));
}

export function unwrapAll(wires: readonly Wire[], ends: Ends): unknown[] {
  const unwrapper = new Unwrapper(ends);
  return wires.map((wire) => unwrapper.unwrap(wire));
}
