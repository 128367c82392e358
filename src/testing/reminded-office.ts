import { addDays, type CivilDate, civilDate } from '../kernel/civil-date.ts';
import type { AgencyId, UnitId, UserId } from '../kernel/ids.ts';
import type { Database } from '../server/database.ts';
import type { WaitingSource } from '../server/sources.ts';
import type { WaitingItem } from '../slices/deadlines/index.ts';
import type { Role } from '../slices/identity/index.ts';
import { insertAgency, insertUser } from '../slices/identity/server.ts';
import { savePreference } from '../slices/notifications/store/settings.ts';
import { insertUnit } from '../slices/units/server.ts';
import { makeClock } from './clock.ts';

export const remindedAgency: AgencyId = 'agency_reminded';
export const FIRST_DAY: CivilDate = civilDate('2026-06-01');
const UNITS = 12;

/** How large an office is, and how much work waits in it. */
export type OfficeSize = { readonly users: number; readonly tasks: number; readonly duties: number };

const unitOf = (number: number): UnitId => `unit_${number % UNITS}`;
const userOf = (number: number): UserId => `user_${String(number).padStart(4, '0')}`;
const roleOf = (number: number): Role => {
  if (number < UNITS) return 'unit-head';
  return number === UNITS ? 'par-officer' : 'specialist';
};

/** An agency with units, their heads, an officer and specialists, every second of whom wants e-mail. */
export async function seedRemindedOffice(database: Database, { users }: OfficeSize): Promise<void> {
  const at = makeClock('2026-05-31T00:00:00Z').now();
  await database.transaction(async (tx) => {
    await insertAgency(tx, { agencyId: remindedAgency, name: 'Sở Thử', shortName: 'ST', province: 'tỉnh' }, at);
    for (let number = 0; number < UNITS; number += 1)
      await insertUnit(tx, remindedAgency, {
        unitId: unitOf(number),
        parentId: null,
        name: `Phòng ${number}`,
        shortName: `P${number}`,
        kind: 'division',
        validFrom: civilDate('2020-01-01'),
        validTo: null,
        position: number,
      });
    for (let number = 0; number < users; number += 1) {
      const userId = userOf(number);
      const name = { username: `nguoi-${number}`, displayName: `Người ${number}` };
      const place = { role: roleOf(number), unitId: unitOf(number), passwordHash: 'x', mustChangePassword: false };
      await insertUser(tx, { agencyId: remindedAgency, userId, ...name, ...place }, at);
      const wish = { email: `nguoi-${number}@example.vn`, wantsEmail: true, language: 'vi', at } as const;
      if (number % 2 === 0) await savePreference(tx, remindedAgency, userId, wish);
    }
  });
}

/** Work that waits, the same at every call: due days over a hundred days, a third handed to people, duties for every unit. */
export function remindedItems({ users, tasks, duties }: OfficeSize): WaitingItem[] {
  const item = (key: string, number: number, userIds: UserId[]): WaitingItem => ({
    source: 'task',
    key,
    step: number % 7 === 0 ? 'approve' : 'do',
    title: `Việc số ${number}`,
    unitId: unitOf(number),
    userIds,
    dueOn: addDays(FIRST_DAY, ((number * 37) % 100) - 30),
    originalDueOn: null,
    points: number % 3 === 0 ? '0.25' : null,
    address: `/tasks/${key}`,
    remindBefore: number % 11 === 0 ? [10, 2] : null,
  });
  const ofTasks = Array.from({ length: tasks }, (_, number) =>
    item(`task_${number}`, number, number % 3 === 0 ? [] : [userOf((number * 13) % users)]),
  );
  const ofDuties = Array.from({ length: duties * UNITS }, (_, number) => item(`submission_${number}`, number, []));
  return [...ofTasks, ...ofDuties];
}

export function remindedSource(size: OfficeSize): WaitingSource {
  const items = remindedItems(size);
  return { name: 'reminded', find: async () => items };
}
