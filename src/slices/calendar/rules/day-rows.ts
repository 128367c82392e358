import { type CivilDate, makeCivilDate, parseCivilDate } from '../../../kernel/civil-date.ts';
import { foldVietnamese } from '../../../kernel/vietnamese.ts';
import type { DayException } from './day-exception.ts';

/** A row of a spreadsheet that could not be understood, by its number from 1. */
export type RowProblem = { readonly row: number; readonly problem: 'no-day' | 'no-kind' | 'no-reason' | 'day-twice' };
export type ReadRows = { readonly days: readonly DayException[]; readonly problems: readonly RowProblem[] };

const KINDS: Readonly<Record<string, DayException['kind']>> = {
  nghi: 'off',
  off: 'off',
  'lam viec': 'working',
  'lam bu': 'working',
  working: 'working',
  'nua ngay': 'half-day',
  'half-day': 'half-day',
};

/**
 * Days of a decision as copied from a spreadsheet: day, kind (nghỉ, làm việc, nửa ngày), reason, decision number; cells
 * apart by tabs or semicolons. A first row of titles and empty rows are passed over.
 */
export function readDayRows(text: string): ReadRows {
  const days = new Map<CivilDate, DayException>();
  const problems: RowProblem[] = [];
  text.split(/\r?\n/).forEach((line, index) => {
    if (line.trim() === '' || (index === 0 && foldVietnamese(line).startsWith('ngay'))) return;
    const read = readRow(line.split(/[\t;]/).map((cell) => cell.trim()));
    if ('problem' in read) problems.push({ row: index + 1, problem: read.problem });
    else if (days.has(read.day)) problems.push({ row: index + 1, problem: 'day-twice' });
    else days.set(read.day, read);
  });
  return { days: [...days.values()], problems };
}

function readRow(cells: readonly string[]): DayException | Pick<RowProblem, 'problem'> {
  const [dayText = '', kindText = '', reason = '', decision = ''] = cells;
  const day = readPaperDay(dayText);
  if (!day) return { problem: 'no-day' };
  const kind = KINDS[foldVietnamese(kindText)];
  if (!kind) return { problem: 'no-kind' };
  if (reason === '') return { problem: 'no-reason' };
  return { day, kind, reason, decision: decision || null, isProvisional: decision === '' };
}

/** 02/9/2028 as on paper, or 2028-09-02. */
function readPaperDay(text: string): CivilDate | null {
  const match = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  return match ? makeCivilDate(Number(match[3]), Number(match[2]), Number(match[1])) : parseCivilDate(text);
}
