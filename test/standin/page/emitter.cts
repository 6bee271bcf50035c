// The part of Node's EventEmitter that ipcRenderer and preloads use; the preload's world has no Node.

export type Listener = (...args: unknown[]) => void;

interface Entry {
  readonly listener: Listener;
  readonly once: boolean;
}

export class Emitter {
  readonly #entries = new Map<string | symbol, Entry[]>();

  on(name: string | symbol, listener: Listener): this {
    return this.#add(name, { listener, once: false });
  }

  addListener(name: string | symbol, listener: Listener): this {
    return this.on(name, listener);
  }

  once(name: string | symbol, listener: Listener): this {
    return this.#add(name, { listener, once: true });
  }

  off(name: string | symbol, listener: Listener): this {
    const entries = this.#entries.get(name) ?? [];
    const at = entries.findLastIndex((entry) => entry.listener === listener);
    if (at >= 0) this.#entries.set(name, entries.toSpliced(at, 1));
    return this;
  }

  removeListener(name: string | symbol, listener: Listener): this {
    return this.off(name, listener);
  }

  removeAllListeners(name?: string | symbol): this {
    if (name === undefined) this.#entries.clear();
    else this.#entries.delete(name);
    return this;
  }

  listenerCount(name: string | symbol): number {
    return this.#entries.get(name)?.length ?? 0;
  }

  listeners(name: string | symbol): Listener[] {
    return (this.#entries.get(name) ?? []).map((entry) => entry.listener);
  }

  eventNames(): (string | symbol)[] {
    return [...this.#entries.keys()];
  }

  setMaxListeners(): this {
    return this;
  }

  emit(name: string | symbol, ...args: unknown[]): boolean {
    const entries = this.#entries.get(name) ?? [];
    for (const entry of entries) {
      if (entry.once) this.off(name, entry.listener);
      entry.listener.apply(this, args);
    }
    return entries.length > 0;
  }

  #add(name: string | symbol, entry: Entry): this {
    this.#entries.set(name, [...(this.#entries.get(name) ?? []), entry]);
    return this;
  }
}
