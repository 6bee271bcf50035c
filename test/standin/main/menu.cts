import { EventEmitter } from 'node:events';
import { record } from '../shared/record.cjs';
import { refuseUnknown } from '../shared/refuse.cjs';
import { app } from './app.cjs';
import { MenuItem, type MenuItemOptions, setMenuBuilder } from './menu-item.cjs';

let applicationMenu: Menu | null = null;

export class Menu extends EventEmitter {
  readonly items: MenuItem[] = [];

  append(item: MenuItem): void {
    this.insert(this.items.length, item);
  }

  insert(at: number, item: MenuItem): void {
    this.items.splice(at, 0, item);
    item.menu = this;
    this.#group();
  }

  getMenuItemById(id: string): MenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : (item.submenu?.getMenuItemById(id) ?? null);
      if (found !== null) return found;
    }
    return null;
  }

  /** Nothing is drawn; a test clicks the items themselves. */
  popup(): void {
    record(
      'Menu.popup',
      this.items.map(({ label }) => label),
    );
    this.emit('menu-will-show', {});
  }

  closePopup(): void {
    this.emit('menu-will-close', {});
  }

  /** Radio items with nothing but radio items between them are one group; one of them is always checked. */
  #group(): void {
    let group: MenuItem[] = [];
    for (const item of this.items) {
      if (item.type !== 'radio') group = [];
      else group.push(item);
      item._group = group;
    }
    for (const item of this.items) {
      const isLost = item.type === 'radio' && item._group[0] === item && !item._group.some(({ checked }) => checked);
      if (isLost) item.checked = true;
    }
  }

  static buildFromTemplate(template: readonly (MenuItemOptions | MenuItem)[]): Menu {
    const menu = new Menu();
    for (const entry of template) menu.append(entry instanceof MenuItem ? entry : new MenuItem(entry));
    return menu;
  }

  static setApplicationMenu(menu: Menu | null): void {
    applicationMenu = menu;
    app.applicationMenu = menu;
  }

  static getApplicationMenu(): Menu | null {
    return applicationMenu;
  }
}

refuseUnknown(Menu, 'Menu');
setMenuBuilder(
  (template) => Menu.buildFromTemplate(template),
  (value): value is Menu => value instanceof Menu,
);
