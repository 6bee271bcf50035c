import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import '../../../common/text/history-texts';
import type { HistoryReading } from '../../../common/contract';
import HistoryList from '../../../renderer/src/history/HistoryList.svelte';
import type { Guide } from '../../../renderer/src/state/guide.svelte';
import { historyReading, OWN_SCRIPT, SEVERAL_RUNS } from '../../fakes/history';
import { freshHost } from '../../fakes/machine';
import { FIRST, undoFacts } from '../../fakes/undo';
import { guideOn } from '../guide-on';

const NOTHING = undoFacts({ entries: [] });
const ALL = 'Restore everything as it was before Hugepages Guide';

async function show(reading: HistoryReading): Promise<Guide> {
  const { guide } = await guideOn(freshHost, { readHistory: () => reading });
  render(HistoryList, { guide });
  await screen.findByText(/^(No plan|Group kvm made)/);
  return guide;
}

describe('HistoryList', () => {
  it('says that nothing was changed yet, and offers nothing to undo', async () => {
    await show(historyReading(NOTHING));
    expect(screen.getByText('No plan has been applied on this machine.')).toBeInTheDocument();
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });

  it('lists the plans, the newest first', async () => {
    await show(historyReading(SEVERAL_RUNS));
    const headings = within(screen.getByRole('list', { name: 'Applied plans' })).getAllByRole('heading');
    expect(headings.map((heading) => heading.textContent.replace(/, 2026.*/, ''))).toEqual(['Nov 3', 'Nov 2', 'Nov 1']);
  });

  it('leads to the undo of one plan', async () => {
    const guide = await show(historyReading(undoFacts()));
    const undo = screen.getByRole('button', { name: 'Undo this' });
    expect(undo).toHaveAccessibleDescription(/Nov 1, 2026/);
    await userEvent.click(undo);
    expect(guide.undoing.wish).toEqual({ kind: 'entry', id: FIRST });
  });

  it('leads to the undo of everything', async () => {
    const guide = await show(historyReading(undoFacts()));
    await userEvent.click(screen.getByRole('button', { name: ALL }));
    expect(guide.undoing.wish).toEqual({ kind: 'all' });
  });

  it('offers to put everything back where only a script of one’s own is left', async () => {
    await show(historyReading(NOTHING, [OWN_SCRIPT]));
    expect(screen.getByRole('button', { name: ALL })).toBeInTheDocument();
  });
});
