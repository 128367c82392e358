import { accept, type Outcome } from '../../../kernel/outcome.ts';
import type { Context } from '../../../server/context.ts';
import type { Person } from '../../../server/http.ts';
import { type ChangeForm, change } from './change-record.ts';
import type { RegisterRefusal } from './refusals.ts';
import { inWork, type Work } from './work.ts';

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
  return inWork(context, person, key, async (tx, work) => {
    const widened = withRuleFields(work);
    for (const form of forms) {
      const done = await change(tx, widened, form);
      if (!done.ok) return done;
    }
    return accept({ changed: forms.length });
  });
}
