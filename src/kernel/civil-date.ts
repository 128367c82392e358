/** A day without a time or a zone, written YYYY-MM-DD. Compare two with < and >. */
export type CivilDate = string & { readonly __kind: 'CivilDate' };

/** Whole days since 1970-01-01; what loops and prefix sums count with. */
export type DayNumber = number & { readonly __kind: 'DayNumber' };

/** 1 Monday … 7 Sunday (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** @param month 1–12; @returns 28–31 */
export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);
}

export function isCivilDay(year: number, month: number, day: number): boolean {
  return (
    Number.isInteger(year) &&
    Number.isInteger(month) &&
    Number.isInteger(day) &&
    year >= 1 &&
    year <= 9999 &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= daysInMonth(year, month)
  );
}

/** The day, or null where there is no such day (30/02, month 13). */
export function makeCivilDate(year: number, month: number, day: number): CivilDate | null {
  if (!isCivilDay(year, month, day)) return null;
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as CivilDate;
}

/** Reads YYYY-MM-DD; null for anything else. */
export function parseCivilDate(text: string): CivilDate | null {
  const match = PATTERN.exec(text);
  return match ? makeCivilDate(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}

/** @throws {RangeError} for a text that is not a day: use it only for days known to be right */
export function civilDate(text: string): CivilDate {
  const day = parseCivilDate(text);
  if (day === null) throw new RangeError(`not a day: ${text}`);
  return day;
}

export function yearOf(day: CivilDate): number {
  return Number(day.slice(0, 4));
}

/** @returns 1–12 */
export function monthOf(day: CivilDate): number {
  return Number(day.slice(5, 7));
}

/** @returns 1–31 */
export function dayOfMonth(day: CivilDate): number {
  return Number(day.slice(8, 10));
}

/** Days since 1970-01-01 of a day of the Gregorian calendar (years 1–9999). */
export function dayNumberOf(year: number, month: number, day: number): DayNumber {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return (era * 146097 + dayOfEra - 719468) as DayNumber;
}

export function toDayNumber(day: CivilDate): DayNumber {
  return dayNumberOf(yearOf(day), monthOf(day), dayOfMonth(day));
}

export function fromDayNumber(number: number): CivilDate {
  const shifted = number + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthIndex = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthIndex + 2) / 5) + 1;
  const month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as CivilDate;
}

export function addDays(day: CivilDate, days: number): CivilDate {
  return fromDayNumber(toDayNumber(day) + days);
}

export function daysBetween(from: CivilDate, to: CivilDate): number {
  return toDayNumber(to) - toDayNumber(from);
}

/** Same day number some months on; the last day of a shorter month. @source Bộ luật Dân sự 2015, điều 148.3 */
export function addMonths(day: CivilDate, months: number): CivilDate {
  const index = yearOf(day) * 12 + (monthOf(day) - 1) + months;
  const year = Math.floor(index / 12);
  const month = index - year * 12 + 1;
  return fromDayNumber(dayNumberOf(year, month, Math.min(dayOfMonth(day), daysInMonth(year, month))));
}

export function weekdayOf(day: CivilDate): Weekday {
  return weekdayOfNumber(toDayNumber(day));
}

export function weekdayOfNumber(number: number): Weekday {
  return (((((number + 3) % 7) + 7) % 7) + 1) as Weekday;
}

/** As on paper: 12/12/2024 */
export function formatDay(day: CivilDate): string {
  return `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`;
}
