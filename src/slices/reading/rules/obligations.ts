import type { Deadline } from '../../deadlines/index.ts';
import { splitAtUnits } from './assignments.ts';
import { type Clause, clauseOf, clausesOf } from './clauses.ts';
import type { DeadlinePhrase } from './deadline-fields.ts';
import { cut, type Excerpt, splitAt, trim } from './excerpt.ts';
import { NOT_STATED, SURE, textField } from './fields.ts';
import { type KnownUnits, lengthOfKnownUnits, type ReadingContext } from './known-units.ts';
import type { Line } from './outline.ts';
import type { Field, ObligationReading, Text } from './plan-reading.ts';
import { reportDeadlines } from './report-periods.ts';
import { startsWithUnit } from './units-in-prose.ts';
import { cleanWording, dropEnd } from './wording.ts';

/**
 * Duties with a deadline of their own inside the assignment of a task; those with the task's own deadline are the task.
 * @param leads who leads the task, and so owes what the words name nobody for
 */
export function obligationsInAssignment(
  cell: Excerpt | null,
  taskDeadlines: readonly Field<Deadline>[],
  context: ReadingContext,
  leads: readonly Field<string>[] = [],
): ObligationReading[] {
  if (!cell) return [];
  const taken = new Set(taskDeadlines.map((field) => keyOf(field.value)));
  let who: Excerpt | null = null;
  let to: Text = NOT_STATED;
  const clauses = clausesOf(cell, context.units).flatMap((clause) => splitAtUnits(clause, context.units));
  return clauses.flatMap((clause) => {
    who = clause.subject ?? who;
    const own = recipientOf(clause.predicate, context.units);
    to = clause.startsItem || own.value !== null ? own : to;
    const found = obligationOf(clause, who, context);
    const obligation = found && (clause.startsItem || !/^Riêng\s/u.test(clause.whole.text) ? found : { ...found, to });
    if (!obligation || obligation.deadlines.every((field) => taken.has(keyOf(field.value)) || isVague(field.value)))
      return [];
    return [obligation.who.value === null && leads[0] ? { ...obligation, who: leads[0] } : obligation];
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

/**
 * Reporting duties in the sections that say who does what: each belongs to the unit that its heading names.
 * @param assessed lines about criteria and their remedies: there a duty must name its unit itself
 */
export function obligationsInBody(
  lines: readonly Line[],
  assessed: ReadonlySet<Line>,
  context: ReadingContext,
): ObligationReading[] {
  const obligations: ObligationReading[] = [];
  let heading: Excerpt | null = null;
  for (const line of lines) {
    if (line.marker?.style === 'roman') heading = null;
    else heading = unitOfHeading(line, context.units) ?? heading;
    for (const clause of clausesOf(line.body, context.units).flatMap((clause) =>
      splitAtSemicolons(clause, context.units),
    )) {
      const reports = REPORTS.test(clause.whole.text);
      if (!reports && !KEEPS_UP.test(clause.whole.text)) continue;
      const who = clause.subject ?? (assessed.has(line) ? null : heading);
      const obligation = who && obligationOf(clause, who, context);
      const isOwed = reports ? isDuty : isEveryTime;
      if (obligation?.deadlines.some((field) => isOwed(field.value, clause.whole.text))) obligations.push(obligation);
    }
  }
  return obligations;
}

const REPORTS =
  /(?<!\p{L})(?:báo cáo|gửi|cung cấp|nộp)(?!\p{L})|(?<!\p{L})đăng ký\s[^.;]{3,80}\svới\s+(?=Văn phòng|Sở|Phòng|UBND|Ban)|(?<!quy |chương |tờ )(?<!\p{L})trình\s+(?=UBND|HĐND|Ủy ban|Sở|Giám đốc|Lãnh đạo|lãnh đạo|Ban|Chủ tịch|Bộ|cấp|cơ quan)/iu;
/** To keep something up to date is a duty where a day says by when, again and again. */
const KEEPS_UP = /(?<!\p{L})(?:cập nhật|đăng tải|công khai|đăng ký|rà soát)(?!\p{L})/iu;

/** "trình Giám đốc Sở báo cáo … trong tháng 12": a report handed in, though by no day. */
const HANDS_IN = /(?<!\p{L})(?:trình|gửi|nộp)\s[^.;]{0,80}(?<!\p{L})báo cáo(?!\p{L})/iu;

function isWithinAMonth({ from, to }: Extract<Deadline, { kind: 'window' }>): boolean {
  return String(from).slice(0, 7) === String(to).slice(0, 7);
}

/** A report that is only "theo quy định" is a duty; sending something needs a day. */
function isDuty(deadline: Deadline, text: string): boolean {
  if (deadline.kind === 'window') return isWithinAMonth(deadline) && HANDS_IN.test(text);
  if (deadline.kind === 'continuous') return false;
  return deadline.kind !== 'external' || /(?<!\p{L})báo cáo(?!\p{L})/iu.test(text);
}

/** By a named day of every period, or so long after an event. */
function isEveryTime(deadline: Deadline): boolean {
  if (deadline.kind === 'relative') return deadline.direction === 'after';
  return deadline.kind === 'recurring' && (deadline.day !== null || (deadline.weekday ?? null) !== null);
}

function splitAtSemicolons(clause: Clause, known: KnownUnits): Clause[] {
  const parts = splitAt(
    clause.whole,
    /;\s+(?=\p{Lu}|báo cáo|định kỳ|ngày\s\d|trước\s|hằng\s|hàng\s|gửi\s|cập nhật\s|chậm nhất\s|thứ\s|vào\s|mỗi\s|cuối\s|đầu\s|chiều\s|sáng\s|sau\s)/gu,
  );
  const isList = parts.slice(0, -1).some((part) => lengthOfKnownUnits(part.text, known) >= part.text.length - 1);
  return parts.length < 2 || isList
    ? [clause]
    : parts.map((part, index) =>
        index === 0 ? clauseOf(part, true, known) : inherit(clauseOf(part, false, known), clause),
      );
}

function inherit(clause: Clause, from: Clause): Clause {
  return clause.subject ? clause : { ...clause, subject: from.subject };
}

/** "2. Giao Văn phòng Sở:", "1.1. Đối với Văn phòng Sở". */
function unitOfHeading(line: Line, known: KnownUnits): Excerpt | null {
  if (line.marker?.style === 'bullet' || line.marker === null) return null;
  const lead = /^(?:giao(?: cho)?|đối với|đề nghị|trách nhiệm của)\s+/iu.exec(line.body.text)?.[0].length ?? 0;
  const rest = cut(line.body, lead);
  const length = startsWithUnit(rest.text) ? lengthOfKnownUnits(rest.text, known) : 0;
  return length > 0 ? trim(cut(rest, 0, length)) : null;
}

const PHRASE_START =
  /(?:[,(]?\s*(?:gửi\s+)?(?:định kỳ|vào|trong thời hạn|chậm nhất(?: là)?|trước(?: khi)?|theo|đảm bảo)?\s*)$/iu;

function obligationOf(clause: Clause, who: Excerpt | null, context: ReadingContext): ObligationReading | null {
  const phrases = withoutContinuous(reportDeadlines(clause.predicate, context));
  const [first, last] = [phrases[0], phrases.at(-1)];
  if (!first || !last) return null;
  const { from } = first;
  const { to } = last;
  const phrase = cut(clause.predicate, from, to);
  const what = whatOf(clause.predicate, [from, to], context.units);
  if (!what) return null;
  return {
    who: who ? textField(who, SURE.fromProse) : NOT_STATED,
    to: recipientOf(clause.predicate, context.units),
    what: textField(what, SURE.fromProse),
    deadlineText: textField(phrase, SURE.fromProse),
    deadlines: phrases.map(({ field }) => field),
  };
}

/** Where a day is named, what is "theo quy định" beside it does not set another. */
function namesADay(deadline: Deadline): boolean {
  if (deadline.kind === 'recurring') return deadline.day !== null || (deadline.weekday ?? null) !== null;
  return deadline.kind === 'by' || deadline.kind === 'relative';
}

/** "thường xuyên thực hiện, hằng tuần báo cáo …": the report has its own time. */
function withoutContinuous(phrases: readonly DeadlinePhrase[]): readonly DeadlinePhrase[] {
  const timed = phrases.filter(({ field }) => field.value.kind !== 'continuous');
  const onDays = timed.filter(({ field }) => field.value.kind !== 'external');
  const namesDay = onDays.some(({ field }) => namesADay(field.value));
  return namesDay ? onDays : timed.length > 0 ? timed : phrases;
}

/** "Báo cáo quý, năm về …": the period is part of the report's name. */
function whatPart(predicate: Excerpt, before: string, to: number): Excerpt {
  const report = /(?<!\p{L})báo cáo$/iu.exec(before.trim());
  if (report) return cut(predicate, report.index);
  const isReportAfter = /^\W{0,3}báo cáo(?!\p{L})/iu.test(predicate.text.slice(to));
  return before.trim().length >= 8 && !isReportAfter ? cut(predicate, 0, before.length) : cut(predicate, to);
}

/** The action: the words before the deadline without the addressee, or those after it where it stands first. */
function whatOf(predicate: Excerpt, [from, to]: readonly [number, number], known: KnownUnits): Excerpt | null {
  const before = predicate.text.slice(0, from).replace(PHRASE_START, '');
  const part = whatPart(predicate, before, to);
  const lead =
    /^(?:[\s,;:.-]|(?:Đồng thời|Riêng|Ngoài ra|Hằng năm|Định kỳ)(?!\p{L}))*/u.exec(part.text)?.[0].length ?? 0;
  const rest = trim(cut(part, lead));
  const addressee = ADDRESSEE.exec(rest.text);
  const end = addressee && addressee.index > 8 ? addressee.index : rest.text.length;
  const assured = /[\s,]*(?:đảm bảo|bảo đảm)\s[^;.]*$/iu.exec(rest.text);
  const stop = Math.min(end, assured && assured.index > 20 ? assured.index : end);
  const general = lengthOfGeneral(rest.text.slice(0, stop), known);
  const what = cut(rest, general, dropEnd(rest.text.slice(0, stop)).length);
  return /\p{L}/u.test(what.text) ? what : null;
}

/** "triển khai đầy đủ các nhiệm vụ được giao, báo cáo …": only the report has the deadline. */
const GENERAL_DUTY =
  /^(?:(?:triển khai|thực hiện)\s[^;.]{0,40}nhiệm vụ được giao[^;]{0,200}?|(?:chủ động\s+)?(?:tổ chức|triển khai)(?:\s+tổ chức)?\s+thực hiện),\s*(?=(?:định kỳ\s+)?(?:báo cáo|gửi)\s)/iu;
/** "theo lĩnh vực phụ trách", "căn cứ nhiệm vụ được giao": on what ground, not what. */
const GROUND =
  /^(?:theo|căn cứ|trên cơ sở)\s+(?:các\s+)?(?:lĩnh vực|chức năng|nhiệm vụ|nội dung)[^,;.]{0,60}?(?:phụ trách|được giao|được phân công|quản lý)\s*,?\s*/iu;
const LED_WITH = /^chủ trì\s*(?:,|và)?\s*phối hợp(?:\s+(?:chặt chẽ\s+)?(?:với|cùng))?\s+/iu;

/** How much of what a unit is to do only says on what ground, with whom, or in general. */
function lengthOfGeneral(text: string, known: KnownUnits): number {
  let at = GROUND.exec(text)?.[0].length ?? 0;
  const led = LED_WITH.exec(text.slice(at))?.[0].length ?? 0;
  const partners = led > 0 ? lengthOfKnownUnits(text.slice(at + led), known) : 0;
  if (partners > 0) at += led + partners + (/^[\s,]*/.exec(text.slice(at + led + partners))?.[0].length ?? 0);
  return at + (GENERAL_DUTY.exec(text.slice(at))?.[0].length ?? 0);
}

const ADDRESSEE =
  /(?:^|[\s(,]+)(?:gửi\s+về|gửi\s+cho|gửi\s+đến|gửi|về|cho|tới|đến|(?<=đăng ký\s[^.;]{3,80}\s)với)\s+(?=(?:Văn phòng|Sở|Phòng|phòng|Trung tâm|UBND|Ủy ban|Uỷ ban|Thanh tra|Lãnh đạo|Giám đốc|Chủ tịch|Ban|Bộ|VP|HĐND|Chi cục|Bộ phận)(?!\p{L}))/u;
const REPORTS_TO =
  /(?<!\p{L})(?:báo cáo|trình)\s+(?:kết quả\s+)?(?:với\s+|lên\s+)?(?=(?:Sở|Văn phòng|Phòng|Trung tâm|UBND|Ủy ban|Lãnh đạo|Giám đốc|Bộ|HĐND|Chủ tịch|Ban|Uỷ ban|Hội đồng|Thường trực|Trưởng ban|Trưởng Ban|Thủ trưởng|lãnh đạo|Chánh|Trưởng phòng|Tỉnh ủy|Thành ủy|Huyện ủy|Đảng ủy|Thanh tra|Chi cục|Cục)(?!\p{L}))/u;

function recipientOf(predicate: Excerpt, known: KnownUnits): Text {
  const match = ADDRESSEE.exec(predicate.text) ?? REPORTS_TO.exec(predicate.text);
  if (!match) return NOT_STATED;
  const rest = cut(predicate, match.index + match[0].length);
  const length = lengthOfKnownUnits(rest.text, known);
  const bracket = /^\s*\((?:qua|thông qua)[^()]{2,80}\)/u.exec(rest.text.slice(length))?.[0].length ?? 0;
  const to = trim(cut(rest, 0, length + bracket));
  return cleanWording(to.text) === '' ? NOT_STATED : textField(to, SURE.fromProse);
}
