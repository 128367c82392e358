import type { TaskId } from '../../../kernel/ids.ts';
import type { Context } from '../../../server/context.ts';
import type { Transaction } from '../../../server/database.ts';
import type { Person } from '../../../server/http.ts';
import { appendAudit } from '../../audit/server.ts';
import { actorOf } from '../../identity/server.ts';
import { insertTaskEvent } from '../store/tasks.ts';

export type Told = { kind: string; note?: string | null; details?: Record<string, unknown> | null };

/** Writes what happened to a task into its history and into the audit chain. @returns the id of the event */
export async function tell(
  tx: Transaction,
  context: Context,
  person: Person,
  taskId: TaskId,
  { kind, note = null, details = null }: Told,
): Promise<string> {
  const at = context.clock.now();
  const eventId = context.newId('event');
  await insertTaskEvent(tx, person.agencyId, taskId, {
    eventId,
    at,
    actorId: person.userId,
    actorName: person.displayName,
    kind,
    note,
    details,
  });
  await appendAudit(tx, actorOf(person), at, [
    { action: `task.${kind}`, subjectKind: 'task', subjectId: taskId, after: { note, ...details } },
  ]);
  return eventId;
}
