// What the preload's world says to the main process, and what it hears back.

export type ToMain =
  | { readonly kind: 'invoke'; readonly id: number; readonly channel: string; readonly args: string }
  | { readonly kind: 'send'; readonly channel: string; readonly args: string }
  | { readonly kind: 'title'; readonly title: string }
  | { readonly kind: 'preload-error'; readonly name: string; readonly message: string; readonly stack: string };

export type ToPreload =
  | { readonly kind: 'result'; readonly id: number; readonly value: string }
  | { readonly kind: 'failure'; readonly id: number; readonly message: string }
  | { readonly kind: 'push'; readonly channel: string; readonly args: string };

/** Everything a document's scripts are told by the host when they are put in place. */
export interface PageConfig {
  /** Name of the events between the two worlds; random for each window. */
  readonly secret: string;
  /** The function that Chromium puts into the preload's world only. */
  readonly bindingName: string;
  /** Where the preload's world keeps its receiver for the host. */
  readonly receiverName: string;
  /** Where it puts a file whose path it asks for. */
  readonly questionName: string;
  /** Fragment of the page a window starts on; no preload runs there. */
  readonly placeholderMark: string;
  /** A preload that could not be read or parsed, or null. */
  readonly preloadFailure: { readonly name: string; readonly message: string; readonly stack: string } | null;
  readonly process: PreloadProcess;
}

export interface PreloadProcess {
  readonly type: 'renderer';
  readonly platform: string;
  readonly arch: string;
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly versions: Readonly<Record<string, string | undefined>>;
  readonly sandboxed: true;
  readonly contextIsolated: true;
  readonly defaultApp: boolean;
  readonly pid: number;
}
