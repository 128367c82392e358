import { cut, type Excerpt, trim } from './excerpt.ts';
import { fieldAt, NOT_STATED, SURE } from './fields.ts';
import type { Count } from './plan-reading.ts';
import { findPoints, isFull, type PointsInProse } from './points-in-prose.ts';
import { startsWithUnit } from './units-in-prose.ts';
import { dropEnd, foldLetters, words } from './wording.ts';

/** What a sentence says about a criterion that lost points. */
export type ProseDeficit = {
  readonly sentence: Excerpt;
  readonly criterion: Excerpt;
  readonly score: Count;
  readonly max: Count;
  readonly reason: Excerpt | null;
  /** Lists of units. */
  readonly responsible: readonly Excerpt[];
};

const CRITERION_LABEL =
  /^(?:(?:về|đối với|riêng|ở|tại|với)\s+)?(?:(?:tiêu chí thành phần|chỉ số thành phần|tiêu chí|chỉ số|TCTP|nội dung)(?:\s*(?:số\s*)?\d{1,2}(?:\.\d{1,2}){0,3}(?!\d)\s*[:.]?)?(?!\p{L})\s*:?\s*)/iu;
/** Words that lead over to the cause. */
const CAUSE = words(
  'nguyên nhân(?:\\s[^.,;:]{0,60}?)?\\s*(?:(?:là\\s*)?(?:do|vì|:)|là)|lý do\\s*(?:là\\s*)?:?|do(?!\\s+(?:đó|vậy|sở|UBND|cơ quan|đơn vị|phòng|các|bộ|HĐND|Văn phòng)(?!\\p{L}))|vì|bởi',
);
const CONCLUSION = /[,;.]?\s*(?:do đó|do vậy|vì vậy|vì thế|nên|dẫn đến)\s+(?:không|chưa|bị|mất)[^.;]*$/iu;
/** The cause first, then that points were lost: "… do đó không có điểm". */
const BACKWARD = /,?\s*(?<!\p{L})(?:do đó|do vậy|vì vậy|vì thế|nên)\s+(?:chưa|không)\s+(?:đạt|có|được)\s+điểm/iu;
const NAME_END_BEFORE_POINTS =
  /\s*(?::|,\s*(?:Sở|đơn vị|cơ quan)\s+(?=chỉ|đạt|được|bị|mất|không)|,?\s*(?<!\p{L})(?:chỉ đạt|chỉ được|không đạt|chưa đạt|không có điểm|đạt(?=\s*:?\s*\d)|được(?=\s+[\d:])|bị trừ|bị mất|mất(?=\s+\d)|trừ(?=\s+\d))(?!\p{L})|\((?=\s*(?:\d|đạt|điểm|tối đa|trừ|mất|bị|trách nhiệm))|$)/iu;
const NAME_END =
  /\s*(?:[:;]|,?\s*(?<!\p{L})(?:chỉ đạt|đạt|được(?=\s+[\d:])|không đạt|chưa đạt|bị trừ|bị mất|mất|gồm|không có điểm|trừ|chấm)(?!\p{L})|\(|$)/iu;
const LOSES = /mat diem|bi tru|khong dat|chua dat|khong co diem|khong duoc diem|khong diem|bi mat/;

/**
 * Reads one sentence or paragraph about a criterion.
 * @param isListed the sentence stands in a list of criteria that lost points, so it needs no points of its own
 * @returns null where it tells of no loss
 */
export function readDeficitSentence(sentence: Excerpt, isListed: boolean): ProseDeficit | null {
  return readTurned(sentence) ?? readStraight(sentence, isListed);
}

/** "Do mới kiểm tra 01 đơn vị, tiêu chí …": the cause stands first. */
const CAUSE_FIRST =
  /^(?:do|vì|bởi(?: vì)?)\s+(?<cause>[^.;]{4,300}?)\s*,?\s+(?:nên\s+)?(?=(?:ở\s+)?(?:tiêu chí|chỉ số)\s+(?!này|trên)\S)/iu;
/** "Sở chỉ đạt 1/2 điểm ở tiêu chí …": the points stand first. */
const POINTS_FIRST =
  /^(?:[^.;:“"]{0,60}?\s)?(?:đạt|được|mất|bị trừ|trừ)\s+[^.;:“"]{1,30}?điểm\s+(?:ở|tại|của|về|cho|trong|đối với)\s+(?=(?:tiêu chí|chỉ số)\s)/iu;

/** A sentence that names its criterion last is read from the criterion on; what stood before it is added. */
function readTurned(sentence: Excerpt): ProseDeficit | null {
  const cause = CAUSE_FIRST.exec(sentence.text);
  if (cause) {
    const from = cause[0].indexOf(cause.groups?.cause ?? '');
    const read = readStraight(cut(sentence, cause[0].length), false);
    return read && { ...read, sentence, reason: cut(sentence, from, from + (cause.groups?.cause?.length ?? 0)) };
  }
  const before = POINTS_FIRST.exec(sentence.text);
  const points = before && findPoints(cut(sentence, 0, before[0].length));
  if (!before || !points || isFull(points)) return null;
  const read = readStraight(cut(sentence, before[0].length), true);
  return read && { ...read, sentence, score: points.score, max: points.max };
}

function readStraight(sentence: Excerpt, isListed: boolean): ProseDeficit | null {
  const points = findPoints(sentence);
  if (points && isFull(points)) return null;
  const labelled = CRITERION_LABEL.exec(sentence.text);
  const cause = findCause(sentence.text);
  const losesWords = LOSES.test(foldLetters(sentence.text));
  const loses = points !== null || losesWords;
  if (!(loses || isListed || (labelled && cause))) return null;
  if (!points && !isListed && !labelled && !(losesWords && (cause || BACKWARD.test(sentence.text)))) return null;
  const criterion = criterionOf(sentence, points, labelled?.[0].length ?? 0);
  if (!criterion || NAMES_MANY.test(criterion.text)) return null;
  const responsible = responsibleIn(sentence);
  return {
    sentence,
    criterion,
    score: points?.score ?? NOT_STATED,
    max: points?.max ?? NOT_STATED,
    reason: reasonOf(sentence, { criterion, points, responsible }),
    responsible: responsible ? [responsible.units] : unitsWithShares(sentence),
  };
}

/** "Các lĩnh vực còn lại": no criterion, but what is left of them. */
const NAMES_MANY = /^(?:các|những|một số)\s+(?:lĩnh vực|tiêu chí|nội dung|chỉ số)(?!\p{L})[^“"]{0,30}$/iu;

/** True for a line that begins a new criterion even where no number says so. */
export function namesCriterion(line: Excerpt): boolean {
  const points = findPoints(line);
  return (points !== null && points.max.value !== null) || CRITERION_LABEL.test(line.text);
}

/** A name in quotes, else the words from the label up to the points, the colon or the cause. */
function criterionOf(sentence: Excerpt, points: PointsInProse | null, labelLength: number): Excerpt | null {
  const quoted = /[“"]([^”"]{4,200})[”"]/u.exec(sentence.text);
  const isNamed =
    quoted &&
    (quoted.index < (points?.from ?? 200) ||
      /tiêu chí(?: thành phần)?\s*$/iu.test(sentence.text.slice(0, quoted.index)));
  if (quoted?.[1] && isNamed && labelLength === 0)
    return cut(sentence, quoted.index + 1, quoted.index + 1 + quoted[1].length);
  if (labelLength === 0 && /tiêu chí này/iu.test(sentence.text) && BACKWARD.test(sentence.text))
    return backwardName(sentence);
  const after = cut(sentence, labelLength);
  const namePart = points ? NAME_END_BEFORE_POINTS : NAME_END;
  const ends = namePart.exec(after.text)?.index ?? after.text.length;
  const bracket = responsibleIn(after);
  const end = Math.min(ends, bracket?.from ?? ends);
  const cause = findCause(after.text);
  const limit = Math.min(end, cause?.index ?? end, points ? Math.max(0, points.from - labelLength) : end);
  const name = trim(cut(after, 0, limit));
  const bare = dropQuotes(cut(name, 0, dropEnd(name.text).length));
  return bare.text.length >= 4 && bare.text.length <= 400 ? bare : null;
}

/** A name that stands in quotes as a whole. */
function dropQuotes(name: Excerpt): Excerpt {
  return /^[“"][^“”"]+[”"]$/u.test(name.text) ? cut(name, 1, name.text.length - 1) : name;
}

/** "Sở chưa thực hiện X do đó chưa đạt điểm … tiêu chí này": the criterion is named by what was not done. */
function backwardName(sentence: Excerpt): Excerpt | null {
  const match = /(?:chưa|không)\s+(?<name>[^.;]{8,240}?)\s*,?\s+(?:do đó|do vậy|nên)\s/iu.exec(sentence.text);
  const name = match?.groups?.name;
  if (!match || !name) return null;
  const from = match.index + match[0].indexOf(name);
  return cut(sentence, from, from + name.length);
}

function findCause(text: string): { index: number; end: number } | null {
  const match = CAUSE.exec(text);
  return match ? { index: match.index, end: match.index + match[0].length } : null;
}

type Known = {
  readonly criterion: Excerpt;
  readonly points: PointsInProse | null;
  readonly responsible: Responsible | null;
};

/** What the sentence says after the word that leads to the cause; without one, what follows the name and the points. */
function reasonOf(sentence: Excerpt, { criterion, points, responsible }: Known): Excerpt | null {
  const end = responsible && responsible.from > sentence.text.length / 2 ? responsible.from : sentence.text.length;
  const body = cut(sentence, 0, end);
  const backward = BACKWARD.exec(body.text);
  const nameStart = sentence.text.indexOf(criterion.text);
  const nameEnd = nameStart + criterion.text.length;
  const isNamedFirst = /^(?:tiêu chí|chỉ số|\s|thành phần)*$/iu.test(sentence.text.slice(0, nameStart));
  const cause = findCause(body.text.slice(Math.min(nameEnd, body.text.length)));
  if (cause) return strip(cut(body, nameEnd + cause.end));
  if (backward && backward.index > 10) return strip(cut(body, isNamedFirst ? nameEnd : 0, backward.index));
  const isNamedBeside = responsible !== null && responsible.from >= nameEnd && responsible.from < nameEnd + 4;
  const afterUnits = isNamedBeside ? sentence.text.indexOf(')', responsible.from) + 1 : 0;
  const afterPoints = points && points.from >= nameEnd && points.from < nameEnd + 40 ? points.to : 0;
  const tail = cut(body, Math.max(nameEnd, afterUnits, afterPoints));
  const rest = /^\s*\([^()]{0,200}\)\s*[.;]?\s*$/u.test(tail.text) ? null : strip(tail);
  return rest && rest.text.split(' ').length >= 4 ? rest : null;
}

function strip(excerpt: Excerpt): Excerpt | null {
  const conclusion = CONCLUSION.exec(excerpt.text);
  const cutOff = cut(excerpt, 0, conclusion?.index ?? excerpt.text.length);
  const lost = /\s*\((?:bị\s+)?(?:mất|trừ|đạt|không đạt)?\s*[\d,./]+\s*(?:điểm)?[^()]{0,40}\)?\s*[;.]?\s*$/iu.exec(
    cutOff.text,
  );
  const open = /\s*\(\s*$/.exec(cutOff.text.slice(0, lost?.index ?? undefined));
  const end = open ? open.index : (lost?.index ?? cutOff.text.length);
  const lead = /^[\s,;:.)(–-]*(?:gồm\s+)?/u.exec(cutOff.text)?.[0].length ?? 0;
  const body = trim(cut(cutOff, lead, Math.max(lead, end)));
  const bare = cut(body, 0, dropEnd(body.text).length);
  const isUnclosed = bare.text.endsWith(')') && !bare.text.includes('(');
  const closed = isUnclosed ? cut(bare, 0, bare.text.length - 1) : bare;
  return /\p{L}/u.test(closed.text) ? closed : null;
}

type Responsible = { readonly units: Excerpt; readonly from: number };

/** "(Văn phòng Sở chủ trì)", "(trách nhiệm thuộc về phòng …)": who answers for the loss, in brackets. */
function responsibleIn(sentence: Excerpt): Responsible | null {
  for (const match of sentence.text.matchAll(/\(([^()]{4,240})\)/gu)) {
    const inside = match[1] ?? '';
    const lead =
      /^(?:trách nhiệm\s*(?:thuộc\s*(?:về\s*)?|của\s*|:\s*)?|thuộc\s+(?:về\s+)?|do\s+|giao\s+)/iu.exec(inside)?.[0]
        .length ?? 0;
    if (!startsWithUnit(inside.slice(lead)) || SHARED_OUT.test(inside)) continue;
    const tail =
      /\s*(?:chủ trì|chịu trách nhiệm|phụ trách|thực hiện|tham mưu)(?!\p{L}).*$/iu.exec(inside)?.index ?? inside.length;
    const from = match.index + 1 + lead;
    return { units: trim(cut(sentence, from, match.index + 1 + Math.max(tail, lead))), from: match.index };
  }
  return null;
}

/** A bracket that shares the loss out among units is part of the cause. */
const SHARED_OUT = /\s\d{1,5}(?:\/\d{1,5})?\s+(?:hồ sơ|báo cáo|nhiệm vụ|văn bản|trường hợp|TTHC|thủ tục)/iu;

/** "phòng A có 20/84 hồ sơ trễ hạn; Chi cục B: 19 hồ sơ": the units among which a sentence shares out the loss. */
const SHARE =
  /(?<!\p{L})(?<unit>(?:[Pp]hòng|[Vv]ăn phòng|[Cc]hi cục|[Tt]rung tâm|[Tt]hanh tra|[Qq]uỹ|[Bb]an(?! hành| bố| đầu)|VPĐK)(?:\s+[\p{L}&-]+){0,9}?)\s*(?:có|là|:|\(|còn|chậm|trễ|quá hạn)?\s*(?<!\d)\d{1,5}(?:\/\d{1,5})?\s*(?:hồ sơ|báo cáo|nhiệm vụ|văn bản|trường hợp|công chức|TTHC|thủ tục)/gu;

function unitsWithShares(sentence: Excerpt): Excerpt[] {
  const shares = [...sentence.text.matchAll(SHARE)];
  return shares.map((share) => cut(sentence, share.index, share.index + (share.groups?.unit?.length ?? 0)));
}

const LIST_OF_ZEROS =
  /(?:các|một số|những)\s+tiêu chí\s+(?:không (?:có|được|đạt) điểm|0 điểm|bị 0 điểm)\s*(?:như|gồm|là|bao gồm)?\s*:?\s*/iu;

/** "Các tiêu chí không có điểm như A, B (unit); C; D": each item lost all its points. */
export function readListOfZeros(text: Excerpt): ProseDeficit[] {
  const lead = LIST_OF_ZEROS.exec(text.text);
  if (!lead) return [];
  const list = cut(text, lead.index + lead[0].length);
  return splitOutsideBrackets(list, /;\s+|,\s+(?=(?:một số|các|chưa|không)\s)/gu).flatMap((item) => {
    const responsible = responsibleIn(item);
    const end = responsible ? responsible.from : dropEnd(item.text).length;
    const criterion = trim(cut(item, 0, end));
    if (criterion.text.length < 8) return [];
    const zero = fieldAt(0, text, SURE.fromProse);
    return [
      {
        sentence: item,
        criterion,
        score: zero,
        max: NOT_STATED,
        reason: null,
        responsible: responsible ? [responsible.units] : [],
      },
    ];
  });
}

function splitOutsideBrackets(excerpt: Excerpt, separator: RegExp): Excerpt[] {
  const parts: Excerpt[] = [];
  let from = 0;
  for (const match of excerpt.text.matchAll(separator)) {
    const before = excerpt.text.slice(from, match.index);
    if (before.lastIndexOf('(') > before.lastIndexOf(')')) continue;
    parts.push(trim(cut(excerpt, from, match.index)));
    from = match.index + match[0].length;
  }
  return [...parts, trim(cut(excerpt, from))];
}
