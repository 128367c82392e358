import type { AgencyId } from '../../../kernel/ids.ts';
import type { Db } from '../../../server/database.ts';
import type { WorkingCalendar } from '../rules/working-calendar.ts';

/** An open deadline that a change of the calendar moves, with words for the person who decides. */
export type MovedOnScreen = { id: string; title: string; from: string | null; to: string | null };

/** Given by the composing server: the slices that have deadlines stand above the calendar. */
export type FindMoved = (
  db: Db,
  agencyId: AgencyId,
  calendars: { readonly before: WorkingCalendar; readonly after: WorkingCalendar },
) => Promise<MovedOnScreen[]>;
