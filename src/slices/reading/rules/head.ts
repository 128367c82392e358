import { findDepartments } from './departments.ts';
import { cut, type Excerpt, join, splitAt, trim } from './excerpt.ts';
import { fieldAt, NOT_STATED, SURE, textField } from './fields.ts';
import { type Line, lineOf, type Outline } from './outline.ts';
import type { Field, HeadReading, Signer, Text } from './plan-reading.ts';
import { cleanWording, dropEnd, foldLetters, isCapitals, sentenceCase, startsLower } from './wording.ts';

/** The lines before the first section and the lines after the last: where a document says what it is. */
export type Parts = { readonly opening: readonly Line[]; readonly lines: readonly Line[] };

const SECTION = /^(?:roman|part)$/;
const MOST_OPENING_LINES = 60;
const MOST_LETTERHEAD_LINES = 10;

/** The lines up to the first heading "I." or the first table. */
export function partsOf(outline: Outline): Parts {
  const lines = outline.filter((item) => item.kind === 'line');
  const firstGrid = outline.findIndex((item) => item.kind === 'grid');
  const before = outline.slice(0, firstGrid < 0 ? outline.length : firstGrid).filter((item) => item.kind === 'line');
  const firstSection = before.findIndex((line) => line.marker !== null && SECTION.test(line.marker.style));
  return {
    opening: before
      .slice(0, Math.min(firstSection < 0 ? before.length : firstSection, MOST_OPENING_LINES))
      .flatMap(splitOpening),
    lines,
  };
}

/** Title and legal bases that a converter joined into one line. */
function splitOpening(line: Line): Line[] {
  const parts = splitAt(line.whole, RUN_ON);
  return parts.length < 2 ? [line] : parts.map((part) => lineOf(part, {}));
}

const RUN_ON =
  /\s(?=(?:Căn cứ|Thực hiện|Theo)\s(?:Luật|Nghị định|Nghị quyết|Quyết định|Kế hoạch|Thông báo|Công văn)(?!\p{L}))|\s(?=[IVX]{1,4}\.\s\p{Lu}{2})/gu;

const KIND_LINE = /^(?:du thao )?ke hoach\b/;
const AFTER_TITLE =
  /^(?:Căn cứ|Thực hiện|Theo|Để|Nhằm|Xét|Trên cơ sở|Tiếp tục|Phát huy|Triển khai thực hiện (?:Quyết|Kế|Nghị|Công)|\()/u;

/** The lines under "KẾ HOẠCH", up to the first paragraph. */
export function readTitle(opening: readonly Line[]): Text {
  const at = opening.findIndex(
    (line) => KIND_LINE.test(foldLetters(line.body.text)) && isCapitals(line.body.text.slice(0, 8)),
  );
  const kindLine = opening[at];
  if (!kindLine) return NOT_STATED;
  const sameLine = trim(cut(kindLine.body, kindLine.body.text.search(/ẠCH/iu) + 3));
  const parts: Excerpt[] = sameLine.text.length > 3 ? [sameLine] : [];
  for (const line of opening.slice(at + 1, at + 8)) {
    if (/^[-–_*\s]*$/.test(line.body.text)) continue;
    if (parts.length > 0 && !goesOnWithTitle(parts, line)) break;
    parts.push(line.whole);
  }
  return parts.length > 0 ? textField(join(parts, ' '), SURE.stated) : NOT_STATED;
}

function goesOnWithTitle(parts: readonly Excerpt[], line: Line): boolean {
  const title = parts.map((part) => part.text).join(' ');
  const text = line.body.text;
  if (line.marker || AFTER_TITLE.test(text) || /[;:.]$/.test(text) || text.length > 220) return false;
  if (startsLower(text) || (isCapitals(text) && isCapitals(title))) return true;
  return !/\d{4}/.test(title) && text.length < 140;
}

type PlaceAndDate = { readonly place: Text; readonly date: Text };

const PLACE_AND_DATE =
  /^(?<place>\p{Lu}[\p{L}.\s-]{1,40}?),\s*ngày(?<day>[\s.…_\d]*)tháng(?<month>[\s.…_\d]*)năm\s*(?<year>\d{4})/u;

/** "Khánh Hòa, ngày … tháng 01 năm 2024": what is left blank stays unknown. */
export function readPlaceAndDate(lines: readonly Line[]): PlaceAndDate {
  for (const [index, line] of lines.entries()) {
    const source = withRestOfDate(line, lines[index + 1]);
    const match = PLACE_AND_DATE.exec(source.text);
    const parts = match?.groups;
    if (!match || !parts?.place) continue;
    return {
      place: fieldAt(parts.place.trim(), cut(source, 0, parts.place.length), SURE.stated),
      date: fieldAt(partialDate(parts.year ?? '', parts.month ?? '', parts.day ?? ''), source, SURE.stated),
    };
  }
  return { place: NOT_STATED, date: NOT_STATED };
}

/** A narrow column breaks the line before the year, or before the month. */
function withRestOfDate(line: Line, next: Line | undefined): Excerpt {
  const isOpen = /^\p{Lu}[\p{L}.\s-]{1,40},\s*ngày(?!.*năm\s*\d{4})/u.test(line.body.text);
  return isOpen && next && line.body.text.length < 60 ? join([line.body, next.whole], ' ') : line.body;
}

function partialDate(year: string, month: string, day: string): string {
  const known = [year, month, day].map((part) => part.replace(/[\s.…_]/g, ''));
  if (!known[1]) return year;
  const upToMonth = `${year}-${known[1].padStart(2, '0')}`;
  return known[2] ? `${upToMonth}-${known[2].padStart(2, '0')}` : upToMonth;
}

const NUMBER_LINE = /^Số\s*:?\s*(\d{1,6}\s*\/\s*[\p{Lu}\d][\p{L}\d.&-]{1,40})/u;
const NUMBER_IN_ANNEX =
  /(?:Kèm theo|Ban hành kèm theo)[^()]{0,60}?số\s*:?\s*(\d{1,6}\s*\/\s*[\p{Lu}][\p{L}\d.&-]{1,40})(?:\s*ngày\s+(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}))?/u;

