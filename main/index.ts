import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app, BrowserWindow, clipboard, dialog, nativeTheme, shell } from 'electron';
import { localeFromEnvironment } from '../common/locale';
import { registerAppScheme, serveRenderer } from './app-protocol';
import { makeHandlers } from './handlers';
import { serveAll } from './ipc';
import { setMenu } from './menu';
import { ScriptDesk } from './scripts/script-desk';
import { VmStarter } from './scripts/start-vm';
import { openSettings } from './settings';
import { openWindow } from './window';

const outFolder = dirname(dirname(fileURLToPath(import.meta.url)));

function start(): void {
  const systemLocale = localeFromEnvironment(process.env);
  const settings = openSettings();
  const currentLocale = (): typeof systemLocale => {
    const { locale } = settings.read();
    return locale === 'system' ? systemLocale : locale;
  };
  serveRenderer(join(outFolder, 'renderer'));
  serveAll(
    makeHandlers({
      writeClipboard: (text) => {
        void clipboard.writeText(text);
      },
      readSettings: settings.read,
      saveSettings: (changed) => {
        settings.save(changed);
        if (changed.locale !== undefined) setMenu(currentLocale());
        if (changed.theme !== undefined) nativeTheme.themeSource = changed.theme;
      },
      openInBrowser: (url) =>
        shell.openExternal(url).then(
          () => true,
          () => false,
        ),
      pickFile: async () => {
        const { filePaths } = await dialog.showOpenDialog({ properties: ['openFile', 'showHiddenFiles'] });
        return filePaths[0] ?? null;
      },
      desk: new ScriptDesk(app.getPath('userData'), { read: settings.readScripts, add: settings.addScript }),
      starter: new VmStarter(),
    }),
  );
  setMenu(currentLocale());
  nativeTheme.themeSource = settings.read().theme;
  openWindow(outFolder, systemLocale, currentLocale(), settings);
}

// One name everywhere, without the blank that the product's name would bring into a path.
app.setPath('userData', join(app.getPath('appData'), 'hugepages-guide'));
if (app.requestSingleInstanceLock()) {
  registerAppScheme();
  app.on('second-instance', () => {
    const [window] = BrowserWindow.getAllWindows();
    if (window?.isMinimized()) window.restore();
    window?.focus();
  });
  app.on('window-all-closed', () => {
    app.quit();
  });
  void app.whenReady().then(start);
} else {
  app.quit();
}
