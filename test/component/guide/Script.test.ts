import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { PatchOutcome, RevertOutcome, ScriptReading } from '../../../common/script/reading';
import Script from '../../../renderer/src/guide/Script.svelte';
import type { Guide } from '../../../renderer/src/state/guide.svelte';
import { language } from '../../../renderer/src/state/language.svelte';
import type { FakeBridge } from '../../fakes/bridge';
import { freshHost } from '../../fakes/machine';
import {
  CONFLICT,
  DECLINED_START,
  FAULTS,
  PATCHED,
  SCRIPT_ID,
  scriptReading,
  startFacts,
  unusable,
  WIN10,
  WIN7,
} from '../../fakes/script';
import { guideOn } from '../guide-on';

interface Machine {
  readonly before?: ScriptReading;
  readonly after?: ScriptReading;
  readonly patched?: PatchOutcome;
  readonly reverted?: RevertOutcome;
}

type Opened = FakeBridge & { readonly guide: Guide; readonly edit: (now: ScriptReading) => void };

async function open({ before = scriptReading(), after = PATCHED, patched, reverted }: Machine = {}): Promise<Opened> {
  let now = before;
  const { guide, ...fake } = await guideOn(freshHost, {
    readRecentScripts: () => [WIN10, WIN7],
    pickScript: () => WIN10,
    readScript: () => now,
    patchScript: () => {
      now = after;
      return patched ?? { kind: 'patched' };
    },
    revertScript: () => {
      now = after;
      return reverted ?? { kind: 'reverted', how: 'whole' };
    },
    readVmStart: () => null,
  });
  guide.go('script');
  render(Script, { guide });
  return { ...fake, guide, edit: (next) => (now = next) };
}

async function choose(machine: Machine = {}): Promise<Opened> {
  const opened = await open(machine);
  await press('Choose a script…');
  return opened;
}

function press(name: string): Promise<void> {
  return userEvent.click(screen.getByRole('button', { name }));
}
/** The screen's own announcement; widgets have some of their own. */
function announced(): HTMLElement {
  const [status] = screen.getAllByRole('status');
  if (status === undefined) throw new Error('nothing is announced');
  return status;
}

