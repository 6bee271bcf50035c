import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import CopyButton from '../../../renderer/src/widgets/CopyButton.svelte';
import { freshHost } from '../../fakes/machine';
import { guideOn } from '../guide-on';

const TARGET = { part: 'start-option', pageKiB: 2_048 } as const;

describe('CopyButton', () => {
  it('says that it has copied, until the person goes on', async () => {
    const { guide, calls } = await guideOn(freshHost, { copy: () => undefined });
    render(CopyButton, { guide, what: TARGET, label: 'Copy the option' });
    expect(screen.getByRole('status')).toHaveTextContent('');
    await userEvent.click(screen.getByRole('button', { name: 'Copy the option' }));
    expect(await screen.findByRole('button', { name: 'Copied' })).toBeInTheDocument();
    expect(screen.getByRole('status')).toHaveTextContent('Copied');
    expect(calls.at(-1)).toEqual(['copy', TARGET]);
    await userEvent.tab();
    expect(screen.getByRole('button', { name: 'Copy the option' })).toBeInTheDocument();
  });

  it('does not claim to have copied when the call broke', async () => {
    const { guide } = await guideOn(freshHost, { copy: () => Promise.reject(new Error('gone')) });
    render(CopyButton, { guide, what: TARGET, label: 'Copy the option' });
    await userEvent.click(screen.getByRole('button', { name: 'Copy the option' }));
    expect(screen.getByRole('button', { name: 'Copy the option' })).toBeInTheDocument();
    expect(guide.line.failure).toBe('gone');
  });
});
