import { phraseTable } from './phrases.ts';
import type { Span } from './reference-list.ts';
import { endsSegment, startsSegment, startsSentence } from './segments.ts';
import { type Token, tokenAt } from './tokens.ts';

/** Words right before a bare date that make it a deadline: "hoàn thành 15/12", "thời hạn: quý II". */
const LEADS = new Set(
  [
    'hoan thanh|thuc hien|thoi gian|thoi han|tien do|xong|gui|nop|trien khai|du kien|ket thuc|trinh|cong bo|phan dau',
    'to chuc|thoi diem|tham muu|bao dam|dam bao|hoan tat|chot|han|ban giao|giao nop|nghiem thu|rieng|cham nhat|va|hoac',
  ].flatMap((line) => line.split('|')),
);

/** First words of a task: what follows is something to do, so a stretch of time in it is when to do it. */
const TASK_VERBS = new Set(
  [
    'hoan thanh|thuc hien|to chuc|ban hanh|trien khai|xay dung|ra soat|kiem tra|bao cao|gui|trinh|tham muu|cap nhat',
    'bo sung|khac phuc|xu ly|phoi hop|cong khai|cong bo|dao tao|tap huan|tuyen truyen|phan dau|danh gia|nang cap|giai quyet',
    'tien hanh|so hoa|khao sat|lay y kien|tong hop|tong ket|so ket|hoan tat|ket thuc|nop|lap|mo|chinh ly|sua doi|duy tri|dua vao',
  ].flatMap((line) => line.split('|')),
);

/** What was, not what is to be done: "các văn bản đã ban hành trước ngày …". */
const PAST_BEFORE = phraseTable<true>([
  [
    'co hieu luc|hieu luc|tiep nhan|tuyen dung|da ban hanh|duoc ban hanh|duoc cap|duoc ky|duoc phe duyet|da ky|sinh',
    true,
  ],
  [
    'phat sinh|da tiep nhan|xay ra|da cap|tinh|bo nhiem|da co|ton tai|thanh lap|nhap hoc|da nop|da gui|da hoan thanh',
    true,
  ],
]);

/** Words before a stretch of time that make it a name or a window of figures. */
const NAMES_BEFORE = phraseTable<true>([
  [
    'giai doan|nhiem ky|thoi ky|tam nhin|dinh huong|so lieu|so voi|cung ky|ky bao cao|nien do|nam hoc|muc tieu|kinh phi',
    true,
  ],
]);

const COUNTED = new Set(
  'diem don vi tieu nhiem ho thu so phong xa van de can cong vien co doanh ty muc bac huyen % chi nguoi thanh tong to cac noi linh buoi lan tiet mon'.split(
    ' ',
  ),
);

/** Most tokens looked at before and after a phrase. */
const NEAR = 12;

export type Surroundings = { readonly tokens: readonly Token[]; readonly planYear: number | null };

/** Whether a dated phrase sets a deadline here, or only names a time. */
export function setsDeadline({ tokens, planYear }: Surroundings, span: Span, next: number): boolean {
  if (isNamed(tokens, span.from) || isCounting(tokens, span) || isOnlyAfter(tokens, span)) return false;
  const isOpening = startsSegment(tokens, span.from) || isLed(tokens, span.from);
  const isPast = isNarrated(tokens, next) || isPastYear(span, planYear, tokens) || isToldBefore(tokens, span.from);
  switch (span.bound) {
    case 'before':
    case 'until':
      return !isPastEvent(tokens, span.from) && !(span.bound === 'until' && isNarrated(tokens, next));
    case 'to':
      return !isPast && !isPastEvent(tokens, span.from) && (isOpening || span.first.grain !== 'year');
    case 'in':
      if (isPast || isPastEvent(tokens, span.from)) return false;
      return isOpening || (isTask(tokens, span.from) && !isOwned(tokens, next)) || isOneTime(tokens, span, next);
    default:
      return isBareDeadline(tokens, span, { next, isOpening }) && !(isPast && !endsSegment(tokens, next));
  }
}

