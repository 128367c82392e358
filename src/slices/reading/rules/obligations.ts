import type { Deadline } from '../../deadlines/index.ts';
import { type Clause, clausesOf } from './clauses.ts';
import { type DeadlineContext, deadlinesIn } from './deadline-fields.ts';
import { cut, type Excerpt, trim } from './excerpt.ts';
import { NOT_STATED, SURE, textField } from './fields.ts';
import type { Line } from './outline.ts';
import type { Field, ObligationReading, Text } from './plan-reading.ts';
import { lengthOfUnits, startsWithUnit } from './units-in-prose.ts';
import { cleanWording, dropEnd } from './wording.ts';

/** Duties with a deadline of their own inside the assignment of a task; those with the task's own deadline are the task. */
export function obligationsInAssignment(
  cell: Excerpt | null,
  own: readonly Field<Deadline>[],
  context: DeadlineContext,
): ObligationReading[] {
  if (!cell) return [];
  const taken = new Set(own.map((field) => keyOf(field.value)));
  let who: Excerpt | null = null;
  return clausesOf(cell).flatMap((clause) => {
    who = clause.subject ?? who;
    const obligation = obligationOf(clause, who, context);
    if (!obligation || obligation.deadlines.every((field) => taken.has(keyOf(field.value)) || isVague(field.value)))
      return [];
    return [obligation];
  });
}

function isVague(deadline: Deadline): boolean {
  return (
    deadline.kind === 'external' ||
    deadline.kind === 'continuous' ||
    deadline.kind === 'window' ||
    (deadline.kind === 'recurring' && deadline.day === null)
  );
}

function keyOf(deadline: Deadline): string {
  const { label: _label, ...rest } = deadline;
  return JSON.stringify(rest);
}

/** Reporting duties in the sections that say who does what: each belongs to the unit that its heading names. */
export function obligationsInBody(lines: readonly Line[], context: DeadlineContext): ObligationReading[] {
  const obligations: ObligationReading[] = [];
  let who: Excerpt | null = null;
  for (const line of lines) {
    const heading = unitOfHeading(line);
    if (heading) who = heading;
    else if (line.marker?.style === 'roman') who = null;
    for (const clause of clausesOf(line.body)) {
      if (!/(?<!\p{L})báo cáo(?!\p{L})/iu.test(clause.whole.text)) continue;
      const obligation = obligationOf(clause, clause.subject ?? who, context);
      if (
        obligation &&
        obligation.who.value !== null &&
        obligation.deadlines.some((field) => field.value.kind !== 'window')
      )
        obligations.push(obligation);
    }
  }
  return obligations;
}

/** "2. Giao Văn phòng Sở:", "1.1. Đối với Văn phòng Sở". */
function unitOfHeading(line: Line): Excerpt | null {
  if (line.marker?.style === 'bullet' || line.marker === null) return null;
  const lead = /^(?:giao(?: cho)?|đối với|đề nghị|trách nhiệm của)\s+/iu.exec(line.body.text)?.[0].length ?? 0;
  const rest = cut(line.body, lead);
  const length = startsWithUnit(rest.text) ? lengthOfUnits(rest.text) : 0;
  return length > 0 ? trim(cut(rest, 0, length)) : null;
}

const PHRASE_START =
  /(?:[,(]?\s*(?:gửi\s+)?(?:định kỳ|vào|trong thời hạn|chậm nhất(?: là)?|trước(?: khi)?|theo|đảm bảo)?\s*)$/iu;

function obligationOf(clause: Clause, who: Excerpt | null, context: DeadlineContext): ObligationReading | null {
  const deadlines = deadlinesIn(clause.predicate, context);
  const first = deadlines[0]?.place;
  const last = deadlines.at(-1)?.place;
  if (!first || !last) return null;
  const base = clause.predicate.pieces[0]?.place.from ?? 0;
  const from = Math.max(0, (first.from ?? base) - base);
  const to = Math.min(clause.predicate.text.length, (last.to ?? base) - base);
  const phrase = cut(clause.predicate, from, Math.max(from, to));
  const what = whatOf(clause.predicate, from, to);
  if (!what) return null;
  return {
    who: who ? textField(who, SURE.fromProse) : NOT_STATED,
    to: recipientOf(clause.predicate),
    what: textField(what, SURE.fromProse),
    deadlineText: textField(phrase, SURE.fromProse),
    deadlines,
  };
}

/** The action: the words before the deadline without the addressee, or those after it where it stands first. */
function whatOf(predicate: Excerpt, from: number, to: number): Excerpt | null {
  const before = predicate.text.slice(0, from).replace(PHRASE_START, '');
  const part = before.trim().length >= 8 ? cut(predicate, 0, before.length) : cut(predicate, to);
  const lead = /^[\s,;:.-]*/u.exec(part.text)?.[0].length ?? 0;
  const rest = trim(cut(part, lead));
  const addressee = ADDRESSEE.exec(rest.text);
  const end = addressee && addressee.index > 8 ? addressee.index : rest.text.length;
  const what = cut(rest, 0, dropEnd(rest.text.slice(0, end)).length);
  return /\p{L}/u.test(what.text) ? what : null;
}

const ADDRESSEE =
  /[\s(,]+(?:gửi\s+về|gửi\s+cho|gửi|về|cho)\s+(?=(?:Văn phòng|Sở|Phòng|phòng|Trung tâm|UBND|Ủy ban|Thanh tra|Lãnh đạo|Ban|Bộ|VP)(?!\p{L}))/u;
const REPORTS_TO = /(?<!\p{L})báo cáo\s+(?=(?:Sở|UBND|Ủy ban|Lãnh đạo|Giám đốc|Bộ|HĐND|Chủ tịch|Ban)(?!\p{L}))/u;

function recipientOf(predicate: Excerpt): Text {
  const match = ADDRESSEE.exec(predicate.text) ?? REPORTS_TO.exec(predicate.text);
  if (!match) return NOT_STATED;
  const rest = cut(predicate, match.index + match[0].length);
  const length = lengthOfUnits(rest.text);
  const bracket = /^\s*\((?:qua|thông qua)[^()]{2,80}\)/u.exec(rest.text.slice(length))?.[0].length ?? 0;
  const to = trim(cut(rest, 0, length + bracket));
  return cleanWording(to.text) === '' ? NOT_STATED : textField(to, SURE.fromProse);
}
