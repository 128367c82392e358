import { type CivilDate, formatDay } from '../../../kernel/civil-date.ts';
import { formatEnglishNumber, formatPaperNumber } from '../../../kernel/decimal.ts';
import type { WaitingStep } from '../../deadlines/index.ts';
import { type Reason, reasonParts } from './stages.ts';

export type NoticeLanguage = 'vi' | 'en';

/** What is said of one line, wherever it is read: on the screen, in an e-mail, by another system. */
export type NoticeFacts = {
  readonly reason: Reason;
  readonly step: WaitingStep;
  readonly dueOn: CivilDate;
  readonly daysLeft: number | null;
  readonly points: string | null;
};

const stepWords = {
  vi: {
    accept: 'nhận việc',
    do: 'làm',
    'hand-in': 'nộp',
    approve: 'duyệt',
    answer: 'trả lời',
    explain: 'giải trình',
    enter: 'nhập số liệu',
    review: 'xem xét',
    'decide-extension': 'quyết định gia hạn',
  },
  en: {
    accept: 'accept',
    do: 'do',
    'hand-in': 'hand in',
    approve: 'approve',
    answer: 'answer',
    explain: 'explain',
    enter: 'enter figures',
    review: 'review',
    'decide-extension': 'decide on the extension',
  },
} as const satisfies Record<NoticeLanguage, Record<WaitingStep, string>>;

export function stepText(step: WaitingStep, language: NoticeLanguage): string {
  return stepWords[language][step];
}

const days = (count: number): string => (count === 1 ? '1 working day' : `${count} working days`);

/** Why this person is told: "còn 3 ngày làm việc", "đơn vị trễ từ 3 ngày làm việc, báo người đứng đầu". */
export function reasonText(reason: Reason, language: NoticeLanguage): string {
  const { kind, audience, days: count } = reasonParts(reason);
  const isLead = kind === 'lead';
  if (language === 'vi') {
    if (isLead) return count === 0 ? 'nhắc vào ngày đến hạn' : `nhắc trước ${count} ngày làm việc`;
    const late = `trễ từ ${count} ngày làm việc`;
    if (audience === 'doer') return `${late}, nhắc người thực hiện`;
    return audience === 'head' ? `${late}, báo người đứng đầu đơn vị` : `${late}, báo Văn phòng theo dõi`;
  }
  if (isLead) return count === 0 ? 'told on the due day' : `told ${days(count)} before`;
  const late = `late by ${days(count)} or more`;
  if (audience === 'doer') return `${late}: who does it is told`;
  return audience === 'head' ? `${late}: the head of the unit is told` : `${late}: the office is told`;
}

/** "hạn 12/12/2024, còn 3 ngày làm việc" */
export function dueText(
  { dueOn, daysLeft }: Pick<NoticeFacts, 'dueOn' | 'daysLeft'>,
  language: NoticeLanguage,
): string {
  const day = formatDay(dueOn);
  if (language === 'vi') {
    if (daysLeft === null) return `hạn ${day}`;
    if (daysLeft === 0) return `hạn ${day}, không còn ngày làm việc nào sau hôm nay`;
    return daysLeft > 0 ? `hạn ${day}, còn ${daysLeft} ngày làm việc` : `hạn ${day}, trễ ${-daysLeft} ngày làm việc`;
  }
  if (daysLeft === null) return `due ${day}`;
  if (daysLeft === 0) return `due ${day}, no working day left after today`;
  return daysLeft > 0 ? `due ${day}, ${days(daysLeft)} left` : `due ${day}, ${days(-daysLeft)} late`;
}

/** "nộp · hạn 12/12/2024, còn 3 ngày làm việc · 0,5 điểm (nhắc trước 3 ngày làm việc)" */
export function noticeText(facts: NoticeFacts, language: NoticeLanguage): string {
  const { points, step, reason } = facts;
  const parts = [stepText(step, language), dueText(facts, language)];
  if (points !== null)
    parts.push(language === 'vi' ? `${formatPaperNumber(points)} điểm` : `${formatEnglishNumber(points)} points`);
  return `${parts.join(' · ')} (${reasonText(reason, language)})`;
}
