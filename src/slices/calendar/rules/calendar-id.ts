/** Identifier of a stored calendar. */
export type CalendarId = `calendar_${string}`;

/** The calendar that counts for the agency where nothing else is said; shipped until it is changed. */
export const MAIN_CALENDAR: CalendarId = 'calendar_main';
