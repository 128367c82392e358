import type { Filter, Timing } from '../rules/filter.ts';
import { all, both, count, every, fellDue, inTime, isOneOf, share } from './words.ts';

/** Our matter, and founded or not decided yet: unfounded feedback does not count (TT 01/2018/TT-VPCP, Điều 13). */
const counted: Filter = every(isOneOf('matter', 'own'), { not: { field: 'isFounded', is: false } });
const byClock = (clock: string, ...timing: readonly Timing[]): Filter => ({ timing, clock });
const inClock = (clock: string): Filter => byClock(clock, 'early', 'on-time');
const clockFellDue = (clock: string): Filter => byClock(clock, 'early', 'on-time', 'late', 'overdue');

/** @source domain.md §5: 100 % in time or none (TT 01/2018, Điều 13.7–8); P.5: behaviour that was found to be true */
export const feedbackMeasures = {
  'on-time': share(both('PAKN trả lời đúng hạn', 'Feedback answered in time'), inTime, {
    among: every(counted, fellDue),
    periodBy: 'due-day',
    byUnit: 'unit',
    target: all,
    leaves: ['3.6.2'],
  }),
  published: share(
    both('Trả lời công khai trong 02 ngày làm việc', 'Answers published in time'),
    inClock('publication'),
    { among: clockFellDue('publication'), periodBy: 'answeredOn', byUnit: 'unit', target: all, leaves: ['3.6.3'] },
  ),
  transferred: share(both('PAKN chuyển đúng hạn', 'Feedback passed on in time'), inClock('transfer'), {
    among: clockFellDue('transfer'),
    periodBy: 'receivedOn',
    byUnit: 'unit',
    target: all,
  }),
  'asked-in-time': share(both('Xin gia hạn đúng hạn', 'Extensions asked in time'), inClock('extension-request'), {
    among: clockFellDue('extension-request'),
    periodBy: 'receivedOn',
    byUnit: 'unit',
  }),
  satisfied: share(
    both('Người phản ánh hài lòng', 'Complainants who are satisfied'),
    { field: 'isSatisfied', is: true },
    { among: { field: 'isSatisfied', isEmpty: false }, periodBy: 'answeredOn', byUnit: 'unit' },
  ),
  'true-behaviour': count(
    both('Phản ánh hành vi được xác minh là đúng', 'Feedback about behaviour found to be true'),
    every(isOneOf('about', 'behaviour'), isOneOf('matter', 'own'), { field: 'isFounded', is: true }),
    { periodBy: 'receivedOn', byUnit: 'unit', leaves: ['P.5'] },
  ),
} as const;
