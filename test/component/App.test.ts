import { render, screen, waitFor, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import App from '../../renderer/src/App.svelte';
import { appearance } from '../../renderer/src/state/appearance.svelte';
import { freshHost } from '../fakes/machine';
import { FIRST_SETTINGS } from '../fakes/settings';
import { prefer } from './screen';
import { guideOn, previewOn, readingOf } from './guide-on';

function steps(): HTMLElement {
  return screen.getByRole('navigation', { name: 'Steps of the guide' });
}

describe('App', () => {
  it('greets a person it does not know, and then shows the guide', async () => {
    const { guide } = await guideOn(freshHost);
    guide.isWelcomed = false;
    render(App, { guide });
    expect(screen.getByRole('heading', { level: 1, name: 'Huge pages for your virtual machines' })).toHaveFocus();
    expect(screen.queryByRole('navigation')).not.toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'I know them: look at my machine' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Is this machine ready?' })).toHaveFocus();
  });

  it('says that it is reading until it knows what to open at', async () => {
    const { guide } = await guideOn(freshHost, { readSettings: () => FIRST_SETTINGS });
    guide.isOpen = false;
    guide.isWelcomed = false;
    render(App, { guide });
    expect(screen.getByRole('status')).toHaveTextContent('Reading the machine…');
    await guide.open();
    expect(
      await screen.findByRole('heading', { level: 1, name: 'Huge pages for your virtual machines' }),
    ).toHaveFocus();
  });

  it('tells a person it does not know of a broken line, too', async () => {
    const { guide } = await guideOn(freshHost, { readSettings: () => Promise.reject(new Error('gone')) });
    guide.isWelcomed = false;
    render(App, { guide });
    await guide.open();
    expect(await screen.findByRole('alert')).toHaveTextContent('The window lost touch with the rest of the program');
  });

  it('marks the page for more contrast where that is wished for', async () => {
    const { guide } = await guideOn(freshHost);
    render(App, { guide });
    expect(document.documentElement.dataset['contrast']).toBe('usual');
    appearance.contrast = 'more';
    await waitFor(() => {
      expect(document.documentElement.dataset['contrast']).toBe('more');
    });
  });

  it('has more contrast where the desktop asks for it, as soon as it does', async () => {
    const { guide } = await guideOn(freshHost);
    render(App, { guide });
    prefer('prefers-contrast: more');
    await waitFor(() => {
      expect(document.documentElement.dataset['contrast']).toBe('more');
    });
  });

  it('leads from screen to screen, and the focus goes along to each heading', async () => {
    const { guide } = await guideOn(freshHost, { previewPlan: previewOn(freshHost) });
    render(App, { guide });
    for (const [step, heading] of [
      ['Check', 'Is this machine ready?'],
      ['Size', 'How much for the VM?'],
      ['Review', 'What will be done'],
    ] as const) {
      await userEvent.click(screen.getByRole('button', { name: `Next: ${step}` }));
      expect(await screen.findByRole('heading', { level: 1, name: heading })).toHaveFocus();
      expect(within(steps()).getByRole('button', { name: step })).toHaveAttribute('aria-current', 'step');
    }
    await userEvent.click(screen.getByRole('button', { name: 'Back' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'How much for the VM?' })).toHaveFocus();
  });

  it('says of each closed step why it is closed, and does not open it', async () => {
    const { guide } = await guideOn(freshHost);
    render(App, { guide });
    const apply = within(steps()).getByRole('button', { name: 'Apply' });
    expect(apply).toHaveAttribute('aria-disabled', 'true');
    expect(apply).toHaveAccessibleDescription('Read the plan in Review first.');
    await userEvent.click(apply);
    expect(await screen.findByRole('heading', { level: 1, name: 'The smallest unit of memory' })).toBeInTheDocument();
    expect(within(steps()).getByRole('button', { name: 'Verify' })).toHaveAccessibleDescription(
      'There are no huge pages yet: apply a plan first.',
    );
  });

  it('changes the language at once, everywhere, and keeps the choice', async () => {
    const { guide, calls } = await guideOn(freshHost, { saveSettings: () => undefined });
    render(App, { guide });
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Language' }), '简体中文');
    expect(await screen.findByRole('heading', { level: 1, name: '内存的最小单位' })).toBeInTheDocument();
    expect(document.documentElement.lang).toBe('zh-CN');
    expect(document.title).toBe('大页内存向导');
    expect(calls.at(-1)).toEqual(['saveSettings', { locale: 'zh-CN' }]);
    await userEvent.selectOptions(screen.getByRole('combobox', { name: '语言' }), 'English');
    expect(document.documentElement.lang).toBe('en');
  });

  it('tells of a broken line to the core with what to do next, and mends it', async () => {
    let isGone = false;
    const { guide } = await guideOn(freshHost, {
      readHost: () => (isGone ? Promise.reject(new Error('reply was never sent')) : readingOf(freshHost)),
    });
    guide.go('check');
    isGone = true;
    render(App, { guide });
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('The window lost touch with the rest of the program');
    expect(alert).toHaveTextContent('reply was never sent');
    isGone = false;
    await userEvent.click(within(alert).getByRole('button', { name: 'Try again' }));
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });

  it('is all reachable by keyboard, in reading order', async () => {
    const { guide } = await guideOn(freshHost);
    render(App, { guide });
    guide.go('check');
    await screen.findByRole('heading', { level: 1, name: 'Is this machine ready?' });
    screen.getByRole('button', { name: 'Understand' }).focus();
    for (const name of ['Check', 'Size', 'Review', 'Apply', 'Start script', 'Verify', 'History']) {
      await userEvent.tab();
      expect(screen.getByRole('button', { name })).toHaveFocus();
    }
    await userEvent.tab();
    expect(screen.getByRole('combobox', { name: 'Language' })).toHaveFocus();
    await userEvent.tab();
    expect(screen.getByRole('button', { name: 'Appearance' })).toHaveFocus();
    await userEvent.tab();
    expect(screen.getByRole('button', { name: 'Look again' })).toHaveFocus();
  });
});
