/*
 * What jsdom has no idea of: which elements are on screen, how wide things are, and what the desktop prefers. Component
 * tests start with everything on screen and no preference. To be imported before anything that asks.
 */

interface Watcher {
  readonly element: Element;
  readonly tell: (isIntersecting: boolean) => void;
}

let isEverythingOnScreen = true;
let preferences: readonly string[] = [];
const queries = new Set<EventTarget>();
const watchers = new Set<Watcher>();

class FakeIntersectionObserver {
  private readonly mine: Watcher[] = [];

  constructor(private readonly callback: (entries: readonly { readonly isIntersecting: boolean }[]) => void) {}

  observe(element: Element): void {
    const watcher: Watcher = {
      element,
      tell: (isIntersecting) => {
        this.callback([{ isIntersecting }]);
      },
    };
    this.mine.push(watcher);
    watchers.add(watcher);
    watcher.tell(isEverythingOnScreen);
  }

  disconnect(): void {
    for (const watcher of this.mine) watchers.delete(watcher);
  }
}

class FakeResizeObserver {
  observe(): void {
    // Nothing ever changes its size here.
  }
  unobserve(): void {
    // As above.
  }
  disconnect(): void {
    // As above.
  }
}

Object.assign(globalThis, { IntersectionObserver: FakeIntersectionObserver, ResizeObserver: FakeResizeObserver });
globalThis.matchMedia = (media: string) => {
  const list = Object.assign(new EventTarget(), {
    media,
    matches: false,
    onchange: null,
    addListener: () => undefined,
    removeListener: () => undefined,
  });
  Object.defineProperty(list, 'matches', {
    get: () => preferences.some((preference) => media.includes(preference)),
  });
  queries.add(list);
  return list;
};
// bits-ui asks for the pointer while a slider or a menu is used.
Element.prototype.hasPointerCapture = () => false;
Element.prototype.setPointerCapture = () => undefined;
Element.prototype.releasePointerCapture = () => undefined;
Element.prototype.scrollIntoView = () => undefined;

/** Everything is on screen, and the desktop prefers nothing; how each test starts. */
export function showAll(): void {
  prefer();
  scrollAll(true);
}

/** Scrolls everything out of sight, or back. */
export function scrollAll(isOnScreen: boolean): void {
  isEverythingOnScreen = isOnScreen;
  for (const { tell } of watchers) tell(isOnScreen);
}

/** The desktop prefers this from now on: `prefers-reduced-motion: reduce`. */
export function prefer(...wanted: readonly string[]): void {
  preferences = wanted;
  for (const query of queries) query.dispatchEvent(new Event('change'));
}
