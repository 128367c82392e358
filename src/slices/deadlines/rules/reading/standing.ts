import { phraseTable, skipWords } from './phrases.ts';
import { endsSegment, sentenceEnd, startsSegment } from './segments.ts';
import { type Token, tokenAt } from './tokens.ts';

/** "Thường xuyên" (no date on purpose) or "Theo quy định" (set elsewhere, tokens [from, next) say where). */
export type StandingPhrase = { readonly kind: 'continuous' | 'external'; readonly from: number; readonly next: number };

const CONTINUOUS = phraseTable<true>([
  [
    'thuong xuyen|thuong xuyen lien tuc|thuong xuyen , lien tuc|lien tuc|thuong xuyen va lien tuc|thuong xuyen , hang ngay',
    true,
  ],
  [
    'hang ngay|moi ngay|hang ngay lam viec|lien tuc , thuong xuyen|lau dai|thuong xuyen , lau dai|quanh nam|thuong nhat',
    true,
  ],
  ['xuyen suot|xuyen suot trong nam|xuyen suot ca nam|suot nam', true],
  ['thuong xuyen trong nam|thuong xuyen ca nam|thuong xuyen quanh nam|thuong xuyen hang ngay', true],
]);

const NOT_CONTINUOUS_BEFORE = new Set([
  'khong',
  'chua',
  'chi',
  'phi',
  'duc',
  'vu',
  'tao',
  'thiếu',
  'it',
  'ngan',
  'bieu',
  'tru',
]);

const DUTY_BEFORE = new Set([
  'hien',
  'tri',
  'nhat',
  'cao',
  'khai',
  'thanh',
  ':',
  ',',
  'va',
  'hoac',
  'soat',
  'tra',
  'gui',
  'ky',
]);

/** @returns the phrase where the words set a duty, not where they describe one ("chi thường xuyên") */
export function readContinuous(tokens: readonly Token[], at: number): StandingPhrase | null {
  const read = CONTINUOUS(tokens, at);
  if (!read || NOT_CONTINUOUS_BEFORE.has(tokenAt(tokens, at - 1).key)) return null;
  const inYear = skipYear(tokens, read.next);
  const isClosed = endsSegment(tokens, inYear) || tokenAt(tokens, inYear).key === ',';
  if (!startsSegment(tokens, at) && !(DUTY_BEFORE.has(tokenAt(tokens, at - 1).key) && isClosed)) return null;
  return { kind: 'continuous', from: at, next: inYear };
}

/** "thường xuyên trong năm 2024" is still continuous. */
function skipYear(tokens: readonly Token[], at: number): number {
  const mark = tokenAt(tokens, at).key;
  if (mark === ',' || mark === '(') {
    const inside = skipYear(tokens, at + 1);
    if (inside === at + 1) return at;
    return mark === '(' && tokenAt(tokens, inside).key === ')' ? inside + 1 : inside;
  }
  const start =
    skipWords(tokens, at, 'trong suot nam') ?? skipWords(tokens, at, 'trong nam') ?? skipWords(tokens, at, 'nam');
  if (start === null) return at;
  return tokenAt(tokens, start).kind === 'number' ? start + 1 : start;
}

/** A cell that starts so says who or what sets the time. */
const EXTERNAL_OPENINGS = phraseTable<true>([
  [
    'theo|dung theo|tuy|can cu tinh hinh|can cu thuc te|can cu yeu cau|can cu ke hoach|can cu huong dan|dam bao theo|bao dam theo|truoc tet|sau tet|sau moi|sau tung|sau dot|sau hoi nghi|sau cuoc hop|sau ky hop|trong thoi gian som nhat|som nhat|tuy theo|tuy thuoc|phu thuoc|khi|ngay khi|ngay sau khi|sau khi|truoc khi|trong khi|ngay sau',
    true,
  ],
  ['dung thoi gian|dung thoi han|dung tien do|dung han|dam bao thoi gian|bao dam thoi gian|dung quy dinh', true],
  [
    'dam bao tien do|bao dam tien do|dam bao dung thoi gian|bao dam dung thoi gian|dam bao thoi han|bao dam thoi han',
    true,
  ],
  [
    'trong cac cuoc hop|tai cac cuoc hop|trong cuoc hop|tai cuoc hop|tai ky hop|truoc ky hop|trong thoi han quy dinh',
    true,
  ],
  ['trong thoi gian quy dinh|dung ky|trong qua trinh|dung lich|tai thoi diem|dam bao dung han|vao cac cuoc hop', true],
]);

