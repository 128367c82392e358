import type { AgencyId } from '../../../kernel/ids.ts';
import type { Db } from '../../../server/database.ts';
import type { WorkingCalendar } from '../../calendar/index.ts';
import type { FindMoved, MovedOnScreen } from '../../calendar/server.ts';
import type { Register } from '../rules/compile.ts';
import { deriveRecord } from '../rules/derive.ts';
import { calendarText, followsCalendar } from '../rules/follows-calendar.ts';
import { dayMoves } from '../rules/redated.ts';
import type { Names } from '../rules/titles.ts';
import { findNextOpen, type OpenRecord } from '../store/redating.ts';
import { loadRegisters } from './load-register.ts';
import { findNames } from './names.ts';
import { createdOnOf } from './save-record.ts';
import { itemOf } from './waiting-source.ts';

const PAGE = 1000;

/** The same derivation and comparison that the change itself will make (`redate-records.ts`). */
function movesOf(register: Register, record: OpenRecord, calendar: WorkingCalendar, names: Names): MovedOnScreen[] {
  const { values, step, stepOn, createdAt } = record;
  const derived = deriveRecord(register, { values, step, stepOn, createdOn: createdOnOf(createdAt) }, calendar);
  const registerKey = register.declaration.key;
  return dayMoves(record, derived)
    .filter(({ clock }) => clock !== null || record.finishedOn === null)
    .map(({ clock, from, to }) => {
      const { key: id, title } = itemOf(register, { ...record, registerKey, clock }, names);
      return { id, title, from, to };
    });
}

type Preview = { readonly calendar: WorkingCalendar; readonly names: Names };

async function findMovedOf(
  db: Db,
  agencyId: AgencyId,
  register: Register,
  { calendar, names }: Preview,
): Promise<MovedOnScreen[]> {
  const moved: MovedOnScreen[] = [];
  for (let after = ''; ; ) {
    const page = await findNextOpen(db, { agencyId, register }, after, PAGE);
    moved.push(...page.flatMap((record) => movesOf(register, record, calendar, names)));
    if (page.length < PAGE) return moved;
    after = page.at(-1)?.recordId ?? after;
  }
}

/** Open records whose due days would move with the calendar. */
export const findMovedRecords: FindMoved = async (db, agencyId, { before, after: { calendar } }) => {
  if (calendarText(before.calendar) === calendarText(calendar)) return [];
  const following = (await loadRegisters(db, agencyId)).filter(
    ({ isStored, whole }) => isStored && followsCalendar(whole),
  );
  const names = await findNames(db, agencyId);
  const moved: MovedOnScreen[] = [];
  for (const { whole } of following) moved.push(...(await findMovedOf(db, agencyId, whole, { calendar, names })));
  return moved.sort((a, b) => String(a.from).localeCompare(String(b.from)));
};
