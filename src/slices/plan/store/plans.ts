import { type SQL, sql } from 'drizzle-orm';
import type { Instant } from '../../../kernel/clock.ts';
import type { AgencyId, DeficitId, PlanId, TaskId, UnitId } from '../../../kernel/ids.ts';
import type { Db, Transaction } from '../../../server/database.ts';
import type { NamedUnit, TaskDeadline } from '../../tasks/index.ts';
import type { Draft } from '../rules/draft.ts';

export type PlanHead = {
  planId: PlanId;
  kind: 'remediation-plan' | 'annual-plan';
  title: string;
  number: string | null;
  issuedOn: string | null;
  planYear: number;
  assessedYear: number | null;
  revision: number;
  result: Draft['result'];
};

const HEAD = sql`plan_id as "planId", kind, title, number, issued_on as "issuedOn", plan_year as "planYear",
  assessed_year as "assessedYear", revision, result`;
const PAGE_SIZE = 100;
const LONGEST_LIST = 2000;

export async function findPlans(db: Db, agencyId: AgencyId, year?: number): Promise<PlanHead[]> {
  const ofYear = year === undefined ? sql`` : sql` and plan_year = ${year}`;
  const { rows } = await db.execute<PlanHead>(sql`
    select ${HEAD} from plan where agency_id = ${agencyId}${ofYear} order by plan_year desc, plan_id desc limit ${PAGE_SIZE}`);
  return rows;
}

export async function findPlan(db: Db, agencyId: AgencyId, planId: PlanId): Promise<PlanHead | null> {
  const { rows } = await db.execute<PlanHead>(sql`
    select ${HEAD} from plan where agency_id = ${agencyId} and plan_id = ${planId}`);
  return rows[0] ?? null;
}

/** Makes the plan, or renews it (one revision more) where the id is there already. */
export async function savePlan(
  tx: Transaction,
  agencyId: AgencyId,
  plan: Omit<PlanHead, 'revision'> & { document: unknown },
  at: Instant,
): Promise<void> {
  const json = (value: unknown): SQL => sql`${JSON.stringify(value)}::jsonb`;
  await tx.execute(sql`
    insert into plan (agency_id, plan_id, kind, title, number, issued_on, plan_year, assessed_year, result, document, created_at)
    values (${agencyId}, ${plan.planId}, ${plan.kind}, ${plan.title}, ${plan.number}, ${plan.issuedOn}, ${plan.planYear},
      ${plan.assessedYear}, ${json(plan.result)}, ${json(plan.document)}, ${at}::timestamptz)
    on conflict (agency_id, plan_id) do update set kind = excluded.kind, title = excluded.title, number = excluded.number,
      issued_on = excluded.issued_on, plan_year = excluded.plan_year, assessed_year = excluded.assessed_year,
      result = excluded.result, document = excluded.document, revision = plan.revision + 1`);
}

export type PlanArea = {
  ordinal: number;
  name: string;
  score: string | null;
  max: string | null;
  percent: string | null;
  criteria: number | null;
  subcriteria: number | null;
};

export async function replaceAreas(
  tx: Transaction,
  agencyId: AgencyId,
  planId: PlanId,
  areas: readonly PlanArea[],
): Promise<void> {
  await tx.execute(sql`delete from plan_area where agency_id = ${agencyId} and plan_id = ${planId}`);
  if (areas.length === 0) return;
  const values = areas.map(
    (area) => sql`(${agencyId}, ${planId}, ${area.ordinal}, ${area.name}, ${area.score}::numeric, ${area.max}::numeric,
      ${area.percent}::numeric, ${area.criteria}::int, ${area.subcriteria}::int)`,
  );
  await tx.execute(sql`
    insert into plan_area (agency_id, plan_id, ordinal, name, score, max_points, percent, criteria, subcriteria)
    values ${sql.join(values, sql`, `)}`);
}

export async function findAreas(db: Db, agencyId: AgencyId, planId: PlanId): Promise<PlanArea[]> {
  const { rows } = await db.execute<PlanArea>(sql`
    select ordinal, name, trim_scale(score) as score, trim_scale(max_points) as max, trim_scale(percent) as percent,
           criteria, subcriteria
      from plan_area where agency_id = ${agencyId} and plan_id = ${planId} order by ordinal limit ${PAGE_SIZE}`);
  return rows;
}

export type DeficitRow = {
  deficitId: DeficitId;
  areaOrdinal: number | null;
  position: number;
  criterion: string;
  score: string | null;
  max: string | null;
  reason: string | null;
  remedy: string | null;
  deadlineText: string | null;
  deadlines: TaskDeadline[];
};
export type DeficitUnits = { responsible: NamedUnit[]; leads: NamedUnit[]; coordinators: NamedUnit[] };
export type Deficit = DeficitRow & DeficitUnits & { openTaskIds: TaskId[]; doneTaskIds: TaskId[] };

async function insertDeficitUnits(
  tx: Transaction,
  agencyId: AgencyId,
  deficitId: DeficitId,
  units: DeficitUnits,
): Promise<void> {
  const values = Object.entries(units).flatMap(([role, named]) =>
    named.map((unit, position) => sql`(${agencyId}, ${deficitId}, ${role}, ${position}, ${unit.name}, ${unit.unitId})`),
  );
  if (values.length === 0) return;
  await tx.execute(sql`
    insert into deficit_unit (agency_id, deficit_id, role, position, name, unit_id) values ${sql.join(values, sql`, `)}`);
}