export type NumberAndDate = { readonly number: Text; readonly date: Text };

/** The plan's number on its first page, else where an annex names it. */
export function readNumber(parts: Parts): NumberAndDate {
  for (const line of parts.opening) {
    const match = NUMBER_LINE.exec(line.whole.text);
    if (match?.[1]) return { number: fieldAt(match[1].replace(/\s/g, ''), line.whole, SURE.stated), date: NOT_STATED };
  }
  for (const line of parts.lines) {
    const match = NUMBER_IN_ANNEX.exec(line.whole.text);
    if (!match?.[1]) continue;
    const date = match[4] ? partialDate(match[4], match[3] ?? '', match[2] ?? '') : null;
    return {
      number: fieldAt(match[1].replace(/\s/g, ''), line.whole, SURE.labelled),
      date: date ? fieldAt(date, line.whole, SURE.labelled) : NOT_STATED,
    };
  }
  return { number: NOT_STATED, date: NOT_STATED };
}

/** The department that issues the plan: in the letterhead, else in the title, else the one named most. */
export function readAgency(parts: Parts): Text {
  const heading = letterheadOf(parts.opening);
  const [inHeading] = heading ? findDepartments(heading.text) : [];
  if (heading && inHeading) {
    return fieldAt(asWritten(inHeading.name, parts), cut(heading, inHeading.from, inHeading.to), SURE.stated);
  }
  const other = agencyInCapitals(parts);
  const named = agencyNamedMost(parts);
  const isAbbreviated = /^sở\s/iu.test(other.value ?? '') && named.value !== null;
  return other.value === null || isAbbreviated ? named : other;
}

/** The lines in capitals above "KẾ HOẠCH" as one: a long name stands on two, with the country's motto between them. */
function letterheadOf(opening: readonly Line[]): Excerpt | null {
  const end = opening.findIndex((line) => KIND_LINE.test(foldLetters(line.body.text)));
  const capitals = opening
    .slice(0, end < 0 ? MOST_LETTERHEAD_LINES : end)
    .filter((line) => line.isCapitals && !/^CỘNG H|^(?:CHỦ )?(?:NGHĨA )?(?:VIỆT )?NAM$/u.test(line.body.text))
    .map((line) => line.body);
  return capitals.length > 0 ? join(capitals, ' ') : null;
}

