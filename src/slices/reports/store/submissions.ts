import { type SQL, sql } from 'drizzle-orm';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { Instant } from '../../../kernel/clock.ts';
import type { AgencyId, FileId, UnitId } from '../../../kernel/ids.ts';
import type { Db, Transaction } from '../../../server/database.ts';
import type { Content } from '../rules/content.ts';
import type { DutyId } from '../rules/duty.ts';
import type { PeriodKey } from '../rules/duty-periods.ts';
import type { Mark } from '../rules/standing.ts';
import { renewCell } from './tallies.ts';

/** One submission: a unit's report of one period of a duty. */
export type SubmissionKey = {
  readonly dutyId: DutyId;
  readonly key: PeriodKey;
  readonly year: number;
  readonly unitId: UnitId;
};

const MARK = sql`unit_id as "unitId", state, first_handed_in_on as "firstOn", last_handed_in_on as "lastOn",
  again_by as "againBy", hand_in_count as "handIns", return_count as "returns"`;

const place = (agencyId: AgencyId, { dutyId, key, unitId }: SubmissionKey): SQL =>
  sql`agency_id = ${agencyId} and duty_id = ${dutyId} and period_key = ${key} and unit_id = ${unitId}`;

export async function findMark(db: Db, agencyId: AgencyId, one: SubmissionKey): Promise<Mark | null> {
  const { rows } = await db.execute<Mark>(sql`
    select ${MARK} from report_submission where ${place(agencyId, one)} and year = ${one.year}`);
  return rows[0] ?? null;
}

/** Makes the row of a submission where there is none and locks it until the transaction ends. */
export async function takeMark(tx: Transaction, agencyId: AgencyId, one: SubmissionKey): Promise<Mark> {
  await tx.execute(sql`
    insert into report_submission (agency_id, year, duty_id, period_key, unit_id, state)
    values (${agencyId}, ${one.year}, ${one.dutyId}, ${one.key}, ${one.unitId}, 'draft') on conflict do nothing`);
  const { rows } = await tx.execute<Mark>(sql`
    select ${MARK} from report_submission where ${place(agencyId, one)} and year = ${one.year} for update`);
  const [mark] = rows;
  if (!mark) throw new Error('a submission that was just made is not there');
  return mark;
}

/** Keeps how a submission stands, and what is counted of its cell. */
export async function saveMark(tx: Transaction, agencyId: AgencyId, one: SubmissionKey, mark: Mark): Promise<void> {
  await tx.execute(sql`
    update report_submission
       set state = ${mark.state}, first_handed_in_on = ${mark.firstOn}::date, last_handed_in_on = ${mark.lastOn}::date,
           again_by = ${mark.againBy}::date, hand_in_count = ${mark.handIns}, return_count = ${mark.returns}
     where ${place(agencyId, one)} and year = ${one.year}`);
  await renewCell(tx, agencyId, one);
}

export type Draft = {
  readonly content: Content;
  /** Field → who changed it last. */
  readonly editors: Readonly<Record<string, { readonly name: string; readonly at: string }>>;
  readonly version: number;
  readonly changedAt: Instant;
  readonly changedBy: string;
  readonly changedByName: string;
};

export async function findDraft(db: Db, agencyId: AgencyId, one: SubmissionKey): Promise<Draft | null> {
  const { rows } = await db.execute<Draft>(sql`
    select content, editors, version, changed_at as "changedAt", changed_by as "changedBy",
           changed_by_name as "changedByName"
      from report_draft where ${place(agencyId, one)}`);
  return rows[0] ?? null;
}

export async function saveDraft(tx: Transaction, agencyId: AgencyId, one: SubmissionKey, draft: Draft): Promise<void> {
  const [content, editors] = [JSON.stringify(draft.content), JSON.stringify(draft.editors)];
  await tx.execute(sql`
    insert into report_draft (agency_id, duty_id, period_key, unit_id, content, editors, version, changed_at, changed_by,
      changed_by_name)
    values (${agencyId}, ${one.dutyId}, ${one.key}, ${one.unitId}, ${content}::jsonb, ${editors}::jsonb, ${draft.version},
      ${draft.changedAt}::timestamptz, ${draft.changedBy}, ${draft.changedByName})
    on conflict (agency_id, duty_id, period_key, unit_id) do update
       set content = excluded.content, editors = excluded.editors, version = excluded.version,
           changed_at = excluded.changed_at, changed_by = excluded.changed_by, changed_by_name = excluded.changed_by_name`);
}

export type HandIn = {
  readonly number: number;
  readonly handedInAt: Instant;
  readonly handedInOn: CivilDate;
  readonly handedInBy: string;
  readonly handedInName: string;
  readonly content: Content;
  readonly returnedOn: CivilDate | null;
  readonly returnedByName: string | null;
  readonly returnReason: string | null;
  readonly againBy: CivilDate | null;
};

const HAND_IN = sql`number, handed_in_at as "handedInAt", handed_in_on as "handedInOn", handed_in_by as "handedInBy",
  handed_in_name as "handedInName", content, returned_on as "returnedOn", returned_by_name as "returnedByName",
  return_reason as "returnReason", again_by as "againBy"`;
const MOST_HAND_INS = 100;

/** Every handing in of a submission, the newest first. */
export async function findHandIns(db: Db, agencyId: AgencyId, one: SubmissionKey): Promise<HandIn[]> {
  const { rows } = await db.execute<HandIn>(sql`
    select ${HAND_IN} from report_hand_in where ${place(agencyId, one)} order by number desc limit ${MOST_HAND_INS}`);
  return rows;
}

