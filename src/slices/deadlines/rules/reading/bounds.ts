import type { Read } from './numbers.ts';
import { phraseTable } from './phrases.ts';
import { type Token, tokenAt } from './tokens.ts';

/**
 * How a phrase stands to its date. `before`: the day itself is too late; `until`: the day counts;
 * `to`: "đến …" alone, which may also name a goal; `in`: inside the stretch; `none`: the bare date.
 */
export type Bound = 'before' | 'until' | 'to' | 'in' | 'none';

const BOUNDS = phraseTable<Bound>([
  ['truoc|truoc thoi diem|truoc moc', 'before'],
  ['truoc hoac trong|truoc va trong|truoc hoac dung|truoc hoac vao', 'until'],
  ['truoc khi ket thuc|truoc khi het|truoc luc het', 'until'],
  ['cham nhat|muon nhat|tre nhat|lau nhat|toi da|khong qua|khong duoc qua|khong vuot qua', 'until'],
  ['khong muon hon|khong cham hon|khong tre hon|khong sau|cham nhat khong qua|cham nhat la', 'until'],
  ['han cuoi|han cuoi cung|han chot|thoi han cuoi|thoi han cuoi cung', 'until'],
  ['den het|toi het|het|cho den het|cho den|tu nay den|tu nay den het|tinh den het|den cuoi|den thoi diem', 'until'],
  ['den|toi|tinh den', 'to'],
  ['trong|trong vong|vao|trong khoang|trong thoi gian|trong suot|suot|vao khoang|vao dip|trong dip|khoang|dung', 'in'],
]);

const MOST_BOUND_WORDS = 4;

/** All bound words in a row ("chậm nhất là đến hết"): the strictest one wins. */
export function readBound(tokens: readonly Token[], at: number): Read<Bound> | null {
  let bound: Bound | null = null;
  let next = at;
  for (let count = 0; count < MOST_BOUND_WORDS; count += 1) {
    const read = BOUNDS(tokens, next);
    if (!read || isOtherWord(tokenAt(tokens, next))) break;
    bound = bound === null ? read.value : stricter(bound, read.value);
    next = skipFiller(tokens, read.next);
  }
  return bound === null ? null : { value: bound, next };
}

/** "Sở Xây dựng: quý II": only "đúng" bounds a date. */
const isOtherWord = ({ key, word }: Token): boolean => key === 'dung' && word !== 'đúng' && word !== 'dung';

function stricter(one: Bound, other: Bound): Bound {
  const order: readonly Bound[] = ['before', 'until', 'to', 'in', 'none'];
  return order.indexOf(one) <= order.indexOf(other) ? one : other;
}

function skipFiller(tokens: readonly Token[], at: number): number {
  const key = tokenAt(tokens, at).key;
  return key === 'la' || key === ':' ? at + 1 : at;
}

const SESSIONS = new Set(['sang', 'chieu', 'trua', 'toi', 'buoi']);

/** "thứ Sáu, ngày 15/3": the weekday adds nothing to a date. */
export function skipWeekday(tokens: readonly Token[], at: number): number {
  const session = SESSIONS.has(tokenAt(tokens, at).key) ? at + 1 : at;
  if (tokenAt(tokens, session).key !== 'thu') return at;
  let next = session + 2;
  const isBracket = tokenAt(tokens, next).key === ',' || tokenAt(tokens, next).key === '(';
  if (isBracket) next += 1;
  const after = tokenAt(tokens, next);
  return after.key === 'ngay' || (isBracket && after.kind === 'number') ? next : at;
}

/** "17 giờ 00", "17h", "16 giờ 30 phút", "giờ hành chính", "hết giờ làm việc": a time of the day before its date. */
export function skipClock(tokens: readonly Token[], at: number): number {
  let session = at;
  while (SESSIONS.has(tokenAt(tokens, session).key) && session < at + 2) session += 1;
  const first = tokenAt(tokens, session);
  if (first.key === 'gio' && tokenAt(tokens, session + 1).key === 'lam') return skipOf(tokens, session + 3);
  if (first.key === 'cuoi' && tokenAt(tokens, session + 1).key === 'gio') return skipOf(tokens, session + 4);
  if (first.kind !== 'number') return session;
  const unit = tokenAt(tokens, session + 1).key;
  if (unit === ':' && tokenAt(tokens, session + 2).kind === 'number') return skipOf(tokens, session + 3);
  if (!['gio', 'h', 'g'].includes(unit) || tokenAt(tokens, session + 2).key === 'lam') return session;
  const minutes = skipMinutes(tokens, session + 2);
  return skipOf(tokens, SESSIONS.has(tokenAt(tokens, minutes).key) ? minutes + 1 : minutes);
}

function skipMinutes(tokens: readonly Token[], at: number): number {
  const token = tokenAt(tokens, at);
  if (token.kind !== 'number' || tokenAt(tokens, at + 1).key === '/') return at;
  return ['phut', 'p', "'"].includes(tokenAt(tokens, at + 1).key) ? at + 2 : at + 1;
}

function skipOf(tokens: readonly Token[], at: number): number {
  return ['cua', ',', 'vao'].includes(tokenAt(tokens, at).key) ? at + 1 : at;
}
