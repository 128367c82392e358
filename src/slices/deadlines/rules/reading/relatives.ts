import type { RelativeDeadline } from '../deadline.ts';
import { type Read, readNumber, readNumberWord } from './numbers.ts';
import { phraseTable, skipWords } from './phrases.ts';
import { clauseEnd, endsSegment, startsSegment } from './segments.ts';
import { type Token, tokenAt } from './tokens.ts';

type Amount = Pick<RelativeDeadline, 'amount' | 'unit'> & { readonly isConverted: boolean };

/** A length of time before or after an event; the event is tokens [eventFrom, eventTo), none where it is not said. */
export type RelativePhrase = Amount & {
  readonly direction: RelativeDeadline['direction'];
  readonly eventFrom: number;
  readonly eventTo: number;
  readonly next: number;
};

type Factor = { readonly unit: RelativeDeadline['unit']; readonly factor: number; readonly isConverted: boolean };
const exact = (unit: Factor['unit']): Factor => ({ unit, factor: 1, isConverted: false });
const converted = (unit: Factor['unit'], factor: number): Factor => ({ unit, factor, isConverted: true });

const UNITS = phraseTable<Factor>([
  ['ngay lam viec|ngay lv|ngay ( lam viec )|( ngay lam viec )', exact('working-day')],
  ['ngay|ngay lich', exact('day')],
  ['gio lam viec|gio hanh chinh|tieng lam viec', exact('working-hour')],
  ['gio|tieng|h', converted('working-hour', 1)],
  ['thang', exact('month')],
  ['tuan', converted('day', 7)],
  ['tuan lam viec', converted('working-day', 5)],
  ['buoi lam viec', converted('working-hour', 4)],
  ['quy', converted('month', 3)],
  ['nam', converted('month', 12)],
]);

const LIMITS = phraseTable<'strong' | 'weak'>([
  ['trong vong|trong thoi han|trong thoi gian|trong khoang thoi gian|thoi han|thoi han la|trong han', 'strong'],
  [
    'cham nhat|muon nhat|tre nhat|khong qua|toi da|lau nhat|khong cham qua|khong vuot qua|cham nhat la|cham nhat khong qua',
    'strong',
  ],
  [
    'cham nhat trong vong|cham nhat trong thoi han|cham nhat trong|cham nhat sau|khong cham hon|khong muon hon',
    'strong',
  ],
  ['it nhat|toi thieu|it nhat la|trong|sau', 'weak'],
]);

const SINCE = phraseTable<'after' | 'before'>([
  ['ke tu khi|ke tu ngay|ke tu luc|ke tu thoi diem|ke tu', 'after'],
  ['tu khi|tu ngay|tu luc|tu thoi diem|tu', 'after'],
  ['tinh tu khi|tinh tu ngay|tinh tu luc|tinh tu thoi diem|tinh tu', 'after'],
  ['ke tu sau khi|ke tu sau ngay|tu sau khi|sau khi|sau ngay|sau luc|sau thoi diem|sau', 'after'],
  ['truoc khi|truoc ngay|truoc thoi diem|truoc luc|truoc|so voi ngay|so voi thoi diem|so voi', 'before'],
  ['tinh den ngay|tinh den khi|tinh den thoi diem|tinh toi ngay|tinh toi khi', 'before'],
]);

const AT_LEAST = phraseTable<true>([
  ['it nhat|it nhat la|toi thieu|cham nhat|muon nhat|khong qua|trong vong|trong thoi han|la|toi da', true],
  ['cham nhat sau|muon nhat sau|cham nhat trong|cham nhat trong vong|cham nhat la|trong thoi gian', true],
]);

/** "05 ngày làm việc", "ba mươi ngày", "48 giờ" (two days), "nửa ngày làm việc", "3-5 ngày" (the longer). */
export function readAmount(tokens: readonly Token[], at: number): Read<Amount> | null {
  const half = readHalfDay(tokens, at);
  if (half) return half;
  const first = readNumber(tokens, at);
  if (!first) return null;
  const joins = ['-', '–', 'den'].includes(tokenAt(tokens, first.next).key);
  const second = joins ? readNumber(tokens, first.next + 1) : null;
  const count = second && second.value > first.value ? second : first;
  const unit = UNITS(tokens, count.next);
  if (!unit || count.value < 1 || isDayOfMonth(tokens, unit.next)) return null;
  return { value: toAmount(count.value, unit.value), next: unit.next };
}

