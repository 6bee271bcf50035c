import { render, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import '../../../common/text/history-texts';
import ScriptEnds from '../../../renderer/src/history/ScriptEnds.svelte';
import { OWN_SCRIPT } from '../../fakes/history';
import { CONFLICT, FAULTS } from '../../fakes/script';

describe('ScriptEnds', () => {
  it('names each script with what taking the patch out came to', () => {
    render(ScriptEnds, { ends: [{ path: OWN_SCRIPT, outcome: { kind: 'reverted', how: 'whole' } }] });
    expect(screen.getByRole('list', { name: 'Your own start scripts' })).toHaveTextContent(
      /\/home\/ming\/vm\/win10\.sh .*byte for byte/,
    );
  });
  it('shows all three sides where edits of one’s own meet the patch', () => {
    render(ScriptEnds, { ends: [{ path: OWN_SCRIPT, outcome: { kind: 'conflict', parts: CONFLICT } }] });
    expect(screen.getAllByText('Before the patch').length).toBeGreaterThan(0);
  });
  it('says why a script was left alone', () => {
    render(ScriptEnds, { ends: [{ path: OWN_SCRIPT, outcome: { kind: 'refused', fault: FAULTS.quickemu } }] });
    expect(screen.getByRole('listitem')).toHaveTextContent(/quickemu/i);
  });
});
