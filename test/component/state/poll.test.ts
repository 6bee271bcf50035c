import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { pollWhileVisible } from '../../../renderer/src/state/poll';

function setHidden(isHidden: boolean): void {
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(isHidden);
  document.dispatchEvent(new Event('visibilitychange'));
}

describe('pollWhileVisible', () => {
  const task = vi.fn(() => Promise.resolve());
  let stop: () => void;

  beforeEach(() => {
    vi.useFakeTimers();
    setHidden(false);
    task.mockClear();
    stop = pollWhileVisible(task, 2_000);
  });
  afterEach(() => {
    stop();
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  it('runs at once and then again after each pause', async () => {
    expect(task).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(task).toHaveBeenCalledTimes(2);
    await vi.advanceTimersByTimeAsync(4_000);
    expect(task).toHaveBeenCalledTimes(4);
  });

  it('does nothing at all while the window is hidden, and looks at once when it is shown again', async () => {
    await vi.advanceTimersByTimeAsync(0);
    setHidden(true);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(task).toHaveBeenCalledTimes(1);
    expect(vi.getTimerCount()).toBe(0);
    setHidden(false);
    expect(task).toHaveBeenCalledTimes(2);
  });

  it('never has two turns under way, however long one takes', async () => {
    let finish: () => void = () => undefined;
    const slow = vi.fn(() => new Promise<void>((resolve) => (finish = resolve)));
    const stopSlow = pollWhileVisible(slow, 100);
    await vi.advanceTimersByTimeAsync(1_000);
    setHidden(false);
    expect(slow).toHaveBeenCalledTimes(1);
    finish();
    await vi.advanceTimersByTimeAsync(100);
    expect(slow).toHaveBeenCalledTimes(2);
    stopSlow();
  });

  it('leaves nothing behind when stopped, even in the middle of a turn', async () => {
    stop();
    await vi.advanceTimersByTimeAsync(10_000);
    setHidden(false);
    expect(task).toHaveBeenCalledTimes(1);
    expect(vi.getTimerCount()).toBe(0);
  });
});
