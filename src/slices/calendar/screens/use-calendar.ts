import { queryOptions } from '@tanstack/react-query';
import {
  api,
  type ChangeDaysBody,
  type FindCalendarsAnswer,
  type GetCalendarYearAnswer,
} from '../../../web/client.generated.ts';

export type CalendarHead = FindCalendarsAnswer['calendars'][number];
export type CalendarYear = GetCalendarYearAnswer;
export type CalendarDay = GetCalendarYearAnswer['days'][number];
export type DayChangeOnScreen = ChangeDaysBody['changes'][number];

export const calendarsQuery = queryOptions({
  queryKey: ['calendars'],
  queryFn: ({ signal }) => api.findCalendars({ signal }),
});

export const calendarYearQuery = (calendarId: string, year: number) =>
  queryOptions({
    queryKey: ['calendars', calendarId, year],
    queryFn: ({ signal }) => api.getCalendarYear({ path: { calendarId, year }, signal }),
  });
