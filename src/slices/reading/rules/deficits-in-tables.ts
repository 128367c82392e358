import { unitFields } from './assignments.ts';
import { type DeadlineFields, deadlineInRemedy, readDeadlineCell } from './deadline-fields.ts';
import { cut, type Excerpt, trim } from './excerpt.ts';
import { fieldAt, NOT_STATED, optionalTextField, SURE, textField } from './fields.ts';
import type { ReadingContext } from './known-units.ts';
import type { Count, DeficitReading, Text } from './plan-reading.ts';
import { findPoints, roundPoints } from './points-in-prose.ts';
import { type RowCells, splitTypedOrdinal } from './table-rows.ts';
import { readUnits } from './tasks.ts';
import { dropEnd, NUMBER, readNumber } from './wording.ts';

/** One row of a table of shortcomings; null where it names none, or where the row has all its points. */
export function readDeficitRow(cells: RowCells, area: Count, context: ReadingContext): DeficitReading | null {
  const named = cells.excerpt('criterion');
  const cell = named && splitTypedOrdinal(named).rest;
  if (!cell || !/\p{L}/u.test(cell.text)) return null;
  const { name, points: told } = takePoints(cell);
  const inColumns = readPoints(cells);
  const points = inColumns.score.value === null && inColumns.max.value === null ? told : inColumns;
  if (points.score.value !== null && points.score.value === points.max.value) return null;
  const stated = cells.excerpt('reason');
  const hasReason = stated !== null && /\p{L}/u.test(stated.text);
  const split = hasReason ? { criterion: name, reason: null } : splitReason(name);
  return {
    area,
    criterion: textField(split.criterion, SURE.byHeader),
    ...points,
    reason: hasReason ? reasonField(stated, SURE.byHeader) : reasonField(split.reason, SURE.fromProse),
    responsible: unitFields(cells.excerpt('responsible')),
    remedy: optionalTextField(cells.excerpt('remedy'), SURE.byHeader),
    ...readUnits(cells, context),
    ...deadlineOf(cells, context),
  };
}

/** The column of deadlines; where the table has none, the day that the remedy sets for itself. */
function deadlineOf(cells: RowCells, context: ReadingContext): DeadlineFields {
  const column = cells.at('deadline');
  return column ? readDeadlineCell(column.excerpt, context) : deadlineInRemedy(cells.excerpt('remedy'), context);
}

/** "Công khai thủ tục (mất 0,5/1 điểm)": points that a table without a column of them tells beside the name. */
function takePoints(cell: Excerpt): { name: Excerpt; points: Points } {
  const open = openingOfLastBracket(cell.text.trimEnd());
  const bracket = open > 3 ? cut(cell, open + 1, cell.text.lastIndexOf(')')) : null;
  const points = bracket && bracket.text.length <= LONGEST_POINTS ? findPoints(bracket) : null;
  if (!points) return { name: cell, points: { score: NOT_STATED, max: NOT_STATED } };
  return { name: trim(cut(cell, 0, open)), points: { score: points.score, max: points.max } };
}

const LONGEST_POINTS = 60;

function reasonField(excerpt: Excerpt | null, confidence: number): Text {
  if (!excerpt || !/[\p{L}\d]/u.test(excerpt.text)) return NOT_STATED;
  const field = textField(excerpt, confidence);
  return { ...field, value: field.value.replace(/\s[-+*•]\s(?=\p{Lu})/gu, ' ') };
}

/** "Criterion (what went wrong)", "Criterion: what went wrong". A bracket with nothing but an abbreviation stays. */
export function splitReason(cell: Excerpt): { criterion: Excerpt; reason: Excerpt | null } {
  const text = cell.text.trimEnd();
  const open = openingOfLastBracket(text);
  if (open > 3 && isReason(text.slice(open + 1))) {
    const close = text.lastIndexOf(')');
    return { criterion: trim(cut(cell, 0, open)), reason: trim(cut(cell, open + 1, close)) };
  }
  const colon = /:\s+(?=\S)/u.exec(text);
  if (colon && colon.index > 8) {
    return {
      criterion: trim(cut(cell, 0, colon.index)),
      reason: trim(cut(cell, colon.index + colon[0].length, dropEnd(text).length)),
    };
  }
  return { criterion: cell, reason: null };
}

/** Where the bracket opens that closes at the end of the text; -1 where none does. */
function openingOfLastBracket(text: string): number {
  const end = dropEnd(text);
  if (!end.endsWith(')')) return -1;
  let depth = 0;
  for (let at = end.length - 1; at >= 0; at -= 1) {
    if (end[at] === ')') depth += 1;
    if (end[at] === '(') depth -= 1;
    if (depth === 0) return at;
  }
  return -1;
}

function isReason(inside: string): boolean {
  const count = inside.split(/\s+/).length;
  return /\p{Ll}/u.test(inside) && (count >= 4 || (count >= 2 && SAYS_WHY.test(inside)));
}

/** A few words that tell of a fault, not what a criterion is also called. */
const SAYS_WHY = /^(?:mới|chỉ|còn|chưa|không|chậm|thiếu|trễ|quá|bị|do|vì|đạt|dưới|có)(?!\p{L})|\d\s*%/iu;

export type Points = { readonly score: Count; readonly max: Count };

const PAIR = new RegExp(`^\\s*(${NUMBER})\\s*/\\s*(${NUMBER})\\s*(?:điểm)?\\s*$`, 'iu');

/** Points and maximum out of their columns, "1/2" out of one, or the points that were lost. */
export function readPoints(cells: RowCells): Points {
  const points = cells.excerpt('points') ?? cells.excerpt('selfPoints');
  const pair = points ? PAIR.exec(points.text) : null;
  if (points && pair) {
    return { score: numberField(points, pair[1]), max: numberField(points, pair[2]) };
  }
  const both = cells.excerpt('maxPoints');
  const inOne = points === null && both ? PAIR.exec(both.text) : null;
  if (both && inOne) return { score: numberField(both, inOne[1]), max: numberField(both, inOne[2]) };
  const max = numberField(both);
  const score = numberField(points);
  const lost = numberField(cells.excerpt('lostPoints'));
  if (score.value === null && max.value !== null && lost.value !== null) {
    return {
      score: {
        ...lost,
        value: roundPoints(max.value - Math.abs(lost.value)),
        confidence: SURE.inferred,
        doubt: 'computed',
      },
      max,
    };
  }
  return { score, max };
}

export function readPercent(cells: RowCells): Count {
  const percent = cells.excerpt('percent');
  return numberField(percent, percent?.text.replace(/\s*%\s*$/, ''));
}

export function readCount(cells: RowCells, role: 'criteriaCount' | 'subcriteriaCount'): Count {
  return numberField(cells.excerpt(role));
}

function numberField(excerpt: Excerpt | null, text: string | undefined = excerpt?.text): Count {
  const value = readNumber((text ?? '').replace(/\s*điểm\s*$/iu, '').replace(/^[-–]\s*/, ''));
  return excerpt && value !== null ? fieldAt(value, excerpt, SURE.byHeader) : NOT_STATED;
}
