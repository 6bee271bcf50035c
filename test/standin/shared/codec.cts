// Structured clone as JSON text. The same source runs in Node and in the preload's world, which only share text.
// Objects are written once into a table and referred to by number, so cycles and shared objects survive.

type Atom = string | number | boolean | null;
type Encoded = Atom | readonly ['u'] | readonly ['n', string] | readonly ['b', string] | readonly ['@', number];
type Node = readonly [kind: string, ...parts: unknown[]];

export const NOT_CLONEABLE = 'An object could not be cloned.';

const ERRORS = { Error, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError };
const VIEWS = {
  Int8Array,
  Uint8Array,
  Uint8ClampedArray,
  Int16Array,
  Uint16Array,
  Int32Array,
  Uint32Array,
  Float32Array,
  Float64Array,
  BigInt64Array,
  BigUint64Array,
  DataView,
};

function hasKey<T extends object>(table: T, key: string): key is Extract<keyof T, string> {
  return Object.hasOwn(table, key);
}

function bytesToBase64(bytes: Uint8Array): string {
  let text = '';
  // Chunks, because a call cannot take a million arguments.
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}

function base64ToBuffer(text: string): ArrayBuffer {
  const raw = atob(text);
  const bytes = new Uint8Array(raw.length);
  for (let at = 0; at < raw.length; at += 1) bytes[at] = raw.charCodeAt(at);
  return bytes.buffer;
}

class Encoder {
  readonly nodes: Node[] = [];
  readonly #seen = new Map<object, number>();

  value(value: unknown): Encoded {
    switch (typeof value) {
      case 'string':
      case 'boolean':
        return value;
      case 'number':
        return Number.isFinite(value) && !Object.is(value, -0)
          ? value
          : ['n', Object.is(value, -0) ? '-0' : String(value)];
      case 'undefined':
        return ['u'];
      case 'bigint':
        return ['b', String(value)];
      case 'object':
        return value === null ? null : ['@', this.#object(value)];
      case 'function':
      case 'symbol':
        throw new Error(NOT_CLONEABLE);
    }
  }

  #object(value: object): number {
    const seen = this.#seen.get(value);
    if (seen !== undefined) return seen;
    const index = this.nodes.length;
    this.#seen.set(value, index);
    this.nodes.push(['reserved']);
    this.nodes[index] = this.#node(value);
    return index;
  }

  #node(value: object): Node {
    if (Array.isArray(value)) return ['array', value.length, this.#entries(value)];
    if (value instanceof Date) return ['date', this.value(value.getTime())];
    if (value instanceof RegExp) return ['regexp', value.source, value.flags];
    if (value instanceof Map) return ['map', [...value].map(([key, item]) => [this.value(key), this.value(item)])];
    if (value instanceof Set) return ['set', [...value].map((item) => this.value(item))];
    if (value instanceof Error) {
      const cause = 'cause' in value ? [this.value(value.cause)] : [];
      return ['error', value.name, value.message, value.stack ?? '', ...cause];
    }
    if (value instanceof ArrayBuffer) return ['buffer', bytesToBase64(new Uint8Array(value))];
    if (ArrayBuffer.isView(value)) {
      const kind = Object.prototype.toString.call(value).slice(8, -1);
      const length = value instanceof DataView ? value.byteLength : (value as Uint8Array).length;
      return ['view', kind, this.value(value.buffer), value.byteOffset, length];
    }
    if (value instanceof Number || value instanceof String || value instanceof Boolean)
      return ['boxed', this.value(value.valueOf())];
    // What is left after a structured clone is plain, or a platform object that has no text form.
    if (Object.prototype.toString.call(value) !== '[object Object]') throw new Error(NOT_CLONEABLE);
    return ['object', this.#entries(value)];
  }

  #entries(value: object): [string, Encoded][] {
    return Object.entries(value).map(([key, item]: [string, unknown]) => [key, this.value(item)]);
  }
}

class Decoder {
  readonly #nodes: readonly Node[];
  readonly #made = new Map<number, object>();

  constructor(nodes: readonly Node[]) {
    this.#nodes = nodes;
  }

  value(encoded: unknown): unknown {
    if (!Array.isArray(encoded)) return encoded;
    const [kind, part] = encoded as [string, never];
    if (kind === 'n') return Number(part);
    if (kind === 'b') return BigInt(part);
    return kind === '@' ? this.#object(part) : undefined;
  }

  #object(index: number): object {
    const made = this.#made.get(index);
    if (made !== undefined) return made;
    const [kind, ...parts] = this.#nodes[index] ?? ['object', []];
    return this.#build(index, kind, parts as never[]);
  }

  #keep<T extends object>(index: number, made: T): T {
    this.#made.set(index, made);
    return made;
  }

  #build(index: number, kind: string, parts: never[]): object {
    const [first, second, third, fourth] = parts as [never, never, never, never];
    switch (kind) {
      case 'array':
        return this.#fill(this.#keep(index, new Array<unknown>(first)), second);
      case 'date':
        return this.#keep(index, new Date(this.value(first) as number));
      case 'regexp':
        return this.#keep(index, new RegExp(first, second));
      case 'map': {
        const map = this.#keep(index, new Map());
        for (const [key, item] of first as [unknown, unknown][]) map.set(this.value(key), this.value(item));
        return map;
      }
      case 'set': {
        const set = this.#keep(index, new Set());
        for (const item of first as unknown[]) set.add(this.value(item));
        return set;
      }
      case 'error': {
        const Kind = hasKey(ERRORS, first) ? ERRORS[first] : Error;
        const error = this.#keep(index, new Kind(second));
        Object.defineProperty(error, 'stack', { value: third, writable: true, configurable: true });
        if (parts.length > 3)
          Object.defineProperty(error, 'cause', { value: this.value(fourth), writable: true, configurable: true });
        return error;
      }
      case 'buffer':
        return this.#keep(index, base64ToBuffer(first));
      case 'view': {
        const View = hasKey(VIEWS, first) ? VIEWS[first] : Uint8Array;
        return this.#keep(index, new View(this.value(second) as ArrayBuffer, third, fourth));
      }
      case 'boxed':
        return this.#keep(index, Object(this.value(first)) as object);
      default:
        return this.#fill(this.#keep(index, {}), first);
    }
  }

  #fill<T extends object>(target: T, entries: readonly (readonly [string, unknown])[]): T {
    for (const [key, item] of entries) {
      // Defined, not assigned: a key named __proto__ must stay an ordinary key.
      Object.defineProperty(target, key, {
        value: this.value(item),
        writable: true,
        enumerable: true,
        configurable: true,
      });
    }
    return target;
  }
}

/** Clones as IPC does, then writes it down. Throws Electron's words for what cannot be cloned. */
export function encode(value: unknown): string {
  let clone: unknown;
  try {
    clone = structuredClone(value);
  } catch {
    throw new Error(NOT_CLONEABLE);
  }
  const encoder = new Encoder();
  const root = encoder.value(clone);
  return JSON.stringify([root, encoder.nodes]);
}

export function decode(text: string): unknown {
  const [root, nodes] = JSON.parse(text) as [unknown, Node[]];
  return new Decoder(nodes).value(root);
}