function agencyNamedMost(parts: Parts): Text {
  const counts = new Map<string, { count: number; excerpt: Excerpt }>();
  for (const [index, line] of parts.lines.entries()) {
    for (const named of findDepartments(line.whole.text)) {
      const weight = index < parts.opening.length ? 5 : 1;
      const before = counts.get(named.name);
      counts.set(named.name, {
        count: (before?.count ?? 0) + weight,
        excerpt: before?.excerpt ?? cut(line.whole, named.from, named.to),
      });
    }
  }
  const best = [...counts].sort((a, b) => b[1].count - a[1].count)[0];
  return best ? fieldAt(asWritten(best[0], parts), best[1].excerpt, SURE.fromProse) : NOT_STATED;
}

/** "Văn hoá" and "Văn hóa" are both right: the document's own way of writing is kept. */
function asWritten(name: string, parts: Parts): string {
  const folded = foldLetters(name);
  for (const line of parts.lines) {
    const at = foldLetters(line.whole.text).replaceAll('–', '-').indexOf(folded);
    const written = at < 0 ? '' : line.whole.text.slice(at, at + name.length);
    if (/^Sở \p{Lu}\p{Ll}/u.test(written)) return written;
  }
  return name;
}

function agencyInCapitals(parts: Parts): Text {
  const heading = letterheadOf(parts.opening);
  const local = heading && LOCAL_COMMITTEE.exec(heading.text);
  if (heading && local?.groups?.level && local.groups.name) {
    const committee = local.groups.committee === 'UBND' ? 'UBND' : 'Ủy ban nhân dân';
    const name = `${committee} ${local.groups.level.toLowerCase()} ${titleCase(local.groups.name.trim())}`;
    const words = cut(heading, local.index, local.index + local[0].length);
    return fieldAt(asWrittenAnywhere(name, parts), words, SURE.labelled);
  }
  const line = parts.opening.find((candidate) =>
    /^(?:SỞ|BAN|THANH TRA|VĂN PHÒNG|CHI CỤC|PHÒNG|TRUNG TÂM|BỘ CHỈ HUY|CÔNG AN)\s/u.test(candidate.body.text),
  );
  return line ? fieldAt(asWrittenAnywhere(sentenceCase(line.body.text), parts), line.body, SURE.inferred) : NOT_STATED;
}

/** "ỦY BAN NHÂN DÂN XÃ …": a commune's or a district's own plan. */
const LOCAL_COMMITTEE =
  /(?<committee>UBND|ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN)\s+(?<level>XÃ|PHƯỜNG|THỊ TRẤN|HUYỆN|QUẬN|THỊ XÃ|ĐẶC KHU)\s+(?<name>\p{Lu}{1,12}(?:\s\p{Lu}{1,12}){0,4})(?=$|\s(?:SỐ|CỘNG))/u;

/** The name as the text itself writes it, wherever it does. */
function asWrittenAnywhere(name: string, parts: Parts): string {
  const folded = foldLetters(name);
  for (const line of parts.lines) {
    const at = foldLetters(line.whole.text).indexOf(folded);
    const written = at < 0 ? '' : line.whole.text.slice(at, at + name.length);
    if (/^\p{Lu}\p{Ll}/u.test(written) && !isCapitals(written)) return written;
  }
  return name;
}

const PROVINCE_IN_HEADING =
  /(?:^|\s)(?:UBND|ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN)\s+(?:TỈNH|THÀNH PHỐ|TP\.?)\s+(?<name>\p{Lu}[\p{Lu}\s-]{1,24}?)(?=$|\s(?:SỞ|BAN|VĂN PHÒNG|THANH TRA|CHI CỤC|UBND|ỦY BAN|UỶ BAN|TRUNG TÂM|HUYỆN|CỘNG HÒA|SỐ)(?:\s|$))/u;

/** The province of the letterhead ("UBND TỈNH …"), else the place of issue; a commune's place is the commune itself. */
export function readProvince(parts: Parts, place: Text): Text {
  const heading = letterheadOf(parts.opening);
  const match = heading && PROVINCE_IN_HEADING.exec(heading.text);
  if (heading && match?.groups?.name) {
    const name = match.groups.name.trim();
    const same = place.value !== null && foldLetters(place.value) === foldLetters(name);
    return fieldAt(same ? place.value : titleCase(name), heading, SURE.stated);
  }
  if (heading && LOCAL_COMMITTEE.test(heading.text)) return provinceNamed(parts);
  return place.value === null ? NOT_STATED : { ...place, confidence: SURE.fromProse };
}

