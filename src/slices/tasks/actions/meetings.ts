import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { MeetingId, TaskId } from '../../../kernel/ids.ts';
import { accept, type Outcome, refuse } from '../../../kernel/outcome.ts';
import type { Context } from '../../../server/context.ts';
import { commitOrRefuse } from '../../../server/database.ts';
import type { Person } from '../../../server/http.ts';
import { appendAudit } from '../../audit/server.ts';
import { may } from '../../identity/index.ts';
import { actorOf } from '../../identity/server.ts';
import { insertMeeting } from '../store/meetings.ts';
import type { TaskRefusal } from './refusals.ts';
import { makeTask, type Names, refusalOfBreak, type TaskForm } from './tasks.ts';

export type MeetingForm = {
  heldOn: CivilDate;
  firstDay: CivilDate;
  lastDay: CivilDate;
  note: string | null;
  planYear: number;
  decisions: readonly TaskForm[];
};

/** Records a review meeting with what it decided: every decision is a task, all or none. */
export async function recordMeeting(
  context: Context,
  person: Person,
  form: MeetingForm,
  names: Names,
): Promise<Outcome<{ meetingId: MeetingId; taskIds: TaskId[] }, TaskRefusal>> {
  if (!may(person, 'task.change', null)) return refuse({ code: 'task-not-yours' });
  if (form.lastDay < form.firstDay) return refuse({ code: 'meeting-span' });
  return commitOrRefuse<{ meetingId: MeetingId; taskIds: TaskId[] }, TaskRefusal>(context.database, async (tx) => {
    const meetingId = context.newId('meeting');
    const at = context.clock.now();
    const { heldOn, firstDay, lastDay, note, planYear } = form;
    const meeting = { meetingId, heldOn, firstDay, lastDay, note };
    await insertMeeting(tx, person.agencyId, { ...meeting, createdBy: person.userId, at });
    const taskIds: TaskId[] = [];
    for (const decision of form.decisions) {
      const made = { ...decision, planId: null, planYear, deficitId: null, meetingId };
      const task = await makeTask(tx, context, person, made, names);
      if (!task.ok) return task;
      taskIds.push(task.value.taskId);
    }
    const after = { ...meeting, taskIds };
    await appendAudit(tx, actorOf(person), at, [
      { action: 'meeting.record', subjectKind: 'meeting', subjectId: meetingId, after },
    ]);
    return accept({ meetingId, taskIds });
  }).catch(refusalOfBreak);
}
