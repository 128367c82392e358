import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
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

type Moved = Awaited<ReturnType<typeof api.previewDays>>['moved'][number];

function MovedList({ moved }: { moved: readonly Moved[] }) {
  const t = useTexts();
  const text = (day: string | null) => (day === null ? t('calendar.movedUnknown') : dayText(day));
  const moving = moved.filter(({ isKept }) => !isKept);
  const kept = moved.filter(({ isKept }) => isKept);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    place.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <div ref={place} className="stack">
      {moving.length === 0 ? <p>{t('calendar.movedNone')}</p> : null}
      <MovedGroup title={t('calendar.movedTitle', { count: moving.length })} moved={moving}>
        {({ title, from, to }) => t('calendar.moved', { title, from: text(from), to: text(to) })}
      </MovedGroup>
      <MovedGroup title={t('calendar.keptTitle', { count: kept.length })} moved={kept}>
        {({ title, from }) => t('calendar.kept', { title, day: text(from) })}
      </MovedGroup>
    </div>
  );
}

/** Lines that are read before saving; further ones are counted. */
const MOST_LINES = 200;

type MovedGroupProps = { title: string; moved: readonly Moved[]; children: (one: Moved) => string };

function MovedGroup({ title, moved, children }: MovedGroupProps) {
  const t = useTexts();
  if (moved.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <ul className="moved-list">
        {moved.slice(0, MOST_LINES).map((one) => (
          <li key={one.id}>{children(one)}</li>
        ))}
      </ul>
      {moved.length > MOST_LINES ? <p>{t('calendar.movedMore', { count: moved.length - MOST_LINES })}</p> : null}
    </section>
  );
}
