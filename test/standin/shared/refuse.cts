// Whatever the stand-in does not know must fail loudly: a test that passes on a silent undefined proves nothing.

export function notImplemented(what: string): never {
  throw new Error(`stand-in: ${what} is not implemented`);
}

/** Names that `await`, JSON and inspectors ask any object for. */
const ASKED_OF_ANYTHING = new Set([
  'then',
  'toJSON',
  'nodeType',
  'tagName',
  'asymmetricMatch',
  'inspect',
  'domain',
  'captureRejections',
  'usingDomains',
]);

function refusingParent(parent: object, owner: string): object {
  return new Proxy(parent, {
    get(target, key, receiver): unknown {
      const known =
        Reflect.has(target, key) || typeof key === 'symbol' || key.startsWith('_') || ASKED_OF_ANYTHING.has(key);
      return known ? Reflect.get(target, key, receiver) : notImplemented(`${owner}.${key}`);
    },
    // instanceof walks this chain and must still find the real parent.
    getPrototypeOf: () => parent,
  });
}

/** Object.getPrototypeOf, with a type. */
function parentOf(value: object): object {
  return Object.getPrototypeOf(value) as object;
}

type Constructor = abstract new (...args: never[]) => object;

/** Makes unknown members of a class throw, on its instances and on the class itself. Only missing names end up here. */
export function refuseUnknown<C extends Constructor>(Class: C, name: string): C {
  const prototype = Class.prototype as object;
  Object.setPrototypeOf(prototype, refusingParent(parentOf(prototype), name));
  Object.setPrototypeOf(Class, refusingParent(parentOf(Class), name));
  return Class;
}

/** A plain object of the API, such as `dialog`. Its members can be replaced, as tests do. */
export function apiModule<T extends object>(name: string, members: T): T {
  Object.setPrototypeOf(members, refusingParent(Object.prototype, name));
  return members;
}

/** A part of the API that is missing as a whole: it can be imported, not used. */
export function missingModule(name: string): object {
  return new Proxy(
    function missing() {
      return undefined;
    },
    {
      get: (_target, key) =>
        typeof key === 'symbol' || ASKED_OF_ANYTHING.has(key) ? undefined : notImplemented(`${name}.${key}`),
      apply: () => notImplemented(name),
      construct: () => notImplemented(name),
    },
  );
}

/** After this every method but these throws what Electron throws. */
export function markDestroyed(instance: object, stillAnswers: ReadonlySet<string>): void {
  const prototype = parentOf(instance);
  const dead = new Proxy(prototype, {
    get(target, key, receiver): unknown {
      const value: unknown = Reflect.get(target, key, receiver);
      if (typeof value !== 'function' || typeof key === 'symbol' || stillAnswers.has(key)) return value;
      return () => {
        throw new TypeError('Object has been destroyed');
      };
    },
    getPrototypeOf: () => prototype,
  });
  Object.setPrototypeOf(instance, dead);
}
