export type MovedDay = { readonly name: string | null; readonly from: string; readonly to: string };

function movedDay(one: unknown): MovedDay[] {
  if (typeof one !== 'object' || one === null) return [];
  const { name, from, to } = one as Record<string, unknown>;
  return typeof from === 'string' && typeof to === 'string'
    ? [{ name: typeof name === 'string' ? name : null, from, to }]
    : [];
}

/** From when to when the calendar moved a task or its periods, as its history keeps it. */
export function movedDaysOf(details: Readonly<Record<string, unknown>> | null): MovedDay[] {
  const { occurrences } = details ?? {};
  return Array.isArray(occurrences) ? occurrences.flatMap(movedDay) : movedDay(details);
}
