import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { api } from '../../../web/client.generated.ts';
import { useTexts } from '../../../web/language.ts';
import { FormSummary, TextField } from '../../../web/ui/Field.tsx';
import { useForm } from '../../../web/ui/useForm.ts';
import type { CalendarHead } from './use-calendar.ts';
import { readWeek, typeWeek, WeekFields } from './WeekFields.tsx';

type NewCalendarProps = { copyFrom: CalendarHead; onDone: () => void };

/** A further calendar with hours of its own and the days off of the one in view. */
export function NewCalendar({ copyFrom, onDone }: NewCalendarProps) {
  const t = useTexts();
  const queries = useQueryClient();
  const [typed, setTyped] = useState(() => typeWeek(copyFrom.week));
  const form = useForm({
    initial: { name: '' },
    check: ({ name }) => ({
      ...(name.trim().length < 2 ? { name: t('calendar.nameMissing') } : {}),
      ...(readWeek(typed) ? {} : { 'new-1': t('calendar.hoursWrong') }),
    }),
    submit: async ({ name }) => {
      const week = readWeek(typed);
      if (!week) return;
      await api.createCalendar({ body: { name: name.trim(), week, copyFrom: copyFrom.calendarId } });
      await queries.invalidateQueries({ queryKey: ['calendars'] });
      onDone();
    },
  });
  return (
    <form className="form" noValidate onSubmit={form.send}>
      <p className="soft">{t('calendar.createLead')}</p>
      <FormSummary errors={form.errors} />
      <TextField
        name="name"
        label={t('calendar.name')}
        value={form.values.name}
        error={form.errors.name}
        isRequired
        onChange={form.set('name')}
      />
      <WeekFields name="new" week={typed} onChange={setTyped} />
      <div className="form-buttons">
        <Button type="primary" htmlType="submit" loading={form.isBusy}>
          {t('web.save')}
        </Button>
        <Button onClick={onDone}>{t('web.cancel')}</Button>
      </div>
    </form>
  );
}
