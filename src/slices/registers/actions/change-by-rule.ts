import { accept, type Outcome } from '../../../kernel/outcome.ts';
import type { Context } from '../../../server/context.ts';
import { commitOrRefuse } from '../../../server/database.ts';
import type { Person } from '../../../server/http.ts';
import { beginWork, type ChangeForm, change, type Work } from './change-record.ts';
import type { RegisterRefusal } from './refusals.ts';

/** Fields that nobody changes by hand (`changedBy: []`) may be written here beside those that the person may change. */
function withRuleFields({ view, register, ...work }: Work): Work {
  const { fields } = register.declaration;
  const byRule = Object.keys(fields).filter((name) => fields[name]?.changedBy?.length === 0 && view.open.has(name));
  return { ...work, register, view: { ...view, changeable: new Set([...view.changeable, ...byRule]) } };
}

/**
 * Writes what a rule of another slice made of records, all or nothing, as a change of theirs with history and audit. The
 * person still needs the right to change each record.
 */
export function changeByRule(
  context: Context,
  person: Person,
  key: string,
  forms: readonly ChangeForm[],
): Promise<Outcome<{ changed: number }, RegisterRefusal>> {
  return commitOrRefuse<{ changed: number }, RegisterRefusal>(context.database, async (tx) => {
    const work = await beginWork(tx, context, person, key);
    if (!work.ok) return work;
    const widened = withRuleFields(work.value);
    for (const form of forms) {
      const done = await change(tx, widened, form);
      if (!done.ok) return done;
    }
    return accept({ changed: forms.length });
  });
}
