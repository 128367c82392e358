import { type Read, readNumber, readNumberWord, readQuarterNumber } from './numbers.ts';
import { phraseTable } from './phrases.ts';
import { type Token, tokenAt } from './tokens.ts';

/** What is said of the year: a number, "năm sau" (+1), or nothing (null: the plan's year). */
export type YearSaid = { readonly year: number } | { readonly shift: number } | null;

/**
 * A stretch of the calendar as worded: a day, a month, a quarter, … Months and days count inside one year;
 * `lastDay` null is the month's last day, `firstMonth` null a day of a month not named ("ngày 25").
 */
export type Reference = {
  readonly grain: 'day' | 'month' | 'quarter' | 'months' | 'year' | 'part';
  readonly firstMonth: number | null;
  readonly firstDay: number;
  readonly lastMonth: number | null;
  readonly lastDay: number | null;
  readonly year: YearSaid;
  /** "cuối tháng 6", "cuối quý": the phrase names the end, not the whole. */
  readonly isEnd?: boolean;
  readonly isVague?: boolean;
};

export function monthsReference(grain: Reference['grain'], first: number, last: number, year: YearSaid): Reference {
  return { grain, firstMonth: first, firstDay: 1, lastMonth: last, lastDay: null, year };
}

export function dayReference(day: number, month: number | null, year: YearSaid): Reference {
  return { grain: 'day', firstMonth: month, firstDay: day, lastMonth: month, lastDay: day, year };
}

const SEPARATORS = new Set(['/', '-', '.', '–', '−']);

const THIS_YEAR = phraseTable<true>([['nay|do|bao cao|ke hoach|hien tai|danh gia', true]]);

const NEXT_YEAR = new Set(['sau', 'toi', 'tiep', 'ke', 'lien']);

const isShortNumber = (token: Token): boolean => token.kind === 'number' && token.to - token.from <= 2;

/** A year of two or four digits. */
function yearNumber(token: Token): number | null {
  if (token.kind !== 'number') return null;
  const digits = token.to - token.from;
  if (digits === 4) return token.value >= 1900 && token.value <= 2199 ? token.value : null;
  return digits === 2 ? 2000 + token.value : null;
}

function fullYear(token: Token): number | null {
  return token.to - token.from === 4 ? yearNumber(token) : null;
}

/** "năm sau", "năm tiếp theo", "năm kế tiếp", "năm liền kề", "năm nay", from the word after "năm". */
function readRelativeYear(tokens: readonly Token[], at: number): Read<YearSaid> | null {
  const word = tokenAt(tokens, at).key;
  const same = THIS_YEAR(tokens, at);
  if (same) return { value: { shift: 0 }, next: same.next };
  if (word === 'truoc' && tokenAt(tokens, at + 1).key !== 'ngay') return { value: { shift: -1 }, next: at + 1 };
  if (!NEXT_YEAR.has(word)) return null;
  let next = at + 1;
  while (['theo', 'tiep', 'ke', 'sau', 'lien'].includes(tokenAt(tokens, next).key) && next < at + 4) next += 1;
  return { value: { shift: 1 }, next };
}

/** The year after a day, month or quarter: "/2024", " năm 2024", " của năm sau", " 2024". */
export function readYearAfter(tokens: readonly Token[], at: number): Read<YearSaid> {
  const none = { value: null, next: at };
  let index = at;
  if (SEPARATORS.has(tokenAt(tokens, index).key)) {
    if (tokenAt(tokens, index + 1).key === 'nam') return readYearAfter(tokens, index + 1);
    const year = fullYear(tokenAt(tokens, index + 1));
    return year === null ? none : { value: { year }, next: index + 2 };
  }
  const comma = tokenAt(tokens, index).key === ',' && tokenAt(tokens, index + 1).key === 'nam' ? 1 : 0;
  index += comma;
  if (['cua', 'trong'].includes(tokenAt(tokens, index).key) && tokenAt(tokens, index + 1).key === 'nam') index += 1;
  if (tokenAt(tokens, index).key !== 'nam') return none;
  const year = fullYear(tokenAt(tokens, index + 1));
  if (year !== null) return { value: { year }, next: index + 2 };
  return readRelativeYear(tokens, index + 1) ?? none;
}

/** A month's number in digits or words; "tháng năm 2024" is a month left blank, not May. */
function readMonthNumber(tokens: readonly Token[], at: number): Read<number> | null {
  const token = tokenAt(tokens, at);
  if (isShortNumber(token)) return { value: token.value, next: at + 1 };
  if (token.word === 'năm' && fullYear(tokenAt(tokens, at + 1)) !== null) return null;
  return readNumberWord(tokens, at);
}

const MONTHS_OF_DAY = phraseTable<true>([['thang|cac thang|cua cac thang|trong cac thang|cua thang', true]]);

