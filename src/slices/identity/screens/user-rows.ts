import type { FindUnitsAnswer, FindUsersAnswer } from '../../../web/client.generated.ts';
import { matchesWords } from '../../../web/ui/table.ts';

export type User = FindUsersAnswer['users'][number];
export type UserState = 'active' | 'locked' | 'off';
export type UserUnit = Pick<FindUnitsAnswer['units'][number], 'unitId' | 'name' | 'shortName' | 'validTo'>;
export type UserRow = User & { state: UserState; unit: UserUnit | null };
export type UserFilter = { query: string; role: string; unitId: string; state: string };

/** @param now the present instant, as the server writes one */
export function userStateOf({ isActive, lockedUntil }: Pick<User, 'isActive' | 'lockedUntil'>, now: string): UserState {
  if (!isActive) return 'off';
  return lockedUntil !== null && lockedUntil > now ? 'locked' : 'active';
}

export function userRows(users: readonly User[], units: readonly UserUnit[], now: string): UserRow[] {
  return users.map((user) => ({
    ...user,
    state: userStateOf(user, now),
    unit: units.find(({ unitId }) => unitId === user.unitId) ?? null,
  }));
}

export function filterUsers(rows: readonly UserRow[], { query, role, unitId, state }: UserFilter): UserRow[] {
  return rows.filter(
    (row) =>
      matchesWords(`${row.displayName} ${row.username} ${row.unit?.name ?? ''}`, query) &&
      (!role || row.role === role) &&
      (!unitId || row.unitId === unitId) &&
      (!state || row.state === state),
  );
}
