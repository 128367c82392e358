import { type CivilDate, fromDayNumber, parseCivilDate, toDayNumber } from '../../../kernel/civil-date.ts';

/** A moment on the office's clock, written 2024-02-05T09:00 (no zone: it is the office's). */
export type OfficeMoment = { readonly day: CivilDate /** Minutes after midnight, 0–1439. */; readonly minute: number };

const PATTERN = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}):(\d{2})(?::\d{2}(?:\.\d+)?)?)?$/;

/** Reads 2024-02-05T09:00 (seconds are dropped) or a day alone, which starts at midnight; null for anything else. */
export function parseOfficeMoment(text: string): OfficeMoment | null {
  const match = PATTERN.exec(text);
  const day = match?.[1] === undefined ? null : parseCivilDate(match[1]);
  if (!match || !day) return null;
  const [hours, minutes] = [Number(match[2] ?? 0), Number(match[3] ?? 0)];
  return hours < 24 && minutes < 60 ? { day, minute: hours * 60 + minutes } : null;
}

export function formatOfficeMoment({ day, minute }: OfficeMoment): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${day}T${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}

/** A minute may run past midnight here: 24:00 is 0:00 of the next day. */
export function officeMoment(dayNumber: number, minute: number): OfficeMoment {
  const days = Math.floor(minute / 1440);
  return { day: fromDayNumber(dayNumber + days), minute: minute - days * 1440 };
}

export function dayNumberAt(moment: OfficeMoment): number {
  return toDayNumber(moment.day);
}
