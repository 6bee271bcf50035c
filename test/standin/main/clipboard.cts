import { apiModule } from '../shared/refuse.cjs';

/** Kept inside the run: a test must not read or change the clipboard of whoever runs it. Asynchronous since Electron 45. */
function textClipboard() {
  let text = '';
  return {
    readText: (): Promise<string> => Promise.resolve(text),
    writeText: (value: string): Promise<void> => {
      text = value;
      return Promise.resolve();
    },
    has: (mimeType: string): Promise<boolean> => Promise.resolve(mimeType === 'text/plain' && text !== ''),
    clear: (): void => {
      text = '';
    },
  };
}

export const clipboard = apiModule('clipboard', {
  ...textClipboard(),
  selection: apiModule('clipboard.selection', textClipboard()),
});
