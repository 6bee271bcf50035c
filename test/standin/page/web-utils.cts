// webUtils: where on the disk a file of the page lies.
import { apiModule } from '../shared/refuse.cjs';

/** What the host reads and fills in while this world stands still; never there in between. */
export interface FileQuestion {
  readonly file: File;
  path: string;
}

/** Electron answers at once, but only the host can ask Chromium: so this world halts until it has (file-paths.cts). */
function ask(file: File, questionName: string): string {
  const question: FileQuestion = { file, path: '' };
  Object.defineProperty(globalThis, questionName, { value: question, configurable: true });
  // eslint-disable-next-line no-debugger -- the only way to wait without giving up the stack
  debugger;
  Reflect.deleteProperty(globalThis, questionName);
  return question.path;
}

export function webUtils(questionName: string): object {
  return apiModule('webUtils', {
    getPathForFile(file: unknown): string {
      if (!(file instanceof Blob))
        throw new TypeError('getPathForFile expected to receive a File object but one was not provided');
      return file instanceof File ? ask(file, questionName) : '';
    },
  });
}
