import { formatDay, parseCivilDate } from '../../kernel/civil-date.ts';
import { OFFICE_ZONE } from '../../kernel/clock.ts';

const inOffice = new Intl.DateTimeFormat('en-GB', {
  timeZone: OFFICE_ZONE,
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** 12/12/2024 08:30, in the zone of the office. @param instant as the server sends it */
export function momentText(instant: string): string {
  return inOffice.format(new Date(instant)).replace(', ', ' ');
}

/** 12/12/2024; the text itself where it is no day. */
export function dayText(day: string): string {
  const parsed = parseCivilDate(day);
  return parsed ? formatDay(parsed) : day;
}
