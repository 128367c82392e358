import { type CivilDate, formatDay } from '../../../kernel/civil-date.ts';
import { type NoticeFacts, type NoticeLanguage, noticeText } from './notice-words.ts';

export type LetterLine = NoticeFacts & { readonly title: string; readonly address: string };

export type LetterFacts = {
  readonly displayName: string;
  readonly agencyName: string;
  readonly day: CivilDate;
  readonly language: NoticeLanguage;
  readonly lines: readonly LetterLine[];
  /** What links begin with; null: links are left out. */
  readonly publicAddress: string | null;
};

const isLate = ({ daysLeft }: LetterLine): boolean => daysLeft !== null && daysLeft < 0;

function subjectOf({ lines, day, language }: LetterFacts): string {
  const late = lines.filter(isLate).length;
  if (language === 'vi') {
    const lateWords = late > 0 ? `, ${late} việc đang trễ` : '';
    return `Nhắc việc ${formatDay(day)}: ${lines.length} việc${lateWords}`;
  }
  return `Reminder ${formatDay(day)}: ${lines.length} ${lines.length === 1 ? 'item' : 'items'}${late > 0 ? `, ${late} late` : ''}`;
}

const words = {
  vi: {
    greeting: (name: string) => `Kính gửi ${name},`,
    lead: (agency: string) => `Việc đang chờ bạn tại ${agency}:`,
    end: 'Thư tự động; để đổi hoặc tắt, mở trang Thông báo, mục Cách nhận.',
    all: 'Tất cả việc của tôi',
  },
  en: {
    greeting: (name: string) => `Dear ${name},`,
    lead: (agency: string) => `What waits for you at ${agency}:`,
    end: 'Sent automatically; to change or stop it, open Notices, How I am told.',
    all: 'All my work',
  },
} as const;

/** A digest as a letter: each line says what, until when and why this person is told. */
export function writeLetter(facts: LetterFacts): { subject: string; text: string } {
  const { displayName, agencyName, language, lines, publicAddress } = facts;
  const say = words[language];
  const body = lines.map((line, place) => {
    const link = publicAddress === null ? [] : [`   ${publicAddress}${line.address}`];
    return [`${place + 1}. ${line.title}`, `   ${noticeText(line, language)}`, ...link].join('\n');
  });
  const all = publicAddress === null ? [] : [`${say.all}: ${publicAddress}/my-work`];
  const parts = [say.greeting(displayName), say.lead(agencyName), ...body, ...all, say.end];
  return { subject: subjectOf(facts), text: `${parts.join('\n\n')}\n` };
}

/** A digest as another system takes it. The names of the fields are a promise: docs/webhook.md. */
export function writeHook(facts: LetterFacts & { readonly username: string; readonly deliveryId: string }): string {
  const { day, username, displayName, agencyName, language, lines, publicAddress, deliveryId } = facts;
  return JSON.stringify({
    kind: 'digest',
    version: 1,
    delivery: deliveryId,
    agency: agencyName,
    day,
    person: { username, name: displayName },
    lines: lines.map((line) => ({
      title: line.title,
      step: line.step,
      dueOn: line.dueOn,
      workingDaysLeft: line.daysLeft,
      points: line.points,
      reason: line.reason,
      text: noticeText(line, language),
      address: `${publicAddress ?? ''}${line.address}`,
    })),
  });
}
