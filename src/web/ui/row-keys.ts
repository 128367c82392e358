import type { KeyboardEvent } from 'react';

const STEP: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, ArrowUp: -1 };
const REACHABLE = 'a[href], button, input, select';

/** Arrow down and up go from the first link of a row to that of the next, as in a spreadsheet. */
export function moveBetweenRows(event: KeyboardEvent<HTMLElement>): void {
  const step = STEP[event.key];
  const at = event.target;
  if (!step || !(at instanceof HTMLElement) || at.matches('input, select, textarea')) return;
  const rows = [...event.currentTarget.querySelectorAll('tbody tr')];
  const now = rows.findIndex((row) => row.contains(at));
  const target = rows[now + step]?.querySelector<HTMLElement>(REACHABLE);
  if (!target || (now < 0 && step < 0)) return;
  event.preventDefault();
  target.focus();
}
