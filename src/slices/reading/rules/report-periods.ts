import type { Deadline } from '../../deadlines/index.ts';
import { type DeadlinePhrase, deadlinePhrasesIn } from './deadline-fields.ts';
import { cut, type Excerpt } from './excerpt.ts';
import { fieldAt, SURE } from './fields.ts';
import type { ReadingContext } from './known-units.ts';
import { dropEnd } from './wording.ts';

const PERIOD = '(?:hằng |hàng )?(?:tháng|quý|0?6 tháng|0?9 tháng|năm)';
/** "báo cáo quý, 6 tháng và năm": how often a report is due. */
const PERIODIC_REPORT = new RegExp(
  `báo cáo\\s+(?:định kỳ\\s+)?(?<periods>${PERIOD}(?:(?:,|\\s+và)\\s*${PERIOD}){0,4})(?!\\s*\\d|\\p{L})`,
  'iu',
);
/** "… báo cáo UBND tỉnh theo đúng quy định": when is set elsewhere. */
const SET_ELSEWHERE = /(?:theo|đúng)\s+(?:đúng\s+)?(?:thời gian\s+|thời hạn\s+)?(?:quy định|yêu cầu)\s*[.;]?\s*$/iu;

/** "… quý, năm đảm bảo thời gian quy định": how often is said, the day is set elsewhere. */
const IN_TIME = /(?:đảm bảo|bảo đảm)\s+(?:đúng\s+)?(?:thời gian|thời hạn)\s+(?:theo\s+)?quy định/iu;

const EVERY: readonly (readonly [RegExp, 'month' | 'quarter' | 'half-year' | 'year'])[] = [
  [/6 tháng/iu, 'half-year'],
  [/9 tháng/iu, 'year'],
  [/quý/iu, 'quarter'],
  [/năm/iu, 'year'],
  [/tháng/iu, 'month'],
];

/** "gửi báo cáo tháng … trước ngày 25": the day of every month. */
const DAY_OF_MONTH =
  /(?<before>trước\s+)?ngày\s+(?<day>[012]?\d|3[01])(?!\d|\s*[/.-]\s*\d|\s+tháng\s+\d|\s+kể|\s+làm)/iu;

/** When a report is due, also where its sentence says so only by the report's name. */
export function reportDeadlines(sentence: Excerpt, context: ReadingContext): DeadlinePhrase[] {
  const stated = deadlinePhrasesIn(sentence, context);
  const isVague = stated.every(({ field }) => field.value.kind === 'external');
  const periodic = isVague ? PERIODIC_REPORT.exec(sentence.text) : null;
  if (periodic?.groups?.periods) {
    const from = periodic.index + periodic[0].length - periodic.groups.periods.length;
    return periodsIn(sentence, from, from + periodic.groups.periods.length);
  }
  const elsewhere = (stated.length > 0 ? IN_TIME : SET_ELSEWHERE).exec(sentence.text);
  if (!elsewhere || (stated.length > 0 && isVague)) return stated;
  const from = elsewhere.index;
  const to = from + elsewhere[0].length;
  const deadline: Deadline = { kind: 'external', text: dropEnd(elsewhere[0].trim()) };
  return [...stated, { field: fieldAt(deadline, cut(sentence, from, to), SURE.fromProse), from, to }];
}

function periodsIn(sentence: Excerpt, from: number, to: number): DeadlinePhrase[] {
  const periods = cut(sentence, from, to);
  return periods.text.split(/,|\s+và\s+/u).flatMap((period) => {
    const every = EVERY.find(([pattern]) => pattern.test(period))?.[1];
    if (!every) return [];
    const day = every === 'month' ? DAY_OF_MONTH.exec(sentence.text) : null;
    const deadline: Deadline = day
      ? {
          kind: 'recurring',
          every,
          day: Number(day.groups?.day),
          month: null,
          of: 'month',
          inclusive: !day.groups?.before,
        }
      : { kind: 'recurring', every, day: null, month: null, of: null, inclusive: true };
    return [{ field: fieldAt(deadline, periods, SURE.inferred), from, to }];
  });
}
