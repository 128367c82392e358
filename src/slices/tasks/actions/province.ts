import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { TaskId, UnitId } from '../../../kernel/ids.ts';
import { accept, type Outcome, refuse } from '../../../kernel/outcome.ts';
import type { Context } from '../../../server/context.ts';
import { commitOrRefuse } from '../../../server/database.ts';
import type { Person } from '../../../server/http.ts';
import { may } from '../../identity/index.ts';
import { foresee } from '../rules/foresee.ts';
import { findRecordUnit, type RecordKey } from '../store/records.ts';
import { findTaskMarks } from '../store/task-list.ts';
import { officeRulesOf } from './office-rules.ts';
import type { TaskRefusal } from './refusals.ts';
import { makeTask, type Names, refusalOfBreak, type TaskForm } from './tasks.ts';

const MOST = 2000;

/**
 * Hands a record of a register (a task given by the province) to units: one task for each, all or none. Record and tasks know
 * each other. The end of the tasks ends the record, so only who may change the record hands it out.
 */
export async function handOutRecord(
  context: Context,
  person: Person,
  given: RecordKey & { planYear: number; tasks: readonly TaskForm[] },
  names: Names,
): Promise<Outcome<{ taskIds: TaskId[] }, TaskRefusal>> {
  return commitOrRefuse<{ taskIds: TaskId[] }, TaskRefusal>(context.database, async (tx) => {
    const { registerKey, recordId, planYear } = given;
    const record = await findRecordUnit(tx, person.agencyId, { registerKey, recordId });
    if (!record) return refuse({ code: 'record-not-found' });
    if (!may(person, 'register.change', record.unitId)) return refuse({ code: 'record-not-yours' });
    const taskIds: TaskId[] = [];
    for (const form of given.tasks) {
      const from = { origin: 'province' as const, record: { registerKey, recordId } };
      const made = { ...form, planId: null, planYear, deficitId: null, ...from };
      const task = await makeTask(tx, context, person, made, names);
      if (!task.ok) return task;
      taskIds.push(task.value.taskId);
    }
    return accept({ taskIds });
  }).catch(refusalOfBreak);
}

/** Tasks given by the province with how each will end if it goes on as it did: seen before it happens. */
export async function watchProvinceTasks(
  context: Context,
  person: Person,
  given: { year: number; unitIds: readonly UnitId[] | undefined },
) {
  const { database, clock } = context;
  const today = clock.today();
  const { calendar } = await officeRulesOf(database, person.agencyId);
  const filter = { year: given.year, unitIds: given.unitIds, origins: ['province' as const], limit: MOST, offset: 0 };
  const marks = (await findTaskMarks(database, person.agencyId, filter)).filter(({ state }) => state !== 'dropped');
  return marks.map((mark) => {
    const dueOn: CivilDate | null = mark.nextOn;
    const isDone = mark.state === 'done' || mark.state === 'handed-in';
    const outlook = foresee({ startedOn: mark.createdOn, dueOn, isDone, percent: mark.percent }, today, calendar);
    return { ...mark, outlook };
  });
}