/** In the middle of a sentence only words about the time itself count. */
const EXTERNAL_INSIDE = phraseTable<true>([
  [
    'dam bao thoi gian quy dinh|bao dam thoi gian quy dinh|dung thoi gian quy dinh|theo thoi gian quy dinh|dung thoi han quy dinh',
    true,
  ],
  [
    'theo thoi han quy dinh|dot xuat khi co yeu cau|dot xuat theo yeu cau|khi co yeu cau|theo yeu cau|dam bao thoi han quy dinh',
    true,
  ],
  [
    'trong thoi gian quy dinh|trong thoi han quy dinh|dam bao tien do quy dinh|trong cac cuoc hop|khi co phat sinh|khi phat sinh',
    true,
  ],
]);

const LEADS = phraseTable<true>([
  [
    'thuc hien|hoan thanh|bao cao|gui|nop|thoi gian|thoi han|dinh ky|trien khai|thuc hien bao cao|dinh ky bao cao|gui bao cao',
    true,
  ],
]);

/** @returns "Theo quy định", "khi có yêu cầu", … up to the end of the sentence */
export function readExternal(tokens: readonly Token[], at: number): StandingPhrase | null {
  const cell = opensCell(tokens, at) ? readExternalCell(tokens, at) : null;
  if (cell) return cell;
  if (!EXTERNAL_INSIDE(tokens, at)) return null;
  return { kind: 'external', from: at, next: sentenceEnd(tokens, at) };
}

/** The same where the caller knows that a cell, or more about a time, starts here. */
export function readExternalCell(tokens: readonly Token[], at: number): StandingPhrase | null {
  const opening = EXTERNAL_OPENINGS(tokens, at);
  if (saysHowOften(tokens, at)) return null;
  if (readAlone(tokens, at) || (opening && isSetElsewhere(tokens, at, opening.next))) {
    const next = sentenceEnd(tokens, at);
    const isWholeCell = at === 0 && skipWords(tokens, at, 'theo quy dinh') !== null && next >= tokens.length - 1;
    return citesDocument(tokens, at, next) && !isWholeCell ? null : { kind: 'external', from: at, next };
  }
  return null;
}

/** "Theo định kỳ hằng quý" is a frequency, and sets nothing elsewhere. */
function saysHowOften(tokens: readonly Token[], at: number): boolean {
  const next = skipWords(tokens, at, 'theo dinh ky');
  return next !== null && !endsSegment(tokens, next);
}

const SCHEDULES = phraseTable<true>([['ke hoach|chuong trinh|de an|huong dan|lich|tien do|lo trinh|van ban', true]]);

/** "Theo Nghị định số …" names a basis; "Theo Kế hoạch số …" says where the time stands. */
function citesDocument(tokens: readonly Token[], at: number, next: number): boolean {
  if (SCHEDULES(tokens, at + 1)) return false;
  for (let index = at; index < next; index += 1) {
    const { kind, key } = tokenAt(tokens, index);
    const isArticle = (key === 'dieu' || key === 'khoan') && tokenAt(tokens, index + 1).kind === 'number';
    if (kind === 'document-number' || isArticle) return true;
  }
  return false;
}

/** "khi", "theo" need to say of what. */
function isSetElsewhere(tokens: readonly Token[], at: number, next: number): boolean {
  return next - at >= 2 || !endsSegment(tokens, next);
}

/** Words that say when only where nothing follows: "Kịp thời", but not "kịp thời xử lý". */
const ALONE = phraseTable<true>([
  [
    'kip thoi|dot xuat|ngay|ngay lap tuc|dinh ky|trong ngay|ngay trong ngay|trong ngay lam viec|ngay trong ngay lam viec|trong buoi lam viec|kip thoi , dung quy dinh',
    true,
  ],
]);
const ALONE_WITH = new Set(['khi', 'theo', 'ngay', 'sau']);

function readAlone(tokens: readonly Token[], at: number): boolean {
  const alone = startsSegment(tokens, at) ? ALONE(tokens, at) : null;
  if (!alone || tokenAt(tokens, at).word === 'ngày') return false;
  if (tokenAt(tokens, at).key === 'dinh') return tokenAt(tokens, alone.next).kind === 'end';
  return endsSegment(tokens, alone.next) || ALONE_WITH.has(tokenAt(tokens, alone.next).key);
}

function opensCell(tokens: readonly Token[], at: number): boolean {
  if (startsSegment(tokens, at)) return true;
  for (const words of [4, 3, 2, 1]) {
    if (at >= words && startsSegment(tokens, at - words) && LEADS(tokens, at - words)?.next === at) return true;
  }
  return false;
}
