export {
  type AudienceOf,
  type IsUnowned,
  makeAudience,
  makeUnowned,
  type OfficeOnDay,
  type OfficePerson,
} from './rules/audience.ts';
export { type Digest, type Notice, workingDaysTo } from './rules/day-notices.ts';
export { dueText, type NoticeLanguage, noticeText, reasonText, stepText } from './rules/notice-words.ts';
export { compareWaiting } from './rules/order-waiting.ts';
export {
  type Audience,
  audiences,
  defaultReminders,
  MOST_DAYS,
  MOST_STEPS,
  type ReminderFault,
  type ReminderSettings,
  reminderFault,
} from './rules/reminder-settings.ts';
export type { Reason } from './rules/stages.ts';