/** "trong quý III" in the middle of a sentence: of a day, month or quarter, not owned by a noun. */
function isOneTime(tokens: readonly Token[], span: Span, next: number): boolean {
  return span.first.grain !== 'year' && !isOwned(tokens, next);
}

function isOwned(tokens: readonly Token[], next: number): boolean {
  return tokenAt(tokens, next).key === 'cua';
}

function isBareDeadline(
  tokens: readonly Token[],
  span: Span,
  around: { readonly next: number; readonly isOpening: boolean },
): boolean {
  const after = tokenAt(tokens, around.next);
  if (isYearly(tokens, around.next)) return true;
  if (isBareFraction(tokens, span) && !isLedFraction(tokens, span.from)) return false;
  const closes = endsSegment(tokens, around.next) || [',', 'va', 'hoac', '-', '–', 'de', 'doi'].includes(after.key);
  const isToDo = span.first.grain !== 'year' && isTaskVerb(tokens, around.next);
  if (around.isOpening) return (closes || isToDo) && !isCited(tokens, span.from);
  // "Khánh Hòa, ngày 12 tháng 3 năm 2024" is where and when a document was signed.
  if (tokenAt(tokens, span.from - 2).isCapital) return false;
  return tokenAt(tokens, span.from - 1).key === ',' && endsSegment(tokens, around.next) && !isCited(tokens, span.from);
}

/** "3/4" without "ngày" and without a year may be a score. */
function isBareFraction(tokens: readonly Token[], span: Span): boolean {
  const { kind, value } = tokenAt(tokens, span.from);
  if (kind !== 'number' || span.isRange || span.first.grain !== 'day' || span.first.year !== null) return false;
  return !hasDayWord(tokens, span) || value > 31;
}

/** It is a day where the whole text starts with it (but "24/7" is round the clock) or a word about time leads to it. */
function isLedFraction(tokens: readonly Token[], at: number): boolean {
  if (at === 0) return !(tokenAt(tokens, 0).value === 24 && tokenAt(tokens, 2).value === 7);
  return isLed(tokens, tokenAt(tokens, at - 1).key === ':' ? at - 1 : at);
}

/** "tháng 12 hằng năm" can only be a duty. */
function isYearly(tokens: readonly Token[], at: number): boolean {
  return ['hang', 'moi', 'cac'].includes(tokenAt(tokens, at).key) && tokenAt(tokens, at + 1).key === 'nam';
}

/** "Nghị định số 61/2018/NĐ-CP ngày 23/4/2018", "Công văn ngày 5/6". */
function isCited(tokens: readonly Token[], at: number): boolean {
  for (let index = at - 1; index >= 0 && index >= at - 4; index -= 1) {
    if (tokenAt(tokens, index).kind === 'document-number') return true;
  }
  return false;
}

function isLed(tokens: readonly Token[], at: number): boolean {
  const [two, one] = [tokenAt(tokens, at - 2).key, tokenAt(tokens, at - 1).key];
  return LEADS.has(one) || LEADS.has(`${two} ${one}`);
}

function isTask(tokens: readonly Token[], at: number): boolean {
  let start = at;
  while (start > 0 && at - start < 60 && !startsSegment(tokens, start)) start -= 1;
  return isTaskVerb(tokens, start);
}

/** "Quý II, III tiến hành kiểm tra": something to do. */
function isTaskVerb(tokens: readonly Token[], at: number): boolean {
  const [first, second] = [tokenAt(tokens, at).key, tokenAt(tokens, at + 1).key];
  return TASK_VERBS.has(first) || TASK_VERBS.has(`${first} ${second}`);
}

function isPastEvent(tokens: readonly Token[], at: number): boolean {
  for (const words of [3, 2, 1]) {
    const read = PAST_BEFORE(tokens, at - words);
    if (at >= words && read?.next === at && !startsSegment(tokens, at - words)) return true;
  }
  return false;
}

