import { sql } from 'drizzle-orm';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { AgencyId, ExtensionId, TaskId, UserId } from '../../../kernel/ids.ts';
import type { Db, Transaction } from '../../../server/database.ts';

export const extensionStates = ['asked', 'granted', 'refused', 'withdrawn'] as const;
export type ExtensionState = (typeof extensionStates)[number];

/** A later day that was asked for, and what became of it. */
export type Extension = {
  extensionId: ExtensionId;
  /** The occurrence of a recurring task that it is for; null: the task itself. */
  occurrenceKey: string | null;
  askedBy: UserId;
  askedName: string;
  askedOn: CivilDate;
  reason: string;
  /** The day that was promised when it was asked. */
  fromDay: CivilDate;
  newDay: CivilDate;
  /** Who is asked: the department's own office, or the province that gave the task. */
  addressee: 'office' | 'province';
  requestNumber: string | null;
  requestDay: CivilDate | null;
  state: ExtensionState;
  decidedBy: UserId | null;
  decidedName: string | null;
  decidedOn: CivilDate | null;
  answer: string | null;
  answerNumber: string | null;
  answerDay: CivilDate | null;
};

const COLUMNS = sql`e.extension_id as "extensionId", e.occurrence_key as "occurrenceKey", e.asked_by as "askedBy", e.asked_name as "askedName", e.asked_on as "askedOn",
  e.reason, e.from_day as "fromDay", e.new_day as "newDay", e.addressee, e.request_number as "requestNumber",
  e.request_day as "requestDay", e.state, e.decided_by as "decidedBy", e.decided_name as "decidedName",
  e.decided_on as "decidedOn", e.answer, e.answer_number as "answerNumber", e.answer_day as "answerDay"`;

/** In the order in which they were asked: the history of promised days. */
export async function findExtensions(db: Db, agencyId: AgencyId, taskId: TaskId): Promise<Extension[]> {
  const { rows } = await db.execute<Extension>(sql`
    select ${COLUMNS} from task_extension e where e.agency_id = ${agencyId} and e.task_id = ${taskId}
     order by e.extension_id limit 100`);
  return rows;
}

export async function insertExtension(
  tx: Transaction,
  agencyId: AgencyId,
  taskId: TaskId,
  asked: Pick<
    Extension,
    | 'extensionId'
    | 'occurrenceKey'
    | 'askedBy'
    | 'askedName'
    | 'askedOn'
    | 'reason'
    | 'fromDay'
    | 'newDay'
    | 'addressee'
    | 'requestNumber'
    | 'requestDay'
  >,
): Promise<void> {
  await tx.execute(sql`
    insert into task_extension (agency_id, task_id, extension_id, occurrence_key, asked_by, asked_name, asked_on, reason, from_day, new_day,
      addressee, request_number, request_day)
    values (${agencyId}, ${taskId}, ${asked.extensionId}, ${asked.occurrenceKey}, ${asked.askedBy}, ${asked.askedName}, ${asked.askedOn}::date,
      ${asked.reason}, ${asked.fromDay}::date, ${asked.newDay}::date, ${asked.addressee}, ${asked.requestNumber},
      ${asked.requestDay}::date)`);
}

export type Decision = Pick<
  Extension,
  | 'extensionId'
  | 'state'
  | 'newDay'
  | 'decidedBy'
  | 'decidedName'
  | 'decidedOn'
  | 'answer'
  | 'answerNumber'
  | 'answerDay'
>;

/** @returns whether the request was still undecided */
export async function saveDecision(
  tx: Transaction,
  agencyId: AgencyId,
  taskId: TaskId,
  decision: Decision,
): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    update task_extension set state = ${decision.state}, new_day = ${decision.newDay}::date, decided_by = ${decision.decidedBy},
           decided_name = ${decision.decidedName}, decided_on = ${decision.decidedOn}::date, answer = ${decision.answer},
           answer_number = ${decision.answerNumber}, answer_day = ${decision.answerDay}::date
     where agency_id = ${agencyId} and task_id = ${taskId} and extension_id = ${decision.extensionId} and state = 'asked'
     returning extension_id`);
  return rows.length === 1;
}

export type OpenRequest = Extension & { taskId: TaskId; title: string; period: string | null; leadIds: string[] };

/** Requests that nobody has decided yet, the most pressing first. */
export async function findOpenRequests(db: Db, agencyId: AgencyId): Promise<OpenRequest[]> {
  const { rows } = await db.execute<OpenRequest>(sql`
    select ${COLUMNS}, e.task_id as "taskId", t.title, o.name as period,
           coalesce((select jsonb_agg(u.unit_id order by u.position) from task_unit u where u.agency_id = t.agency_id
             and u.task_id = t.task_id and u.role = 'leads' and u.unit_id is not null), '[]'::jsonb) as "leadIds"
      from task_extension e join task t on t.agency_id = e.agency_id and t.task_id = e.task_id
      left join task_occurrence o on o.agency_id = e.agency_id and o.task_id = e.task_id and o.occurrence_key = e.occurrence_key
     where e.agency_id = ${agencyId} and e.state = 'asked' order by e.from_day, e.extension_id limit 500`);
  return rows;
}
