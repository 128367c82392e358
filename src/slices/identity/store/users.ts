import { sql } from 'drizzle-orm';
import type { Instant } from '../../../kernel/clock.ts';
import type { AgencyId, UnitId, UserId } from '../../../kernel/ids.ts';
import type { Db, Transaction } from '../../../server/database.ts';
import type { Role } from '../rules/rights.ts';

export type User = {
  agencyId: AgencyId;
  userId: UserId;
  username: string;
  displayName: string;
  role: Role;
  unitId: UnitId | null;
  mustChangePassword: boolean;
  isActive: boolean;
  failedAttempts: number;
  lockedUntil: Instant | null;
  version: number;
};
export type UserWithPassword = User & { passwordHash: string };

const COLUMNS = sql`agency_id as "agencyId", user_id as "userId", username, display_name as "displayName", role,
  unit_id as "unitId", must_change_password as "mustChangePassword", is_active as "isActive",
  failed_attempts as "failedAttempts", locked_until as "lockedUntil", version`;

/** The user of a log-in name over all agencies, locked for the transaction. */
export async function findUserByName(tx: Transaction, username: string): Promise<UserWithPassword | null> {
  const { rows } = await tx.execute<UserWithPassword>(sql`
    select ${COLUMNS}, password_hash as "passwordHash" from app_user where username = ${username} for update`);
  return rows[0] ?? null;
}

export async function findUser(tx: Transaction, agencyId: AgencyId, userId: UserId): Promise<UserWithPassword | null> {
  const { rows } = await tx.execute<UserWithPassword>(sql`
    select ${COLUMNS}, password_hash as "passwordHash" from app_user
     where agency_id = ${agencyId} and user_id = ${userId} for update`);
  return rows[0] ?? null;
}

const PAGE_SIZE = 1000;

export async function findUsers(db: Db, agencyId: AgencyId): Promise<User[]> {
  const { rows } = await db.execute<User>(sql`
    select ${COLUMNS} from app_user where agency_id = ${agencyId} order by username limit ${PAGE_SIZE}`);
  return rows;
}

export type NewUser = Pick<
  UserWithPassword,
  'agencyId' | 'userId' | 'username' | 'displayName' | 'role' | 'unitId' | 'passwordHash' | 'mustChangePassword'
>;

export async function insertUser(tx: Transaction, user: NewUser, createdAt: Instant): Promise<void> {
  await tx.execute(sql`
    insert into app_user (agency_id, user_id, username, display_name, role, unit_id, password_hash, must_change_password, created_at)
    values (${user.agencyId}, ${user.userId}, ${user.username}, ${user.displayName}, ${user.role}, ${user.unitId},
      ${user.passwordHash}, ${user.mustChangePassword}, ${createdAt}::timestamptz)`);
}

/** @returns whether the row still had the version that the editor saw */
export async function updateUser(
  tx: Transaction,
  user: Pick<User, 'agencyId' | 'userId' | 'displayName' | 'role' | 'unitId' | 'isActive' | 'version'>,
): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    update app_user set display_name = ${user.displayName}, role = ${user.role}, unit_id = ${user.unitId},
           is_active = ${user.isActive}, version = version + 1
     where agency_id = ${user.agencyId} and user_id = ${user.userId} and version = ${user.version} returning user_id`);
  return rows.length === 1;
}

/** Wrong passwords in a row, and the lock that follows from them. */
export async function saveAttempts(
  tx: Transaction,
  user: Pick<User, 'agencyId' | 'userId'>,
  attempts: number,
  lockedUntil: Instant | null,
): Promise<void> {
  await tx.execute(sql`
    update app_user set failed_attempts = ${attempts}, locked_until = ${lockedUntil}::timestamptz
     where agency_id = ${user.agencyId} and user_id = ${user.userId}`);
}

/** Opens a locked name, too. @returns whether the row still had the version that was read */
export async function savePassword(
  tx: Transaction,
  user: User,
  password: { hash: string; mustChange: boolean },
): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    update app_user set password_hash = ${password.hash}, must_change_password = ${password.mustChange},
           failed_attempts = 0, locked_until = null, version = version + 1
     where agency_id = ${user.agencyId} and user_id = ${user.userId} and version = ${user.version} returning user_id`);
  return rows.length === 1;
}

export async function hasAnyUser(db: Db): Promise<boolean> {
  const { rows } = await db.execute(sql`select 1 as found from app_user limit 1`);
  return rows.length > 0;
}

/** Active administrators; locks their rows so that two of them cannot leave at once. */
export async function countAdministrators(tx: Transaction, agencyId: AgencyId): Promise<number> {
  const { rows } = await tx.execute(sql`
    select user_id from app_user where agency_id = ${agencyId} and role = 'administrator' and is_active
     order by user_id for update`);
  return rows.length;
}

/** Active people of some units, by name: whom a task can be handed down to. */
export async function findPeopleOfUnits(
  db: Db,
  agencyId: AgencyId,
  unitIds: readonly string[],
): Promise<{ userId: UserId; displayName: string }[]> {
  if (unitIds.length === 0) return [];
  const { rows } = await db.execute<{ userId: UserId; displayName: string }>(sql`
    select user_id as "userId", display_name as "displayName" from app_user
     where agency_id = ${agencyId} and is_active and unit_id in ${unitIds} order by display_name, user_id limit ${PAGE_SIZE}`);
  return rows;
}
