import { type ColumnRole, countTitles, roleOfHeader } from './column-roles.ts';
import { looksLikeDeadline } from './deadline-words.ts';
import { type Grid, type GridRow, isEmptyRow, textAt } from './grid.ts';
import { looksLikeUnits } from './units-in-prose.ts';
import { readNumber } from './wording.ts';

/** What a table's columns hold, and how that was recognised. */
export type TableShape = {
  readonly kind: 'tasks' | 'deficits' | 'scores';
  readonly columns: readonly Column[];
  /** Rows of the head. */
  readonly headRows: number;
};

export type Column = { readonly role: ColumnRole | null; readonly by: 'header' | 'content' };

const MOST_HEAD_ROWS = 4;
const FEWEST_KNOWN_COLUMNS = 2;

/** The shape of a table of tasks, of shortcomings or of scores; null for any other table. */
export function readShape(grid: Grid): TableShape | null {
  const headRows = countHeadRows(grid);
  const titles = Array.from({ length: grid.columnCount }, (_, column) => titleOf(grid, headRows, column));
  const rows = grid.rows.slice(headRows).filter((row) => !isEmptyRow(row));
  const byHeader = headRows > 0 ? titles.map(roleOfTitle) : titles.map(() => null);
  const known = [...byHeader];
  const columns = byHeader.map((role, column): Column => {
    const content = role ?? roleOfContent(rows, column, known);
    if (content === 'lead') known[column] = content;
    return { role: content, by: role ? 'header' : 'content' };
  });
  const settled = settleRoles(columns, rows);
  const kind = kindOf(settled);
  return kind ? { kind, columns: settled, headRows } : null;
}

/** A head of two rows gives "Thời gian / Bắt đầu": the lower title says more, the upper one what it belongs to. */
function titleOf(grid: Grid, headRows: number, column: number): string[] {
  const texts: string[] = [];
  for (let row = 0; row < headRows; row += 1) {
    let from = column;
    while (from > 0 && grid.rows[row]?.cells[from] === null) from -= 1;
    const cell = grid.rows[row]?.cells[from];
    const reaches = cell && from + cell.columnSpan > column;
    const text = reaches ? cell.excerpt.text.trim() : '';
    if (text !== '' && texts.at(-1) !== text) texts.push(text);
  }
  return texts;
}

function roleOfTitle(texts: readonly string[]): ColumnRole | null {
  const lower = roleOfHeader(texts.at(-1) ?? '');
  if (lower !== null && texts.length > 1 && lower === 'task') return roleOfHeader(texts.join(' ')) ?? lower;
  return lower ?? roleOfHeader(texts.join(' ')) ?? roleOfHeader(texts[0] ?? '');
}

/** Rows at the top that name columns, and the row of column numbers "(1) (2) (3)" under them. */
function countHeadRows(grid: Grid): number {
  const first = grid.rows
    .slice(0, MOST_HEAD_ROWS)
    .findIndex((row) => countTitles(ownTexts(row)) >= FEWEST_KNOWN_COLUMNS);
  if (first < 0 || grid.rows.slice(0, first).some((row) => ownTexts(row).filter((text) => text !== '').length > 1))
    return 0;
  let count = first + 1;
  while (
    count < grid.rows.length &&
    count < first + MOST_HEAD_ROWS &&
    goesOnWithHead(grid.rows[count], leavesRoomBelow(grid.rows[first]))
  ) {
    count += 1;
  }
  return count;
}

function goesOnWithHead(row: GridRow | undefined, hasRoom: boolean): boolean {
  return row !== undefined && (isRowOfNumbers(row) || (hasRoom && isLowerHead(row)));
}

/** Titles stand under a wide title, or where the first row of the head left a place empty. */
function leavesRoomBelow(row: GridRow | undefined): boolean {
  return (row?.cells ?? []).some(
    (cell) => cell === null || cell.columnSpan > 1 || cell.excerpt.text.trim() === '' || cell.isInherited,
  );
}

function ownTexts(row: GridRow): string[] {
  return row.cells.map((cell) => (cell && !cell.isInherited ? cell.excerpt.text.trim() : ''));
}

function isRowOfNumbers(row: GridRow): boolean {
  const texts = row.cells.flatMap((cell) => (cell ? [cell.excerpt.text.trim()] : [])).filter((text) => text !== '');
  return texts.length >= 2 && texts.every((text) => /^\(?(?:\d{1,2}|[A-H])\)?(?:\s*=.{0,20})?$/.test(text));
}

/** The second row of a head: nothing but titles, and places left to the titles above. */
function isLowerHead(row: GridRow): boolean {
  const texts = ownTexts(row);
  const filled = texts.filter((text) => text !== '');
  return filled.length > 0 && filled.length < texts.length && texts[0] === '' && countTitles(filled) === filled.length;
}

