import { sql } from 'drizzle-orm';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { Instant } from '../../../kernel/clock.ts';
import type { AgencyId, UnitId, UserId } from '../../../kernel/ids.ts';
import type { Db, Transaction } from '../../../server/database.ts';
import type { UnitPlanItem, UnitPlanState } from '../rules/unit-plan.ts';

export type UnitPlan = {
  planYear: number;
  unitId: UnitId;
  state: UnitPlanState;
  items: UnitPlanItem[];
  number: string | null;
  issuedOn: CivilDate | null;
  handedInBy: UserId | null;
  handedInOn: CivilDate | null;
  decidedBy: UserId | null;
  decidedOn: CivilDate | null;
  reason: string | null;
  version: number;
};

const COLUMNS = sql`plan_year as "planYear", unit_id as "unitId", state, items, number, issued_on as "issuedOn",
  handed_in_by as "handedInBy", handed_in_on as "handedInOn", decided_by as "decidedBy", decided_on as "decidedOn", reason, version`;

export async function findUnitPlans(db: Db, agencyId: AgencyId, year: number): Promise<UnitPlan[]> {
  const { rows } = await db.execute<UnitPlan>(sql`
    select ${COLUMNS} from unit_plan where agency_id = ${agencyId} and plan_year = ${year} order by unit_id limit 2000`);
  return rows;
}

export async function findUnitPlan(db: Db, agencyId: AgencyId, year: number, unitId: UnitId): Promise<UnitPlan | null> {
  const { rows } = await db.execute<UnitPlan>(sql`
    select ${COLUMNS} from unit_plan where agency_id = ${agencyId} and plan_year = ${year} and unit_id = ${unitId}`);
  return rows[0] ?? null;
}

/** Makes an empty plan of a unit and locks it; one that is there already is locked as it is. */
export async function lockUnitPlan(
  tx: Transaction,
  agencyId: AgencyId,
  { year, unitId, at }: { year: number; unitId: UnitId; at: Instant },
): Promise<UnitPlan> {
  await tx.execute(sql`
    insert into unit_plan (agency_id, plan_year, unit_id, version, changed_at)
    values (${agencyId}, ${year}, ${unitId}, 0, ${at}::timestamptz) on conflict do nothing`);
  const { rows } = await tx.execute<UnitPlan>(sql`
    select ${COLUMNS} from unit_plan where agency_id = ${agencyId} and plan_year = ${year} and unit_id = ${unitId} for update`);
  const [plan] = rows;
  if (!plan) throw new Error('the plan that was just made is gone');
  return plan;
}

export async function saveUnitPlan(tx: Transaction, agencyId: AgencyId, plan: UnitPlan, at: Instant): Promise<void> {
  await tx.execute(sql`
    update unit_plan set state = ${plan.state}, items = ${JSON.stringify(plan.items)}::jsonb, number = ${plan.number},
           issued_on = ${plan.issuedOn}::date, handed_in_by = ${plan.handedInBy}, handed_in_on = ${plan.handedInOn}::date,
           decided_by = ${plan.decidedBy}, decided_on = ${plan.decidedOn}::date, reason = ${plan.reason},
           version = version + 1, changed_at = ${at}::timestamptz
     where agency_id = ${agencyId} and plan_year = ${plan.planYear} and unit_id = ${plan.unitId}`);
}
