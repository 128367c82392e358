import { parseCivilDate, toDayNumber } from '../../../kernel/civil-date.ts';
import type { Reach } from '../../scoring/index.ts';
import type { IndexOnScreen } from './index-on-screen.ts';

/** A leaf whose tasks are all late is won back less surely than one in time; the office's own word wins. */
const CERTAINTY = { overdue: 0.4, open: 0.8, none: 0.6 } as const;

/**
 * What is known about winning points back at each leaf: the office's effort and certainty where it set them, else what the
 * open tasks say; days left until the figures close or the last open task is due.
 */
export function reachesOf({ data, set, today }: Pick<IndexOnScreen, 'data' | 'set' | 'today'>): Record<string, Reach> {
  const closing = parseCivilDate(data.settings?.closingOn ?? '');
  const left = (day: string | null): number | null => {
    const parsed = parseCivilDate(day ?? '');
    return parsed ? toDayNumber(parsed) - toDayNumber(today) : null;
  };
  const untilClosing = data.settings?.frozenAt ? -1 : closing ? left(closing) : null;
  return Object.fromEntries(
    set.leaves.map(({ code }): [string, Reach] => {
      const own = data.reaches.find(({ leafCode }) => leafCode === code);
      const open = data.tasks.filter(({ leafCode, state }) => leafCode === code && state !== 'done');
      const isOverdue = open.length > 0 && open.every(({ dueOn }) => (left(dueOn) ?? 0) < 0);
      const byTasks = open.length === 0 ? CERTAINTY.none : isOverdue ? CERTAINTY.overdue : CERTAINTY.open;
      const days = untilClosing;
      return [
        code,
        {
          certainty: own?.certainty ? Number(own.certainty) : byTasks,
          ...(own?.effort ? { effort: Number(own.effort) } : {}),
          ...(days === null ? {} : { daysLeft: days }),
        },
      ];
    }),
  );
}
