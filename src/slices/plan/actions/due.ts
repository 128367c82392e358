import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { Deadline } from '../../deadlines/index.ts';
import type { DraftDeadline } from '../rules/draft.ts';
import { type Due, dueOf } from '../rules/task.ts';

/** What rules the end of a task, seen from today. */
export function dueIn(deadlines: readonly DraftDeadline[], _today: CivilDate): Due {
  return dueOf(deadlines as readonly Deadline[], () => null);
}
