import { phraseTable } from './phrases.ts';
import { type Token, tokenAt } from './tokens.ts';

const SENTENCE_MARKS = new Set(['.', ';', '!', '?', '•', '|', '●', '▪', '…']);
const OPENING_MARKS = new Set(['.', ';', ':', '!', '?', '•', '|', '(', '-', '–', '+', '*', '“', '"', '●', '▪', '…']);

/** Tokens looked at for one event or one phrase of the kind "theo …": keeps reading time in step with the text. */
const LONGEST_CLAUSE = 80;

/** Words after a comma that carry the event on: "hồ sơ đầy đủ, hợp lệ", "phản ánh, kiến nghị". */
const GOES_ON = phraseTable<true>([
  [
    'hop le|day du|kien nghi|bo sung|dung quy dinh|chinh xac|thay the|kiem tra|khieu nai|to cao|de nghi|to chuc|ca nhan|doanh nghiep|don vi',
    true,
  ],
  ['cong chuc|vien chuc|nguoi lao dong|giam sat|phe duyet|ban hanh|hoac', true],
]);

/** Whether a sentence ends before this token: a stop between words (not inside 12.5 or 15.12.2024), or a new line with a capital. */
export function startsSentence(tokens: readonly Token[], at: number): boolean {
  if (at === 0) return true;
  const token = tokenAt(tokens, at);
  const before = tokenAt(tokens, at - 1);
  if (token.startsLine && (token.isCapital || token.kind === 'mark')) return true;
  return before.kind === 'mark' && SENTENCE_MARKS.has(before.key);
}

/** Whether a cell, a list item or the part after a colon starts here. */
export function startsSegment(tokens: readonly Token[], at: number): boolean {
  if (startsSentence(tokens, at)) return true;
  const before = tokenAt(tokens, at - 1);
  return before.kind === 'mark' && OPENING_MARKS.has(before.key) && !isInsideNumber(tokens, at - 1);
}

/** Whether a mark joins two numbers without a space: 12.5, 15.12.2024. @param key only this mark */
export function isInsideNumber(tokens: readonly Token[], mark: number, key?: string): boolean {
  const [before, here, after] = [tokenAt(tokens, mark - 1), tokenAt(tokens, mark), tokenAt(tokens, mark + 1)];
  if (key !== undefined && here.key !== key) return false;
  return before.kind === 'number' && after.kind === 'number' && before.to === here.from && here.to === after.from;
}

/** Whether nothing of the sentence follows. */
export function endsSegment(tokens: readonly Token[], at: number): boolean {
  const token = tokenAt(tokens, at);
  return (
    token.kind === 'end' || startsSentence(tokens, at) || (token.kind === 'mark' && /[.;:!?)(|…”"]/.test(token.key))
  );
}

/** First token after the clause that starts here: at a stop, a closing bracket, or a comma that opens another thought. */
export function clauseEnd(tokens: readonly Token[], at: number): number {
  let depth = 0;
  const furthest = at + LONGEST_CLAUSE;
  for (let index = at; ; index += 1) {
    const token = tokenAt(tokens, index);
    if (token.kind === 'end' || index >= furthest) return index;
    if (index > at && token.startsLine && (token.isCapital || token.kind === 'mark')) return index;
    if (token.key === '(') depth += 1;
    if (token.key === ')') {
      if (depth === 0) return index;
      depth -= 1;
    }
    if (SENTENCE_MARKS.has(token.key) && !isInsideNumber(tokens, index)) return index;
    if (token.key === ',' && depth === 0 && !GOES_ON(tokens, index + 1)) return index;
  }
}

/** First token after the sentence that starts here. */
export function sentenceEnd(tokens: readonly Token[], at: number): number {
  const furthest = at + LONGEST_CLAUSE;
  for (let index = at; ; index += 1) {
    const token = tokenAt(tokens, index);
    if (token.kind === 'end' || index >= furthest) return index;
    if (index > at && token.startsLine && (token.isCapital || token.kind === 'mark')) return index;
    if (SENTENCE_MARKS.has(token.key) && !isInsideNumber(tokens, index)) return index;
  }
}
