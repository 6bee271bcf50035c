// The part of the DevTools protocol that the stand-in speaks.

export interface TargetInfo {
  readonly targetId: string;
  readonly type: string;
  readonly title: string;
  readonly url: string;
}

export interface Frame {
  readonly id: string;
  readonly parentId?: string;
  readonly loaderId: string;
  readonly url: string;
  readonly urlFragment?: string;
  readonly unreachableUrl?: string;
}

export interface RemoteObject {
  readonly type: string;
  readonly subtype?: string;
  readonly value?: unknown;
  readonly unserializableValue?: string;
  readonly description?: string;
  readonly objectId?: string;
}

export interface ExceptionDetails {
  readonly text: string;
  readonly lineNumber: number;
  readonly url?: string;
  readonly exception?: RemoteObject;
}

export interface PausedRequest {
  readonly requestId: string;
  readonly frameId: string;
  readonly resourceType: string;
  readonly redirectedRequestId?: string;
  readonly request: {
    readonly url: string;
    readonly urlFragment?: string;
    readonly method: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly postDataEntries?: readonly { readonly bytes?: string }[];
  };
}

export interface HeaderEntry {
  readonly name: string;
  readonly value: string;
}

export type WindowState = 'normal' | 'minimized' | 'maximized' | 'fullscreen';

export interface WindowBounds {
  readonly left?: number;
  readonly top?: number;
  readonly width?: number;
  readonly height?: number;
  readonly windowState?: WindowState;
}

interface CallFrame {
  readonly url: string;
  readonly lineNumber: number;
}

export interface Events {
  'Target.attachedToTarget': {
    readonly sessionId: string;
    readonly targetInfo: TargetInfo;
    readonly waitingForDebugger: boolean;
  };
  'Target.detachedFromTarget': { readonly sessionId: string };
  'Debugger.paused': Record<string, unknown>;
  'Fetch.requestPaused': PausedRequest;
  'Inspector.targetCrashed': Record<string, never>;
  'Log.entryAdded': {
    readonly entry: {
      readonly level: string;
      readonly text: string;
      readonly url?: string;
      readonly lineNumber?: number;
    };
  };
  'Page.frameAttached': { readonly frameId: string; readonly parentFrameId: string };
  'Page.frameDetached': { readonly frameId: string; readonly reason: string };
  'Page.frameNavigated': { readonly frame: Frame };
  'Page.frameResized': Record<string, never>;
  'Page.frameRequestedNavigation': { readonly frameId: string; readonly url: string; readonly disposition: string };
  'Page.javascriptDialogOpening': { readonly type: string };
  'Page.lifecycleEvent': { readonly frameId: string; readonly loaderId: string; readonly name: string };
  'Page.navigatedWithinDocument': { readonly frameId: string; readonly url: string };
  'Page.windowOpen': { readonly url: string; readonly windowName: string; readonly windowFeatures: readonly string[] };
  'Runtime.bindingCalled': { readonly name: string; readonly payload: string; readonly executionContextId: number };
  'Runtime.consoleAPICalled': {
    readonly type: string;
    readonly args: readonly RemoteObject[];
    readonly stackTrace?: { readonly callFrames: readonly CallFrame[] };
  };
  'Runtime.exceptionThrown': { readonly exceptionDetails: ExceptionDetails };
  'Runtime.executionContextCreated': {
    readonly context: { readonly id: number; readonly name: string; readonly auxData?: { readonly frameId?: string } };
  };
  'Runtime.executionContextDestroyed': { readonly executionContextId: number };
  'Runtime.executionContextsCleared': Record<string, never>;
}

type Plain = Record<string, unknown>;
type None = Record<string, never>;

interface Command<Params, Result> {
  readonly params: Params;
  readonly result: Result;
}

export interface Commands {
  'Browser.close': Command<None, None>;
  'Browser.getVersion': Command<None, { readonly product: string }>;
  'Browser.getWindowForTarget': Command<
    { targetId: string },
    { readonly windowId: number; readonly bounds: WindowBounds }
  >;
  'Browser.setPermission': Command<{ permission: { name: string }; setting: string; origin: string }, None>;
  'Browser.setWindowBounds': Command<{ windowId: number; bounds: WindowBounds }, None>;
  'Debugger.enable': Command<{ maxScriptsCacheSize: number }, None>;
  'Debugger.resume': Command<None, None>;
  'DOM.getFileInfo': Command<{ objectId: string }, { readonly path: string }>;
  'Emulation.setEmulatedMedia': Command<{ features: readonly HeaderEntry[] }, None>;
  'Fetch.continueRequest': Command<{ requestId: string }, None>;
  'Fetch.enable': Command<{ patterns: readonly { urlPattern: string }[] }, None>;
  'Fetch.failRequest': Command<{ requestId: string; errorReason: string }, None>;
  'Fetch.fulfillRequest': Command<
    {
      requestId: string;
      responseCode: number;
      responseHeaders: readonly HeaderEntry[];
      body: string;
      responsePhrase?: string;
    },
    None
  >;
  'Inspector.enable': Command<None, None>;
  'Log.enable': Command<None, None>;
  'Page.addScriptToEvaluateOnNewDocument': Command<{ source: string; worldName?: string }, None>;
  'Page.bringToFront': Command<None, None>;
  'Page.captureScreenshot': Command<{ format: 'png' }, { readonly data: string }>;
  'Page.close': Command<None, None>;
  'Page.enable': Command<None, None>;
  'Page.getFrameTree': Command<None, { readonly frameTree: { readonly frame: Frame } }>;
  'Page.handleJavaScriptDialog': Command<{ accept: boolean }, None>;
  'Page.navigate': Command<
    { url: string; referrer?: string },
    { readonly loaderId?: string; readonly errorText?: string }
  >;
  'Page.reload': Command<{ ignoreCache?: boolean }, None>;
  'Page.setLifecycleEventsEnabled': Command<{ enabled: boolean }, None>;
  'Page.stopLoading': Command<None, None>;
  'Runtime.addBinding': Command<{ name: string; executionContextName: string }, None>;
  'Runtime.enable': Command<None, None>;
  'Runtime.evaluate': Command<
    { expression: string; contextId?: number; returnByValue?: boolean; awaitPromise?: boolean; userGesture?: boolean },
    { readonly result: RemoteObject; readonly exceptionDetails?: ExceptionDetails }
  >;
  'Runtime.runIfWaitingForDebugger': Command<None, None>;
  'Storage.clearDataForOrigin': Command<{ origin: string; storageTypes: string }, None>;
  'Target.closeTarget': Command<{ targetId: string }, None>;
  'Target.createTarget': Command<
    { url: string; newWindow: boolean; width: number; height: number },
    { readonly targetId: string }
  >;
  'Target.setAutoAttach': Command<
    { autoAttach: boolean; waitForDebuggerOnStart: boolean; flatten: boolean; filter: readonly Plain[] },
    None
  >;
}
