import { fireEvent, render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { Scripts } from '../../../renderer/src/state/scripts.svelte';
import ScriptPick from '../../../renderer/src/widgets/ScriptPick.svelte';
import type { Answers, FakeBridge } from '../../fakes/bridge';
import { freshHost } from '../../fakes/machine';
import { scriptReading, WIN10, WIN7 } from '../../fakes/script';
import { dragOf, FOLDER, SCRIPT_FILE } from '../drag';
import { guideOn } from '../guide-on';

async function open(answers: Answers = {}): Promise<FakeBridge & { readonly scripts: Scripts }> {
  const { guide, ...fake } = await guideOn(freshHost, {
    readRecentScripts: () => [WIN10, WIN7],
    readScript: () => scriptReading(),
    ...answers,
  });
  const { scripts } = guide;
  await scripts.readRecent();
  render(ScriptPick, { scripts });
  return { ...fake, scripts };
}

async function drag(type: string, files: readonly File[]): Promise<boolean> {
  return fireEvent(window, dragOf(type, files));
}

describe('ScriptPick', () => {
  it('opens the dialog by its button, which the keyboard reaches too', async () => {
    const { scripts } = await open({ pickScript: () => WIN10 });
    await userEvent.tab();
    expect(screen.getByRole('button', { name: 'Choose a script…' })).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    expect(await screen.findByRole('heading', { name: 'Start script win10.sh' })).toBeInTheDocument();
    expect(screen.getByText('~/vm')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Choose another…' })).not.toHaveClass('primary');
    expect(scripts.picked).toEqual(WIN10);
  });

  it('lists the scripts that were chosen before, with their folders, and opens one', async () => {
    const { scripts } = await open();
    const list = within(screen.getByRole('list', { name: 'Chosen before' }));
    expect(list.getAllByRole('button').map((button) => button.textContent.trim())).toEqual([
      'win10.sh ~/vm',
      'win7 /usr/local/bin',
    ]);
    await userEvent.click(list.getByRole('button', { name: 'win7 /usr/local/bin' }));
    expect(scripts.picked).toEqual(WIN7);
    expect(await screen.findByRole('heading', { name: 'Start script win7' })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /^win7/ })).not.toBeInTheDocument();
  });

  it('shows while a file is dragged over the window that it may be dropped, and takes it', async () => {
    const { scripts } = await open({ takeDroppedScript: () => WIN10 });
    const isLeftToTheBrowser = await drag('dragover', [SCRIPT_FILE]);
    expect(isLeftToTheBrowser).toBe(false);
    expect(await screen.findByRole('heading', { name: 'Let go to open it' })).toBeInTheDocument();
    await drag('dragleave', [SCRIPT_FILE]);
    expect(await screen.findByRole('heading', { name: 'Drop the VM’s start script here' })).toBeInTheDocument();
    await drag('drop', [SCRIPT_FILE]);
    expect(await screen.findByRole('heading', { name: 'Start script win10.sh' })).toBeInTheDocument();
    expect(scripts.picked).toEqual(WIN10);
  });

  it('says so when a dropped file lies nowhere on this machine', async () => {
    const { scripts } = await open({ takeDroppedScript: () => null });
    await drag('drop', [SCRIPT_FILE]);
    expect(await within(screen.getByRole('status')).findByText(/^What was dropped is no file/)).toBeInTheDocument();
    expect(scripts.picked).toBeNull();
  });

  it('leaves text that is dragged alone', async () => {
    await open();
    const isLeftToTheBrowser = await fireEvent(window, dragOf('drop', [], ['text/plain']));
    expect(isLeftToTheBrowser).toBe(true);
  });

  it.each([
    ['Several files were dropped at once. Drop the one script that starts the VM.', [SCRIPT_FILE, SCRIPT_FILE]],
    ['“vm” is a folder. Drop the script that lies in it.', [FOLDER]],
    ['What was dropped is no file of this machine. Save it as a file first, then drop that.', []],
  ])('says what is wrong with what was dropped: %s', async (sentence, files) => {
    const { scripts } = await open({ pickScript: () => null });
    await drag('drop', files);
    expect(await within(screen.getByRole('status')).findByText(sentence)).toBeInTheDocument();
    expect(scripts.picked).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Choose a script…' }));
    expect(screen.getByRole('status')).toHaveTextContent('');
  });
});
