import { useTexts } from '../../../../web/language.ts';
import { useSession } from '../../../../web/session/session.ts';
import { DueBadge } from '../../../../web/ui/DueBadge.tsx';
import { dayText } from '../../../../web/ui/moments.ts';
import { StatusTag } from '../../../../web/ui/StatusTag.tsx';
import type { RecordOnScreen } from '../on-screen.ts';
import { daysLeft } from '../values/days-left.ts';
import { useOfficeCalendar } from '../values/use-calendar.ts';

type RecordDueProps = {
  record: Pick<RecordOnScreen, 'dueOn' | 'finishedOn' | 'timing'>;
  /** The deadline in words; the day itself where it is left out. */
  phrase?: string;
};

/** 12/12/2031 · còn 9 ngày làm việc; of a finished record how it stood to its day. Nothing where there is no deadline. */
export function RecordDue({ record, phrase }: RecordDueProps) {
  const t = useTexts();
  const { today } = useSession();
  const calendar = useOfficeCalendar();
  const { dueOn, finishedOn, timing } = record;
  if (dueOn === null) return phrase ? <span className="soft">{phrase}</span> : null;
  const words = phrase ?? dayText(dueOn);
  if (finishedOn === null)
    return (
      <DueBadge
        phrase={words}
        dueOn={dueOn}
        today={today}
        workingDaysLeft={daysLeft(calendar, today, dueOn)}
        isLate={timing === 'overdue'}
      />
    );
  return (
    <span className="due">
      <time dateTime={dueOn}>{words}</time>
      {' · '}
      <StatusTag tone={timing === 'late' ? 'late' : 'good'}>
        {t(timing === 'late' ? 'registers.finishedLate' : 'registers.finishedInTime', { day: dayText(finishedOn) })}
      </StatusTag>
    </span>
  );
}
