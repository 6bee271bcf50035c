import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import '../../../common/text/history-texts';
import HistoryNotices from '../../../renderer/src/history/HistoryNotices.svelte';
import { CUT_OFF, historyReading, SEVERAL_RUNS } from '../../fakes/history';
import { freshHost } from '../../fakes/machine';
import { FIRST, undoFacts } from '../../fakes/undo';
import { guideOn } from '../guide-on';

describe('HistoryNotices', () => {
  it('has nothing to say where all is as it was set', async () => {
    const { guide } = await guideOn(freshHost);
    render(HistoryNotices, { guide, history: historyReading(undoFacts()).history });
    expect(document.body).toHaveTextContent(/^$/);
  });

  it('points out a run that was cut off, to be undone or finished', async () => {
    const { guide } = await guideOn(freshHost);
    render(HistoryNotices, { guide, history: historyReading(CUT_OFF).history });
    expect(screen.getByText(/^The run of Nov 1, 2026.* was cut off half-way$/)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Finish it: go to Review' }));
    expect([guide.page, guide.step]).toEqual(['guide', 'review']);
    await userEvent.click(screen.getByRole('button', { name: 'Undo this' }));
    expect([guide.page, guide.undoing.wish]).toEqual(['history', { kind: 'entry', id: FIRST }]);
  });

  it('says why a run cannot be finished yet', async () => {
    const { guide } = await guideOn(freshHost);
    guide.sizing.typeGuest('四');
    render(HistoryNotices, { guide, history: historyReading(CUT_OFF).history });
    const finish = screen.getByRole('button', { name: 'Finish it: go to Review' });
    expect(finish).toHaveAttribute('aria-disabled', 'true');
    expect(finish).toHaveAccessibleDescription('Enter the VM’s memory in Size first.');
    await userEvent.click(finish);
    expect(guide.step).toBe('understand');
  });

  it('names folders that cannot be read', async () => {
    const { guide } = await guideOn(freshHost);
    render(HistoryNotices, { guide, history: historyReading(CUT_OFF).history });
    expect(screen.getByText(/cannot read \/var\/lib\/hugepages-guide\/journal\/20991231/)).toBeInTheDocument();
  });

  it('tells of a pool that was changed outside', async () => {
    const { guide } = await guideOn(freshHost);
    render(HistoryNotices, { guide, history: historyReading(SEVERAL_RUNS).history });
    expect(screen.getByText('The pool was changed outside this program')).toBeInTheDocument();
    expect(screen.getByText(/set to 2,050 here, now 1,024/)).toBeInTheDocument();
  });
});
