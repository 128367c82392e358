import { cut, type Excerpt, join, splitAt, trim } from './excerpt.ts';
import { type KnownUnits, lengthOfKnownUnits } from './known-units.ts';
import { startsWithUnit } from './units-in-prose.ts';

/** A dash between two words of a unit's name ("Kế hoạch - Tài chính") is not a bullet. */
const NAME_BEFORE_DASH = /(?:phòng|ban|vụ|khoa|sở)\s+\p{Lu}[\p{L}]*(?:\s+\p{L}+){0,3}\s*$/iu;

/** The items of a cell: its lines, and the bullets that a converter ran together ("… quy định.- Văn phòng …"). */
export function itemsOf(cell: Excerpt): Excerpt[] {
  const lines = joinBrokenLines(splitAt(cell, /\n/g), cell);
  return lines
    .flatMap(splitBullets)
    .map(withoutBullet)
    .filter((item) => /[\p{L}\d]/u.test(item.text));
}

/** A line that starts with a small letter goes on with the line before it. */
function joinBrokenLines(lines: readonly Excerpt[], cell: Excerpt): Excerpt[] {
  const joined: { excerpt: Excerpt; from: number }[] = [];
  let searchFrom = 0;
  for (const line of lines) {
    const from = cell.text.indexOf(line.text, searchFrom);
    searchFrom = from + line.text.length;
    const last = joined.at(-1);
    if (last && /^\p{Ll}(?!\))/u.test(line.text)) last.excerpt = cut(cell, last.from, searchFrom);
    else joined.push({ excerpt: line, from });
  }
  return joined.map(({ excerpt }) => excerpt);
}

function splitBullets(line: Excerpt): Excerpt[] {
  const startsWithBullet = /^[-+*•–]\s*\S/u.test(line.text);
  const starts: number[] = [0];
  for (const match of line.text.matchAll(/([.;:,)]\s?|\s)[-+•–]\s(?=[\p{Lu}\d])/gu)) {
    const at = match.index + (match[1]?.length ?? 0);
    const isAfterStop = /[.;:]/.test(match[1] ?? '') || /[.;:]\s*$/.test(line.text.slice(0, match.index));
    if ((isAfterStop || startsWithBullet) && !isInName(line.text, match.index, at)) starts.push(at);
  }
  if (/^(?:[a-zđ]|1)\)\s/u.test(line.text)) {
    for (const match of line.text.matchAll(/[;.]\s+(?=(?:[b-zđ]|[2-9])\)\s)/gu))
      starts.push(match.index + match[0].length);
    starts.sort((a, b) => a - b);
  }
  return starts.map((from, index) => trim(cut(line, from, starts[index + 1] ?? line.text.length)));
}

function isInName(text: string, before: number, dash: number): boolean {
  const following = text.slice(dash + 2);
  if (/^\d/.test(following) && /\d\s?%?$/.test(text.slice(0, before))) return true;
  if (!NAME_BEFORE_DASH.test(text.slice(Math.max(0, before - 60), before))) return false;
  return !/^(?:Văn phòng|Các|Phòng|Trung tâm|Chi cục|Thanh tra|Báo cáo|Kế hoạch|Quyết định)(?![\p{L}])/u.test(
    following,
  );
}

function withoutBullet(item: Excerpt): Excerpt {
  return trim(cut(item, /^(?:[-+*•·–\s]*|\d\)\s+)/u.exec(item.text)?.[0].length ?? 0));
}

/** Sentences of a text: cut after a full stop before a capital, not after an abbreviation or a number. */
export function sentencesOf(text: Excerpt): Excerpt[] {
  return splitAt(text, /(?<=[\p{Ll})\]%”"\d]{2})\.\s+(?=\p{Lu}|\d+%)/gu);
}

/** Who is to do something, and the sentence that says so. */
export type Clause = {
  /** The unit that the sentence begins with; null where the sentence names none. */
  readonly subject: Excerpt | null;
  readonly predicate: Excerpt;
  readonly whole: Excerpt;
  /** Begins a bullet, or goes on with the one before. */
  readonly startsItem: boolean;
};

/** The sentences of an assignment, each with its subject: "Giao Văn phòng Sở chủ trì …", "Các phòng, đơn vị báo cáo …". */
export function clausesOf(cell: Excerpt, known: KnownUnits): Clause[] {
  return itemsOf(cell).flatMap((item) =>
    sentencesOf(item).map((sentence, index) => clauseOf(sentence, index === 0, known)),
  );
}

export function clauseOf(sentence: Excerpt, startsItem: boolean, known: KnownUnits): Clause {
  const lead =
    /^(?:(?:Đề nghị|Yêu cầu|Giao(?: cho)?|Phân công|Đối với|Riêng)\s+)/u.exec(sentence.text)?.[0].length ?? 0;
  const rest = cut(sentence, lead);
  const length = startsWithUnit(rest.text) ? lengthOfKnownUnits(rest.text, known) : 0;
  if (length === 0) return subjectAfterTime(sentence, startsItem, known);
  return {
    subject: trim(cut(rest, 0, length)),
    predicate: trim(cut(rest, length + (/^[\s,:;]*/.exec(rest.text.slice(length))?.[0].length ?? 0))),
    whole: sentence,
    startsItem,
  };
}

/** "Định kỳ ngày 15 hằng tháng, các phòng báo cáo …": when comes before who; the predicate keeps both sides. */
const TIME_FIRST =
  /^(?:Định kỳ|Hằng|Hàng|Trước|Chậm nhất|Vào|Trong|Từ|Sau|Đến|Kết thúc|Cuối|Đầu|Ngày|Tháng|Quý)(?!\p{L})[^,;.:]{2,80},\s+(?=\S)/u;

function subjectAfterTime(sentence: Excerpt, startsItem: boolean, known: KnownUnits): Clause {
  const none: Clause = { subject: null, predicate: sentence, whole: sentence, startsItem };
  const time = TIME_FIRST.exec(sentence.text)?.[0].length ?? 0;
  if (time === 0) return none;
  const rest = cut(sentence, time);
  const length = startsWithUnit(rest.text) ? lengthOfKnownUnits(rest.text, known) : 0;
  if (length === 0) return none;
  const predicate = join([cut(sentence, 0, time), trim(cut(rest, length))], '');
  return { ...none, subject: trim(cut(rest, 0, length)), predicate };
}
