// What a page says without being asked: its console, its errors, its end.
import type { ExceptionDetails, RemoteObject } from '../chromium/devtools-types.cjs';
import type { Page } from '../chromium/page.cjs';
import { toApp } from '../chromium/app-urls.cjs';
import { ElectronEvent } from '../shared/electron-event.cjs';
import { app } from './app.cjs';
import type { WebContents } from './web-contents.cjs';

const LEVELS: Readonly<Record<string, string>> = {
  verbose: 'debug',
  debug: 'debug',
  info: 'info',
  log: 'info',
  warning: 'warning',
  error: 'error',
  assert: 'error',
};
const LEVEL_NUMBERS = ['debug', 'info', 'warning', 'error'];

interface ConsoleMessage {
  readonly type: string;
  readonly message: string;
  readonly line: number;
  readonly source: string;
}

function textOf(value: RemoteObject): string {
  if (value.type === 'string') return String(value.value);
  return value.description ?? value.unserializableValue ?? String(value.value);
}

function emitConsole(contents: WebContents, { type, message, line, source }: ConsoleMessage): void {
  const level = LEVELS[type] ?? 'info';
  const fields = { level, message, lineNumber: line, sourceId: toApp(source), frame: contents.mainFrame };
  contents.emit(
    'console-message',
    new ElectronEvent(fields),
    LEVEL_NUMBERS.indexOf(level),
    message,
    line,
    fields.sourceId,
  );
}

function exceptionText({ text, exception }: ExceptionDetails): string {
  return `${text} ${exception?.description ?? ''}`.trim();
}

export function reportPage(contents: WebContents, page: Page): void {
  const { session } = page;
  session.on('Runtime.consoleAPICalled', ({ type, args, stackTrace }) => {
    const frame = stackTrace?.callFrames[0];
    emitConsole(contents, {
      type,
      message: args.map(textOf).join(' '),
      line: (frame?.lineNumber ?? 0) + 1,
      source: frame?.url ?? '',
    });
  });
  session.on('Runtime.exceptionThrown', ({ exceptionDetails }) => {
    const { lineNumber, url = '' } = exceptionDetails;
    emitConsole(contents, {
      type: 'error',
      message: exceptionText(exceptionDetails),
      line: lineNumber + 1,
      source: url,
    });
  });
  session.on('Log.entryAdded', ({ entry }) => {
    emitConsole(contents, {
      type: entry.level,
      message: entry.text,
      line: (entry.lineNumber ?? 0) + 1,
      source: entry.url ?? '',
    });
  });
  session.on('Inspector.targetCrashed', () => {
    const details = { reason: 'crashed', exitCode: 5 };
    contents.emit('render-process-gone', new ElectronEvent(), details);
    app.emit('render-process-gone', new ElectronEvent(), contents, details);
  });
}
