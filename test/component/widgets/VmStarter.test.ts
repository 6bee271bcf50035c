import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { ScriptReading, StartOutcome, VmStart } from '../../../common/script/reading';
import type { Guide } from '../../../renderer/src/state/guide.svelte';
import { language } from '../../../renderer/src/state/language.svelte';
import VmStarter from '../../../renderer/src/widgets/VmStarter.svelte';
import { freshHost, howToHost } from '../../fakes/machine';
import { PATCHED, scriptReading, START_FAULTS, vmStart, WIN10 } from '../../fakes/script';
import { guideOn } from '../guide-on';

interface Opened {
  readonly guide: Guide;
  readonly show: (run: VmStart) => void;
}

async function open(
  reading: ScriptReading = PATCHED,
  outcome: StartOutcome = { kind: 'started', pid: 4_711 },
  host = howToHost,
): Promise<Opened> {
  let run: VmStart | null = null;
  const { guide } = await guideOn(host, {
    readRecentScripts: () => [],
    readScript: () => reading,
    startVm: () => {
      run = outcome.kind === 'started' ? vmStart() : null;
      return outcome;
    },
    readVmStart: () => run,
  });
  await guide.scripts.pick(WIN10);
  render(VmStarter, { guide });
  return { guide, show: (next) => (run = next) };
}

function start(): Promise<void> {
  return userEvent.click(screen.getByRole('button', { name: 'Start the VM from here' }));
}

describe('VmStarter', () => {
  it('starts the VM, says as which process, and shows what it says while it runs', async () => {
    const { show } = await open();
    await start();
    expect(await screen.findByRole('status')).toHaveTextContent('The script is running, process 4711.');
    expect(screen.getByText('It has said nothing so far.')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Start the VM from here' })).not.toBeInTheDocument();
    show(vmStart({ lines: ['VNC server running on ::1:5900', 'second line'] }));
    const said = await screen.findByRole('region', { name: 'What it said' });
    expect(said.textContent).toBe('VNC server running on ::1:5900\nsecond line');
    expect(said).toHaveAttribute('tabindex', '0');
  });

  it('leads on to Verify once it has been started', async () => {
    const { guide } = await open();
    expect(screen.queryByRole('button', { name: 'Go on to Verify' })).not.toBeInTheDocument();
    await start();
    await userEvent.click(await screen.findByRole('button', { name: 'Go on to Verify' }));
    expect(guide.step).toBe('verify');
  });

  it('offers no way to a screen that is closed', async () => {
    await open(PATCHED, { kind: 'started', pid: 4_711 }, freshHost);
    await start();
    await screen.findByText('It has said nothing so far.');
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });

  it('explains an end with another code than 0, and lets it be started again', async () => {
    const { show } = await open();
    await start();
    show(vmStart({ exitCode: 127, lines: ['./win10.sh: 3: qemu-kvm: not found'] }));
    expect(await screen.findByText(/The lines it said name it/)).toBeInTheDocument();
    expect(screen.getByRole('status')).toHaveTextContent(/was not found \(exit code 127\)/);
    await start();
    expect(await screen.findByText('It has said nothing so far.')).toBeInTheDocument();
  });

  it('does not call an end with 0 a failure', async () => {
    const { show } = await open();
    await start();
    show(vmStart({ exitCode: 0 }));
    expect(await screen.findByText(/into the background/)).toBeInTheDocument();
  });

  it.each(Object.values(START_FAULTS))('says why the VM was not started: $id', async (fault) => {
    await open(PATCHED, { kind: 'refused', fault });
    await start();
    expect(screen.getByRole('status')).not.toHaveTextContent(/^$/);
    expect(screen.getByRole('button', { name: 'Start the VM from here' })).toBeInTheDocument();
  });

  it('warns while the script is not patched', async () => {
    await open(scriptReading());
    expect(screen.getByText(/^The script is not patched yet/)).toBeInTheDocument();
  });

  it('speaks Chinese', async () => {
    language.wish = 'zh-CN';
    await open();
    await userEvent.click(screen.getByRole('button', { name: '从这里启动虚拟机' }));
    expect(await screen.findByRole('status')).toHaveTextContent('脚本正在运行，进程 4711。');
  });
});
