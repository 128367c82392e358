import { useEffect, useRef, useState } from 'react';
import { civilDate, weekdayOf } from '../../../kernel/civil-date.ts';
import { useTexts } from '../../../web/language.ts';
import { Card } from '../../../web/ui/Card.tsx';
import { ChoiceField, TextField } from '../../../web/ui/Field.tsx';
import { dayText } from '../../../web/ui/moments.ts';
import type { Session } from '../index.ts';
import { readHours, writeHours } from './hours.ts';
import { SaveDays } from './SaveDays.tsx';
import type { CalendarDay, CalendarHead, DayChangeOnScreen } from './use-calendar.ts';

const kinds = ['ordinary', 'off', 'working', 'half-day'] as const;
type Kind = (typeof kinds)[number];

type DayFormProps = { calendar: CalendarHead; day: string; exception: CalendarDay | undefined; onSaved: () => void };

/** Changes one day; a change after the preview asks for the preview again. */
export function DayForm({ calendar, day, exception, onSaved }: DayFormProps) {
  const t = useTexts();
  const [kind, setKind] = useState<Kind>(exception?.kind ?? 'ordinary');
  const [reason, setReason] = useState(exception?.reason ?? '');
  const [decision, setDecision] = useState(exception?.decision ?? '');
  const [hours, setHours] = useState(writeHours(exception?.sessions ?? []));
  const sessions = readHours(hours);
  const change = changeOf({ day, kind, reason, decision, sessions });
  const place = useRef<HTMLDivElement>(null);
  // On a narrow screen the form stands far below the day that was pressed.
  useEffect(() => {
    place.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const weekday = t(`calendar.weekday.${weekdayOf(civilDate(day))}`);
  return (
    <div ref={place}>
      <Card title={t('calendar.edit', { day: dayText(day), weekday })}>
        <div className="form">
          <ChoiceField
            name="kind"
            label={t('calendar.kind')}
            value={kind}
            choices={kinds.map((one) => ({ value: one, label: t(`calendar.kind.${one}`) }))}
            onChange={(value) => setKind(kinds.find((one) => one === value) ?? 'ordinary')}
          />
          {kind === 'ordinary' ? null : (
            <>
              <TextField
                name="reason"
                label={t('calendar.reason')}
                value={reason}
                error={reason.trim() ? undefined : t('calendar.reasonMissing')}
                isRequired
                onChange={setReason}
              />
              <TextField
                name="decision"
                label={t('calendar.decision')}
                hint={t('calendar.decisionHint')}
                value={decision}
                onChange={setDecision}
              />
            </>
          )}
          {kind === 'half-day' ? (
            <TextField
              name="hours"
              label={t('calendar.halfDayHours')}
              hint={t('calendar.halfDayHint')}
              value={hours}
              error={sessions ? undefined : t('calendar.hoursWrong')}
              onChange={setHours}
            />
          ) : null}
          {change ? (
            <SaveDays key={JSON.stringify(change)} calendar={calendar} changes={[change]} onSaved={onSaved} />
          ) : null}
        </div>
      </Card>
    </div>
  );
}

type Typed = { day: string; kind: Kind; reason: string; decision: string; sessions: readonly Session[] | null };

/** A decision number makes a day sure; without one it stays provisional. */
function changeOf({ day, kind, reason, decision, sessions }: Typed): DayChangeOnScreen | null {
  if (kind === 'ordinary') return { day, exception: null };
  if (!reason.trim() || (kind === 'half-day' && !sessions)) return null;
  const number = decision.trim();
  const hours = kind === 'half-day' && sessions?.length ? { sessions: [...sessions] } : {};
  return {
    day,
    exception: { kind, ...hours, reason: reason.trim(), decision: number || null, isProvisional: number === '' },
  };
}
