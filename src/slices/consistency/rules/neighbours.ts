import { excerptAround } from './excerpt.ts';
import { fractionAt, numberAt } from './grammar.ts';
import { isLikelySlip } from './likely-slip.ts';
import { nounOf } from './part-list.ts';
import type { Passage } from './passage.ts';
import type { PrintedNumber } from './printed-number.ts';
import { judge, minus, plus, quotient, type Relation, type Remark, slackOf } from './relation.ts';
import { findToldResults } from './told-results.ts';

/** Two paragraphs as one sentence after the other; every number keeps its own place. */
function joinPassages(first: Passage, second: Passage): Passage {
  const shift = first.text.length + 1;
  const moved = second.numbers.map((number) => ({ ...number, from: number.from + shift, to: number.to + shift }));
  const numbers = [...first.numbers, ...moved];
  const at = (number: PrintedNumber): number => second.numbers.indexOf(number);
  const fractions = second.fractions.map(({ above, below }) => ({
    above: moved[at(above)] ?? above,
    below: moved[at(below)] ?? below,
  }));
  const skeleton = second.skeleton
    .replace(/«(\d+)»/gu, (_, index: string) => `«${Number(index) + first.numbers.length}»`)
    .replace(/⟪(\d+)⟫/gu, (_, index: string) => `⟪${Number(index) + first.numbers.length}⟫`)
    .replace(/⟨(\d+)⟩/gu, (_, index: string) => `⟨${Number(index) + first.fractions.length}⟩`);
  return {
    ...first,
    text: `${first.text} ${second.text}`,
    numbers,
    fractions: [...first.fractions, ...fractions],
    skeleton: `${first.skeleton} ${skeleton}`,
  };
}

const COMES_BACK = /^\s?(?:[-+•]\s)?So với (?:kết quả )?(?:của )?(?:năm\s)?(?:¤|năm trước)/iu;
const MOST_LETTERS = 400;

/** "Năm 2024 đạt 90,18 điểm, thứ 4/20." | "So với năm 2023 (87,64 điểm, thứ 7/20) tăng 2,54 điểm": told in two paragraphs. */
export function findResultsOfNeighbours(passages: readonly Passage[]): Relation[] {
  return passages.flatMap((passage, index) => {
    const before = passages[index - 1];
    if (!before || !COMES_BACK.test(passage.skeleton)) return [];
    if (before.text.length > MOST_LETTERS || passage.text.length > MOST_LETTERS) return [];
    return findToldResults(joinPassages(before, passage));
  });
}

const WHOLE = /(?<!\p{L})(?:có|gồm|giao|đề ra|là|tổng số)\s(?:tổng số\s)?«(\d+)»\s/iu;
const DONE_AND_REST =
  /(?<!\p{L})(?:đã\s)?(?:hoàn thành|thực hiện|giải quyết|xử lý)(?:\s(?:được|xong))?\s«(\d+)»\s[^«⟨⟪.\n]{0,60}⟪(\d+)⟫\s?[;,]\s?(?:hiện\s)?còn(?: lại)?\s«(\d+)»\s/iu;

/** "Kế hoạch có 27 nhiệm vụ." | "Đã hoàn thành 22 nhiệm vụ, đạt 81,48%; còn 05 nhiệm vụ": the percentage proves the whole. */
export function findRestsOfNeighbours(passages: readonly Passage[]): Relation[] {
  return passages.flatMap((passage, index) => {
    const match = DONE_AND_REST.exec(passage.skeleton);
    const above = passages[index - 1];
    const whole = above && WHOLE.exec(above.skeleton);
    if (!match || !above || !whole) return [];
    const [all, done, share, rest] = [
      numberAt(above, whole[1]),
      numberAt(passage, match[1]),
      numberAt(passage, match[2]),
      numberAt(passage, match[3]),
    ];
    if (!all || !done || !share || !rest || [all, done, rest].some((number) => number.isBound)) return [];
    const nouns = new Set([
      nounOf(above.text.slice(all.to, all.to + 40)),
      nounOf(passage.text.slice(done.to, done.to + 40)),
      nounOf(passage.text.slice(rest.to, rest.to + 40)),
    ]);
    if (nouns.size !== 1 || nouns.has('')) return [];
    const text = excerptAround(passage, [done, share, rest]);
    const ratio: Relation = {
      kind: 'ratio',
      stated: [plus(share)],
      computed: [quotient(done, all, 100)],
      text,
      isFirm: false,
    };
    if (!judge(ratio, slackOf(ratio))?.holds) return [];
    return [
      ratio,
      { kind: 'difference', stated: [plus(rest)], computed: [plus(all), minus(done)], text, isFirm: true },
    ];
  });
}

