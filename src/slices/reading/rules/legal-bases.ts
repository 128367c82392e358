import { cut, type Excerpt } from './excerpt.ts';
import { fieldAt, NOT_STATED, SURE } from './fields.ts';
import type { Line } from './outline.ts';
import type { LegalBasisReading } from './plan-reading.ts';
import { cleanWording, dropEnd } from './wording.ts';

const OPENS_BASIS =
  /^(?:Căn cứ|Theo|Thực hiện|Xét|Tiếp tục thực hiện|Triển khai|Trên cơ sở|Để (?:triển khai )?thực hiện)(?![\p{L}])/iu;

const TYPES =
  'Nghị quyết|Nghị định|Quyết định|Kế hoạch|Thông báo|Văn bản|Công văn|Chỉ thị|Thông tư|Chương trình hành động|Chương trình|Báo cáo|Hướng dẫn|Luật|Bộ luật|Kết luận|Tờ trình|Đề án|Công điện|Quy định|Biên bản';
const NAMED_BY_NUMBER = new RegExp(
  `(?<type>${TYPES})\\s+(?:(?:liên tịch|thẩm định|hành động)\\s+)?số\\s*:?\\s*(?<number>\\d{1,6}\\s?[/-]?\\s?[\\p{L}\\d/.&-]{1,40})(?:\\s*,?\\s*ngày\\s+(?<date>\\d{1,2}\\s*[/.-]\\s*\\d{1,2}\\s*[/.-]\\s*\\d{4}|\\d{1,2}\\s+tháng\\s+\\d{1,2}\\s+năm\\s+\\d{4}))?`,
  'giu',
);
/** A law has a day but no number. */
const LAW =
  /(?<type>Luật|Bộ luật)\s+(?<subject>\p{Lu}[^;,]{3,120}?)\s+(?:số\s+\S{3,20}\s+)?(?:được .{0,40}thông qua )?ngày\s+(?<date>\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}|\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4})/giu;

const NAMES_FIRST = new RegExp(`^(?:${TYPES})(?!\\p{L})`, 'u');
const MOST_LISTED = 20;

/** The documents that the opening paragraphs rest on; those that their subjects cite are left out. */
export function readLegalBases(opening: readonly Line[]): LegalBasisReading[] {
  return opening
    .filter((line, index) => OPENS_BASIS.test(line.body.text) || isListed(opening, index))
    .flatMap((line) => [...basesIn(line.body), ...lawsIn(line.body)]);
}

/** "Căn cứ các văn bản:" and a list under it. */
function isListed(opening: readonly Line[], at: number): boolean {
  if (opening[at]?.marker === null || !NAMES_FIRST.test(opening[at]?.body.text ?? '')) return false;
  for (let above = at - 1; above >= Math.max(0, at - MOST_LISTED); above -= 1) {
    const line = opening[above];
    if (line && OPENS_BASIS.test(line.body.text)) return /:\s*$/.test(line.body.text);
    if (line?.marker === null) return false;
  }
  return false;
}

function basesIn(paragraph: Excerpt): LegalBasisReading[] {
  const matches = [...paragraph.text.matchAll(NAMED_BY_NUMBER)].filter((match) =>
    isFirstHand(paragraph.text, match.index),
  );
  return matches.map((match, index) => {
    const end = matches[index + 1]?.index ?? paragraph.text.length;
    const { type = '', number = '', date } = match.groups ?? {};
    const named = cut(paragraph, match.index, match.index + match[0].length);
    const rest = beforeIssuingClause(cut(paragraph, match.index + match[0].length, end));
    return {
      type: fieldAt(type, named, SURE.stated),
      number: fieldAt(dropEnd(number.replace(/\s/g, '')), named, SURE.stated),
      date: date ? fieldAt(isoDay(date), named, SURE.stated) : NOT_STATED,
      ...issuerAndSubject(rest),
    };
  });
}

/** "…, Sở Y tế ban hành kế hoạch như sau": that is the plan itself. */
function beforeIssuingClause(rest: Excerpt): Excerpt {
  const clause =
    /[,;.]\s+(?:Theo đề nghị|(?:Sở|Ban|Thanh tra|Văn phòng)\s[^,;.]{0,80}(?:ban hành|xây dựng|lập|triển khai|đề ra|đặt ra))/u.exec(
      rest.text,
    );
  return clause ? cut(rest, 0, clause.index) : rest;
}

/** A document stands first in its paragraph, or after a comma, a semicolon or "và"; a cited one follows other words. */
function isFirstHand(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 40), at).trimEnd();
  if (text.slice(0, at).replace(OPENS_BASIS, '').trim() === '') return true;
  if (/theo đề nghị[^;]{0,120}\stại$/iu.test(text.slice(Math.max(0, at - 160), at).trimEnd())) return true;
  return /(?:[;,.]|(?:^|\s)và)(?:\s*(?:các|căn cứ|theo|thực hiện))?$/iu.test(before);
}

function isoDay(text: string): string {
  const [day = '', month = '', year = ''] = text.match(/\d+/g) ?? [];
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function issuerAndSubject(rest: Excerpt): Pick<LegalBasisReading, 'issuer' | 'subject'> {
  const issuer =
    /^\s*của\s+(.{2,120}?)(?=\s+(?:về|ban hành|phê duyệt|công bố|quy định|sửa đổi|hướng dẫn|triển khai|thông qua)(?![\p{L}])|[;,.]|$)/u.exec(
      rest.text,
    );
  const afterIssuer = issuer ? issuer[0].length : 0;
  const subject = /^[\s,]*(?:(?:về việc|về|v\/v)\s+)?(.{4,600}?)[\s;,.]*$/su.exec(rest.text.slice(afterIssuer));
  return {
    issuer: issuer?.[1] ? fieldAt(cleanWording(issuer[1]), cut(rest, 0, afterIssuer), SURE.labelled) : NOT_STATED,
    subject: subject?.[1]
      ? fieldAt(dropEnd(cleanWording(subject[1])), cut(rest, afterIssuer), SURE.fromProse)
      : NOT_STATED,
  };
}

function lawsIn(paragraph: Excerpt): LegalBasisReading[] {
  return [...paragraph.text.matchAll(LAW)]
    .filter((match) => isFirstHand(paragraph.text, match.index) && !/số\s+\d/.test(match[0]))
    .map((match) => {
      const named = cut(paragraph, match.index, match.index + match[0].length);
      const { type = 'Luật', subject = '', date = '' } = match.groups ?? {};
      return {
        type: fieldAt(type, named, SURE.stated),
        number: NOT_STATED,
        date: fieldAt(isoDay(date), named, SURE.stated),
        issuer: NOT_STATED,
        subject: fieldAt(cleanWording(subject), named, SURE.labelled),
      };
    });
}
