import { beforeEach, describe, expect, it, vi } from 'vitest';
import { setMenu } from '../../../main/menu';
import { fakeElectron } from '../../fakes/electron';

vi.mock('electron', async () => (await import('../../fakes/electron')).electronModule);

interface Entry {
  readonly label?: string;
  readonly role?: string;
  readonly submenu?: unknown;
}
const lastMenu = (): readonly Entry[] => fakeElectron.menus.at(-1) ?? [];
const entries = (): readonly Entry[] => lastMenu().flatMap(({ submenu }) => submenu as readonly Entry[]);

beforeEach(() => {
  fakeElectron.reset();
});

describe('setMenu', () => {
  it('carries the keys for quitting, the clipboard and zoom', () => {
    setMenu('en');
    expect(entries().map(({ role }) => role)).toEqual([
      'quit',
      'cut',
      'copy',
      'paste',
      'selectAll',
      'zoomIn',
      'zoomOut',
      'resetZoom',
      'togglefullscreen',
    ]);
  });
  it('has nothing that could lead out of the page or look inside', () => {
    setMenu('en');
    const roles = entries().map(({ role }) => role);
    for (const role of ['toggleDevTools', 'reload', 'forceReload']) expect(roles).not.toContain(role);
  });
  it('speaks the language asked for, throughout', () => {
    setMenu('zh-CN');
    expect(lastMenu().map(({ label }) => label)).toEqual(['文件', '编辑', '视图']);
    for (const { label } of entries()) expect(label).toMatch(/^[\u4e00-\u9fff]+$/);
    setMenu('en');
    expect(lastMenu().map(({ label }) => label)).toEqual(['File', 'Edit', 'View']);
  });
});
