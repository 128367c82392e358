import { sql } from 'drizzle-orm';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { Instant } from '../../../kernel/clock.ts';
import type { AgencyId, TaskId } from '../../../kernel/ids.ts';
import type { Db, Transaction } from '../../../server/database.ts';

/** A figure of a leaf as it was entered. `input` null: the figure was taken back. */
export type MeasureEntry = {
  leafCode: string;
  entryId: string;
  input: Record<string, unknown> | null;
  extractedOn: CivilDate | null;
  evidence: string | null;
  enteredBy: string;
  enteredName: string;
  enteredAt: Instant;
};

const COLUMNS = sql`m.leaf_code as "leafCode", m.entry_id as "entryId", m.input, m.extracted_on as "extractedOn", m.evidence,
  m.entered_by as "enteredBy", m.entered_name as "enteredName", m.entered_at as "enteredAt"`;

/** The newest entry of every leaf. */
export async function findMeasures(db: Db, agencyId: AgencyId, year: number): Promise<MeasureEntry[]> {
  const { rows } = await db.execute<MeasureEntry>(sql`
    select distinct on (m.leaf_code) ${COLUMNS} from measure_entry m
     where m.agency_id = ${agencyId} and m.year = ${year} order by m.leaf_code, m.entry_id desc limit 1000`);
  return rows;
}

/** Every entry of a leaf, newest first. */
export async function findMeasureHistory(
  db: Db,
  agencyId: AgencyId,
  year: number,
  leafCode: string,
): Promise<MeasureEntry[]> {
  const { rows } = await db.execute<MeasureEntry>(sql`
    select ${COLUMNS} from measure_entry m
     where m.agency_id = ${agencyId} and m.year = ${year} and m.leaf_code = ${leafCode} order by m.entry_id desc limit 500`);
  return rows;
}

export async function insertMeasures(
  tx: Transaction,
  agencyId: AgencyId,
  year: number,
  entries: readonly MeasureEntry[],
): Promise<void> {
  if (entries.length === 0) return;
  const values = entries.map(
    (entry) => sql`(${agencyId}, ${year}, ${entry.leafCode}, ${entry.entryId},
      ${entry.input === null ? null : JSON.stringify(entry.input)}::jsonb, ${entry.extractedOn}::date, ${entry.evidence},
      ${entry.enteredBy}, ${entry.enteredName}, ${entry.enteredAt}::timestamptz)`,
  );
  await tx.execute(sql`
    insert into measure_entry (agency_id, year, leaf_code, entry_id, input, extracted_on, evidence, entered_by, entered_name, entered_at)
    values ${sql.join(values, sql`, `)}`);
}

export type LeafTask = {
  leafCode: string;
  taskId: TaskId;
  title: string;
  dueOn: CivilDate | null;
  state: string;
  leadUnitId: string | null;
};

/** Tasks tied to the leaves of a year, and those that are to win back what last year's result took at the same codes. */
export async function findLeafTasks(db: Db, agencyId: AgencyId, year: number): Promise<LeafTask[]> {
  const { rows } = await db.execute<LeafTask>(sql`
    with tied as (
      select leaf_code, task_id from leaf_task where agency_id = ${agencyId} and year = ${year}
      union
      select code.value as leaf_code, lt.task_id
        from lost_point l
        join lost_point_task lt on lt.agency_id = l.agency_id and lt.loss_id = l.loss_id
        cross join lateral jsonb_array_elements_text(l.codes) as code(value)
       where l.agency_id = ${agencyId} and l.year = ${year - 1}
    )
    select tied.leaf_code as "leafCode", t.task_id as "taskId", t.title, t.due_on as "dueOn", t.state,
           (select u.unit_id from task_unit u where u.agency_id = t.agency_id and u.task_id = t.task_id and u.role = 'leads'
             order by u.position limit 1) as "leadUnitId"
      from tied join task t on t.agency_id = ${agencyId} and t.task_id = tied.task_id
     where t.state <> 'dropped'
     order by tied.leaf_code, t.due_on nulls last, t.task_id limit 2000`);
  return rows;
}

export async function tieLeafTask(
  tx: Transaction,
  agencyId: AgencyId,
  tie: { year: number; leafCode: string; taskId: TaskId; isTied: boolean },
): Promise<void> {
  const { year, leafCode, taskId } = tie;
  await tx.execute(
    tie.isTied
      ? sql`insert into leaf_task (agency_id, year, leaf_code, task_id) values (${agencyId}, ${year}, ${leafCode}, ${taskId}) on conflict do nothing`
      : sql`delete from leaf_task where agency_id = ${agencyId} and year = ${year} and leaf_code = ${leafCode} and task_id = ${taskId}`,
  );
}
