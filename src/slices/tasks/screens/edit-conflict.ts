import type { TaskOnScreen } from './task-parts.tsx';

/** The fields of the form as words: what two people may both change. */
export type FormFields = {
  readonly title: string;
  readonly lead: string;
  readonly coordinators: string;
  readonly products: string;
  readonly deadline: string;
};

export function fieldsOf(task: TaskOnScreen): FormFields {
  return {
    title: task.title,
    lead: task.leads[0]?.unitId ?? '',
    coordinators: task.coordinators.flatMap(({ unitId }) => (unitId === null ? [] : [unitId])).join(' '),
    products: task.products.join('\n'),
    deadline: task.deadlineText ?? '',
  };
}

export type FieldChange = {
  readonly field: keyof FormFields;
  readonly before: string;
  readonly after: string;
  /** This person changed it as well: what he typed stays until he says otherwise. */
  readonly isMineToo: boolean;
};

/**
 * What somebody else changed meanwhile, and the form with it: fields that only the other changed are taken over, fields that
 * both changed keep what was typed here. Nothing typed is lost.
 */
export function mergeEdits(
  base: FormFields,
  mine: FormFields,
  theirs: FormFields,
): { merged: FormFields; changes: FieldChange[] } {
  const names = Object.keys(base) as (keyof FormFields)[];
  const changes = names
    .filter((field) => theirs[field] !== base[field] && theirs[field] !== mine[field])
    .map((field) => ({
      field,
      before: base[field],
      after: theirs[field],
      isMineToo: mine[field] !== base[field],
    }));
  const taken = changes.filter(({ isMineToo }) => !isMineToo).map(({ field, after }) => [field, after]);
  return { merged: { ...mine, ...Object.fromEntries(taken) }, changes };
}
