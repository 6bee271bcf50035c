import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { DiffHunk } from '../../../common/script/reading';
import { language } from '../../../renderer/src/state/language.svelte';
import ScriptDiff from '../../../renderer/src/widgets/ScriptDiff.svelte';
import { PATCH } from '../../fakes/script';

const ONE_LINE: DiffHunk = {
  oldStart: 1_204,
  newStart: 1_204,
  lines: [
    {
      kind: 'removed',
      oldNumber: 1_204,
      newNumber: null,
      spans: [{ text: 'kvm', tint: 'program', isChanged: true }],
    },
  ],
  reasons: [],
};

describe('ScriptDiff', () => {
  it('shows each place with its reasons above its lines', () => {
    render(ScriptDiff, { hunks: PATCH.hunks });
    const place = screen.getByRole('region', { name: 'Lines 1 to 5' });
    expect(place).toHaveTextContent(/^Lines 1 to 5 QEMU takes the VM’s memory from the huge pages at \/dev\/hugepages/);
  });

  it('says of each line in words whether it is added or removed, and which it is', () => {
    render(ScriptDiff, { hunks: PATCH.hunks });
    const rows = within(screen.getByRole('list', { name: 'Lines 1 to 5' })).getAllByRole('listitem');
    // What a screen reader gets: numbers and signs are only for the eye.
    const spoken = rows.map((row) => {
      for (const mark of row.querySelectorAll('[aria-hidden]')) mark.remove();
      return row.textContent.trim().replaceAll(/\s+/g, ' ');
    });
    expect(spoken.slice(0, 4)).toEqual([
      'line 1: #!/bin/sh',
      'line 2: # Windows 10 – 财务部',
      'removed, line 3: exec qemu-system-x86_64 \\',
      'added, line 3: exec qemu-system-x86_64 -mem-path /dev/hugepages \\',
    ]);
  });

  it('shows numbers of both sides and a sign for the eye', () => {
    render(ScriptDiff, { hunks: PATCH.hunks });
    const marks = screen
      .getAllByRole('listitem')
      .flatMap((row) => [...row.querySelectorAll('[aria-hidden]')].map(({ textContent }) => textContent));
    expect(marks.slice(3, 12)).toEqual(['2', '2', '', '3', '', '−', '', '3', '+']);
  });

  it('marks the very pieces that change, and keeps the line to the letter', () => {
    const { container } = render(ScriptDiff, { hunks: PATCH.hunks });
    expect([...container.querySelectorAll('ins')].map(({ textContent }) => textContent)).toEqual([
      ' -mem-path /dev/hugepages',
    ]);
    expect([...container.querySelectorAll('code')].at(-1)?.textContent).toBe(
      '\t-drive file="$HOME/vm/a disk image with a rather long name for Windows 10.qcow2",if=virtio,cache=none,aio=native,discard=unmap,detect-zeroes=unmap',
    );
  });

  it('can be gone through by keyboard, place by place', async () => {
    render(ScriptDiff, { hunks: [...PATCH.hunks, ONE_LINE] });
    await userEvent.tab();
    expect(screen.getByRole('list', { name: 'Lines 1 to 5' })).toHaveFocus();
    await userEvent.tab();
    expect(screen.getByRole('list', { name: 'Line 1204' })).toHaveFocus();
  });

  it('marks what a line loses', () => {
    const { container } = render(ScriptDiff, { hunks: [ONE_LINE] });
    expect(container.querySelector('del')).toHaveTextContent('kvm');
    expect(container.querySelector('.program')).toHaveTextContent('kvm');
  });

  it('speaks Chinese', () => {
    language.wish = 'zh-CN';
    render(ScriptDiff, { hunks: PATCH.hunks });
    expect(screen.getByRole('region', { name: '第 1 至 5 行' })).toHaveTextContent('新增第 3 行：');
  });
});
