import { accept, type Outcome, refuse } from '../../../kernel/outcome.ts';
import type { Context } from '../../../server/context.ts';
import { commitOrRefuse } from '../../../server/database.ts';
import type { Person } from '../../../server/http.ts';
import { appendAudit } from '../../audit/server.ts';
import { may } from '../../identity/index.ts';
import { actorOf } from '../../identity/server.ts';
import { settingsOf, type TaskSettings } from '../rules/settings.ts';
import { findSettings, saveSetting } from '../store/settings.ts';
import type { TaskRefusal } from './refusals.ts';

/** Only who may change the tasks of every unit sets the rules for all of them. */
export async function changeSettings(
  context: Context,
  person: Person,
  settings: TaskSettings,
): Promise<Outcome<null, TaskRefusal>> {
  if (!may(person, 'task.change', null)) return refuse({ code: 'task-not-yours' });
  return commitOrRefuse<null, TaskRefusal>(context.database, async (tx) => {
    const at = context.clock.now();
    const before = settingsOf(await findSettings(tx, person.agencyId));
    for (const [key, value] of Object.entries(settings)) await saveSetting(tx, person.agencyId, { key, value, at });
    await appendAudit(tx, actorOf(person), at, [
      {
        action: 'task-settings.change',
        subjectKind: 'task-settings',
        subjectId: person.agencyId,
        before,
        after: settings,
      },
    ]);
    return accept(null);
  });
}