export async function insertHandIn(
  tx: Transaction,
  agencyId: AgencyId,
  one: SubmissionKey,
  handIn: HandIn,
): Promise<void> {
  await tx.execute(sql`
    insert into report_hand_in (agency_id, duty_id, period_key, unit_id, number, handed_in_at, handed_in_on,
      handed_in_by, handed_in_name, content)
    values (${agencyId}, ${one.dutyId}, ${one.key}, ${one.unitId}, ${handIn.number}, ${handIn.handedInAt}::timestamptz,
      ${handIn.handedInOn}::date, ${handIn.handedInBy}, ${handIn.handedInName}, ${JSON.stringify(handIn.content)}::jsonb)`);
}

export type Return = { returnedOn: CivilDate; returnedByName: string; returnReason: string; againBy: CivilDate };

export async function saveReturn(
  tx: Transaction,
  agencyId: AgencyId,
  one: SubmissionKey & { number: number },
  given: Return,
): Promise<void> {
  await tx.execute(sql`
    update report_hand_in
       set returned_on = ${given.returnedOn}::date, returned_by_name = ${given.returnedByName},
           return_reason = ${given.returnReason}, again_by = ${given.againBy}::date
     where ${place(agencyId, one)} and number = ${one.number}`);
}

export type UnitHandIn = { unitId: UnitId; key: PeriodKey; number: number; handedInOn: CivilDate; content: Content };
const MOST_PERIODS = 40;

/** The newest handing in of a unit in each of some periods: its own history. */
export async function findNewestOfUnit(
  db: Db,
  agencyId: AgencyId,
  { dutyId, unitId, keys }: { dutyId: DutyId; unitId: UnitId; keys: readonly PeriodKey[] },
): Promise<UnitHandIn[]> {
  if (keys.length === 0) return [];
  const asked = sql.join(
    keys.map((key) => sql`${key}`),
    sql`, `,
  );
  const { rows } = await db.execute<UnitHandIn>(sql`
    select distinct on (period_key) unit_id as "unitId", period_key as key, number, handed_in_on as "handedInOn", content
      from report_hand_in
     where agency_id = ${agencyId} and duty_id = ${dutyId} and unit_id = ${unitId} and period_key in (${asked})
     order by period_key, number desc limit ${MOST_PERIODS}`);
  return rows;
}

const MOST_UNITS = 2000;

/** The newest handing in of every unit in one period, those that were returned left out. */
export async function findNewestOfPeriod(
  db: Db,
  agencyId: AgencyId,
  { dutyId, key }: { dutyId: DutyId; key: PeriodKey },
): Promise<UnitHandIn[]> {
  const { rows } = await db.execute<UnitHandIn>(sql`
    select * from (
      select distinct on (unit_id) unit_id as "unitId", period_key as key, number, handed_in_on as "handedInOn", content,
             returned_on as "returnedOn"
        from report_hand_in where agency_id = ${agencyId} and duty_id = ${dutyId} and period_key = ${key}
       order by unit_id, number desc) newest
     where "returnedOn" is null order by "unitId" limit ${MOST_UNITS}`);
  return rows.map(({ unitId, number, handedInOn, content }) => ({ unitId, key, number, handedInOn, content }));
}

export type DraftHead = { unitId: UnitId; changedAt: Instant; changedByName: string };

/** Files of a submission, in the order of their names. */
export type ReportFile = { fileId: FileId; name: string; mediaType: string; byteCount: number; sha256: string };
const MOST_FILES = 500;

export async function findFilesOf(
  db: Db,
  agencyId: AgencyId,
  one: Pick<SubmissionKey, 'dutyId' | 'key'> & { unitId: UnitId | null },
): Promise<(ReportFile & { unitId: UnitId })[]> {
  const narrow = one.unitId === null ? sql`` : sql`and r.unit_id = ${one.unitId}`;
  const { rows } = await db.execute<ReportFile & { unitId: UnitId }>(sql`
    select r.file_id as "fileId", r.unit_id as "unitId", f.name, f.media_type as "mediaType",
           f.byte_count::float8 as "byteCount", f.sha256
      from report_file r join stored_file f on f.agency_id = r.agency_id and f.file_id = r.file_id
     where r.agency_id = ${agencyId} and r.duty_id = ${one.dutyId} and r.period_key = ${one.key} ${narrow}
     order by f.name, r.file_id limit ${MOST_FILES}`);
  return rows;
}

export async function insertReportFile(
  tx: Transaction,
  agencyId: AgencyId,
  one: SubmissionKey,
  fileId: FileId,
): Promise<void> {
  await tx.execute(sql`
    insert into report_file (agency_id, file_id, duty_id, period_key, unit_id)
    values (${agencyId}, ${fileId}, ${one.dutyId}, ${one.key}, ${one.unitId})`);
}

/** Whose submission a file belongs to; null where it is no file of a report. */
export async function findFilePlace(
  db: Db,
  agencyId: AgencyId,
  fileId: FileId,
): Promise<{ dutyId: DutyId; key: PeriodKey; unitId: UnitId } | null> {
  const { rows } = await db.execute<{ dutyId: DutyId; key: PeriodKey; unitId: UnitId }>(sql`
    select duty_id as "dutyId", period_key as key, unit_id as "unitId"
      from report_file where agency_id = ${agencyId} and file_id = ${fileId}`);
  return rows[0] ?? null;
}
