import { render, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { message } from '../../../common/message';
import NoteList from '../../../renderer/src/widgets/NoteList.svelte';

describe('NoteList', () => {
  it('puts warnings before hints and says which is which in words', () => {
    render(NoteList, {
      notes: [
        { id: 'may-come-short', severity: 'hint', text: message('note.may-come-short') },
        { id: 'libvirt-restart', severity: 'warning', text: message('note.libvirt-restart') },
      ],
    });
    const [first, second] = screen.getAllByRole('listitem');
    expect(first).toHaveTextContent(/^needs attention libvirt/);
    expect(second).toHaveTextContent(/^good to know The kernel/);
  });
});
