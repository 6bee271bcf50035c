/** How many are remembered; a screen makes a new one whenever something changes. */
const MOST = 50;

/** What was shown to the window, by id: it can name one of these and nothing else. The oldest are forgotten. */
export class Remembered<Item> {
  readonly #items = new Map<string, Item>();

  keep(id: string, item: Item): void {
    this.#items.set(id, item);
    for (const oldest of [...this.#items.keys()].slice(0, -MOST)) this.#items.delete(oldest);
  }

  /** As it was shown; undefined when it never was or is long forgotten. */
  find(id: string): Item | undefined {
    return this.#items.get(id);
  }
}
