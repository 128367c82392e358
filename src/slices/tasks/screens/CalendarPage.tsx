import { useQuery } from '@tanstack/react-query';
import {
  addDays,
  addMonths,
  type CivilDate,
  dayOfMonth,
  monthOf,
  parseCivilDate,
  weekdayOf,
  yearOf,
} from '../../../kernel/civil-date.ts';
import { useAddress } from '../../../web/address.ts';
import { api } from '../../../web/client.generated.ts';
import { useTexts } from '../../../web/language.ts';
import { useYear } from '../../../web/session/session.ts';
import { Card } from '../../../web/ui/Card.tsx';
import { FilterBar } from '../../../web/ui/FilterBar.tsx';
import { PageHead } from '../../../web/ui/PageHead.tsx';
import { Loaded } from '../../../web/ui/States.tsx';
import { useFilters } from './TasksPage.tsx';
import { TaskViews } from './TaskViews.tsx';
import { TaskLink } from './task-parts.tsx';
import { isLateMark, type Mark, useMarks } from './use-marks.ts';
import './tasks.css';

type Thing = { key: string; taskId: string; title: string; isLate: boolean; isDone: boolean };
const MOST_OF_DAY = 6;
const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

/** What falls due on each day of a month: tasks with a day, and occurrences of recurring ones. */
export function Page() {
  const t = useTexts();
  const year = useYear();
  const { search, change } = useAddress();
  const query = useMarks();
  const today = (query.data?.today ?? `${year}-01-01`) as CivilDate;
  const shown = parseCivilDate(`${search.month ?? today.slice(0, 7)}-01`) ?? today;
  const lastDay = addDays(addMonths(shown, 1), -1);
  const occurrences = useQuery({
    queryKey: ['task-occurrences', shown, search.lead],
    queryFn: ({ signal }) =>
      api.findOccurrences({
        query: { firstDay: shown, lastDay, limit: 2000, ...(search.lead ? { leadId: search.lead } : {}) },
        signal,
      }),
    enabled: query.data !== undefined,
  });
  const go = (months: number) => change({ month: addMonths(shown, months).slice(0, 7) });
  return (
    <>
      <PageHead
        title={t('tasks.month', { month: monthOf(shown), year: yearOf(shown) })}
        actions={
          <>
            <button type="button" className="link-button" onClick={() => go(-1)}>
              {t('tasks.before')}
            </button>
            <button type="button" className="link-button" onClick={() => change({ month: today.slice(0, 7) })}>
              {t('tasks.today')}
            </button>
            <button type="button" className="link-button" onClick={() => go(1)}>
              {t('tasks.after')}
            </button>
          </>
        }
      />
      <TaskViews />
      <FilterBar filters={useFilters().filter(({ key }) => !['from', 'to', 'due'].includes(key))} />
      <Loaded query={query}>
        {({ marks }) => (
          <Card>
            <Month
              first={shown}
              today={today}
              things={thingsByDay(marks, occurrences.data?.occurrences ?? [], today)}
            />
          </Card>
        )}
      </Loaded>
    </>
  );
}

type Listed = { taskId: string; key: string; title: string; name: string; dueOn: string; state: string };

const standingOf = (mark: Mark, today: string) => ({
  isLate: isLateMark(mark, today),
  isDone: mark.state === 'done',
});

function thingsByDay(marks: readonly Mark[], occurrences: readonly Listed[], today: string): Map<string, Thing[]> {
  const days = new Map<string, Thing[]>();
  const add = (day: string, thing: Thing) => days.set(day, [...(days.get(day) ?? []), thing]);
  const shown = new Set(marks.map(({ taskId }) => taskId));
  for (const mark of marks) {
    if (mark.nextOn === null || mark.dueKind === 'recurring' || mark.dueKind === 'continuous') continue;
    add(mark.nextOn, { key: mark.taskId, taskId: mark.taskId, title: mark.title, ...standingOf(mark, today) });
  }
  for (const { taskId, key, title, name, dueOn, state } of occurrences) {
    if (!shown.has(taskId)) continue;
    const isLate = dueOn < today && (state === 'open' || state === 'sent-back');
    const isDone = state === 'done' || state === 'waived';
    add(dueOn, { key: `${taskId} ${key}`, taskId, title: `${title} · ${name}`, isLate, isDone });
  }
  return days;
}

type MonthProps = { first: CivilDate; today: string; things: ReadonlyMap<string, Thing[]> };

function Month({ first, today, things }: MonthProps) {
  const t = useTexts();
  const start = addDays(first, 1 - weekdayOf(first));
  const weeks = Array.from({ length: 6 }, (_, week) =>
    Array.from({ length: 7 }, (_day, day) => addDays(start, week * 7 + day)),
  ).filter((days) => days.some((day) => monthOf(day) === monthOf(first)));
  const title = t('tasks.month', { month: monthOf(first), year: yearOf(first) });
  const isEmpty = ![...things.keys()].some((day) => day.slice(0, 7) === first.slice(0, 7));
  return (
    <>
      {isEmpty ? <p className="soft">{t('tasks.nothingThisMonth')}</p> : null}
      <table className="month">
        <caption className="visually-hidden">{title}</caption>
        <thead>
          <tr>
            {weekdays.map((day) => (
              <th key={day} scope="col">
                {t(`tasks.weekday.${day}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((days) => (
            <tr key={days[0]}>
              {days.map((day) => (
                <Day
                  key={day}
                  day={day}
                  isOther={monthOf(day) !== monthOf(first)}
                  isToday={day === today}
                  things={things.get(day) ?? []}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

type DayProps = { day: CivilDate; isOther: boolean; isToday: boolean; things: readonly Thing[] };

function Day({ day, isOther, isToday, things }: DayProps) {
  const t = useTexts();
  if (isOther) return <td />;
  return (
    <td data-today={isToday ? '' : undefined} data-full={things.length > 0 ? '' : undefined}>
      <time dateTime={day} className="month-day tabular">
        <span className="month-weekday">{t(`tasks.weekday.${weekdayOf(day)}`)}, </span>
        {dayOfMonth(day)}
      </time>
      <ul>
        {things.slice(0, MOST_OF_DAY).map(({ key, taskId, title, isLate, isDone }) => (
          <li key={key}>
            {isLate ? <span className="tag tag-late">{t('tasks.lateMark')}</span> : null}
            {isDone ? <span className="tag tag-good">{t('tasks.doneMark')}</span> : null}{' '}
            <TaskLink task={{ taskId, title }} />
          </li>
        ))}
      </ul>
      {things.length > MOST_OF_DAY ? (
        <span className="soft">{t('tasks.dayOthers', { count: things.length - MOST_OF_DAY })}</span>
      ) : null}
    </td>
  );
}