const SHARE_OF =
  /(?:«(\d+)»|⟨(\d+)⟩)\s[^«⟨⟪.;\n]{0,40}?,?\s?(?:đạt|chiếm|bằng)(?: tỷ lệ)?\s⟪(\d+)⟫\s(?:so với\s)?(?:tổng\s)?số\s([^«⟨⟪.,;()\n]{4,60})/giu;
const NEAR = 5;

/** "3.412 hồ sơ, đạt 99,04% số hồ sơ đã giải quyết", where a line near by says "Hồ sơ đã giải quyết: 3.445 hồ sơ". */
export function findSharesOfNamed(passages: readonly Passage[]): Relation[] {
  return passages.flatMap((passage, index) =>
    [...passage.skeleton.matchAll(SHARE_OF)].flatMap((match) => {
      const part = numberAt(passage, match[1]) ?? fractionAt(passage, match[2])?.above;
      const share = numberAt(passage, match[3]);
      const name = (match[4] ?? '').trim();
      if (!part || !share || share.isBound) return [];
      const near = passages.slice(Math.max(0, index - NEAR), index + NEAR + 1);
      const wholes = near.flatMap((other) => namedNumber(other, name));
      const [whole] = wholes;
      if (!whole || wholes.length !== 1 || whole === part) return [];
      const relation: Relation = {
        kind: 'ratio',
        stated: [plus(share)],
        computed: [quotient(part, whole, 100)],
        text: excerptAround(passage, [part, share]),
        isFirm: true,
      };
      const verdict = judge(relation, slackOf(relation));
      if (!verdict) return [];
      if (verdict.holds || isLikelySlip(verdict.stated, verdict.computed)) return [relation];
      return isShareOfAnother(near, { part, share, whole }) ? [{ ...relation, remark: OTHER_WHOLE }] : [];
    }),
  );
}

const OTHER_WHOLE: Remark = {
  vi: 'Tỷ lệ này tính trên một số khác ở gần đó, không phải trên tổng số mà câu nêu tên.',
  en: 'The share is that of another number near by and not of the whole that the sentence names.',
};
/** A whole and a part small enough to fit by chance prove nothing. */
const LEAST_WHOLE = 50;

type ShareOf = Readonly<Record<'part' | 'share' | 'whole', PrintedNumber>>;

/** Whether the percentage is exactly the share of another count of the same things: one that the lines tell as a part of the whole. */
function isShareOfAnother(near: readonly Passage[], { part, share, whole }: ShareOf): boolean {
  if (share.digits === 0 && part.value.lt(LEAST_WHOLE)) return false;
  const others = near.flatMap((passage) =>
    passage.numbers.filter((number) => number !== part && number !== whole && isPartOfWhole(passage, number, whole)),
  );
  return others.some((other) => {
    const ofOther = part.value.div(other.value).times(100);
    return ofOther.minus(share.value).abs().lt('0.05');
  });
}

/** "856 hồ sơ, chiếm 80% tổng số …": a count whose own share of the whole holds. */
function isPartOfWhole(passage: Passage, number: PrintedNumber, whole: PrintedNumber): boolean {
  if (number.isPercent || number.isBound || number.value.lt(LEAST_WHOLE) || number.value.gte(whole.value)) return false;
  const next = passage.numbers[passage.numbers.indexOf(number) + 1];
  if (!next?.isPercent || next.isBound) return false;
  const ratio: Relation = {
    kind: 'ratio',
    stated: [plus(next)],
    computed: [quotient(number, whole, 100)],
    text: '',
    isFirm: false,
  };
  return judge(ratio, slackOf(ratio))?.holds === true;
}

function namedNumber(passage: Passage, name: string): NonNullable<ReturnType<typeof numberAt>>[] {
  const lower = passage.skeleton.toLowerCase();
  const at = lower.indexOf(name.toLowerCase());
  if (at < 0) return [];
  const after = /^\s?(?:trong kỳ|trong năm)?\s?(?:là|:|có)?\s?«(\d+)»/u.exec(lower.slice(at + name.length));
  const number = numberAt(passage, after?.[1]);
  return number && !number.isBound ? [number] : [];
}
