import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { type RunWishes, USUAL_WISHES } from '../../../common/plan-request';
import { language } from '../../../renderer/src/state/language.svelte';
import WishList from '../../../renderer/src/widgets/WishList.svelte';

function show(grows = true) {
  const change = vi.fn<(wishes: RunWishes) => void>();
  render(WishList, { wishes: USUAL_WISHES, change, grows });
  return change;
}

describe('WishList', () => {
  it('starts from what is usual', () => {
    show();
    expect(screen.getByRole('checkbox', { name: 'Empty caches if pages are missing' })).not.toBeChecked();
    expect(screen.getByRole('radio', { name: 'Keep what it gave' })).toBeChecked();
    expect(screen.getByRole('radio', { name: 'Undo the steps before it' })).toBeChecked();
  });
  it('changes one wish at a time', async () => {
    const change = show();
    await userEvent.click(screen.getByRole('checkbox', { name: 'Empty caches if pages are missing' }));
    expect(change).toHaveBeenLastCalledWith({ ...USUAL_WISHES, mayDropCaches: true });
    await userEvent.click(screen.getByRole('radio', { name: 'Go back to how it was' }));
    expect(change).toHaveBeenLastCalledWith({ ...USUAL_WISHES, onShort: 'undo' });
    await userEvent.click(screen.getByRole('radio', { name: 'Keep the steps before it' }));
    expect(change).toHaveBeenLastCalledWith({ ...USUAL_WISHES, onFailure: 'keep' });
  });
  it('does not speak of missing pages where the pool does not grow', () => {
    show(false);
    expect(screen.queryByRole('checkbox')).toBeNull();
    expect(screen.getAllByRole('radio')).toHaveLength(2);
  });
  it('speaks Chinese', () => {
    language.wish = 'zh-CN';
    show();
    expect(screen.getByRole('group', { name: '如果某一步失败' })).toBeInTheDocument();
  });
});
