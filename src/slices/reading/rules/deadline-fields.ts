import { type Deadline, readDeadlines } from '../../deadlines/index.ts';
import { cut, type Excerpt } from './excerpt.ts';
import { fieldAt, NOT_STATED, optionalTextField, SURE, textField } from './fields.ts';
import type { ReadingContext } from './known-units.ts';
import type { Field, Text } from './plan-reading.ts';
import { foldLetters } from './wording.ts';

export type DeadlineFields = { readonly deadlineText: Text; readonly deadlines: readonly Field<Deadline>[] };

export const NO_DEADLINE: DeadlineFields = { deadlineText: NOT_STATED, deadlines: [] };

/** The words of a deadline cell, and what they mean. */
export function readDeadlineCell(cell: Excerpt | null, context: ReadingContext): DeadlineFields {
  if (!cell || !/[\p{L}\d]/u.test(cell.text)) return NO_DEADLINE;
  const mended = { ...cell, text: mendNarrowColumn(cell.text) };
  const read = deadlinesIn(mended, context);
  return {
    deadlineText: optionalTextField(mended, SURE.byHeader),
    deadlines: read.length > 0 || !NAMES_AN_OCCASION.test(mended.text) ? read : [setElsewhere(mended)],
  };
}

/** "Kỳ họp giữa năm": no day, but when another calendar says so. */
const NAMES_AN_OCCASION =
  /(?<!\p{L})(?:kỳ|khi|sau|trước|theo|ngay|đợt|lịch|chương trình|tiến độ|hằng|hàng|cuối|đầu|trong|cùng)(?!\p{L})/iu;

function setElsewhere(cell: Excerpt): Field<Deadline> {
  const text = cell.text.replace(/\s+/g, ' ').trim();
  return fieldAt({ kind: 'external', text }, cell, SURE.inferred, 'deadline-not-understood');
}

/** The column of deadlines is often so narrow that a PDF breaks inside a year or a word: "10/12/20 31", "Thư ờng xuyên". */
function mendNarrowColumn(text: string): string {
  if (foldLetters(text).replace(/\s/g, '') === 'thuongxuyen') return 'Thường xuyên';
  return text.replace(
    /(\d{1,2}[/.-]\d{1,2}) ?([/.-]\d{1,4})(?: (\d{1,3}))?(?!\d)/g,
    (whole, day: string, year: string, rest = '') => (year.length + rest.length === 5 ? `${day}${year}${rest}` : whole),
  );
}

/** "trước ngày 15 hằng quý báo cáo Văn phòng Sở": the verb is not part of the deadline. */
const VERB_AFTER_DAY = /(?<!kỳ)\s+báo cáo$/iu;

/** A deadline with the characters of the excerpt that say it. */
export type DeadlinePhrase = { readonly field: Field<Deadline>; readonly from: number; readonly to: number };

export function deadlinePhrasesIn(excerpt: Excerpt, context: ReadingContext): DeadlinePhrase[] {
  return readDeadlines(excerpt.text, context).map(({ deadline, from, to: end, doubts }) => {
    const to = end - (VERB_AFTER_DAY.exec(excerpt.text.slice(from, end))?.[0].length ?? 0);
    const certainty = doubts.length === 0 ? SURE.byHeader : SURE.inferred;
    return { field: fieldAt(deadline, cut(excerpt, from, to), certainty, doubts[0]), from, to };
  });
}

export function deadlinesIn(excerpt: Excerpt, context: ReadingContext): Field<Deadline>[] {
  return deadlinePhrasesIn(excerpt, context).map((phrase) => phrase.field);
}

/** A day or a stretch of time that a remedy sets for itself in its own words. */
export function deadlineInRemedy(remedy: Excerpt | null, context: ReadingContext): DeadlineFields {
  if (!remedy) return NO_DEADLINE;
  const firm = deadlinePhrasesIn(remedy, context).filter(
    ({ field }) => field.value.kind === 'by' || field.value.kind === 'window',
  );
  const first = firm[0];
  if (!first) return NO_DEADLINE;
  const words = cut(remedy, first.from, first.to);
  return { deadlineText: textField(words, SURE.fromProse), deadlines: firm.map(({ field }) => field) };
}
