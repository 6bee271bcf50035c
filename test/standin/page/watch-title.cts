/** DevTools says nothing when a document changes its title, so the world that the page cannot see watches for it. */
export function watchTitle(changed: (title: string) => void): void {
  let last = '';
  const look = (): void => {
    if (document.title === last) return;
    last = document.title;
    changed(last);
  };
  const inHead = new MutationObserver(look);
  const untilHead = new MutationObserver(() => {
    const head = document.querySelector('head');
    if (head === null) return;
    untilHead.disconnect();
    // The head only: watching a whole document would slow every change of it.
    inHead.observe(head, { childList: true, characterData: true, subtree: true });
    look();
  });
  untilHead.observe(document, { childList: true, subtree: true });
}
