import { type CivilDate, formatDay } from '../../../kernel/civil-date.ts';
import type { TaskId, UnitId } from '../../../kernel/ids.ts';
import { accept, type Outcome, refuse } from '../../../kernel/outcome.ts';
import type { Context } from '../../../server/context.ts';
import { commitOrRefuse, type Transaction } from '../../../server/database.ts';
import type { Person } from '../../../server/http.ts';
import { readSourceDocument } from '../../reading/server.ts';
import { matchUnit, standsOn } from '../../units/index.ts';
import { findAliases, findUnits } from '../../units/server.ts';
import { type CellError, type ReadCell, readSheetRows, type SheetRow, sheetColumns } from '../rules/sheet.ts';
import { findTaskIds } from '../store/task-list.ts';
import { findTask, type Task } from '../store/tasks.ts';
import type { TaskRefusal } from './refusals.ts';
import { changeTaskIn, makeTask, type Names, refusalOfBreak } from './tasks.ts';

const stateWords = {
  assigned: 'mới giao',
  accepted: 'đã nhận',
  returned: 'trả lại',
  'in-progress': 'đang làm',
  'handed-in': 'chờ duyệt',
  'sent-back': 'phải làm lại',
  done: 'đã xong',
  dropped: 'đã bỏ',
} as const;

/** The rows of the spreadsheet of tasks: what it is filled in with, to be changed and taken in again. */
export function sheetRowsOf(tasks: readonly Task[]): (string | number)[][] {
  const names = (units: Task['leads']): string => units.map(({ name }) => name).join('; ');
  const day = (one: CivilDate | null): string => (one === null ? '' : formatDay(one));
  return [
    sheetColumns.map(({ title }) => title),
    ...tasks.map((task) => [
      task.taskId,
      task.title,
      task.areaOrdinal === null ? '' : String(task.areaOrdinal),
      names(task.leads),
      names(task.coordinators),
      task.deadlineText ?? '',
      task.products.join('; '),
      stateWords[task.state],
      day(task.dueOn ?? task.nextOn),
      task.state === 'done' ? 100 : task.percent,
    ]),
  ];
}

/** The first table of a spreadsheet, each cell with the row and column that the spreadsheet shows. */
async function cellsOf(bytes: Uint8Array, name: string): Promise<ReadCell[][] | null> {
  const read = await readSourceDocument(bytes, name);
  const table = read.ok ? read.value.blocks.find((block) => block.kind === 'table') : undefined;
  return (
    table?.rows.map((row, at) =>
      row.map((cell, column) => ({
        text: cell?.text ?? '',
        row: (row.find((one) => one?.place.row !== undefined)?.place.row ?? at) + 1,
        column: (cell?.place.column ?? column) + 1,
      })),
    ) ?? null
  );
}

export type ImportAnswer = { made: number; changed: number; errors: CellError[] };

async function takeRow(
  tx: Transaction,
  context: Context,
  person: Person,
  row: SheetRow,
  given: { year: number; names: Names },
): Promise<Outcome<unknown, TaskRefusal>> {
  const form = {
    title: row.title,
    areaOrdinal: row.areaOrdinal,
    products: [...row.products],
    leadId: row.leadId,
    coordinatorIds: [...row.coordinatorIds],
    deadlineText: row.deadlineText,
    deadlines: [...row.deadlines],
  };
  if (row.taskId === null) {
    const made = { ...form, planId: null, planYear: given.year, deficitId: null };
    return makeTask(tx, context, person, made, given.names);
  }
  const taskId = row.taskId as TaskId;
  const before = await findTask(tx, person.agencyId, taskId);
  if (!before) return refuse({ code: 'task-not-found' });
  // A deadline that reads as it did stays the very one that it was, with what the document says of it.
  const deadlines = before.deadlineText === row.deadlineText ? before.deadlines : form.deadlines;
  const version = before.version;
  return changeTaskIn(tx, context, person, { ...form, deadlines, taskId, version }, given.names);
}

/**
 * Takes tasks from a spreadsheet: rows with an id change a task, rows without make one. All or nothing; every wrong cell is
 * told at once.
 *
 * @param isTrial look at the cells only, take nothing
 */
export async function importSheet(
  context: Context,
  person: Person,
  sheet: { bytes: Uint8Array; name: string; year: number; isTrial: boolean },
): Promise<Outcome<ImportAnswer, TaskRefusal>> {
  const { database, clock } = context;
  const cells = await cellsOf(sheet.bytes, sheet.name);
  if (!cells) return refuse({ code: 'sheet-unreadable' });
  const units = await findUnits(database, person.agencyId);
  const standing = units.filter((unit) => standsOn(unit, clock.today()));
  const aliases = await findAliases(database, person.agencyId);
  const read = readSheetRows(cells, {
    matchUnit: (name) => matchUnit(name, standing, aliases),
    knownTaskIds: new Set(await findTaskIds(database, person.agencyId, sheet.year)),
    year: sheet.year,
    today: clock.today(),
  });
  if (!read) return refuse({ code: 'sheet-unreadable' });
  const made = read.rows.filter(({ taskId }) => taskId === null).length;
  const answer = { made, changed: read.rows.length - made, errors: read.errors };
  if (sheet.isTrial) return accept(answer);
  if (read.errors.length > 0) return refuse({ code: 'sheet-wrong', errors: read.errors });
  const names = new Map<UnitId, string>(units.map(({ unitId, name }) => [unitId, name]));
  return commitOrRefuse<ImportAnswer, TaskRefusal>(database, async (tx) => {
    for (const row of read.rows) {
      const taken = await takeRow(tx, context, person, row, { year: sheet.year, names });
      if (!taken.ok) return refuse({ code: 'sheet-wrong', errors: [{ row: row.row, ...taken.refusal }] });
    }
    return accept(answer);
  }).catch(refusalOfBreak);
}
