/** Something that moves by itself in a figure: only while it is asked to, is on screen, and the window is seen. */
export class Ticker {
  isRunning = $state(false);
  private isOnScreen = false;
  private timer: ReturnType<typeof setInterval> | undefined;

  constructor(
    private readonly tick: () => void,
    private readonly everyMs: number,
  ) {}

  start(): void {
    this.isRunning = true;
    this.follow();
  }

  stop(): void {
    this.isRunning = false;
    this.follow();
  }

  /** An attachment for the element that moves: `{@attach ticker.watch}`. Its removal stops the ticker for good. */
  readonly watch = (element: Element): (() => void) => {
    const observer = new IntersectionObserver((entries) => {
      this.isOnScreen = entries.at(-1)?.isIntersecting ?? false;
      this.follow();
    });
    const followWindow = (): void => {
      this.follow();
    };
    observer.observe(element);
    document.addEventListener('visibilitychange', followWindow);
    return () => {
      observer.disconnect();
      document.removeEventListener('visibilitychange', followWindow);
      this.isOnScreen = false;
      this.follow();
    };
  };

  private follow(): void {
    const moves = this.isRunning && this.isOnScreen && !document.hidden;
    if (moves === (this.timer !== undefined)) return;
    if (moves) {
      this.timer = setInterval(this.tick, this.everyMs);
    } else {
      clearInterval(this.timer);
      this.timer = undefined;
    }
  }
}