describe('Script', () => {
  it('asks for the script that starts the VM, and shows those chosen before', async () => {
    await open();
    expect(screen.getByRole('heading', { level: 1, name: 'Let the VM start on huge pages' })).toHaveFocus();
    expect(screen.getByText(/because libvirt starts the VM/)).toBeInTheDocument();
    expect(await screen.findByRole('button', { name: 'win7 /usr/local/bin' })).toBeInTheDocument();
  });

  it('shows what was found and what changes, and says so', async () => {
    await choose();
    expect(await screen.findByRole('heading', { name: 'What changes' })).toBeInTheDocument();
    expect(screen.getByRole('list', { name: 'What was found' })).toHaveTextContent(
      'Line 3 qemu-system-x86_64 will be changed',
    );
    expect(announced()).toHaveTextContent('win10.sh: 1 start of QEMU found.');
  });

  it('patches with one click, says so, and goes on from there by keyboard', async () => {
    const { calls } = await choose();
    await screen.findByRole('button', { name: 'Patch the script' });
    await press('Patch the script');
    expect(await screen.findByText(/from now on it takes its memory from the pool/)).toBeInTheDocument();
    expect(announced()).toHaveTextContent('Done: the script is patched.');
    expect(calls.filter(([name]) => name === 'patchScript')).toHaveLength(1);
    expect(document.activeElement).toHaveTextContent(/^Done: the script is patched/);
    expect(screen.queryByRole('button', { name: 'Patch the script' })).not.toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Take it back' })).toBeInTheDocument();
  });

  it('takes the patch back, and offers it again', async () => {
    await choose({ before: PATCHED, after: scriptReading() });
    await screen.findByText('There is nothing to change.');
    await press('Take it back');
    expect(await screen.findByText(/byte for byte/, { selector: '.title' })).toBeInTheDocument();
    expect(announced()).toHaveTextContent(/^Taken back/);
    expect(screen.getByRole('button', { name: 'Patch the script' })).toBeInTheDocument();
  });

  it('shows a conflict three ways instead of guessing', async () => {
    await choose({ before: PATCHED, reverted: { kind: 'conflict', parts: CONFLICT } });
    await screen.findByText('There is nothing to change.');
    await press('Take it back');
    expect(await screen.findByRole('region', { name: 'Line 6' })).toBeInTheDocument();
    expect(announced()).toHaveTextContent(/you have to decide/);
  });

  it('says why nothing was changed, and shows the changes as they are now', async () => {
    const now = scriptReading({ starts: [startFacts({ line: 4 })] });
    await choose({ patched: { kind: 'refused', fault: FAULTS.changed }, after: now });
    await screen.findByRole('button', { name: 'Patch the script' });
    await press('Patch the script');
    expect(await screen.findByText('Look at the changes as they are now, then patch it.')).toBeInTheDocument();
    expect(screen.getByRole('list', { name: 'What was found' })).toHaveTextContent('Line 4');
    expect(screen.getByRole('button', { name: 'Patch the script' })).toBeInTheDocument();
  });

  it('reads the script for the other wish as soon as that is chosen', async () => {
    const { calls } = await choose();
    const toggle = await screen.findByRole('checkbox', { name: 'Take all pages when the VM starts' });
    expect(toggle).toHaveAccessibleDescription(/^The start takes longer/);
    await userEvent.click(toggle);
    expect(toggle).toBeChecked();
    expect(calls.findLast(([name]) => name === 'readScript')).toEqual([
      'readScript',
      SCRIPT_ID,
      { pageKiB: 2_048, preallocates: true },
    ]);
  });

  it('asks for no wish where everything is left as it is', async () => {
    await choose({ before: scriptReading({ starts: [DECLINED_START], patch: null }) });
    expect(await screen.findByText('left as it is')).toBeInTheDocument();
    expect(screen.queryByRole('checkbox')).not.toBeInTheDocument();
    expect(screen.queryByText('There is nothing to change.')).not.toBeInTheDocument();
  });

  it('leads to the plan where only root may change the script', async () => {
    await choose({ before: scriptReading({ access: { kind: 'by-plan' } }) });
    expect(await screen.findByRole('button', { name: 'Add it to the plan' })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Patch the script' })).not.toBeInTheDocument();
  });

  it('says why nobody can change the script, and still shows what would change', async () => {
    const fault = FAULTS['read-only-file-system'];
    await choose({ before: scriptReading({ access: { kind: 'none', fault } }) });
    expect(await screen.findByText('The script lies on a file system that is mounted read-only.')).toBeInTheDocument();
    expect(screen.getByRole('region', { name: 'Lines 1 to 5' })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Patch the script' })).not.toBeInTheDocument();
  });

  it('says what is wrong with a file that is no script, and what to do', async () => {
    await choose({ before: unusable(FAULTS['other-language']) });
    expect(await screen.findByText(/written in Python/, { selector: '.title' })).toBeInTheDocument();
    expect(announced()).toHaveTextContent(/written in Python/);
    expect(screen.queryByRole('heading', { name: 'Start the VM' })).not.toBeInTheDocument();
  });

  it('notices what is done in an editor meanwhile', async () => {
    const { edit } = await choose();
    await screen.findByRole('button', { name: 'Patch the script' });
    edit(PATCHED);
    expect(await screen.findByText('There is nothing to change.')).toBeInTheDocument();
  });

  it('is as it was when the person comes back', async () => {
    const { guide } = await choose();
    await screen.findByRole('button', { name: 'Patch the script' });
    await press('Patch the script');
    await screen.findByText('What was changed');
    document.body.replaceChildren();
    render(Script, { guide });
    expect(screen.getByRole('heading', { level: 1 })).toHaveFocus();
    expect(screen.getByRole('heading', { name: 'Start script win10.sh' })).toBeInTheDocument();
    expect(screen.getByText('What was changed')).toBeInTheDocument();
  });

  it('has its controls in the order in which they are read', async () => {
    await choose({ before: scriptReading({ canRevert: true }) });
    await screen.findByRole('button', { name: 'Patch the script' });
    screen.getByRole('button', { name: 'Choose another…' }).focus();
    const order: string[] = [];
    for (let tabs = 0; tabs < 8; tabs += 1) {
      await userEvent.tab();
      const { activeElement } = document;
      // jsdom does not know that what is folded away takes no focus.
      if (activeElement?.matches('details:not([open]) ul *') === true) continue;
      order.push(activeElement?.getAttribute('type') === 'checkbox' ? 'wish' : (activeElement?.tagName ?? ''));
    }
    expect(order).toEqual(['SUMMARY', 'BUTTON', 'wish', 'OL', 'BUTTON', 'BUTTON', 'BUTTON']);
    expect(screen.getByRole('button', { name: 'Start the VM from here' })).toHaveFocus();
  });

  it('speaks Chinese', async () => {
    language.wish = 'zh-CN';
    await open();
    await press('选择脚本…');
    expect(await screen.findByRole('button', { name: '修改脚本' })).toBeInTheDocument();
    await press('修改脚本');
    expect(await within(document.body).findByText(/改动随时可以还原/)).toBeInTheDocument();
    expect(announced()).toHaveTextContent('完成：脚本已修改。');
  });
});
