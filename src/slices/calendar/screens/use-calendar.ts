import { queryOptions } from '@tanstack/react-query';
import { civilDate } from '../../../kernel/civil-date.ts';
import {
  api,
  type ChangeCalendarSettingsBody,
  type ChangeDaysBody,
  type FindCalendarsAnswer,
  type GetCalendarYearAnswer,
} from '../../../web/client.generated.ts';

export type CalendarHead = FindCalendarsAnswer['calendars'][number];
export type CalendarYear = GetCalendarYearAnswer;
export type CalendarDay = GetCalendarYearAnswer['days'][number];
export type DayChangeOnScreen = ChangeDaysBody['changes'][number];
export type CalendarSettingsOnScreen = ChangeCalendarSettingsBody['settings'];
/** What is previewed before it is saved. */
export type CalendarChange = { changes: DayChangeOnScreen[] } | { settings: CalendarSettingsOnScreen };

/** The days on which other hours begin, as days. */
export const laterWeeksOf = ({ laterWeeks }: CalendarHead) =>
  laterWeeks.map(({ from, week }) => ({ from: civilDate(from), week }));

export const calendarsQuery = queryOptions({
  queryKey: ['calendars'],
  queryFn: ({ signal }) => api.findCalendars({ signal }),
});

export const calendarYearQuery = (calendarId: string, year: number) =>
  queryOptions({
    queryKey: ['calendars', calendarId, year],
    queryFn: ({ signal }) => api.getCalendarYear({ path: { calendarId, year }, signal }),
  });
