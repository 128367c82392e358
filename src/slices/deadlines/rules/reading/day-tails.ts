import type { RecurringDeadline } from '../deadline.ts';
import type { Read } from './numbers.ts';
import { phraseTable, skipWords } from './phrases.ts';
import { type Token, tokenAt } from './tokens.ts';

/** Which month of which period a day stands in: "của tháng cuối quý". `every` null: said elsewhere in the sentence. */
export type DayTail = { readonly every: RecurringDeadline['every'] | null; readonly of: RecurringDeadline['of'] };

const JOIN = new Set(['cua', 'trong', 'vao', 'o', 'cac']);
const EACH = phraseTable<true>([['hang|moi|tung|cac', true]]);
const LAST = phraseTable<true>([['cuoi|cuoi cung|thu ba|thu 3|ket thuc', true]]);
const FIRST = phraseTable<true>([['dau|dau tien|thu nhat', true]]);
const NEXT = phraseTable<true>([
  [
    'sau|sau do|tiep theo|ke tiep|lien ke|lien sau|ke sau|tiep sau|sau lien ke|lien ke sau|tiep|ke|ke tiep sau|lien ke tiep theo',
    true,
  ],
]);

const PERIODS = phraseTable<RecurringDeadline['every']>([
  ['quy bao cao|quy', 'quarter'],
  ['ky bao cao|ky', 'reporting-period'],
  ['6 thang|06 thang|nua nam|ban nien', 'half-year'],
  ['nam', 'year'],
]);

const EACH_UNITS = phraseTable<RecurringDeadline['every']>([
  ['tuan', 'week'],
  ['thang', 'month'],
  ['quy', 'quarter'],
  ['6 thang|06 thang|nua nam', 'half-year'],
  ['ky bao cao|ky', 'reporting-period'],
]);

/** What follows a day without a month: "hằng tháng", "của tháng cuối quý thuộc kỳ báo cáo", "tháng tiếp theo". */
export function readDayTail(tokens: readonly Token[], at: number): Read<DayTail> | null {
  let index = at;
  while (JOIN.has(tokenAt(tokens, index).key) && index < at + 2) index += 1;
  return (
    readMonthOfPeriod(tokens, index) ??
    readEachUnit(tokens, at) ??
    readNextPeriod(tokens, index) ??
    readEndOfPeriod(tokens, index) ??
    readSameMonth(tokens, index, index > at)
  );
}

/** "tháng cuối quý", "tháng đầu quý sau", "tháng tiếp theo (của quý)". */
export function readMonthOfPeriod(tokens: readonly Token[], at: number): Read<DayTail> | null {
  if (tokenAt(tokens, at).key !== 'thang') return null;
  const last = LAST(tokens, at + 1);
  if (last) {
    const period = readPeriod(tokens, last.next);
    return { value: { every: period?.value ?? null, of: 'last-month' }, next: period?.next ?? last.next };
  }
  const next = NEXT(tokens, at + 1);
  if (next) {
    const period = readPeriod(tokens, next.next);
    return { value: { every: period?.value ?? null, of: 'next-month' }, next: period?.next ?? next.next };
  }
  const first = FIRST(tokens, at + 1);
  const period = first && readPeriod(tokens, first.next);
  return period && { value: { every: period.value, of: 'next-month' }, next: period.next };
}

/** "của mỗi quý", "quý thuộc kỳ báo cáo", "quý sau", "sau quý báo cáo". */
function readPeriod(tokens: readonly Token[], at: number): Read<RecurringDeadline['every']> | null {
  let index = at;
  while (['cua', 'sau', 'trong', 'thuoc', 'ke', 'tu'].includes(tokenAt(tokens, index).key) && index < at + 2)
    index += 1;
  index = EACH(tokens, index)?.next ?? index;
  const period = PERIODS(tokens, index);
  if (!period) return null;
  let next = NEXT(tokens, period.next)?.next ?? period.next;
  next = skipWords(tokens, next, 'thuoc ky bao cao') ?? skipWords(tokens, next, 'cua ky bao cao') ?? next;
  return { value: period.value, next };
}

function readEachUnit(tokens: readonly Token[], at: number): Read<DayTail> | null {
  let index = at;
  while (['cua', 'trong', 'vao', '/', '('].includes(tokenAt(tokens, index).key) && index < at + 2) index += 1;
  const each = EACH(tokens, skipWords(tokens, index, 'dinh ky') ?? index);
  const unit = each && EACH_UNITS(tokens, each.next);
  if (!unit) return null;
  return { value: { every: unit.value, of: unit.value === 'month' ? 'month' : null }, next: unit.next };
}

/** "ngày 10 của quý sau". */
function readNextPeriod(tokens: readonly Token[], at: number): Read<DayTail> | null {
  const period = PERIODS(tokens, at);
  const next = period && NEXT(tokens, period.next);
  return next && period.value !== 'year' ? { value: { every: period.value, of: 'next-month' }, next: next.next } : null;
}

/** "ngày 20 cuối quý", "ngày 15 cuối kỳ báo cáo". */
function readEndOfPeriod(tokens: readonly Token[], at: number): Read<DayTail> | null {
  if (tokenAt(tokens, at).key !== 'cuoi') return null;
  const period = readPeriod(tokens, at + 1);
  return period && { value: { every: period.value, of: 'last-month' }, next: period.next };
}

/** "ngày 25 của tháng", "ngày 20 tháng báo cáo". */
function readSameMonth(tokens: readonly Token[], at: number, isJoined: boolean): Read<DayTail> | null {
  if (tokenAt(tokens, at).key !== 'thang') return null;
  const report = skipWords(tokens, at, 'thang bao cao');
  if (report !== null) return { value: { every: 'month', of: 'month' }, next: report };
  const after = tokenAt(tokens, at + 1);
  const isBare = after.kind === 'end' || after.kind === 'mark' || after.startsLine;
  return isJoined && isBare ? { value: { every: 'month', of: 'month' }, next: at + 1 } : null;
}
