import type { Translate } from '../../../web/texts.ts';
import { dayText } from '../../../web/ui/moments.ts';
import { lastDayOf, type TaskDeadline } from '../../tasks/index.ts';
import { asDeadline } from '../rules/draft-deadline.ts';
import { recurringDays } from '../rules/recurring-days.ts';

type Of<Kind extends TaskDeadline['kind']> = Extract<TaskDeadline, { kind: Kind }>;

function recurringWords(t: Translate, { every, day, of, inclusive }: Of<'recurring'>): string {
  const often = t(`plan.every.${every}`);
  if (day === null) return often;
  const when = of === null ? '' : ` ${t(`plan.of.${of}`)}`;
  return `${often} · ${t(inclusive ? 'plan.onDay' : 'plan.beforeDay', { day })}${when}`;
}

/** A deadline in few words: "trước 12/12/2026", "01/01/2026 – 31/12/2026", "mỗi quý · ngày 14 tháng cuối". */
export function deadlineWords(t: Translate, deadline: TaskDeadline): string {
  switch (deadline.kind) {
    case 'by':
      return t(deadline.inclusive ? 'plan.until' : 'plan.before', { day: dayText(deadline.date) });
    case 'window':
      return `${dayText(deadline.from)} – ${dayText(deadline.to)}`;
    case 'recurring':
      return recurringWords(t, deadline);
    case 'continuous':
      return t('plan.continuous');
    case 'relative':
      return t(`plan.relative.${deadline.direction}`, {
        amount: deadline.amount,
        unit: t(`plan.span.${deadline.unit}`),
        event: deadline.event,
      });
    case 'external':
      return t('plan.external');
  }
}

/** What the deadline means on the calendar: the last day on time, or the days of a year; empty where it names none. */
export function deadlineMeaning(t: Translate, deadline: TaskDeadline, year: number | null): string {
  const read = asDeadline(deadline);
  if (read.kind === 'recurring') {
    const days = year === null ? [] : recurringDays(read, year);
    return days.map((day) => `${Number(day.slice(8, 10))}/${Number(day.slice(5, 7))}`).join(' · ');
  }
  if (deadline.kind === 'continuous') return t('plan.meaning.continuous');
  if (deadline.kind === 'relative') return t('plan.meaning.relative');
  if (deadline.kind === 'external') return t('plan.meaning.external');
  const day = lastDayOf(read);
  return day ? t('plan.meaning.lastDay', { day: dayText(day) }) : '';
}
