import { formatDay, weekdayOf } from '../../../../kernel/civil-date.ts';
import type { DayOffRule } from '../../../calendar/index.ts';
import type { Deadline } from '../deadline.ts';
import { writeDeadline } from '../writing/write-deadline.ts';
import { type Occurrence, type OfficeRules, occurrencesOf } from './occurrences.ts';

/** Which rule gave the day: for screens that show the day and why. */
export type DueReason =
  | 'day-counts'
  | 'day-before'
  | 'end-of-window'
  | 'recurring'
  | 'waits-for-event'
  | 'continuous'
  | 'set-elsewhere';

export type DueExplanation = {
  readonly phrase: string;
  readonly reason: DueReason;
  readonly occurrences: readonly (Occurrence & { readonly text: string })[];
  /** What there is to say where no day can be given. */
  readonly text: string | null;
};

/** A deadline in a year for a screen: the days it means, each with the rule that gave it, in Vietnamese. */
export function explainDue(deadline: Deadline, year: number, rules: OfficeRules): DueExplanation {
  const reason = reasonOf(deadline);
  const occurrences = occurrencesOf(deadline, year, rules).map((occurrence) => ({
    ...occurrence,
    text: explainOccurrence(reason, occurrence, rules.dayOffRule),
  }));
  return { phrase: writeDeadline(deadline), reason, occurrences, text: WITHOUT_DAY[reason] ?? null };
}

function reasonOf(deadline: Deadline): DueReason {
  switch (deadline.kind) {
    case 'by':
      return deadline.inclusive ? 'day-counts' : 'day-before';
    case 'window':
      return 'end-of-window';
    case 'recurring':
      return deadline.inclusive ? 'recurring' : 'day-before';
    case 'relative':
      return 'waits-for-event';
    case 'continuous':
      return 'continuous';
    case 'external':
      return 'set-elsewhere';
  }
}

const WITHOUT_DAY: Readonly<Partial<Record<DueReason, string>>> = {
  'waits-for-event': 'Chờ ghi nhận sự kiện cùng số và ngày văn bản, sau đó mới tính thời hạn.',
  continuous: 'Thực hiện thường xuyên: không có ngày hết hạn, đặt lịch kiểm tra định kỳ.',
  'set-elsewhere': 'Thời hạn do văn bản khác quy định.',
};

const REASONS: Readonly<Partial<Record<DueReason, string>>> = {
  'day-counts': 'tính cả ngày này',
  'day-before': '“trước ngày” không tính ngày được nêu',
  'end-of-window': 'ngày cuối của khoảng thời gian',
  recurring: 'ngày đến hạn của kỳ',
};

const WEEKDAYS = ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'] as const;

const MOVES: Readonly<Record<DayOffRule, string>> = {
  stay: 'là ngày nghỉ, vẫn giữ nguyên',
  next: 'là ngày nghỉ, chuyển sang ngày làm việc tiếp theo',
  previous: 'là ngày nghỉ, đưa về ngày làm việc liền trước',
};

function explainOccurrence(reason: DueReason, { wordedDay, choices, dueOn }: Occurrence, rule: DayOffRule): string {
  const worded = `${formatDay(wordedDay)} (${WEEKDAYS[weekdayOf(wordedDay) - 1]})`;
  const because = `hạn cuối ${worded}: ${REASONS[reason] ?? ''}`;
  if (choices.next === wordedDay) return because;
  if (dueOn === null) return `${because}; lịch làm việc chưa có năm này`;
  const moved = rule === 'stay' ? '' : `: ${formatDay(dueOn)}`;
  return `${because}; ${MOVES[rule]}${moved}`;
}
