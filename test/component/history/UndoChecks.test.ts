import { render, screen, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import '../../../common/text/history-texts';
import UndoChecks from '../../../renderer/src/history/UndoChecks.svelte';
import { preparedUndo, undoneEnd } from '../../fakes/history';

const { outcome } = undoneEnd(preparedUndo());
const checks = outcome !== null && 'checks' in outcome ? outcome.checks : [];

describe('UndoChecks', () => {
  it('compares each thing in a sentence, with the result as a word', () => {
    render(UndoChecks, { checks });
    const rows = within(screen.getByRole('list', { name: 'Compared, point by point' })).getAllByRole('listitem');
    expect(rows).toHaveLength(6);
    expect(rows[0]).toHaveTextContent(/\/etc\/fstab: the same bytes as before\s+as before$/);
  });
  it('says what differs', () => {
    render(UndoChecks, { checks: checks.slice(0, 1).map((check) => ({ ...check, isAsBefore: false })) });
    expect(screen.getByRole('listitem')).toHaveTextContent(/differs$/);
  });
  it('is not there where nothing was compared', () => {
    render(UndoChecks, { checks: [] });
    expect(document.body).toHaveTextContent(/^$/);
  });
});
