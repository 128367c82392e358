import { areSessions, type Session } from '../index.ts';

const SESSION = /^(\d{1,2})[:h](\d{2})\s*[-–]\s*(\d{1,2})[:h](\d{2})$/;

/** Reads "7:00-11:30, 13:30-17:00"; nothing is a day of rest; null where it is not understood. */
export function readHours(text: string): Session[] | null {
  if (text.trim() === '') return [];
  const sessions = text.split(',').map((part) => readSession(part.trim()));
  const known = sessions.filter((session) => session !== null);
  return known.length === sessions.length && areSessions(known) ? known : null;
}

function readSession(text: string): Session | null {
  const [, fromHour, fromMinute, untilHour, untilMinute] = (SESSION.exec(text) ?? []).map(Number);
  if (fromHour === undefined || fromMinute === undefined || untilHour === undefined || untilMinute === undefined) {
    return null;
  }
  return { from: fromHour * 60 + fromMinute, until: untilHour * 60 + untilMinute };
}

export function writeHours(sessions: readonly Session[]): string {
  const clock = (minute: number): string => `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;
  return sessions.map(({ from, until }) => `${clock(from)}-${clock(until)}`).join(', ');
}