/** "15 tháng 12" and "30 tháng Tư" are days of a month, no fifteen months. */
function isDayOfMonth(tokens: readonly Token[], at: number): boolean {
  if (tokenAt(tokens, at - 1).key !== 'thang') return false;
  if (tokenAt(tokens, at).kind === 'number') return true;
  const month = readNumberWord(tokens, at);
  if (!month) return false;
  return tokenAt(tokens, at).isCapital || tokenAt(tokens, month.next).key === 'nam' || endsSegment(tokens, month.next);
}

function toAmount(count: number, { unit, factor, isConverted }: Factor): Amount {
  if (unit === 'working-hour' && isConverted && factor === 1 && count % 24 === 0) {
    return { amount: count / 24, unit: 'day', isConverted: true };
  }
  return { amount: count * factor, unit, isConverted };
}

/** Half a working day is four working hours, half a month fifteen days. @source Bộ luật Dân sự 2015, điều 146.1 */
function readHalfDay(tokens: readonly Token[], at: number): Read<Amount> | null {
  const slashed = tokenAt(tokens, at).value === 1 && tokenAt(tokens, at + 1).key === '/' ? at + 3 : null;
  const isHalf = tokenAt(tokens, at).key === 'nua' || tokenAt(tokens, at).key === '½';
  const start = isHalf ? at + 1 : slashed !== null && tokenAt(tokens, at + 2).value === 2 ? slashed : null;
  const month = isHalf ? skipWords(tokens, at + 1, 'thang') : null;
  if (month !== null) return { value: { amount: 15, unit: 'day', isConverted: true }, next: month };
  const next = start === null ? null : skipWords(tokens, start, 'ngay lam viec');
  return next === null ? null : { value: { amount: 4, unit: 'working-hour', isConverted: true }, next };
}

/** Every way to say it: the amount first, the event first, or "ngày làm việc tiếp theo". */
export function readRelative(tokens: readonly Token[], at: number): RelativePhrase | null {
  return readAmountFirst(tokens, at) ?? readNextWorkingDay(tokens, at) ?? readEventFirst(tokens, at);
}

/** "Trong vòng 05 ngày làm việc kể từ ngày nhận hồ sơ", "ít nhất 3 ngày trước khi họp". */
function readAmountFirst(tokens: readonly Token[], at: number): RelativePhrase | null {
  const { next: start, isStrong } = skipLimits(tokens, at);
  const amount = readAmount(tokens, start);
  if (!amount) return null;
  const verb = start > at && EVENT_VERBS(tokens, amount.next) ? { value: 'after' as const, next: amount.next } : null;
  const since = verb ?? SINCE(tokens, skipComma(tokens, amount.next));
  if (since && isEvent(tokens, since)) {
    const end = clauseEnd(tokens, since.next);
    return { ...amount.value, direction: since.value, eventFrom: since.next, eventTo: end, next: end };
  }
  return readWithoutEvent(tokens, { at, isStrong, amount });
}

/** "Trong vòng 05 ngày làm việc", or a cell that is nothing but "05 ngày làm việc"; "17 giờ" is a time of the day. */
function readWithoutEvent(
  tokens: readonly Token[],
  { at, isStrong, amount }: { readonly at: number; readonly isStrong: boolean; readonly amount: Read<Amount> },
): RelativePhrase | null {
  const { unit, isConverted } = amount.value;
  if (unit === 'working-hour' && isConverted) return null;
  if (['dau', 'cuoi'].includes(tokenAt(tokens, amount.next).key)) return null;
  const bare = { eventFrom: amount.next, eventTo: amount.next, next: amount.next } as const;
  if (tokenAt(tokens, at).key === 'truoc') return { ...amount.value, direction: 'before', ...bare };
  const isWholeCell = unit !== 'month' && startsSegment(tokens, at) && endsSegment(tokens, amount.next);
  return isStrong || isWholeCell ? { ...amount.value, direction: 'after', ...bare } : null;
}

function skipComma(tokens: readonly Token[], at: number): number {
  return tokenAt(tokens, at).key === ',' ? at + 1 : at;
}