/** "ngày 15/12/2024", "15-12-2024", "ngày 15 tháng 12 năm 2024", "ngày 15", "mùng 5 tháng 6", "2024-12-15". */
export function readDay(tokens: readonly Token[], at: number): Read<Reference> | null {
  let index = at;
  const hasWord = tokenAt(tokens, index).key === 'ngay' || tokenAt(tokens, index).key === 'mung';
  while (['ngay', 'mung'].includes(tokenAt(tokens, index).key) && index < at + 2) index += 1;
  const iso = readIsoDay(tokens, index);
  if (iso) return iso;
  const number = hasWord ? readDayNumber(tokens, index) : shortNumberAt(tokens, index);
  if (!number) return null;
  const separator = tokenAt(tokens, number.next).key;
  if (SEPARATORS.has(separator) && isShortNumber(tokenAt(tokens, number.next + 1))) {
    const numeric = readNumericDay(tokens, number, separator);
    if (numeric || !hasWord) return numeric;
  }
  const monthWord = MONTHS_OF_DAY(tokens, number.next);
  if (monthWord) {
    const month = readMonthNumber(tokens, monthWord.next);
    if (month) {
      const year = readYearAfter(tokens, month.next);
      return { value: dayReference(number.value, month.value, year.value), next: year.next };
    }
  }
  return hasWord ? { value: dayReference(number.value, null, null), next: number.next } : null;
}

function shortNumberAt(tokens: readonly Token[], at: number): Read<number> | null {
  const token = tokenAt(tokens, at);
  return isShortNumber(token) ? { value: token.value, next: at + 1 } : null;
}

function readDayNumber(tokens: readonly Token[], at: number): Read<number> | null {
  if (tokenAt(tokens, at).kind === 'number') return shortNumberAt(tokens, at);
  return readNumberWord(tokens, at);
}

function readIsoDay(tokens: readonly Token[], at: number): Read<Reference> | null {
  const year = fullYear(tokenAt(tokens, at));
  const [dash, month, dash2, day] = [1, 2, 3, 4].map((offset) => tokenAt(tokens, at + offset));
  if (year === null || dash?.key !== '-' || dash2?.key !== '-' || !month || !day) return null;
  if (!isShortNumber(month) || !isShortNumber(day)) return null;
  return { value: dayReference(day.value, month.value, { year }), next: at + 5 };
}

/** After the day's number: "/12/2024", "-12-2024", "/12", "/12 năm 2024". A dash needs all three parts: "15-20" is a range. */
function readNumericDay(tokens: readonly Token[], day: Read<number>, separator: string): Read<Reference> | null {
  const month = tokenAt(tokens, day.next + 1).value;
  const afterMonth = day.next + 2;
  const yearToken = tokenAt(tokens, afterMonth + 1);
  const year = SEPARATORS.has(tokenAt(tokens, afterMonth).key) ? yearNumber(yearToken) : null;
  const isWholeYear = year !== null && (yearToken.to - yearToken.from === 4 || tokenAt(tokens, afterMonth).key === '/');
  if (isWholeYear) return { value: dayReference(day.value, month, { year }), next: afterMonth + 2 };
  if (separator !== '/' && separator !== '.') return null;
  if (isThousands(tokens, afterMonth)) return null;
  if (separator === '.' && tokenAt(tokens, day.next).from !== tokenAt(tokens, day.next - 1).to) return null;
  const said = readYearAfter(tokens, afterMonth);
  return { value: dayReference(day.value, month, said.value), next: said.next };
}

/** "2/1.350 hồ sơ": what follows the stroke is a number in thousands, no month. */
function isThousands(tokens: readonly Token[], at: number): boolean {
  const [before, dot, digits] = [tokenAt(tokens, at - 1), tokenAt(tokens, at), tokenAt(tokens, at + 1)];
  if (dot.key !== '.' || digits.kind !== 'number' || dot.from !== before.to || digits.from !== dot.to) return false;
  return digits.to - digits.from === 3;
}

/** "tháng 12/2024", "tháng 12", "tháng mười hai năm 2024", "T12/2024". */
export function readMonth(tokens: readonly Token[], at: number): Read<Reference> | null {
  const word = tokenAt(tokens, at).key;
  const isShort = word === 't' && isShortNumber(tokenAt(tokens, at + 1));
  if (word !== 'thang' && !isShort) return null;
  return readMonthAfterWord(tokens, at + 1);
}

/** "12/2024" where a bound or "từ" before it leaves no other meaning. */
export function readMonthAndYear(tokens: readonly Token[], at: number): Read<Reference> | null {
  const month = tokenAt(tokens, at);
  const year = SEPARATORS.has(tokenAt(tokens, at + 1).key) ? fullYear(tokenAt(tokens, at + 2)) : null;
  if (!isShortNumber(month) || year === null) return null;
  return { value: monthsReference('month', month.value, month.value, { year }), next: at + 3 };
}