/** What a column without a known title holds, by what most of its cells look like. */
function roleOfContent(
  rows: readonly GridRow[],
  column: number,
  byHeader: readonly (ColumnRole | null)[],
): ColumnRole | null {
  const texts = rows.map((row) => textAt(row, column)).filter((text) => text !== '');
  if (texts.length < 2) return null;
  const share = (holds: (text: string) => boolean) => texts.filter(holds).length / texts.length;
  const isFree = (role: ColumnRole) => !byHeader.includes(role);
  if (column === 0 && share((text) => /^(?:\d{1,3}(?:\.\d{1,2})*|[IVX]{1,5}|[A-H])[.)]?$/.test(text)) > 0.6)
    return 'ordinal';
  if (isFree('deadline') && share(looksLikeDeadline) > 0.5) return 'deadline';
  if (share(looksLikeUnits) > 0.5)
    return isFree('lead') && isFree('assignment') ? 'lead' : isFree('coordinator') ? 'coordinator' : null;
  if (isFree('lead') && isFree('assignment') && share((text) => /chủ trì|phối hợp với/i.test(text)) > 0.4)
    return 'assignment';
  if (share((text) => readNumber(text) !== null) > 0.6) return isFree('maxPoints') ? 'maxPoints' : 'points';
  if (
    share((text) => /^(?:báo cáo|kế hoạch|quyết định|văn bản|tờ trình|công văn|biên bản|danh mục)/i.test(text)) > 0.5 &&
    isFree('product')
  )
    return 'product';
  return null;
}

/** The first column of words that nothing else explains holds the tasks, or the criteria of a table of remedies. */
function settleRoles(given: readonly Column[], rows: readonly GridRow[]): Column[] {
  const columns = given.map((column, at) =>
    namesAreasByNumber(given, rows, at) ? { ...column, role: GROUP } : column,
  );
  const has = (role: ColumnRole) => columns.some((column) => column.role === role);
  const settled = columns.map((column) => ({ ...column }));
  const set = (from: ColumnRole | null, to: ColumnRole, by: Column['by'] = 'header') => {
    const at = settled.findIndex((column, index) => column.role === from && (from !== null || isWordy(rows, index)));
    if (at >= 0) settled[at] = { role: to, by };
  };
  const isLost = has('criterion') || has('shortcoming') || has('reason') || has('lostPoints');
  if (has('responsible') && has('task') && !isLost && !has('remedy')) {
    set('responsible', has('lead') || has('assignment') ? 'note' : 'lead');
  }
  if (has('remedy') && !has('task') && !isLost) set('remedy', 'task');
  const answers = settled.some((column) => column.role === 'responsible') && (has('criterion') || has('shortcoming'));
  const mends = settled.some((column) => column.role === 'remedy') || has('reason') || has('lostPoints') || answers;
  if (has('criterion') && has('shortcoming') && !has('reason')) set('shortcoming', 'reason');
  else if (has('shortcoming') && has('task') && !has('criterion') && mends) set('task', 'criterion');
  else if (has('shortcoming') && has('task') && !has('remedy')) set('task', 'remedy');
  else if (has('group') && has('shortcoming') && has('task')) set('group', 'group');
  if (has('shortcoming') && !settled.some((column) => column.role === 'criterion')) set('shortcoming', 'criterion');
  if (has('reason') && has('shortcoming') && has('criterion')) set('shortcoming', 'note');
  const hasNow = (role: ColumnRole) => settled.some((column) => column.role === role);
  if (!has('lead') && !has('assignment') && answersForRemedy(settled)) set('responsible', 'lead');
  if (mends && !hasNow('criterion') && hasNow('task')) set('task', 'criterion');
  if (mends && !hasNow('criterion') && hasNow('group')) set('group', 'criterion');
  if (mends && hasNow('criterion') && hasNow('task') && !hasNow('remedy')) set('task', 'remedy');
  if (!hasNow('task') && !hasNow('criterion') && !hasNow('group')) set(null, mends ? 'criterion' : 'task', 'content');
  if (!hasNow('task') && !hasNow('criterion') && hasNow('group')) set('group', 'task');
  if (!hasNow('task') && !hasNow('criterion') && hasNow('product')) set('target', 'task');
  if (!hasNow('task') && !mends && hasNow('criterion') && (hasNow('product') || hasNow('lead') || hasNow('assignment')))
    set('criterion', 'task');
  return settled;
}

const GROUP: ColumnRole = 'group';

/** "Nội dung" over 01, 02 … beside a column of criteria: the numbers of their areas. */
function namesAreasByNumber(columns: readonly Column[], rows: readonly GridRow[], at: number): boolean {
  if (columns[at]?.role !== 'task' || !columns.some(({ role }) => role === 'criterion')) return false;
  const texts = rows.map((row) => textAt(row, at)).filter((text) => text !== '');
  return texts.length > 0 && texts.every((text) => /^\d{1,2}$/.test(text));
}

/** "Trách nhiệm" after the remedy, or after its time: who is to mend; before the remedy: whose loss it was. */
function answersForRemedy(columns: readonly Column[]): boolean {
  const at = (role: ColumnRole) => columns.findIndex((column) => column.role === role);
  const mends = at('remedy') >= 0 ? at('remedy') : Math.max(at('deadline'), at('task'));
  return at('responsible') > 0 && mends >= 0 && at('responsible') > mends && at('criterion') !== at('responsible');
}

function isWordy(rows: readonly GridRow[], column: number): boolean {
  const texts = rows.map((row) => textAt(row, column));
  return texts.filter((text) => text.length > 15).length > texts.length * 0.4;
}

function kindOf(columns: readonly Column[]): TableShape['kind'] | null {
  const has = (...roles: ColumnRole[]) => columns.some((column) => column.role !== null && roles.includes(column.role));
  if (has('criterion') && has('remedy', 'reason', 'responsible')) return 'deficits';
  if (has('task') && has('product', 'deadline', 'lead', 'assignment', 'coordinator')) return 'tasks';
  if (has('criterion', 'task', 'group') && has('points', 'lostPoints', 'maxPoints')) return 'scores';
  return null;
}
