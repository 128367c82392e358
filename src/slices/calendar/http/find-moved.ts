import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { AgencyId } from '../../../kernel/ids.ts';
import type { Db } from '../../../server/database.ts';
import type { OfficeTime } from '../actions/find-calendar.ts';

/** An open deadline that a change of the calendar moves, with words for the person who decides. */
export type MovedOnScreen = {
  id: string;
  title: string;
  from: string | null;
  to: string | null;
  /** It would move by its words but stays: somebody granted another day, or the work was handed in in time. */
  isKept?: boolean;
};

/** Given by the composing server: the slices that have deadlines stand above the calendar. */
export type FindMoved = (
  db: Db,
  agencyId: AgencyId,
  times: { readonly before: OfficeTime; readonly after: OfficeTime; readonly today: CivilDate },
) => Promise<MovedOnScreen[]>;

/** The rows of the first table in a spreadsheet, as texts; null where there is none. Reading files stands above, too. */
export type ReadSheet = (bytes: Uint8Array, name: string) => Promise<readonly (readonly string[])[] | null>;
