import { sql } from 'drizzle-orm';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { Instant } from '../../../kernel/clock.ts';
import type { AgencyId } from '../../../kernel/ids.ts';
import type { Db, Transaction } from '../../../server/database.ts';
import type { Duty, DutyDefinition, DutyId, DutyVersion } from '../rules/duty.ts';

const MOST_VERSIONS = 2000;

type VersionRow = {
  dutyId: DutyId;
  position: number;
  number: number;
  validFrom: CivilDate;
  definition: DutyDefinition;
};

/** Every duty of an agency with every version, in the order of the office's list. */
export async function findDuties(db: Db, agencyId: AgencyId): Promise<Duty[]> {
  const { rows } = await db.execute<VersionRow>(sql`
    select d.duty_id as "dutyId", d.position, v.number, v.valid_from as "validFrom", v.definition
      from report_duty d join report_duty_version v on v.agency_id = d.agency_id and v.duty_id = d.duty_id
     where d.agency_id = ${agencyId} order by d.position, d.duty_id, v.number limit ${MOST_VERSIONS}`);
  const duties = new Map<DutyId, { dutyId: DutyId; position: number; versions: DutyVersion[] }>();
  for (const { dutyId, position, ...version } of rows) {
    const duty = duties.get(dutyId) ?? { dutyId, position, versions: [] };
    duty.versions.push(version);
    duties.set(dutyId, duty);
  }
  return [...duties.values()];
}

/** Locks a duty against another change of it. @returns whether it is there */
export async function lockDuty(tx: Transaction, agencyId: AgencyId, dutyId: DutyId): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    select 1 from report_duty where agency_id = ${agencyId} and duty_id = ${dutyId} for update`);
  return rows.length > 0;
}

export async function insertDuty(tx: Transaction, agencyId: AgencyId, dutyId: DutyId, now: Instant): Promise<void> {
  await tx.execute(sql`
    insert into report_duty (agency_id, duty_id, position, created_at)
    values (${agencyId}, ${dutyId},
      (select coalesce(max(position), 0) + 1 from report_duty where agency_id = ${agencyId}), ${now}::timestamptz)`);
}

export type NewVersion = DutyVersion & { dutyId: DutyId; changedAt: Instant; changedBy: string; changedByName: string };

export async function insertVersion(tx: Transaction, agencyId: AgencyId, version: NewVersion): Promise<void> {
  await tx.execute(sql`
    insert into report_duty_version
      (agency_id, duty_id, number, valid_from, definition, changed_at, changed_by, changed_by_name)
    values (${agencyId}, ${version.dutyId}, ${version.number}, ${version.validFrom}::date,
      ${JSON.stringify(version.definition)}::jsonb, ${version.changedAt}::timestamptz, ${version.changedBy},
      ${version.changedByName})`);
}

export type VersionNote = { number: number; validFrom: CivilDate; changedAt: Instant; changedByName: string };

/** Who wrote which version when, the newest first. */
export async function findVersionNotes(db: Db, agencyId: AgencyId, dutyId: DutyId): Promise<VersionNote[]> {
  const { rows } = await db.execute<VersionNote>(sql`
    select number, valid_from as "validFrom", changed_at as "changedAt", changed_by_name as "changedByName"
      from report_duty_version where agency_id = ${agencyId} and duty_id = ${dutyId}
     order by number desc limit ${MOST_VERSIONS}`);
  return rows;
}
