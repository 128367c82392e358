import type { RecordOnScreen } from '../on-screen.ts';

/** One change for many records, as the server takes it. */
export type BulkChange =
  | { readonly kind: 'values'; readonly values: Record<string, unknown> }
  | { readonly kind: 'step'; readonly to: string; readonly note: string | null }
  | { readonly kind: 'delete' | 'restore' };

export type BulkWork = { readonly recordIds: readonly string[]; readonly change: BulkChange };

type Before = Pick<RecordOnScreen, 'recordId' | 'values' | 'step'>;

/** Records that share what they held before, so that one call brings all of them back. */
function grouped(records: readonly Before[], changeOf: (record: Before) => BulkChange | null): BulkWork[] {
  const groups = new Map<string, { recordIds: string[]; change: BulkChange }>();
  for (const record of records) {
    const change = changeOf(record);
    if (!change) continue;
    const key = JSON.stringify(change);
    const group = groups.get(key) ?? { recordIds: [], change };
    group.recordIds.push(record.recordId);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** What takes a change back, for the records that it was done to. */
export function undoOf(change: BulkChange, before: readonly Before[]): BulkWork[] {
  switch (change.kind) {
    case 'delete':
    case 'restore': {
      const recordIds = before.map(({ recordId }) => recordId);
      return recordIds.length ? [{ recordIds, change: { kind: change.kind === 'delete' ? 'restore' : 'delete' } }] : [];
    }
    case 'step':
      return grouped(before, ({ step }) => (step === null ? null : { kind: 'step', to: step, note: change.note }));
    case 'values': {
      const names = Object.keys(change.values);
      return grouped(before, ({ values }) => ({
        kind: 'values',
        values: Object.fromEntries(names.map((name) => [name, values[name] ?? null])),
      }));
    }
  }
}
