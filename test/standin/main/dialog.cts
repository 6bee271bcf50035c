// Nothing opens: every dialog answers as if it had been dismissed. Tests put their own answer in place of a method.
import { record } from '../shared/record.cjs';
import { apiModule } from '../shared/refuse.cjs';

interface MessageBoxOptions {
  readonly buttons?: readonly string[];
  readonly cancelId?: number;
  readonly checkboxChecked?: boolean;
}

/** The window may come first, or not at all. */
function optionsOf(args: readonly unknown[]): MessageBoxOptions {
  return args.at(-1) ?? {};
}

/** Electron's rule for a box that is dismissed: cancelId, else a button that says cancel or no, else the first. */
function dismissed({ buttons = [], cancelId }: MessageBoxOptions): number {
  const said = buttons.findIndex((label) => /^&?(cancel|no)$/i.test(label));
  return cancelId ?? Math.max(said, 0);
}

export const dialog = apiModule('dialog', {
  showOpenDialog(...args: unknown[]): Promise<{ canceled: boolean; filePaths: string[] }> {
    record('dialog.showOpenDialog', optionsOf(args));
    return Promise.resolve({ canceled: true, filePaths: [] });
  },
  showOpenDialogSync(...args: unknown[]): string[] | undefined {
    record('dialog.showOpenDialogSync', optionsOf(args));
    return undefined;
  },
  showSaveDialog(...args: unknown[]): Promise<{ canceled: boolean; filePath: string }> {
    record('dialog.showSaveDialog', optionsOf(args));
    return Promise.resolve({ canceled: true, filePath: '' });
  },
  showSaveDialogSync(...args: unknown[]): string {
    record('dialog.showSaveDialogSync', optionsOf(args));
    return '';
  },
  showMessageBox(...args: unknown[]): Promise<{ response: number; checkboxChecked: boolean }> {
    const options = optionsOf(args);
    record('dialog.showMessageBox', options);
    return Promise.resolve({ response: dismissed(options), checkboxChecked: options.checkboxChecked ?? false });
  },
  showMessageBoxSync(...args: unknown[]): number {
    const options = optionsOf(args);
    record('dialog.showMessageBoxSync', options);
    return dismissed(options);
  },
  showErrorBox(title: string, content: string): void {
    record('dialog.showErrorBox', title, content);
  },
});
