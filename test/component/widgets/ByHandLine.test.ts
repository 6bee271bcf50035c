import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import ByHandLine from '../../../renderer/src/widgets/ByHandLine.svelte';
import { freshHost } from '../../fakes/machine';
import { SCRIPT_ID } from '../../fakes/script';
import { guideOn } from '../guide-on';

describe('ByHandLine', () => {
  it('shows the line and has it copied by the script’s id', async () => {
    const { guide, calls } = await guideOn(freshHost, { copy: () => undefined });
    render(ByHandLine, { guide, copied: SCRIPT_ID, line: '-mem-path /dev/hugepages' });
    expect(screen.getByText('-mem-path /dev/hugepages', { selector: 'code' })).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Copy the line instead' }));
    expect(calls.at(-1)).toEqual(['copy', { part: 'script-line', script: SCRIPT_ID }]);
  });

  it('does not offer to copy what main would not copy', async () => {
    const { guide } = await guideOn(freshHost);
    render(ByHandLine, { guide, copied: null, line: '-mem-path /dev/hugepages' });
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });
});
