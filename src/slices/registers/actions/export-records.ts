import { Readable } from 'node:stream';
import { writeXlsxStream } from 'hucre';
import { accept, type Outcome } from '../../../kernel/outcome.ts';
import type { Context } from '../../../server/context.ts';
import type { Person } from '../../../server/http.ts';
import { appendAudit } from '../../audit/server.ts';
import { actorOf } from '../../identity/server.ts';
import {
  type CellNames,
  type SheetCell,
  type SheetColumn,
  STEP_COLUMN,
  safeText,
  sheetColumns,
  writeCell,
} from '../rules/cells.ts';
import { mentionedIn, type Names } from '../rules/titles.ts';
import type { RegisterView } from '../rules/view.ts';
import { findRecords, type ListQuery } from '../store/lists.ts';
import type { StoredRecord } from '../store/records.ts';
import { findNames, labelAll } from './names.ts';
import type { RegisterRefusal } from './refusals.ts';
import { findSeen, type ListForm, type Seen, settleList } from './show-records.ts';

const PAGE_SIZE = 1000;

/** Columns that a role may read: the declaration's own order. */
function seenColumns(view: RegisterView): SheetColumn[] {
  return sheetColumns(view.declaration).filter(({ field }) => field === STEP_COLUMN || view.open.has(field));
}

function rowOf({ view }: Seen, columns: readonly SheetColumn[], record: StoredRecord, names: CellNames): SheetCell[] {
  return columns.map(({ field, part }) => {
    if (field === STEP_COLUMN)
      return record.step === null ? null : (view.declaration.steps?.[record.step]?.label.vi ?? record.step);
    const known = view.declaration.fields[field];
    const value = record.computed[field] ?? record.values[field] ?? null;
    return known ? writeCell(known, part, value, names) : null;
  });
}

async function cellNames(
  { database }: Context,
  person: Person,
  { view }: Seen,
  names: Names,
  page: readonly StoredRecord[],
): Promise<CellNames> {
  const labels = await labelAll(
    database,
    person,
    names,
    mentionedIn(
      view,
      page.map(({ values }) => values),
    ),
  );
  return {
    ...names,
    links: new Map(Object.entries(labels.links).map(([id, { title }]) => [id, title ?? ''])),
    files: new Map(Object.entries(labels.files).map(([id, file]) => [id, file?.name ?? ''])),
  };
}

/** The rows of a list, page by page: a register of a million rows is never held whole. */
async function* rowsOf(context: Context, person: Person, seen: Seen, query: ListQuery): AsyncGenerator<SheetCell[]> {
  const columns = seenColumns(seen.view);
  const names = await findNames(context.database, person.agencyId);
  const place = { agencyId: person.agencyId, register: seen.register, today: context.clock.today() };
  yield columns.map(({ header }) => header);
  for (let { after } = query; ; ) {
    const page = await findRecords(context.database, place, { ...query, after, limit: PAGE_SIZE });
    const known = await cellNames(context, person, seen, names, page);
    for (const record of page) yield rowOf(seen, columns, record, known);
    const last = page.at(-1);
    if (!last || page.length < PAGE_SIZE) return;
    after = last.cursor;
  }
}

const quoted = (cell: SheetCell): string => {
  const text = cell === null ? '' : typeof cell === 'number' ? String(cell).replace('.', ',') : safeText(cell);
  return /[",;\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** Separated by semicolons, as spreadsheets with a decimal comma read it; the mark at the start says UTF-8. */
async function* csvOf(rows: AsyncIterable<SheetCell[]>): AsyncGenerator<string> {
  yield '\uFEFF';
  for await (const row of rows) yield `${row.map(quoted).join(';')}\r\n`;
}

export type ExportFormat = 'xlsx' | 'csv';
export type Exported = { readonly bytes: Readable; readonly name: string };

/** Every record that a list shows, with the columns that the person may read, as a sheet. */
export async function exportRecords(
  context: Context,
  person: Person,
  key: string,
  form: ListForm & { readonly format: ExportFormat },
): Promise<Outcome<Exported, RegisterRefusal>> {
  const seen = await findSeen(context, person, key);
  if (!seen.ok) return seen;
  const query = settleList(person, seen.value, form);
  if (!query.ok) return query;
  const { database, clock } = context;
  const fact = { action: 'register.export', subjectKind: 'register', subjectId: key, after: { format: form.format } };
  await database.transaction((tx) => appendAudit(tx, actorOf(person), clock.now(), [fact]));
  const rows = rowsOf(context, person, seen.value, query.value);
  const name = `${key}-${clock.today()}.${form.format}`;
  if (form.format === 'csv') return accept({ bytes: Readable.from(csvOf(rows)), name });
  const sheet = writeXlsxStream(rows, {
    name: seen.value.view.declaration.name.vi.replace(/[[\]*?/\\:]/g, ' ').slice(0, 31),
  });
  return accept({ bytes: Readable.fromWeb(sheet as Parameters<typeof Readable.fromWeb>[0]), name });
}
