import { type CivilDate, civilDate } from '../../../kernel/civil-date.ts';
import type { DayException } from './day-exception.ts';

/** How sure a line is: by law or a source that was read, or only remembered or derived ("dự kiến"). */
type Certainty = 'sure' | 'provisional';

const NEW_YEAR = 'Tết Dương lịch';
const LUNAR_NEW_YEAR = 'Tết Nguyên đán';
const KINGS = 'Giỗ Tổ Hùng Vương';
const REUNIFICATION = 'Ngày Chiến thắng 30/4';
const LABOUR = 'Ngày Quốc tế lao động 1/5';
const NATIONAL = 'Quốc khánh';
const CULTURE = 'Ngày Văn hóa Việt Nam';
const INSTEAD = 'nghỉ bù';
const SWAPPED = 'Nghỉ hoán đổi';

/**
 * National days off. Holidays on a Saturday or Sunday stand here too: an office may receive people on Saturdays.
 *
 * @source domain.md §9.2; Bộ luật Lao động 2019, điều 112 (1/1, 30/4, 1/5 and 2/9 are sure in every year)
 */
const DAYS_OFF: readonly (readonly [days: string, reason: string, certainty: Certainty])[] = [
  ['2021-01-01', NEW_YEAR, 'sure'],
  ['2021-02-10 2021-02-11 2021-02-12 2021-02-13 2021-02-14 2021-02-15 2021-02-16', LUNAR_NEW_YEAR, 'provisional'],
  ['2021-04-21', KINGS, 'provisional'],
  ['2021-04-30', REUNIFICATION, 'sure'],
  ['2021-05-01', LABOUR, 'sure'],
  ['2021-05-03', `${LABOUR} (${INSTEAD})`, 'sure'],
  ['2021-09-02', NATIONAL, 'sure'],
  ['2021-09-03', NATIONAL, 'provisional'],
  ['2022-01-01', NEW_YEAR, 'sure'],
  ['2022-01-03', `${NEW_YEAR} (${INSTEAD})`, 'sure'],
  [
    '2022-01-29 2022-01-30 2022-01-31 2022-02-01 2022-02-02 2022-02-03 2022-02-04 2022-02-05 2022-02-06',
    LUNAR_NEW_YEAR,
    'provisional',
  ],
  ['2022-04-10', KINGS, 'provisional'],
  ['2022-04-11', `${KINGS} (${INSTEAD})`, 'provisional'],
  ['2022-04-30', REUNIFICATION, 'sure'],
  ['2022-05-01', LABOUR, 'sure'],
  ['2022-05-02', `${REUNIFICATION} (${INSTEAD})`, 'sure'],
  ['2022-05-03', `${LABOUR} (${INSTEAD})`, 'sure'],
  ['2022-09-01', NATIONAL, 'provisional'],
  ['2022-09-02', NATIONAL, 'sure'],
  ['2023-01-01', NEW_YEAR, 'sure'],
  ['2023-01-02', `${NEW_YEAR} (${INSTEAD})`, 'sure'],
  ['2023-01-20 2023-01-21 2023-01-22 2023-01-23 2023-01-24 2023-01-25 2023-01-26', LUNAR_NEW_YEAR, 'provisional'],
  ['2023-04-29', KINGS, 'provisional'],
  ['2023-04-30', REUNIFICATION, 'sure'],
  ['2023-05-01', LABOUR, 'sure'],
  ['2023-05-02 2023-05-03', `${KINGS}, ${REUNIFICATION} (${INSTEAD})`, 'provisional'],
  ['2023-09-01', NATIONAL, 'provisional'],
  ['2023-09-02', NATIONAL, 'sure'],
  ['2023-09-04', `${NATIONAL} (${INSTEAD})`, 'sure'],
  ['2024-01-01', NEW_YEAR, 'sure'],
  ['2024-02-08 2024-02-09 2024-02-10 2024-02-11 2024-02-12 2024-02-13 2024-02-14', LUNAR_NEW_YEAR, 'provisional'],
  ['2024-04-18', KINGS, 'provisional'],
  ['2024-04-29', `${SWAPPED} với 04/5/2024`, 'provisional'],
  ['2024-04-30', REUNIFICATION, 'sure'],
  ['2024-05-01', LABOUR, 'sure'],
  ['2024-09-02', NATIONAL, 'sure'],
  ['2024-09-03', NATIONAL, 'provisional'],
  ['2025-01-01', NEW_YEAR, 'sure'],
  [
    '2025-01-25 2025-01-26 2025-01-27 2025-01-28 2025-01-29 2025-01-30 2025-01-31 2025-02-01 2025-02-02',
    LUNAR_NEW_YEAR,
    'sure',
  ],
  ['2025-04-07', KINGS, 'provisional'],
  ['2025-04-30', REUNIFICATION, 'sure'],
  ['2025-05-01', LABOUR, 'sure'],
  ['2025-05-02', `${SWAPPED} với 26/4/2025`, 'sure'],
  ['2025-09-01 2025-09-02', NATIONAL, 'sure'],
  ['2026-01-01', NEW_YEAR, 'sure'],
  ['2026-01-02', `${SWAPPED} với 10/01/2026`, 'provisional'],
  [
    '2026-02-14 2026-02-15 2026-02-16 2026-02-17 2026-02-18 2026-02-19 2026-02-20 2026-02-21 2026-02-22',
    LUNAR_NEW_YEAR,
    'sure',
  ],
  ['2026-04-26', KINGS, 'provisional'],
  ['2026-04-27', `${KINGS} (${INSTEAD})`, 'provisional'],
  ['2026-04-30', REUNIFICATION, 'sure'],
  ['2026-05-01', LABOUR, 'sure'],
  ['2026-08-31', `${SWAPPED} với 22/8/2026`, 'sure'],
  ['2026-09-01 2026-09-02', NATIONAL, 'sure'],
  ['2026-11-24', CULTURE, 'provisional'],
  ['2027-01-01', NEW_YEAR, 'sure'],
  ['2027-02-05 2027-02-06 2027-02-07 2027-02-08 2027-02-09 2027-02-10 2027-02-11', LUNAR_NEW_YEAR, 'provisional'],
  ['2027-04-16', KINGS, 'provisional'],
  ['2027-04-30', REUNIFICATION, 'sure'],
  ['2027-05-01', LABOUR, 'sure'],
  ['2027-05-03', `${LABOUR} (${INSTEAD})`, 'sure'],
  ['2027-09-02', NATIONAL, 'sure'],
  ['2027-09-03', NATIONAL, 'provisional'],
  ['2027-11-24', CULTURE, 'provisional'],
];

/** Saturdays on which the office works for a weekday given off. @source domain.md §9.2 */
const WORKING_SATURDAYS: readonly (readonly [day: string, reason: string, certainty: Certainty])[] = [
  ['2024-05-04', 'Làm bù ngày 29/4/2024', 'provisional'],
  ['2025-04-26', 'Làm bù ngày 02/5/2025', 'provisional'],
  ['2026-01-10', 'Làm bù ngày 02/01/2026', 'provisional'],
  ['2026-08-22', 'Làm bù ngày 31/8/2026', 'sure'],
];

function exception(kind: DayException['kind'], day: CivilDate, reason: string, certainty: Certainty): DayException {
  return { day, kind, reason, decision: null, isProvisional: certainty === 'provisional' };
}

/** Every exception of 2021–2027 that the product is shipped with, in order of days. */
export const SHIPPED_EXCEPTIONS: readonly DayException[] = [
  ...DAYS_OFF.flatMap(([days, reason, certainty]) =>
    days.split(' ').map((day) => exception('off', civilDate(day), reason, certainty)),
  ),
  ...WORKING_SATURDAYS.map(([day, reason, certainty]) => exception('working', civilDate(day), reason, certainty)),
].sort((one, other) => (one.day < other.day ? -1 : 1));
