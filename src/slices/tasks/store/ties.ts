import { sql } from 'drizzle-orm';
import type { AgencyId, DeficitId, TaskId } from '../../../kernel/ids.ts';
import type { Transaction } from '../../../server/database.ts';

export async function linkTask(
  tx: Transaction,
  agencyId: AgencyId,
  deficitId: DeficitId,
  taskId: TaskId,
): Promise<void> {
  await tx.execute(sql`
    insert into deficit_task (agency_id, deficit_id, task_id) values (${agencyId}, ${deficitId}, ${taskId}) on conflict do nothing`);
}

export async function unlinkTask(
  tx: Transaction,
  agencyId: AgencyId,
  deficitId: DeficitId,
  taskId: TaskId,
): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    delete from deficit_task where agency_id = ${agencyId} and deficit_id = ${deficitId} and task_id = ${taskId} returning task_id`);
  return rows.length > 0;
}
