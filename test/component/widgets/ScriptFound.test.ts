import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { message } from '../../../common/message';
import type { ScriptNote, StartFacts } from '../../../common/script/reading';
import { language } from '../../../renderer/src/state/language.svelte';
import ScriptFound from '../../../renderer/src/widgets/ScriptFound.svelte';
import { freshHost } from '../../fakes/machine';
import { DECLINED_START, SCRIPT_ID, startFacts } from '../../fakes/script';
import { guideOn } from '../guide-on';

async function show(starts: readonly StartFacts[], notes: readonly ScriptNote[] = []): Promise<readonly HTMLElement[]> {
  const { guide } = await guideOn(freshHost, { copy: () => undefined });
  render(ScriptFound, { guide, script: SCRIPT_ID, starts, notes });
  return within(screen.getByRole('list', { name: /^(What was found|脚本内容)$/ })).getAllByRole('listitem');
}

describe('ScriptFound', () => {
  it('tells each start’s line, program, memory, its source and what happens', async () => {
    const already = startFacts({
      line: 21,
      guestKiB: null,
      backing: { kind: 'object', type: 'memory-backend-file', path: '/dev/hugepages' },
      treatment: { kind: 'already' },
    });
    const [first, second] = await show([startFacts(), already]);
    expect(first).toHaveTextContent(
      /Line 3 qemu-system-x86_64 will be changed VM memory 4 GiB Taken from ordinary memory/,
    );
    expect(second).toHaveTextContent(
      /Line 21 qemu-system-x86_64 already on huge pages VM memory cannot be known without running it Taken from an object of type memory-backend-file in \/dev\/hugepages/,
    );
  });

  it('gives the reason and the words to add where a start is left as it is', async () => {
    const [start] = await show([DECLINED_START]);
    if (start === undefined) throw new Error('nothing found');
    expect(start).toHaveTextContent(/left as it is .*Options come from a file that the script reads in/);
    expect(within(start).getByText('-mem-path /dev/hugepages', { selector: 'code' })).toBeInTheDocument();
    await userEvent.click(within(start).getByRole('button', { name: 'Copy the line instead' }));
    expect(await within(start).findByRole('button', { name: 'Copied' })).toBeInTheDocument();
  });

  it('offers to copy only the words that main would copy', async () => {
    const treatment = {
      kind: 'declined',
      reason: message('patch.declined.remote'),
      byHand: '-mem-path /mnt/1G',
    } as const;
    const [, other] = await show([DECLINED_START, startFacts({ line: 30, treatment })]);
    expect(other).toHaveTextContent('-mem-path /mnt/1G');
    expect(screen.getAllByRole('button')).toHaveLength(1);
  });

  it('shows what there is to know about the file and about a start, with how serious it is', async () => {
    const rounds = message('patch.note.rounds', { guestKiB: 525_313, pageKiB: 2_048, roundedKiB: 526_336 });
    const [start] = await show(
      [startFacts({ notes: [{ severity: 'hint', text: rounds }] })],
      [{ severity: 'warning', text: message('patch.note.generated') }],
    );
    expect(start).toHaveTextContent(/good to know .*525,313 KiB is no whole number of pages/);
    expect(screen.getByText(/The file says that a program made it/)).toHaveTextContent(/^needs attention/);
  });

  it('speaks Chinese', async () => {
    language.wish = 'zh-CN';
    const [start] = await show([startFacts()]);
    expect(start).toHaveTextContent('第 3 行 qemu-system-x86_64 将修改');
  });
});
