import { queryOptions, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { civilDate } from '../../../../kernel/civil-date.ts';
import { api, type GetOfficeCalendarAnswer } from '../../../../web/client.generated.ts';
import { type DayException, makeCalendar, type WorkingCalendar } from '../../../calendar/index.ts';

const MINUTES = 60_000;

const calendarQuery = queryOptions({
  queryKey: ['register-calendar'],
  queryFn: ({ signal }) => api.getOfficeCalendar({ signal }),
  staleTime: 10 * MINUTES,
});

function toCalendar({ exceptions, laterWeeks, ...plan }: GetOfficeCalendarAnswer): WorkingCalendar {
  const days = exceptions.map(({ day, kind, sessions }): DayException => {
    const plain = { day: civilDate(day), kind, reason: '', decision: null, isProvisional: false };
    return sessions ? { ...plain, sessions } : plain;
  });
  const later = laterWeeks.map(({ from, week }) => ({ from: civilDate(from), week }));
  return makeCalendar({ ...plan, name: '', laterWeeks: later, exceptions: days });
}

/** The calendar of the office, ready for counting in the browser; null until it is here. */
export function useOfficeCalendar(): WorkingCalendar | null {
  const { data } = useQuery(calendarQuery);
  return useMemo(() => (data ? toCalendar(data) : null), [data]);
}
