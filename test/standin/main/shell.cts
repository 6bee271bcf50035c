import { record } from '../shared/record.cjs';
import { apiModule } from '../shared/refuse.cjs';

export const shell = apiModule('shell', {
  openExternal(url: string): Promise<void> {
    record('shell.openExternal', url);
    return Promise.resolve();
  },
  openPath(path: string): Promise<string> {
    record('shell.openPath', path);
    return Promise.resolve('');
  },
  showItemInFolder(path: string): void {
    record('shell.showItemInFolder', path);
  },
  trashItem(path: string): Promise<void> {
    record('shell.trashItem', path);
    return Promise.resolve();
  },
  beep(): void {
    record('shell.beep');
  },
});
