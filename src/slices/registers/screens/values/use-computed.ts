import { useMemo } from 'react';
import type { WorkingCalendar } from '../../../calendar/index.ts';
import type { RegisterDeclaration } from '../../index.ts';
import { computedOf, computeFields, orderComputed } from '../../rules/formulas.ts';
import { useOfficeCalendar } from './use-calendar.ts';
import type { RecordValues } from './value-text.ts';

type Fields = RegisterDeclaration['fields'];

/** Computed fields in an order in which they can be worked out; none where they run in a circle. */
function orderOf(fields: Fields): ReturnType<typeof computedOf>[] {
  const computed = Object.entries(fields).flatMap(([name, field]) => {
    const one = field.kind === 'computed' ? computedOf(name, field) : null;
    return one ? [one] : [];
  });
  const ordered = orderComputed(computed);
  return 'order' in ordered ? [...ordered.order] : [];
}

export function computeOnScreen(fields: Fields, values: RecordValues, calendar: WorkingCalendar): RecordValues {
  const order = orderOf(fields).flatMap((one) => one ?? []);
  // Inputs hold what the rules call values: the form made them so.
  return computeFields(order, values as Parameters<typeof computeFields>[1], calendar);
}

/** What is computed of what stands in a form now, by the rules that the server saves with. */
export function useComputed(fields: Fields, values: RecordValues): RecordValues {
  const calendar = useOfficeCalendar();
  return useMemo(() => (calendar ? computeOnScreen(fields, values, calendar) : {}), [fields, values, calendar]);
}
