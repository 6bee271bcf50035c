import { record } from '../shared/record.cjs';
import { apiModule } from '../shared/refuse.cjs';

export const shell = apiModule('shell', {
  async openExternal(url: string): Promise<void> {
    record('shell.openExternal', url);
  },
  async openPath(path: string): Promise<string> {
    record('shell.openPath', path);
    return '';
  },
  showItemInFolder(path: string): void {
    record('shell.showItemInFolder', path);
  },
  async trashItem(path: string): Promise<void> {
    record('shell.trashItem', path);
  },
  beep(): void {
    record('shell.beep');
  },
});
