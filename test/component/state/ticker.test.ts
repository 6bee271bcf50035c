import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Ticker } from '../../../renderer/src/state/ticker.svelte';
import { scrollAll } from '../screen';

const tick = vi.fn();
let ticker: Ticker;
let forget: () => void;

function hideWindow(isHidden: boolean): void {
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(isHidden);
  document.dispatchEvent(new Event('visibilitychange'));
}

beforeEach(() => {
  vi.useFakeTimers();
  tick.mockReset();
  ticker = new Ticker(tick, 100);
  forget = ticker.watch(document.body);
});

afterEach(() => {
  forget();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('Ticker', () => {
  it('moves only while it is asked to', () => {
    vi.advanceTimersByTime(500);
    expect(tick).not.toHaveBeenCalled();
    ticker.start();
    vi.advanceTimersByTime(500);
    expect(tick).toHaveBeenCalledTimes(5);
    ticker.stop();
    vi.advanceTimersByTime(500);
    expect(tick).toHaveBeenCalledTimes(5);
    expect(ticker.isRunning).toBe(false);
  });

  it('stands still off screen and goes on when it is back', () => {
    ticker.start();
    scrollAll(false);
    vi.advanceTimersByTime(500);
    expect(tick).not.toHaveBeenCalled();
    scrollAll(true);
    vi.advanceTimersByTime(200);
    expect(tick).toHaveBeenCalledTimes(2);
  });

  it('stands still while the window is hidden', () => {
    ticker.start();
    hideWindow(true);
    vi.advanceTimersByTime(500);
    expect(tick).not.toHaveBeenCalled();
    hideWindow(false);
    vi.advanceTimersByTime(100);
    expect(tick).toHaveBeenCalledOnce();
  });

  it('leaves no timer behind when its element goes', () => {
    ticker.start();
    forget();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('starts once, however often it is asked', () => {
    ticker.start();
    ticker.start();
    vi.advanceTimersByTime(100);
    expect(tick).toHaveBeenCalledOnce();
  });
});
