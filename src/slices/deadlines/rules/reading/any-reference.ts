import { daysInMonth } from '../../../../kernel/civil-date.ts';
import type { Read } from './numbers.ts';
import { readDaysOfMonth, readHalfOfMonth, readPart } from './parts.ts';
import { type Reference, readDay, readMonth, readMonthsOfYear, readQuarter, readYear } from './references.ts';
import type { Token } from './tokens.ts';

/** Any one reference at this place. */
export function readReference(tokens: readonly Token[], at: number): Read<Reference> | null {
  return (
    readPart(tokens, at) ??
    readDaysOfMonth(tokens, at) ??
    readHalfOfMonth(tokens, at) ??
    readDay(tokens, at) ??
    readMonthsOfYear(tokens, at) ??
    readMonth(tokens, at) ??
    readQuarter(tokens, at) ??
    readYear(tokens, at)
  );
}

/** Whether such a stretch exists in some year: no month 13, no 31 April; 29 February is asked again with its year. */
export function isPossible(reference: Reference): boolean {
  const { firstMonth, lastMonth, firstDay, lastDay } = reference;
  const isMonth = (month: number | null): boolean => month === null || (month >= 1 && month <= 12);
  if (!isMonth(firstMonth) || !isMonth(lastMonth)) return false;
  return (
    firstDay >= 1 &&
    firstDay <= daysInMonth(2024, firstMonth ?? 1) &&
    (lastDay === null || (lastDay >= 1 && lastDay <= daysInMonth(2024, lastMonth ?? 1)))
  );
}
