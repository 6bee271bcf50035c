import { describe, expect, it } from 'vitest';
import { personsEnvironment } from '../../../../main/scripts/start-environment';

describe('the person’s environment', () => {
  it('is this program’s own, also what is meant for other programs made with Electron', () => {
    const env = { HOME: '/home/ming', SHELL: '/bin/zsh', GDK_BACKEND: 'wayland', ELECTRON_OZONE_PLATFORM_HINT: 'auto' };
    expect(personsEnvironment(env)).toEqual(env);
  });
  it('lacks what only this program is to know', () => {
    const env = { HOME: '/home/ming', ELECTRON_RUN_AS_NODE: '1', CHROME_DESKTOP: 'hugepages-guide.desktop' };
    expect(personsEnvironment(env)).toEqual({ HOME: '/home/ming' });
  });
  it('names the desktop as it was before Electron renamed it', () => {
    const env = { XDG_CURRENT_DESKTOP: 'Unity', ORIGINAL_XDG_CURRENT_DESKTOP: 'ubuntu:GNOME' };
    expect(personsEnvironment(env)).toEqual({ XDG_CURRENT_DESKTOP: 'ubuntu:GNOME' });
  });
  it('names no desktop where none was named', () => {
    const env = { XDG_CURRENT_DESKTOP: 'Unity', ORIGINAL_XDG_CURRENT_DESKTOP: 'undefined' };
    expect(personsEnvironment(env)).toEqual({ XDG_CURRENT_DESKTOP: undefined });
  });
  it('is the one that this process was started in', () => {
    process.env['SHELL_OF_LATER'] = '/bin/sh';
    expect(personsEnvironment()).toMatchObject({ PATH: process.env['PATH'] });
    expect(personsEnvironment()).not.toHaveProperty('SHELL_OF_LATER');
    delete process.env['SHELL_OF_LATER'];
  });
});
