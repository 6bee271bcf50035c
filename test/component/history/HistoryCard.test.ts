import { render, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import '../../../common/text/history-texts';
import HistoryCard from '../../../renderer/src/history/HistoryCard.svelte';
import { language } from '../../../renderer/src/state/language.svelte';
import { historyReading, SEVERAL_RUNS } from '../../fakes/history';
import { freshHost } from '../../fakes/machine';
import { guideOn } from '../guide-on';

const { rows } = historyReading(SEVERAL_RUNS).history;

async function show(index: number): Promise<void> {
  const { guide } = await guideOn(freshHost);
  const row = rows[index];
  if (row === undefined) throw new Error('no such row');
  render(HistoryCard, { guide, row, rows });
}

describe('HistoryCard', () => {
  it('tells each change, then and now', async () => {
    await show(2);
    const lines = screen.getAllByRole('listitem').map((item) => item.textContent.replace(/\s+/g, ' ').trim());
    expect(lines).toContain('Group kvm made Still so');
    expect(lines).toContain(
      'Pool of 2 MiB pages: from 0 to 2,050 Now 1,024: changed again by a later run of this program',
    );
    expect(screen.getByText('can be undone')).toBeInTheDocument();
  });

  it('offers no undo of what was undone, and names by its time what an undo undid', async () => {
    await show(1);
    expect(screen.getByText('nothing left to undo')).toBeInTheDocument();
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });

  it('names by its time what an undo undid', async () => {
    await show(0);
    expect(screen.getByText(/^undid Nov 2, 2026/)).toBeInTheDocument();
  });

  it('speaks Chinese', async () => {
    language.wish = 'zh-CN';
    await show(2);
    expect(screen.getByRole('heading', { name: /^2026年11月1日/ })).toBeInTheDocument();
    expect(screen.getByText('创建了用户组 kvm')).toBeInTheDocument();
  });
});
