import { fromDayNumber, parseCivilDate, toDayNumber } from '../../../kernel/civil-date.ts';
import type { Search } from '../../../web/address.ts';
import type { FindAuditEntriesAnswer, FindAuditEntriesQuery } from '../../../web/client.generated.ts';

export type AuditEntry = FindAuditEntriesAnswer['entries'][number];
export type FieldChange = { field: string; before: string | null; after: string | null };

const textOf = (value: unknown): string | null => {
  if (value === undefined || value === null || value === '') return null;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
};

/** The fields that differ between the record before and after; all of them where it was made or removed. */
export function changedFields({ before, after }: Pick<AuditEntry, 'before' | 'after'>): FieldChange[] {
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return fields
    .map((field) => ({ field, before: textOf(before?.[field]), after: textOf(after?.[field]) }))
    .filter((change) => change.before !== change.after);
}

/** The office is seven hours ahead of UTC: its day begins at 17:00 of the day before. */
const OFFICE_DAY_BEGINS = 'T17:00:00Z';

function beginningOf(day: string | undefined, daysLater: number): string | undefined {
  const parsed = day ? parseCivilDate(day) : null;
  return parsed ? `${fromDayNumber(toDayNumber(parsed) - 1 + daysLater)}${OFFICE_DAY_BEGINS}` : undefined;
}

/** The words of the address as the server's question; both days count. */
export function auditQuestion(search: Search): FindAuditEntriesQuery {
  return {
    actorId: search.actor || undefined,
    action: search.action || undefined,
    subjectId: search.subject || undefined,
    fromAt: beginningOf(search.from, 0),
    toAt: beginningOf(search.to, 1),
  };
}
