import { sql } from 'drizzle-orm';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { Instant } from '../../../kernel/clock.ts';
import type { AgencyId, TaskId, UnitId } from '../../../kernel/ids.ts';
import type { Db, Transaction } from '../../../server/database.ts';

export type LossId = `loss_${string}`;
export type LossUnit = { unitId: UnitId | null; name: string; weight: string; share: string };
export type LossOrigin = 'typed' | 'imported' | 'plan' | 'result';

/** A stored loss of an assessed year. `amount` and shares are decimal text; the shares add up to the amount. */
export type StoredLoss = {
  lossId: LossId;
  codes: string[];
  amount: string;
  cause: string;
  remedy: string | null;
  origin: LossOrigin;
  deficitId: string | null;
  units: LossUnit[];
  taskIds: TaskId[];
  createdName: string;
  createdAt: Instant;
  version: number;
};

export async function findLosses(db: Db, agencyId: AgencyId, year: number): Promise<StoredLoss[]> {
  const { rows } = await db.execute<StoredLoss>(sql`
    select l.loss_id as "lossId", l.codes, trim_scale(l.amount) as amount, l.cause, l.remedy, l.origin, l.deficit_id as "deficitId",
           l.created_name as "createdName", l.created_at as "createdAt", l.version,
           coalesce((select jsonb_agg(jsonb_build_object('unitId', u.unit_id, 'name', u.name, 'weight', trim_scale(u.weight)::text,
             'share', trim_scale(u.share)::text) order by u.position)
             from lost_point_unit u where u.agency_id = l.agency_id and u.loss_id = l.loss_id), '[]'::jsonb) as units,
           coalesce((select jsonb_agg(t.task_id order by t.task_id)
             from lost_point_task t where t.agency_id = l.agency_id and t.loss_id = l.loss_id), '[]'::jsonb) as "taskIds"
      from lost_point l where l.agency_id = ${agencyId} and l.year = ${year} order by l.loss_id limit 2000`);
  return rows;
}

export async function findLossHead(
  db: Db,
  agencyId: AgencyId,
  lossId: LossId,
): Promise<{ year: number; version: number; origin: LossOrigin; deficitId: string | null } | null> {
  const { rows } = await db.execute<{
    year: number;
    version: number;
    origin: LossOrigin;
    deficitId: string | null;
  }>(sql`
    select year, version, origin, deficit_id as "deficitId" from lost_point
     where agency_id = ${agencyId} and loss_id = ${lossId}`);
  return rows[0] ?? null;
}

export type NewLoss = Omit<StoredLoss, 'version' | 'createdName' | 'createdAt'>;
export type LossBy = { by: string; name: string; at: Instant };

export async function insertLosses(
  tx: Transaction,
  agencyId: AgencyId,
  year: number,
  losses: readonly NewLoss[],
  { by, name, at }: LossBy,
): Promise<void> {
  if (losses.length === 0) return;
  const values = losses.map(
    (
      loss,
    ) => sql`(${agencyId}, ${loss.lossId}, ${year}, ${JSON.stringify(loss.codes)}::jsonb, ${loss.amount}::numeric, ${loss.cause},
      ${loss.remedy}, ${loss.origin}, ${loss.deficitId}, ${by}, ${name}, ${at}::timestamptz)`,
  );
  await tx.execute(sql`
    insert into lost_point (agency_id, loss_id, year, codes, amount, cause, remedy, origin, deficit_id, created_by, created_name, created_at)
    values ${sql.join(values, sql`, `)}`);
  for (const loss of losses) await insertParts(tx, agencyId, loss);
}

async function insertParts(
  tx: Transaction,
  agencyId: AgencyId,
  { lossId, units, taskIds }: Pick<NewLoss, 'lossId' | 'units' | 'taskIds'>,
): Promise<void> {
  if (units.length) {
    const values = units.map(
      (unit, position) =>
        sql`(${agencyId}, ${lossId}, ${position}, ${unit.unitId}, ${unit.name}, ${unit.weight}::numeric, ${unit.share}::numeric)`,
    );
    await tx.execute(sql`
      insert into lost_point_unit (agency_id, loss_id, position, unit_id, name, weight, share) values ${sql.join(values, sql`, `)}`);
  }
  if (taskIds.length) {
    const values = taskIds.map((taskId) => sql`(${agencyId}, ${lossId}, ${taskId})`);
    await tx.execute(
      sql`insert into lost_point_task (agency_id, loss_id, task_id) values ${sql.join(values, sql`, `)}`,
    );
  }
}

/** @returns whether the record was still in the version that the editor saw */
export async function updateLoss(
  tx: Transaction,
  agencyId: AgencyId,
  loss: Omit<NewLoss, 'origin' | 'deficitId'> & { version: number },
): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    update lost_point set codes = ${JSON.stringify(loss.codes)}::jsonb, amount = ${loss.amount}::numeric, cause = ${loss.cause},
           remedy = ${loss.remedy}, version = version + 1
     where agency_id = ${agencyId} and loss_id = ${loss.lossId} and version = ${loss.version} returning loss_id`);
  if (rows.length === 0) return false;
  await tx.execute(sql`delete from lost_point_unit where agency_id = ${agencyId} and loss_id = ${loss.lossId}`);
  await tx.execute(sql`delete from lost_point_task where agency_id = ${agencyId} and loss_id = ${loss.lossId}`);
  await insertParts(tx, agencyId, loss);
  return true;
}

export async function deleteLoss(tx: Transaction, agencyId: AgencyId, lossId: LossId): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    delete from lost_point where agency_id = ${agencyId} and loss_id = ${lossId} returning loss_id`);
  return rows.length > 0;
}

/**
 * Points that a unit answers for, of the assessed years that the span touches; decimal text, "0" where it lost none.
 * Losses of units that it took over are not joined here: who asks adds them.
 */
export async function pointsLostBy(
  db: Db,
  agencyId: AgencyId,
  unitId: UnitId,
  span: { readonly firstDay: CivilDate; readonly lastDay: CivilDate },
): Promise<string> {
  const [first, last] = [span.firstDay, span.lastDay].map((day) => Number(day.slice(0, 4)));
  const { rows } = await db.execute<{ points: string }>(sql`
    select trim_scale(coalesce(sum(u.share), 0)) as points
      from lost_point_unit u join lost_point l on l.agency_id = u.agency_id and l.loss_id = u.loss_id
     where u.agency_id = ${agencyId} and u.unit_id = ${unitId} and l.agency_id = ${agencyId} and l.year between ${first} and ${last}`);
  return rows[0]?.points ?? '0';
}

/** The same for every unit of the agency at once. */
export async function pointsLostByUnit(
  db: Db,
  agencyId: AgencyId,
  span: { readonly firstDay: CivilDate; readonly lastDay: CivilDate },
): Promise<Map<UnitId, string>> {
  const [first, last] = [span.firstDay, span.lastDay].map((day) => Number(day.slice(0, 4)));
  const { rows } = await db.execute<{ unitId: UnitId; points: string }>(sql`
    select u.unit_id as "unitId", trim_scale(sum(u.share)) as points
      from lost_point_unit u join lost_point l on l.agency_id = u.agency_id and l.loss_id = u.loss_id
     where u.agency_id = ${agencyId} and u.unit_id is not null and l.agency_id = ${agencyId} and l.year between ${first} and ${last}
     group by u.unit_id order by u.unit_id limit 2000`);
  return new Map(rows.map(({ unitId, points }) => [unitId, points]));
}
