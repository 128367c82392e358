import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../../web/api/call.ts';
import type { ReadDaySheetAnswer } from '../../../web/client.generated.ts';
import { useTexts } from '../../../web/language.ts';
import { LongTextField } from '../../../web/ui/Field.tsx';
import { Notice } from '../../../web/ui/StatusTag.tsx';
import { UploadDrop } from '../../../web/ui/UploadDrop.tsx';
import { readDayRows } from '../index.ts';
import { SaveDays } from './SaveDays.tsx';
import type { CalendarHead } from './use-calendar.ts';

type ImportDaysProps = { calendar: CalendarHead; onSaved: () => void };

/** The days of a decision, copied from a spreadsheet; nothing is saved while a row is not understood. */
export function ImportDays({ calendar, onSaved }: ImportDaysProps) {
  const t = useTexts();
  const [rows, setRows] = useState('');
  const reading = useMutation({
    mutationFn: (file: File) => {
      const body = new FormData();
      body.append('file', file);
      return call<ReadDaySheetAnswer>({ method: 'POST', address: '/api/calendars/rows', answer: 'json' }, { body });
    },
    onSuccess: (read) => setRows(read.rows.map((row) => row.join('\t')).join('\n')),
  });
  const { days, problems } = readDayRows(rows);
  const changes = days.map(({ day, kind, reason, decision, isProvisional }) => ({
    day,
    exception: { kind, reason, decision, isProvisional },
  }));
  return (
    <div className="stack">
      <p>{t('calendar.importLead')}</p>
      <UploadDrop
        label={t('calendar.importFile')}
        limits={{ endings: ['.xlsx', '.csv'], megabytes: 5 }}
        onFile={(file) => reading.mutate(file)}
        isBusy={reading.isPending}
      />
      {reading.error ? <Notice tone="late">{reading.error.message}</Notice> : null}
      <LongTextField
        name="rows"
        label={t('calendar.importRows')}
        hint={t('calendar.importHint')}
        value={rows}
        onChange={setRows}
      />
      <p role="status">{days.length ? t('calendar.importRead', { count: days.length }) : t('calendar.importEmpty')}</p>
      {problems.length ? (
        <Notice tone="late">
          <ul>
            {problems.map(({ row, problem }) => (
              <li key={row}>{t(`calendar.problem.${problem}`, { row })}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {changes.length && problems.length === 0 ? (
        <SaveDays key={rows} calendar={calendar} changes={changes} onSaved={onSaved} />
      ) : null}
    </div>
  );
}
