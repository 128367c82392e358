import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { api } from '../../../web/client.generated.ts';
import { useTexts } from '../../../web/language.ts';
import { FormSummary, TextField } from '../../../web/ui/Field.tsx';
import { useForm } from '../../../web/ui/useForm.ts';
import { readHours, writeHours } from './hours.ts';
import type { CalendarHead } from './use-calendar.ts';

type NewCalendarProps = { copyFrom: CalendarHead; onDone: () => void };

/** A further calendar with hours of its own and the days off of the one in view. */
export function NewCalendar({ copyFrom, onDone }: NewCalendarProps) {
  const t = useTexts();
  const queries = useQueryClient();
  const form = useForm({
    initial: { name: '', weekday: writeHours(copyFrom.week[1]), saturday: writeHours(copyFrom.week[6]) },
    check: ({ name, weekday, saturday }) => ({
      ...(name.trim().length < 2 ? { name: t('calendar.nameMissing') } : {}),
      ...(readHours(weekday) ? {} : { weekday: t('calendar.hoursWrong') }),
      ...(readHours(saturday) ? {} : { saturday: t('calendar.hoursWrong') }),
    }),
    submit: async ({ name, weekday, saturday }) => {
      const day = readHours(weekday) ?? [];
      const week = { 1: day, 2: day, 3: day, 4: day, 5: day, 6: readHours(saturday) ?? [], 7: [] };
      await api.createCalendar({ body: { name: name.trim(), week, copyFrom: copyFrom.calendarId } });
      await queries.invalidateQueries({ queryKey: ['calendars'] });
      onDone();
    },
  });
  const field = (name: keyof typeof form.values) => ({
    name,
    value: form.values[name],
    onChange: form.set(name),
    error: form.errors[name],
  });
  return (
    <form className="form" noValidate onSubmit={form.send}>
      <p className="soft">{t('calendar.createLead')}</p>
      <FormSummary errors={form.errors} />
      <TextField {...field('name')} label={t('calendar.name')} isRequired />
      <TextField {...field('weekday')} label={t('calendar.weekdayHours')} hint={t('calendar.hoursHint')} />
      <TextField {...field('saturday')} label={t('calendar.saturdayHours')} hint={t('calendar.hoursHint')} />
      <div className="form-buttons">
        <Button type="primary" htmlType="submit" loading={form.isBusy}>
          {t('web.save')}
        </Button>
        <Button onClick={onDone}>{t('web.cancel')}</Button>
      </div>
    </form>
  );
}
