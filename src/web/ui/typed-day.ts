import { type CivilDate, makeCivilDate } from '../../kernel/civil-date.ts';

const TYPED = /^(\d{1,2})[/.\-\s](\d{1,2})[/.\-\s](\d{4})$/;
const RUN_TOGETHER = /^(\d{2})(\d{2})(\d{4})$/;

/** Reads a day as people type it: 31/12/2026, 1.2.2026, 01-02-2026, 01022026; null where it is no day. */
export function parseTypedDay(text: string): CivilDate | null {
  const trimmed = text.trim();
  const match = TYPED.exec(trimmed) ?? RUN_TOGETHER.exec(trimmed);
  return match ? makeCivilDate(Number(match[3]), Number(match[2]), Number(match[1])) : null;
}
