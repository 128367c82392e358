/** Scrolls the pane, never the page: the fields stay where the person works. */
export function bringIntoView(pane: HTMLElement, first: HTMLElement): void {
  const offset = first.getBoundingClientRect().top - pane.getBoundingClientRect().top;
  const isVisible = offset > 40 && offset < pane.clientHeight - 80;
  if (!isVisible) pane.scrollTo({ top: pane.scrollTop + offset - pane.clientHeight / 3 });
}
