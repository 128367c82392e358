import { type SQL, sql } from 'drizzle-orm';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { Instant } from '../../../kernel/clock.ts';
import type { AgencyId } from '../../../kernel/ids.ts';
import type { Db, Transaction } from '../../../server/database.ts';
import type { DutyId } from '../rules/duty.ts';
import type { FrozenPeriod, PeriodKey } from '../rules/duty-periods.ts';

export type CompilationKey = { readonly dutyId: DutyId; readonly key: PeriodKey; readonly year: number };

/** What of a unit was compiled last: which handing in, and its figures then. */
export type Taken = Readonly<Record<string, { readonly number: number }>>;

export type Compilation = {
  readonly state: 'open' | 'closed';
  /** The office's own text by section. */
  readonly texts: Readonly<Record<string, string>>;
  readonly taken: Taken;
  readonly takenAt: Instant | null;
  readonly frozen: FrozenPeriod | null;
  readonly closedOn: CivilDate | null;
  readonly sentNumber: string | null;
  readonly sentDocumentOn: CivilDate | null;
  readonly sentOn: CivilDate | null;
  readonly passedOn: CivilDate | null;
  readonly version: number;
  readonly changedAt: Instant;
  readonly changedByName: string;
};

const COLUMNS = sql`state, texts, taken, taken_at as "takenAt", frozen, closed_on as "closedOn",
  sent_number as "sentNumber", sent_document_on as "sentDocumentOn", sent_on as "sentOn", passed_on as "passedOn",
  version, changed_at as "changedAt", changed_by_name as "changedByName"`;

const place = (agencyId: AgencyId, { year, dutyId, key }: CompilationKey): SQL =>
  sql`agency_id = ${agencyId} and year = ${year} and duty_id = ${dutyId} and period_key = ${key}`;

export async function findCompilation(db: Db, agencyId: AgencyId, one: CompilationKey): Promise<Compilation | null> {
  const { rows } = await db.execute<Compilation>(sql`
    select ${COLUMNS} from report_compilation where ${place(agencyId, one)}`);
  return rows[0] ?? null;
}

/** The office's report of a period, made where there is none and locked until the transaction ends. */
export async function takeCompilation(
  tx: Transaction,
  agencyId: AgencyId,
  one: CompilationKey,
  made: { at: Instant; by: string },
): Promise<Compilation> {
  await tx.execute(sql`
    insert into report_compilation (agency_id, year, duty_id, period_key, state, texts, taken, changed_at, changed_by_name)
    values (${agencyId}, ${one.year}, ${one.dutyId}, ${one.key}, 'open', '{}'::jsonb, '{}'::jsonb,
      ${made.at}::timestamptz, ${made.by}) on conflict do nothing`);
  const { rows } = await tx.execute<Compilation>(sql`
    select ${COLUMNS} from report_compilation where ${place(agencyId, one)} for update`);
  const [found] = rows;
  if (!found) throw new Error('a compilation that was just made is not there');
  return found;
}

/** Locks against closing: a unit hands in only while the period is open. @returns whether it is closed */
export async function isClosedForShare(tx: Transaction, agencyId: AgencyId, one: CompilationKey): Promise<boolean> {
  const { rows } = await tx.execute<{ state: string }>(sql`
    select state from report_compilation where ${place(agencyId, one)} for share`);
  return rows[0]?.state === 'closed';
}

export async function saveCompilation(
  tx: Transaction,
  agencyId: AgencyId,
  one: CompilationKey,
  next: Compilation,
): Promise<void> {
  await tx.execute(sql`
    update report_compilation
       set state = ${next.state}, texts = ${JSON.stringify(next.texts)}::jsonb, taken = ${JSON.stringify(next.taken)}::jsonb,
           taken_at = ${next.takenAt}::timestamptz,
           frozen = ${next.frozen === null ? null : JSON.stringify(next.frozen)}::jsonb, closed_on = ${next.closedOn}::date,
           sent_number = ${next.sentNumber}, sent_document_on = ${next.sentDocumentOn}::date, sent_on = ${next.sentOn}::date,
           passed_on = ${next.passedOn}::date, version = ${next.version}, changed_at = ${next.changedAt}::timestamptz,
           changed_by_name = ${next.changedByName}
     where ${place(agencyId, one)}`);
}

export const compilationEvents = ['compiled', 'closed', 'reopened', 'sent', 'passed'] as const;
export type CompilationEvent = {
  eventId: string;
  at: Instant;
  actorName: string;
  kind: (typeof compilationEvents)[number];
  note: string | null;
};

export async function insertEvent(
  tx: Transaction,
  agencyId: AgencyId,
  one: CompilationKey,
  event: CompilationEvent,
): Promise<void> {
  await tx.execute(sql`
    insert into report_compilation_event (agency_id, duty_id, period_key, event_id, at, actor_name, kind, note)
    values (${agencyId}, ${one.dutyId}, ${one.key}, ${event.eventId}, ${event.at}::timestamptz, ${event.actorName},
      ${event.kind}, ${event.note})`);
}

const MOST_EVENTS = 200;

export async function findEvents(db: Db, agencyId: AgencyId, one: CompilationKey): Promise<CompilationEvent[]> {
  const { rows } = await db.execute<CompilationEvent>(sql`
    select event_id as "eventId", at, actor_name as "actorName", kind, note from report_compilation_event
     where agency_id = ${agencyId} and duty_id = ${one.dutyId} and period_key = ${one.key}
     order by at desc, event_id desc limit ${MOST_EVENTS}`);
  return rows;
}
