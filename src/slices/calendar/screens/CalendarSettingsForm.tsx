import { Button } from 'antd';
import { useState } from 'react';
import { useTexts } from '../../../web/language.ts';
import { DayField, TextField } from '../../../web/ui/Field.tsx';
import { DayOffRuleField } from './DayOffRuleField.tsx';
import { SaveChange } from './SaveDays.tsx';
import type { CalendarHead, CalendarSettingsOnScreen } from './use-calendar.ts';
import { readWeek, type TypedWeek, typeWeek, WeekFields } from './WeekFields.tsx';

type TypedLaterWeek = { key: number; from: string; week: TypedWeek };
type CalendarSettingsFormProps = { calendar: CalendarHead; onSaved: () => void };

/** Name, hours of the week, hours that begin on a later day, and where a deadline on a day off ends. */
export function CalendarSettingsForm({ calendar, onSaved }: CalendarSettingsFormProps) {
  const t = useTexts();
  const [name, setName] = useState(calendar.name);
  const [rule, setRule] = useState(calendar.dayOffRule);
  const [week, setWeek] = useState(() => typeWeek(calendar.week));
  const [later, setLater] = useState<readonly TypedLaterWeek[]>(() =>
    calendar.laterWeeks.map((one, key) => ({ key, from: one.from, week: typeWeek(one.week) })),
  );
  const settings = settingsOf({ name, rule, week, later });
  const put = (key: number, change: Partial<TypedLaterWeek>) =>
    setLater(later.map((one) => (one.key === key ? { ...one, ...change } : one)));
  const add = () =>
    setLater([
      ...later,
      { key: Math.max(-1, ...later.map((one) => one.key)) + 1, from: '', week: later.at(-1)?.week ?? week },
    ]);
  return (
    <div className="form">
      <TextField
        name="calendar-name"
        label={t('calendar.name')}
        value={name}
        error={name.trim().length < 2 ? t('calendar.nameMissing') : undefined}
        isRequired
        onChange={setName}
      />
      <DayOffRuleField value={rule} onChange={setRule} />
      <WeekFields name="week" week={week} onChange={setWeek} />
      {later.map((one) => (
        <section key={one.key} className="later-week">
          <DayField
            name={`from-${one.key}`}
            label={t('calendar.laterFrom')}
            value={one.from}
            error={one.from ? undefined : t('calendar.laterMissing')}
            onChange={(from) => put(one.key, { from })}
          />
          <WeekFields
            name={`later-${one.key}`}
            week={one.week}
            onChange={(changed) => put(one.key, { week: changed })}
          />
          <Button onClick={() => setLater(later.filter(({ key }) => key !== one.key))}>
            {t('calendar.laterRemove')}
          </Button>
        </section>
      ))}
      <div className="later-add">
        <Button onClick={add}>{t('calendar.laterAdd')}</Button>
        <span className="soft">{t('calendar.laterHint')}</span>
      </div>
      {settings ? (
        <SaveChange
          key={JSON.stringify(settings)}
          calendar={calendar}
          change={{ settings }}
          saveText={t('web.save')}
          onSaved={onSaved}
        />
      ) : null}
    </div>
  );
}

type Typed = { name: string; rule: CalendarHead['dayOffRule']; week: TypedWeek; later: readonly TypedLaterWeek[] };

/** What was typed as settings, later weeks in order of days; null while something is missing or not understood. */
function settingsOf({ name, rule, week, later }: Typed): CalendarSettingsOnScreen | null {
  const first = readWeek(week);
  const weeks = later.map((one) => ({ from: one.from, week: readWeek(one.week) }));
  if (!first || name.trim().length < 2) return null;
  const laterWeeks = weeks.flatMap((one) => (one.week && one.from ? [{ from: one.from, week: one.week }] : []));
  if (laterWeeks.length < later.length) return null;
  laterWeeks.sort((one, other) => (one.from < other.from ? -1 : 1));
  return { name: name.trim(), dayOffRule: rule, week: first, laterWeeks };
}