/** Cities that are provinces themselves; any other "thành phố" lies in one. */
const CITIES = 'Hà Nội|Hồ Chí Minh|Hải Phòng|Đà Nẵng|Cần Thơ|Huế';
const PROVINCE_NAMED = new RegExp(
  `(?<!\\p{L})(?:tỉnh\\s+(?<province>\\p{Lu}\\p{Ll}{1,8}(?:\\s\\p{Lu}\\p{Ll}{0,8}){0,3})|(?:thành phố|TP\\.?)\\s+(?<city>${CITIES})(?!\\p{L}))`,
  'u',
);

function provinceNamed(parts: Parts): Text {
  for (const line of parts.lines) {
    const match = PROVINCE_NAMED.exec(line.whole.text);
    const name = match?.groups?.province ?? match?.groups?.city;
    if (match && name) return fieldAt(name, cut(line.whole, match.index), SURE.inferred);
  }
  return NOT_STATED;
}

function titleCase(name: string): string {
  return name
    .toLowerCase()
    .replace(/(^|[\s-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}

const SIGNER_TITLE =
  /^(?:(?:KT|TM|TL|TUQ|Q)\.\s*)?(?:(?:Q\.|QUYỀN )?(?:PHÓ )?(?:TỔNG )?(?:GIÁM ĐỐC|CHỦ TỊCH|TRƯỞNG BAN|CHÁNH THANH TRA|CHÁNH VĂN PHÒNG|CỤC TRƯỞNG|CHI CỤC TRƯỞNG|HIỆU TRƯỞNG|THỦ TRƯỞNG)|BAN GIÁM ĐỐC)(?: SỞ)?/u;
const PERSON = /^(?:(?:TS|ThS|PGS|GS|BS|KS|CN)\.\s*)*(?:\p{Lu}\p{Ll}*\s+){1,5}\p{Lu}\p{Ll}*$/u;
const PERSON_IN_CAPITALS = /^(?:\p{Lu}{2,8}\s+){1,4}\p{Lu}{2,8}$/u;

/** The title in capitals and the name under it. */
export function readSigner(lines: readonly Line[]): Field<Signer | null> {
  const at = lines.findIndex(
    (line, index) => SIGNER_TITLE.test(line.body.text) && line.body.text.length < 60 && index > 2,
  );
  if (at < 0) return NOT_STATED;
  const titles: Excerpt[] = [];
  for (const line of lines.slice(at, at + 10)) {
    const text = line.body.text;
    if (SIGNER_TITLE.test(text)) titles.push(line.body);
    else if (isPerson(text)) {
      const title = titles.map((part) => cleanWording(part.text)).join(' ');
      return fieldAt({ title, name: cleanWording(text) }, line.body, SURE.labelled);
    }
  }
  return NOT_STATED;
}

function isPerson(text: string): boolean {
  if (/^(?:Lưu|Sở|Nơi|Phụ lục|PHỤ LỤC|Văn phòng|Như|UBND|HĐND)/u.test(text)) return false;
  return PERSON.test(text) || PERSON_IN_CAPITALS.test(text);
}

/** The bullets under "Nơi nhận". */
export function readRecipients(lines: readonly Line[]): Field<string>[] {
  const at = lines.findIndex((line) => /^Nơi nhận/iu.test(line.body.text));
  const head = lines[at];
  if (!head) return [];
  const recipients: Field<string>[] = [];
  for (const line of lines.slice(at + 1, at + 40)) {
    if (line.marker?.style === 'bullet' || (/;$/.test(line.body.text) && line.body.text.length < 120)) {
      recipients.push(fieldAt(dropEnd(cleanWording(line.body.text)), line.body, SURE.stated));
      if (/^Lưu/iu.test(line.body.text)) break;
    } else if (line.marker || /^PHỤ LỤC/iu.test(line.body.text)) break;
  }
  return recipients;
}

export type { HeadReading };
