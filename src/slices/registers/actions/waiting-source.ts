import { addDays, type CivilDate } from '../../../kernel/civil-date.ts';
import type { AgencyId } from '../../../kernel/ids.ts';
import type { Db } from '../../../server/database.ts';
import type { WaitingSource } from '../../../server/sources.ts';
import type { WaitingItem } from '../../deadlines/index.ts';
import type { Register } from '../rules/compile.ts';
import { type Names, titleOf } from '../rules/titles.ts';
import { findDue, findDueClocks, findUndated, type WaitingRecord } from '../store/waiting.ts';
import { loadRegisters } from './load-register.ts';
import { findNames } from './names.ts';

/** A title that some may not read is not put into notices, which many read: the register's name stands for it. */
function safeTitle({ declaration }: Register, values: WaitingRecord['values'], names: Names): string {
  const field = declaration.fields[declaration.title];
  const isOpen = field && !field.isPersonal && !field.seenBy && !declaration.seenBy;
  const title = isOpen ? titleOf(declaration, values, names) : null;
  return title === null ? declaration.name.vi : `${declaration.name.vi}: ${title}`;
}

/** An open record as work that waits; its title holds nothing that some may not read. */
export function itemOf(register: Register, record: WaitingRecord, names: Names): WaitingItem {
  const { declaration } = register;
  const { recordId, clock, unitId, holderId, dueOn, originalDueOn } = record;
  const known = clock === null ? undefined : declaration.clocks?.[clock];
  const title = safeTitle(register, record.values, names);
  return {
    source: 'register',
    key: `register:${declaration.key}:${recordId}${clock === null ? '' : `:${clock}`}`,
    step: 'do',
    title: known ? `${title} (${known.label.vi})` : title,
    unitId,
    userIds: holderId === null ? [] : [holderId],
    dueOn,
    originalDueOn,
    points: null,
    address: `/registers/${declaration.key}/records/${recordId}`,
    remindBefore: known?.remindBefore ?? declaration.remindBefore ?? null,
  };
}

/** Registers whose open records are work: those with a deadline. A list without one (a law, a system) waits for nobody. */
const isWork = ({ declaration }: Register): boolean => declaration.due !== undefined;

/** How far ahead records wait where no last day is asked for. */
const DAYS_AHEAD = 366;

async function findWaiting(
  db: Db,
  agencyId: AgencyId,
  registers: readonly Register[],
  { today, until }: { readonly today: CivilDate; readonly until: CivilDate | null },
): Promise<WaitingRecord[]> {
  const day = until ?? addDays(today, DAYS_AHEAD);
  const dated = [...(await findDue(db, agencyId, day)), ...(await findDueClocks(db, agencyId, day))];
  if (until !== null) return dated;
  const keys = registers.filter(isWork).map(({ declaration }) => declaration.key);
  return [...dated, ...(await findUndated(db, agencyId, keys))];
}

/** Records of registers that wait to be finished, by their deadline and their further clocks. */
export const waitingRecords: WaitingSource = {
  name: 'registers',
  find: async (db, agencyId, asked) => {
    const registers = new Map(
      (await loadRegisters(db, agencyId)).map(({ register }) => [register.declaration.key, register]),
    );
    const found = await findWaiting(db, agencyId, [...registers.values()], asked);
    const names = await findNames(db, agencyId);
    return found.flatMap((record) => {
      const register = registers.get(record.registerKey);
      return register ? [itemOf(register, record, names)] : [];
    });
  },
};