/** The number (and year) of a month whose word was already read or is left out in a list. */
export function readMonthAfterWord(tokens: readonly Token[], at: number): Read<Reference> | null {
  const month = readMonthNumber(tokens, at);
  if (!month) return null;
  const year = readYearAfter(tokens, month.next);
  return { value: monthsReference('month', month.value, month.value, year.value), next: year.next };
}

/** "quý III/2024", "quý 3 năm 2024", "Q3". */
export function readQuarter(tokens: readonly Token[], at: number): Read<Reference> | null {
  const word = tokenAt(tokens, at).key;
  const side = tokenAt(tokens, at + 1).key;
  if (word === 'quy' && (side === 'dau' || side === 'cuoi') && tokenAt(tokens, at + 2).key === 'nam') {
    const year = readYearAfter(tokens, at + 2);
    const [first, last] = side === 'dau' ? [1, 3] : [10, 12];
    return { value: monthsReference('quarter', first, last, year.value), next: Math.max(year.next, at + 3) };
  }
  if (word === 'quy') return readQuarterAfterWord(tokens, at + 1);
  if (word !== 'q') return null;
  const dot = tokenAt(tokens, at + 1).key === '.' ? 1 : 0;
  const isRoman = /^(?:i{1,3}|iv)$/.test(tokenAt(tokens, at + 1 + dot).key);
  return isRoman || isShortNumber(tokenAt(tokens, at + 1 + dot)) ? readQuarterAfterWord(tokens, at + 1 + dot) : null;
}

export function readQuarterAfterWord(tokens: readonly Token[], at: number): Read<Reference> | null {
  const quarter = readQuarterNumber(tokens, at);
  if (!quarter) return null;
  const year = readYearAfter(tokens, quarter.next);
  const last = quarter.value * 3;
  return { value: monthsReference('quarter', last - 2, last, year.value), next: year.next };
}

/** "6 tháng đầu năm", "06 tháng cuối năm 2024", "9 tháng năm 2024", "nửa đầu năm". */
export function readMonthsOfYear(tokens: readonly Token[], at: number): Read<Reference> | null {
  const half = tokenAt(tokens, at).key === 'nua';
  const count = half ? { value: 6, next: at + 1 } : readNumber(tokens, at);
  if (!count || count.value < 1 || count.value > 12) return null;
  const end = half ? count.next : tokenAt(tokens, count.next).key === 'thang' ? count.next + 1 : null;
  if (end === null) return null;
  const side = tokenAt(tokens, end).key;
  const isSided = side === 'dau' || side === 'cuoi';
  let yearAt = isSided ? end + 1 : end;
  if (isSided && tokenAt(tokens, yearAt).key === 'tien') yearAt += 1;
  const year = readYearAfter(tokens, yearAt);
  const next = year.value === null && tokenAt(tokens, yearAt).key === 'nam' ? yearAt + 1 : year.next;
  if (!isSided && year.value === null) return null;
  if (isSided && next === yearAt && !sharesYear(tokens, yearAt)) return null;
  const [first, last] = side === 'cuoi' ? [13 - count.value, 12] : [1, count.value];
  return { value: monthsReference('months', first, last, year.value), next };
}

/** "6 tháng đầu và 6 tháng cuối năm 2024": the year follows the second. */
function sharesYear(tokens: readonly Token[], at: number): boolean {
  if (!['va', ','].includes(tokenAt(tokens, at).key)) return false;
  const count = readNumber(tokens, at + 1);
  return count !== null && tokenAt(tokens, count.next).key === 'thang';
}

/** "năm 2024", "cả năm", "năm sau". Plain "năm" only where the caller saw "trong". */
export function readYear(tokens: readonly Token[], at: number): Read<Reference> | null {
  const isWhole = tokenAt(tokens, at).key === 'ca' && tokenAt(tokens, at + 1).key === 'nam';
  const index = isWhole ? at + 1 : at;
  if (tokenAt(tokens, index).key !== 'nam') return null;
  const year = fullYear(tokenAt(tokens, index + 1));
  if (year !== null) return { value: monthsReference('year', 1, 12, { year }), next: index + 2 };
  const relative = readRelativeYear(tokens, index + 1);
  if (relative) return { value: monthsReference('year', 1, 12, relative.value), next: relative.next };
  return isWhole ? { value: monthsReference('year', 1, 12, null), next: index + 1 } : null;
}

/** "năm" alone: the plan's year, where the words around it allow no other reading. */
export function plainYear(tokens: readonly Token[], at: number): Read<Reference> | null {
  if (tokenAt(tokens, at).key !== 'nam') return null;
  return { value: monthsReference('year', 1, 12, null), next: at + 1 };
}