/** "Đã ban hành trong quý I", "Sở đã trình ngày 12/3": told, unless the clause begins with something to do. */
function isToldBefore(tokens: readonly Token[], at: number): boolean {
  for (let index = at - 1; index >= 0 && index >= at - NEAR; index -= 1) {
    const token = tokenAt(tokens, index);
    if (token.key === ',' || token.key === ':' || startsSentence(tokens, index + 1)) return false;
    if (token.word === 'đã') return !isTask(tokens, at);
  }
  return false;
}

function isNamed(tokens: readonly Token[], at: number): boolean {
  for (const words of [3, 2]) {
    if (at >= words && NAMES_BEFORE(tokens, at - words)?.next === at) return true;
  }
  return false;
}

/** "sau ngày 20": from when on, not until when. */
export function isOnlyAfter(tokens: readonly Token[], { from, bound, first }: Span): boolean {
  return bound === 'none' && first.grain === 'day' && tokenAt(tokens, from - 1).key === 'sau';
}

/** "trước 3/4 số hồ sơ": a share, not a day. */
function isCounting(tokens: readonly Token[], span: Span): boolean {
  const hasWord = tokenAt(tokens, span.next - 1).kind !== 'number' || hasDayWord(tokens, span);
  return !hasWord && COUNTED.has(tokenAt(tokens, span.next).key) && !tokenAt(tokens, span.next).startsLine;
}

function hasDayWord(tokens: readonly Token[], span: Span): boolean {
  for (let index = span.from; index < span.next; index += 1) {
    if (['ngay', 'thang', 'quy', 'nam'].includes(tokenAt(tokens, index).key)) return true;
  }
  return false;
}

/** What follows tells of something that was: "Trong năm 2022 Sở không có sáng kiến", "… đã tiếp nhận". */
function isNarrated(tokens: readonly Token[], next: number): boolean {
  for (let index = next; index < next + NEAR; index += 1) {
    const token = tokenAt(tokens, index);
    if (token.kind === 'end' || (index > next && startsSentence(tokens, index))) return false;
    if (token.word === 'đã' || token.word === 'chưa' || token.key === 'xep') return true;
    const after = tokenAt(tokens, index + 1);
    if (token.key === 'khong' && !['qua', 'de'].includes(after.key)) return true;
    if (token.word === 'có' && after.kind === 'number') return true;
  }
  return false;
}

/** A year before the plan's, with more to follow: a look back. */
function isPastYear(span: Span, planYear: number | null, tokens: readonly Token[]): boolean {
  const year = span.last.year && 'year' in span.last.year ? span.last.year.year : null;
  return year !== null && planYear !== null && year < planYear && !endsSegment(tokens, span.next);
}

const ATTRIBUTES_BEFORE = new Set([
  'thi dua',
  'khen thuong',
  'bien che',
  'du toan',
  'ngan sach',
  'ke hoach',
  'chi so',
  'nghi phep',
]);

/** "hằng năm của các phòng", "dự toán hằng năm": an attribute of a noun, no duty. */
export function isAttribute(tokens: readonly Token[], from: number, next: number): boolean {
  if (startsSegment(tokens, from)) return false;
  const before = `${tokenAt(tokens, from - 2).key} ${tokenAt(tokens, from - 1).key}`;
  return tokenAt(tokens, next).key === 'cua' || ATTRIBUTES_BEFORE.has(before);
}

const NO_LENGTH = new Set([
  'giam',
  'con',
  'han',
  'cham',
  'muon',
  'som',
  'tang',
  'xuong',
  'thua',
  'thieu',
  'qua',
  'tre',
  'lo',
]);

/** "cắt giảm 05 ngày", "quá hạn 2 ngày so với …": a length of time that nobody has to keep. */
export function isMeasured(tokens: readonly Token[], from: number): boolean {
  const before = tokenAt(tokens, from - 1);
  return before.kind === 'word' && NO_LENGTH.has(before.key);
}

export function isLedOrOpening(tokens: readonly Token[], at: number): boolean {
  return startsSegment(tokens, at) || isLed(tokens, at);
}
