/**
 * Runs a task at once and then again, `everyMs` after it has ended, for as long as the document is visible; a hidden
 * window costs nothing. The result stops it. The task must not reject.
 */
export function pollWhileVisible(task: () => Promise<void>, everyMs: number): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isBusy = false;
  let isStopped = false;

  function mayRun(): boolean {
    return !isStopped && !document.hidden;
  }
  async function turn(): Promise<void> {
    clearTimeout(timer);
    if (isBusy || !mayRun()) return;
    isBusy = true;
    await task();
    isBusy = false;
    if (mayRun()) timer = setTimeout(run, everyMs);
  }
  function run(): void {
    void turn();
  }
  function followVisibility(): void {
    if (document.hidden) clearTimeout(timer);
    else run();
  }

  document.addEventListener('visibilitychange', followVisibility);
  run();
  return () => {
    isStopped = true;
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', followVisibility);
  };
}
