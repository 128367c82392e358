import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { api } from '../../../web/client.generated.ts';
import { useTexts } from '../../../web/language.ts';
import { dayText } from '../../../web/ui/moments.ts';
import { Notice } from '../../../web/ui/StatusTag.tsx';
import type { CalendarChange, CalendarHead, DayChangeOnScreen } from './use-calendar.ts';

type SaveDaysProps = { calendar: CalendarHead; changes: readonly DayChangeOnScreen[]; onSaved: () => void };

export function SaveDays({ calendar, changes, onSaved }: SaveDaysProps) {
  const t = useTexts();
  const saveText = t('calendar.save', { count: changes.length });
  return <SaveChange calendar={calendar} change={{ changes: [...changes] }} saveText={saveText} onSaved={onSaved} />;
}

type SaveChangeProps = { calendar: CalendarHead; change: CalendarChange; saveText: string; onSaved: () => void };

/** Shows first which open deadlines would move, from when to when; only then can the change be saved. */
export function SaveChange({ calendar, change, saveText, onSaved }: SaveChangeProps) {
  const t = useTexts();
  const queries = useQueryClient();
  const { calendarId, version } = calendar;
  const path = { calendarId };
  const preview = useMutation({ mutationFn: () => api.previewDays({ path, body: change }) });
  const saving = useMutation({
    mutationFn: () =>
      'changes' in change
        ? api.changeDays({ path, body: { version, ...change } })
        : api.changeCalendarSettings({ path, body: { version, ...change } }),
    onSuccess: async () => {
      await queries.invalidateQueries();
      onSaved();
    },
  });
  const failed = preview.error ?? saving.error;
  return (
    <div className="stack">
      {failed ? <Notice tone="late">{failed.message}</Notice> : null}
      {preview.data ? <MovedList moved={preview.data.moved} /> : null}
      <div className="form-buttons">
        {preview.data ? (
          <Button type="primary" loading={saving.isPending} onClick={() => saving.mutate()}>
            {saveText}
          </Button>
        ) : (
          <Button type="primary" loading={preview.isPending} onClick={() => preview.mutate()}>
            {t('calendar.preview')}
          </Button>
        )}
      </div>
    </div>
  );
}

type MovedListProps = { moved: readonly { id: string; title: string; from: string | null; to: string | null }[] };

function MovedList({ moved }: MovedListProps) {
  const t = useTexts();
  const text = (day: string | null) => (day === null ? t('calendar.movedUnknown') : dayText(day));
  if (moved.length === 0) return <p>{t('calendar.movedNone')}</p>;
  return (
    <section aria-label={t('calendar.movedTitle')}>
      <h3>{t('calendar.movedTitle')}</h3>
      <ul>
        {moved.map(({ id, title, from, to }) => (
          <li key={id}>{t('calendar.moved', { title, from: text(from), to: text(to) })}</li>
        ))}
      </ul>
    </section>
  );
}
