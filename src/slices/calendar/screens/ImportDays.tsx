import { useState } from 'react';
import { useTexts } from '../../../web/language.ts';
import { LongTextField } from '../../../web/ui/Field.tsx';
import { readDayRows } from '../index.ts';
import { SaveDays } from './SaveDays.tsx';
import type { CalendarHead } from './use-calendar.ts';

type ImportDaysProps = { calendar: CalendarHead; onSaved: () => void };

/** The days of a decision, copied from a spreadsheet; nothing is saved while a row is not understood. */
export function ImportDays({ calendar, onSaved }: ImportDaysProps) {
  const t = useTexts();
  const [rows, setRows] = useState('');
  const { days, problems } = readDayRows(rows);
  const changes = days.map(({ day, kind, reason, decision, isProvisional }) => ({
    day,
    exception: { kind, reason, decision, isProvisional },
  }));
  return (
    <div className="stack">
      <p>{t('calendar.importLead')}</p>
      <LongTextField
        name="rows"
        label={t('calendar.importRows')}
        hint={t('calendar.importHint')}
        value={rows}
        onChange={setRows}
      />
      <p role="status">{days.length ? t('calendar.importRead', { count: days.length }) : t('calendar.importEmpty')}</p>
      {problems.length ? (
        <ul className="field-error">
          {problems.map(({ row, problem }) => (
            <li key={row}>{t(`calendar.problem.${problem}`, { row })}</li>
          ))}
        </ul>
      ) : null}
      {changes.length && problems.length === 0 ? (
        <SaveDays key={rows} calendar={calendar} changes={changes} onSaved={onSaved} />
      ) : null}
    </div>
  );
}