export async function saveDeficit(
  tx: Transaction,
  agencyId: AgencyId,
  planId: PlanId,
  deficit: DeficitRow & DeficitUnits,
): Promise<void> {
  await tx.execute(sql`
    insert into deficit (agency_id, deficit_id, plan_id, area_ordinal, position, criterion, score, max_points, reason, remedy,
      deadline_text, deadlines)
    values (${agencyId}, ${deficit.deficitId}, ${planId}, ${deficit.areaOrdinal}, ${deficit.position}, ${deficit.criterion},
      ${deficit.score}::numeric, ${deficit.max}::numeric, ${deficit.reason}, ${deficit.remedy}, ${deficit.deadlineText},
      ${JSON.stringify(deficit.deadlines)}::jsonb)
    on conflict (agency_id, deficit_id) do update set area_ordinal = excluded.area_ordinal, position = excluded.position,
      criterion = excluded.criterion, score = excluded.score, max_points = excluded.max_points, reason = excluded.reason,
      remedy = excluded.remedy, deadline_text = excluded.deadline_text, deadlines = excluded.deadlines`);
  await tx.execute(sql`delete from deficit_unit where agency_id = ${agencyId} and deficit_id = ${deficit.deficitId}`);
  const { responsible, leads, coordinators } = deficit;
  await insertDeficitUnits(tx, agencyId, deficit.deficitId, { responsible, leads, coordinators });
}

export async function deleteDeficits(
  tx: Transaction,
  agencyId: AgencyId,
  deficitIds: readonly DeficitId[],
): Promise<void> {
  if (deficitIds.length === 0) return;
  await tx.execute(sql`delete from deficit where agency_id = ${agencyId} and deficit_id in ${deficitIds}`);
}

const unitsAs = (
  role: string,
): SQL => sql`coalesce((select jsonb_agg(jsonb_build_object('name', u.name, 'unitId', u.unit_id)
    order by u.position) from deficit_unit u
    where u.agency_id = d.agency_id and u.deficit_id = d.deficit_id and u.role = ${role}), '[]'::jsonb)`;
const tasksIn = (isDone: boolean): SQL => sql`coalesce((select jsonb_agg(t.task_id order by t.position, t.task_id)
    from deficit_task l join task t on t.agency_id = l.agency_id and t.task_id = l.task_id
    where l.agency_id = d.agency_id and l.deficit_id = d.deficit_id and t.state <> 'dropped'
      and (t.state = 'done') = ${isDone}), '[]'::jsonb)`;

export async function findDeficits(db: Db, agencyId: AgencyId, planId: PlanId): Promise<Deficit[]> {
  const { rows } = await db.execute<Deficit>(sql`
    select d.deficit_id as "deficitId", d.area_ordinal as "areaOrdinal", d.position, d.criterion, trim_scale(d.score) as score,
           trim_scale(d.max_points) as max, d.reason, d.remedy, d.deadline_text as "deadlineText", d.deadlines,
           ${unitsAs('responsible')} as responsible, ${unitsAs('leads')} as leads, ${unitsAs('coordinators')} as coordinators,
           ${tasksIn(false)} as "openTaskIds", ${tasksIn(true)} as "doneTaskIds"
      from deficit d where d.agency_id = ${agencyId} and d.plan_id = ${planId}
     order by d.position, d.deficit_id limit ${LONGEST_LIST}`);
  return rows;
}

export type Obligation = {
  obligationId: string;
  position: number;
  who: string;
  unitId: UnitId | null;
  addressee: string | null;
  what: string;
  deadlineText: string;
  deadlines: TaskDeadline[];
};

export async function replaceObligations(
  tx: Transaction,
  agencyId: AgencyId,
  planId: PlanId,
  obligations: readonly Obligation[],
): Promise<void> {
  await tx.execute(sql`delete from obligation where agency_id = ${agencyId} and plan_id = ${planId}`);
  if (obligations.length === 0) return;
  const values = obligations.map(
    (
      one,
    ) => sql`(${agencyId}, ${one.obligationId}, ${planId}, ${one.position}, ${one.who}, ${one.unitId}, ${one.addressee},
      ${one.what}, ${one.deadlineText}, ${JSON.stringify(one.deadlines)}::jsonb)`,
  );
  await tx.execute(sql`
    insert into obligation (agency_id, obligation_id, plan_id, position, who, unit_id, addressee, what, deadline_text, deadlines)
    values ${sql.join(values, sql`, `)}`);
}

export async function findObligations(db: Db, agencyId: AgencyId, planId: PlanId): Promise<Obligation[]> {
  const { rows } = await db.execute<Obligation>(sql`
    select obligation_id as "obligationId", position, who, unit_id as "unitId", addressee, what, deadline_text as "deadlineText", deadlines
      from obligation where agency_id = ${agencyId} and plan_id = ${planId} order by position, obligation_id limit ${LONGEST_LIST}`);
  return rows;
}
