import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { ScriptReading } from '../../../common/script/reading';
import type { Guide } from '../../../renderer/src/state/guide.svelte';
import { language } from '../../../renderer/src/state/language.svelte';
import ScriptPicker from '../../../renderer/src/widgets/ScriptPicker.svelte';
import { freshHost } from '../../fakes/machine';
import { FAULTS, scriptReading, startFacts, unusable, WIN10 } from '../../fakes/script';
import { guideOn } from '../guide-on';

async function open(reading: ScriptReading, picked: typeof WIN10 | null = WIN10): Promise<Guide> {
  const { guide } = await guideOn(freshHost, {
    pickScript: () => picked,
    readRecentScripts: () => [],
    readScript: () => reading,
  });
  render(ScriptPicker, { guide });
  await userEvent.click(screen.getByRole('button', { name: 'Take it from the start script…' }));
  return guide;
}

describe('ScriptPicker', () => {
  it('takes the memory of the one VM that a script starts', async () => {
    const { sizing } = await open(scriptReading({ starts: [startFacts({ guestKiB: 2_097_152 })] }));
    expect(await screen.findByRole('group', { name: 'What win10.sh gives its VM' })).toHaveTextContent(
      'Line 3: 2 GiB, so 1,030 pages',
    );
    expect(screen.getByRole('button', { name: '2 GiB taken' })).toHaveAttribute('aria-pressed', 'true');
    expect([sizing.guestText, sizing.isTouched]).toEqual(['2 GiB', true]);
  });

  it('offers each of several, and says which can only be entered', async () => {
    const starts = [
      startFacts(),
      startFacts({ line: 21, guestKiB: 8_388_608 }),
      startFacts({ line: 30, guestKiB: null }),
    ];
    const { sizing } = await open(scriptReading({ starts }));
    expect(await screen.findByText('Line 3: 4 GiB, so 2,050 pages')).toBeInTheDocument();
    expect(screen.getByText('Line 30: known only when the script runs, so enter it below')).toBeInTheDocument();
    expect(sizing.isTouched).toBe(false);
    await userEvent.click(screen.getByRole('button', { name: 'Take 8 GiB' }));
    expect(sizing.guestText).toBe('8 GiB');
    expect(screen.getByRole('button', { name: 'Take 4 GiB' })).toHaveAttribute('aria-pressed', 'false');
  });

  it('says why a file is of no use', async () => {
    await open(unusable(FAULTS.binary));
    expect(await screen.findByText('This is a program or data, not a text.')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Choose another…' })).toBeInTheDocument();
  });

  it('takes nothing where the dialog was closed', async () => {
    const { sizing } = await open(scriptReading(), null);
    expect(sizing.isTouched).toBe(false);
    expect(screen.queryByRole('group')).not.toBeInTheDocument();
  });

  it('speaks Chinese', async () => {
    language.wish = 'zh-CN';
    const { guide } = await guideOn(freshHost, { readRecentScripts: () => [], readScript: () => scriptReading() });
    await guide.scripts.pick(WIN10);
    render(ScriptPicker, { guide });
    expect(screen.getByRole('group', { name: 'win10.sh 给虚拟机的内存' })).toHaveTextContent(
      '第 3 行：4 GiB，即 2,050 页',
    );
  });
});
