import { Menu } from 'electron';
import type { Locale } from '../common/locale';
import { message } from '../common/message';
import '../common/text/outside-texts';
import { translatorFor } from '../common/text/translator';

/** The hidden menu bar (Alt shows it): it carries the keys for zoom, copy and quit, in the person's language. */
export function setMenu(locale: Locale): void {
  const { say } = translatorFor(locale);
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      {
        label: say(message('menu.file')),
        submenu: [{ role: 'quit', label: say(message('menu.quit')) }],
      },
      {
        label: say(message('menu.edit')),
        submenu: [
          { role: 'cut', label: say(message('menu.cut')) },
          { role: 'copy', label: say(message('menu.copy')) },
          { role: 'paste', label: say(message('menu.paste')) },
          { role: 'selectAll', label: say(message('menu.select-all')) },
        ],
      },
      {
        label: say(message('menu.view')),
        submenu: [
          { role: 'zoomIn', label: say(message('menu.zoom-in')) },
          { role: 'zoomOut', label: say(message('menu.zoom-out')) },
          { role: 'resetZoom', label: say(message('menu.zoom-reset')) },
          { role: 'togglefullscreen', label: say(message('menu.full-screen')) },
        ],
      },
    ]),
  );
}
