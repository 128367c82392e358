import { daysBetween, parseCivilDate } from '../../kernel/civil-date.ts';
import { useTexts } from '../language.ts';
import { type DueState, dueStateOf } from './due.ts';
import { StatusTag, type Tone } from './StatusTag.tsx';

type DueBadgeProps = {
  /** The deadline in the document's words, or as a day: "trước 12/12/2024", "Quý III". */
  phrase: string;
  /** YYYY-MM-DD; null where the deadline names no day. */
  dueOn: string | null;
  /** YYYY-MM-DD in the office. */
  today: string;
  /** From the calendar of the office: negative when late, null where it cannot be counted. */
  workingDaysLeft: number | null;
  isDone?: boolean;
  /** Past its day even where no working day has gone by since: due on Friday, seen on Saturday. */
  isLate?: boolean;
};

const TONES = {
  done: 'good',
  late: 'late',
  today: 'risk',
  'days-off': 'risk',
  soon: 'risk',
  later: 'plain',
  'open-ended': 'plain',
  uncounted: 'plain',
} as const satisfies Record<DueState, Tone>;

function daysTo(today: string, dueOn: string | null): number {
  const [from, to] = [parseCivilDate(today), parseCivilDate(dueOn ?? '')];
  return from && to ? daysBetween(from, to) : 0;
}

/** trước 12/12/2024 · còn 9 ngày làm việc */
export function DueBadge({ phrase, dueOn, today, workingDaysLeft, isDone = false, isLate = false }: DueBadgeProps) {
  const t = useTexts();
  const state = dueStateOf({ dueOn, today, workingDaysLeft, isDone, isLate });
  const days = Math.abs(workingDaysLeft ?? 0);
  const words = {
    done: t('web.due.done'),
    late: days === 0 ? t('web.due.lateNow') : t('web.due.late', { days }),
    today: t('web.due.today'),
    'days-off': t('web.due.daysOff', { days: daysTo(today, dueOn) }),
    soon: t('web.due.left', { days }),
    later: t('web.due.left', { days }),
    'open-ended': t('web.due.none'),
    uncounted: t('web.due.uncounted'),
  } satisfies Record<DueState, string>;
  return (
    <span className="due">
      {dueOn ? <time dateTime={dueOn}>{phrase}</time> : phrase}
      {' · '}
      {TONES[state] === 'plain' ? (
        <span className="soft nowrap">{words[state]}</span>
      ) : (
        <StatusTag tone={TONES[state]}>{words[state]}</StatusTag>
      )}
    </span>
  );
}