function skipLimits(tokens: readonly Token[], at: number): { next: number; isStrong: boolean } {
  let next = ['truoc', 'tu'].includes(tokenAt(tokens, at).key) ? at + 1 : at;
  let isStrong = false;
  for (let count = 0; count < 3; count += 1) {
    const limit = LIMITS(tokens, next);
    if (!limit) break;
    isStrong ||= limit.value === 'strong';
    next = limit.next;
    if (tokenAt(tokens, next).key === ':' || tokenAt(tokens, next).key === 'la') next += 1;
  }
  return { next, isStrong };
}

/** "kể từ ngày 15/6" counts from a day; "trước ngày 15/6" after an amount is no event but the next deadline. */
function isEvent(tokens: readonly Token[], since: Read<'after' | 'before'>): boolean {
  const { kind } = tokenAt(tokens, since.next);
  return kind === 'word' || (kind === 'number' && since.value === 'after' && !opensRange(tokens, since.next));
}

/** "từ ngày 15/3 đến ngày 17/3" after an amount is a window. */
function opensRange(tokens: readonly Token[], at: number): boolean {
  for (let index = at; index < at + 8; index += 1) if (tokenAt(tokens, index).key === 'den') return true;
  return false;
}

/** Verbs that may follow an amount without "kể từ": "sau 15 ngày kết thúc quý". */
const EVENT_VERBS = phraseTable<'after'>([
  ['ket thuc|nhan|nhan duoc|ban hanh|hoan thanh|tiep nhan|duoc giao|duoc phe duyet', 'after'],
]);

/** "ngày làm việc tiếp theo (kể từ khi …)", "trong ngày làm việc liền kề". */
function readNextWorkingDay(tokens: readonly Token[], at: number): RelativePhrase | null {
  let start = skipLimits(tokens, at).next;
  if (['vao', 'la', 'het', 'den'].includes(tokenAt(tokens, start).key)) start += 1;
  const day = skipWords(tokens, start, 'ngay lam viec');
  if (day === null || !['tiep', 'ke', 'lien', 'sau', 'hom'].includes(tokenAt(tokens, day).key)) return null;
  if (SINCE(tokens, day)) return null;
  let next = day + 1;
  while (['theo', 'tiep', 'ke', 'sau'].includes(tokenAt(tokens, next).key) && next < day + 3) {
    if (SINCE(tokens, next)?.next !== next + 1 && SINCE(tokens, next)) break;
    next += 1;
  }
  const since = SINCE(tokens, next);
  const one = { amount: 1, unit: 'working-day', isConverted: false, direction: 'after' } as const;
  if (since?.value !== 'after') return { ...one, eventFrom: next, eventTo: next, next };
  const end = clauseEnd(tokens, since.next);
  return { ...one, eventFrom: since.next, eventTo: end, next: end };
}

const FURTHEST_AMOUNT = 24;

/** "trước khi hết hạn xử lý ít nhất 02 ngày", "sau khi có kết luận chậm nhất 05 ngày làm việc". */
function readEventFirst(tokens: readonly Token[], at: number): RelativePhrase | null {
  const since = SINCE(tokens, at) ?? readCondition(tokens, at);
  // "từ 15 ngày xuống 10 ngày" compares two lengths of time: no event begins with one.
  if (!since || !isEvent(tokens, since) || readAmount(tokens, since.next)) return null;
  const end = Math.min(clauseEnd(tokens, since.next), since.next + FURTHEST_AMOUNT);
  for (let index = since.next + 1; index <= end; index += 1) {
    const limit = AT_LEAST(tokens, skipComma(tokens, index));
    const amount = readAmount(tokens, limit?.next ?? index);
    if (!amount || (!limit && !endsClause(tokens, amount.next))) continue;
    const eventTo = index;
    return { ...amount.value, direction: since.value, eventFrom: since.next, eventTo, next: amount.next };
  }
  return null;
}

/** "Khi có thay đổi, chậm nhất sau 03 ngày …": a condition that opens the sentence. */
function readCondition(tokens: readonly Token[], at: number): Read<'after'> | null {
  return tokenAt(tokens, at).key === 'khi' && startsSegment(tokens, at) ? { value: 'after', next: at + 1 } : null;
}

function endsClause(tokens: readonly Token[], at: number): boolean {
  const token = tokenAt(tokens, at);
  return token.kind === 'end' || token.startsLine || ['.', ';', ',', ')'].includes(token.key);
}
