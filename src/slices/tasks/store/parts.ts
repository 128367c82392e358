import { sql } from 'drizzle-orm';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { AgencyId, TaskId, UnitId } from '../../../kernel/ids.ts';
import type { Db, Transaction } from '../../../server/database.ts';

export const partStates = ['assigned', 'in-progress', 'handed-in', 'sent-back', 'done'] as const;
export type PartState = (typeof partStates)[number];

/** What a coordinating unit owes to a task. */
export type Part = {
  unitId: UnitId;
  owes: string;
  dueOn: CivilDate | null;
  state: PartState;
  note: string | null;
  handedInBy: string | null;
  handedInOn: CivilDate | null;
  decidedBy: string | null;
  reason: string | null;
};

export async function findParts(db: Db, agencyId: AgencyId, taskId: TaskId): Promise<Part[]> {
  const { rows } = await db.execute<Part>(sql`
    select unit_id as "unitId", owes, due_on as "dueOn", state, note, handed_in_by as "handedInBy",
           handed_in_on as "handedInOn", decided_by as "decidedBy", reason
      from task_part where agency_id = ${agencyId} and task_id = ${taskId} order by unit_id limit 100`);
  return rows;
}

/** Says what a unit owes and by when; how far its part has come stays. */
export async function saveOwed(
  tx: Transaction,
  agencyId: AgencyId,
  taskId: TaskId,
  { unitId, owes, dueOn }: Pick<Part, 'unitId' | 'owes' | 'dueOn'>,
): Promise<void> {
  await tx.execute(sql`
    insert into task_part (agency_id, task_id, unit_id, owes, due_on)
    values (${agencyId}, ${taskId}, ${unitId}, ${owes}, ${dueOn}::date)
    on conflict (agency_id, task_id, unit_id) do update set owes = excluded.owes, due_on = excluded.due_on`);
}

/** Says how far a part has come; a coordinator whose part nobody described has one from now on. */
export async function savePart(tx: Transaction, agencyId: AgencyId, taskId: TaskId, part: Part): Promise<void> {
  await tx.execute(sql`
    insert into task_part (agency_id, task_id, unit_id, owes, due_on, state, note, handed_in_by, handed_in_on, decided_by, reason)
    values (${agencyId}, ${taskId}, ${part.unitId}, ${part.owes}, ${part.dueOn}::date, ${part.state}, ${part.note},
      ${part.handedInBy}, ${part.handedInOn}::date, ${part.decidedBy}, ${part.reason})
    on conflict (agency_id, task_id, unit_id) do update set state = excluded.state, note = excluded.note,
      handed_in_by = excluded.handed_in_by, handed_in_on = excluded.handed_in_on, decided_by = excluded.decided_by,
      reason = excluded.reason`);
}
