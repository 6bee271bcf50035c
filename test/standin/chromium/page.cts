// One page: its two worlds, its frames, and what it says to the host.
import { randomBytes } from 'node:crypto';
import type { PreloadProcess, ToMain, ToPreload } from '../page/channel.cjs';
import { complain, type Session } from './devtools.cjs';
import type { RemoteObject, TargetInfo } from './devtools-types.cjs';
import { answerFilePaths } from './file-paths.cjs';
import { pageScripts } from './page-scripts.cjs';

export interface PageSetup {
  readonly preload: string | undefined;
  readonly mark: string;
  readonly process: PreloadProcess;
  readonly colorScheme: 'light' | 'dark' | 'system';
}

function randomName(): string {
  return `s${randomBytes(12).toString('hex')}`;
}

export class Page {
  readonly session: Session;
  readonly targetId: string;
  readonly #setup: PageSetup;
  readonly #world = randomName();
  readonly #binding = randomName();
  readonly #receiver = randomName();
  readonly #question = randomName();
  #preloadContext: number | null = null;
  hear: (message: ToMain) => void = () => undefined;

  constructor(session: Session, target: TargetInfo, setup: PageSetup) {
    this.session = session;
    this.targetId = target.targetId;
    this.#setup = setup;
    this.#watchWorlds();
    answerFilePaths(session, () => this.#preloadContext, this.#question);
  }

  /** All commands first, then their answers: a page that waits for the debugger answers nothing until it runs. */
  async start(): Promise<void> {
    const { session } = this;
    const { preload, mark, process } = this.#setup;
    const config = {
      secret: randomName(),
      bindingName: this.#binding,
      receiverName: this.#receiver,
      questionName: this.#question,
      placeholderMark: mark,
      process,
    };
    const scripts = pageScripts(config, preload);
    await Promise.all([
      session.send('Inspector.enable', {}),
      session.send('Page.enable', {}),
      session.send('Log.enable', {}),
      session.send('Runtime.enable', {}),
      // For file-paths.cts; the debugger would keep the text of every script that is gone.
      session.send('Debugger.enable', { maxScriptsCacheSize: 0 }),
      session.send('Page.setLifecycleEventsEnabled', { enabled: true }),
      session.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
      session.send('Runtime.addBinding', { name: this.#binding, executionContextName: this.#world }),
      // The page's end of the bridge has to be there when the preload exposes something.
      session.send('Page.addScriptToEvaluateOnNewDocument', { source: scripts.pageWorld }),
      session.send('Page.addScriptToEvaluateOnNewDocument', { source: scripts.preloadWorld, worldName: this.#world }),
      this.emulateColorScheme(this.#setup.colorScheme),
      session.send('Runtime.runIfWaitingForDebugger', {}),
    ]);
  }

  async emulateColorScheme(scheme: PageSetup['colorScheme']): Promise<void> {
    const features = [{ name: 'prefers-color-scheme', value: scheme === 'system' ? '' : scheme }];
    await this.session.send('Emulation.setEmulatedMedia', { features });
  }

  /** Lost when no preload is running, as in Electron. */
  push(message: ToPreload): void {
    if (this.#preloadContext === null) return;
    const expression = `globalThis[${JSON.stringify(this.#receiver)}]?.(${JSON.stringify(message)})`;
    this.session.tell('Runtime.evaluate', { expression, contextId: this.#preloadContext });
  }

  async evaluate(expression: string, userGesture: boolean): Promise<unknown> {
    const params = { expression, returnByValue: true, awaitPromise: true, userGesture };
    const { result, exceptionDetails } = await this.session.send('Runtime.evaluate', params);
    if (exceptionDetails === undefined) return valueOf(result);
    const text = exceptionDetails.exception?.description ?? exceptionDetails.text;
    throw new Error(text.split('\n')[0]?.replace(/^Error: /, '') ?? text);
  }

  #watchWorlds(): void {
    const { session } = this;
    session.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.name === this.#world && context.auxData?.frameId === this.targetId) this.#preloadContext = context.id;
    });
    session.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
      if (executionContextId === this.#preloadContext) this.#preloadContext = null;
    });
    session.on('Runtime.executionContextsCleared', () => {
      this.#preloadContext = null;
    });
    session.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      // A message from a document that has been left meanwhile has no one to answer to.
      if (name !== this.#binding || executionContextId !== this.#preloadContext) return;
      try {
        this.hear(JSON.parse(payload) as ToMain);
      } catch (error) {
        complain(error);
      }
    });
  }
}

function valueOf(result: RemoteObject): unknown {
  if (result.unserializableValue === undefined) return result.value;
  return result.unserializableValue.endsWith('n')
    ? BigInt(result.unserializableValue.slice(0, -1))
    : Number(result.unserializableValue);
}
