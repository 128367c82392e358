import type { Weekday } from '../../../kernel/civil-date.ts';
import { useTexts } from '../../../web/language.ts';
import { TextField } from '../../../web/ui/Field.tsx';
import type { Session, WeekPattern } from '../index.ts';
import { readHours, writeHours } from './hours.ts';

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const satisfies readonly Weekday[];

/** The hours of each weekday as typed, Monday first. */
export type TypedWeek = Readonly<Record<Weekday, string>>;

export function typeWeek(week: WeekPattern): TypedWeek {
  const hours = (day: Weekday): string => writeHours(week[day]);
  return { 1: hours(1), 2: hours(2), 3: hours(3), 4: hours(4), 5: hours(5), 6: hours(6), 7: hours(7) };
}

/** The pattern that was typed; null while a day is not understood. */
export function readWeek(typed: TypedWeek): Record<Weekday, Session[]> | null {
  const [one, two, three, four, five, six, seven] = weekdays.map((day) => readHours(typed[day]));
  if (!one || !two || !three || !four || !five || !six || !seven) return null;
  return { 1: one, 2: two, 3: three, 4: four, 5: five, 6: six, 7: seven };
}

type WeekFieldsProps = { name: string; week: TypedWeek; onChange: (week: TypedWeek) => void };

/** Seven fields of hours, each with its own fault beside it. */
export function WeekFields({ name, week, onChange }: WeekFieldsProps) {
  const t = useTexts();
  return (
    <fieldset className="week-fields">
      <legend>{t('calendar.weekHours')}</legend>
      <p className="field-hint">{t('calendar.hoursHint')}</p>
      <div className="week-grid">
        {weekdays.map((day) => (
          <TextField
            key={day}
            name={`${name}-${day}`}
            label={t(`calendar.weekday.${day}`)}
            value={week[day]}
            error={readHours(week[day]) ? undefined : t('calendar.hoursWrong')}
            onChange={(hours) => onChange({ ...week, [day]: hours })}
          />
        ))}
      </div>
    </fieldset>
  );
}
