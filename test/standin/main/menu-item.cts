import { refuseUnknown } from '../shared/refuse.cjs';
import type { BrowserWindow } from './browser-window.cjs';
import type { Menu } from './menu.cjs';
import { roleOf } from './menu-roles.cjs';
import { focusedWindow } from './registry.cjs';

type ItemType = 'normal' | 'separator' | 'submenu' | 'checkbox' | 'radio';
type Click = (item: MenuItem, window: BrowserWindow | undefined, event: object) => void;

export interface MenuItemOptions {
  readonly label?: string;
  readonly sublabel?: string;
  readonly toolTip?: string;
  readonly role?: string;
  readonly type?: ItemType;
  readonly id?: string;
  readonly accelerator?: string;
  readonly icon?: unknown;
  readonly enabled?: boolean;
  readonly visible?: boolean;
  readonly checked?: boolean;
  readonly submenu?: Menu | readonly MenuItemOptions[];
  readonly click?: Click;
  readonly position?: unknown;
}

/** Set by menu, which this file cannot import: an item may hold a whole menu. */
let build: (template: readonly MenuItemOptions[]) => Menu = () => {
  throw new Error('stand-in: no menu yet');
};
let isMenu: (value: unknown) => value is Menu = (value): value is Menu => value === undefined;

export function setMenuBuilder(builder: typeof build, test: typeof isMenu): void {
  build = builder;
  isMenu = test;
}

export class MenuItem {
  readonly id: string | undefined;
  readonly role: string | undefined;
  readonly type: ItemType;
  readonly accelerator: string | undefined;
  readonly submenu: Menu | undefined;
  readonly icon: unknown;
  readonly commandId: number;
  label: string;
  sublabel: string;
  toolTip: string;
  enabled: boolean;
  visible: boolean;
  menu: Menu | undefined;
  /** Other items of this item's radio group. */
  _group: readonly MenuItem[] = [];
  #checked: boolean;
  #click: Click | undefined;
  static #lastCommandId = 0;

  constructor(options: MenuItemOptions) {
    const role = roleOf(options.role);
    if (options.role !== undefined && role === null)
      throw new Error(`stand-in: the menu role ${options.role} is not implemented`);
    const submenu = options.submenu ?? role?.submenu;
    this.submenu = submenu === undefined || isMenu(submenu) ? submenu : build(submenu);
    this.id = options.id;
    this.role = options.role;
    this.type = options.type ?? (this.submenu === undefined ? 'normal' : 'submenu');
    this.accelerator = options.accelerator ?? role?.accelerator;
    this.icon = options.icon;
    this.label = options.label ?? role?.label ?? '';
    this.sublabel = options.sublabel ?? '';
    this.toolTip = options.toolTip ?? '';
    this.enabled = options.enabled ?? true;
    this.visible = options.visible ?? true;
    this.#checked = options.checked ?? false;
    this.#click = options.click;
    MenuItem.#lastCommandId += 1;
    this.commandId = MenuItem.#lastCommandId;
  }

  get checked(): boolean {
    return this.#checked;
  }

  /** A radio item cannot be unchecked, only its neighbour checked. */
  set checked(value: boolean) {
    this.#checked = this.type === 'radio' || value;
    if (this.type !== 'radio') return;
    for (const other of this._group) if (other !== this) other.#checked = false;
  }

  /** What choosing the item does; Electron's own menus call it the same way. */
  get click(): (event?: object, window?: BrowserWindow) => void {
    return (event = {}, window = focusedWindow() ?? undefined) => {
      if (this.type === 'checkbox' || this.type === 'radio') this.checked = !this.checked;
      const run = roleOf(this.role)?.run;
      if (run !== undefined) run(window);
      else this.#click?.(this, window, event);
    };
  }

  set click(click: Click) {
    this.#click = click;
  }
}

refuseUnknown(MenuItem, 'MenuItem');
