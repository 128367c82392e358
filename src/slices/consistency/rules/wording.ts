import { Decimal, formatPaperNumber } from '../../../kernel/decimal.ts';
import { shorten } from './excerpt.ts';
import type { FigureFinding, FigureProposal } from './figure-finding.ts';
import type { PrintedNumber } from './printed-number.ts';
import { isLinear, numbersOf, type Term } from './relation.ts';
import type { Repair } from './repair.ts';
import type { Settled } from './settle.ts';

/** Terms beyond which the arithmetic of a sum is told by its count and not term by term. */
const MOST_TERMS = 12;

/** Turns a settled relation into what is reported, with texts in both languages. */
export function describeFinding(settled: Settled, repair: Repair | null): FigureFinding {
  const { relation, verdict } = settled;
  const stated = relation.stated.length === 0 ? null : verdict.stated;
  const computed = roundAsPrinted(settled);
  const spoken = { stated, computed, repair };
  const place = (numbersOf(relation.stated)[0] ?? settled.numbers[0])?.place ?? { block: 0 };
  return {
    relation: relation.kind,
    text: relation.text,
    stated: stated?.toNumber() ?? null,
    computed: computed.toNumber(),
    holds: verdict.holds,
    note: writeNote(settled, spoken, 'vi'),
    noteEnglish: writeNote(settled, spoken, 'en'),
    place,
    proposal: proposalOf(settled, repair),
  };
}

/** Sums exactly, ratios to the digits of the stated number and at least two. */
function roundAsPrinted({ relation, verdict, numbers }: Settled): Decimal {
  if (isLinear(relation.computed)) return verdict.computed.toDecimalPlaces(6);
  const digits = numbersOf(relation.stated).reduce((most, number) => Math.max(most, number.digits), 0);
  const isWhole = numbers.every((number) => number.digits === 0) && relation.kind !== 'ratio';
  return verdict.computed.toDecimalPlaces(isWhole ? Math.max(digits, 1) : Math.max(digits, 2));
}

function proposalOf({ relation, verdict }: Settled, repair: Repair | null): FigureProposal | null {
  if (verdict.holds) return null;
  if (relation.rewording) {
    const value = verdict.stated.toNumber();
    return {
      text: relation.rewording.text,
      stated: value,
      proposed: value,
      confirmedBy: relation.rewording.confirmedBy,
    };
  }
  if (repair === null) return null;
  return {
    text: repair.number.printed,
    stated: repair.number.value.toNumber(),
    proposed: repair.proposed.toNumber(),
    confirmedBy: repair.confirmedBy.map((other) => shorten(other.relation.text, 160)),
  };
}

type Language = 'vi' | 'en';
type Spoken = { readonly stated: Decimal | null; readonly computed: Decimal; readonly repair: Repair | null };

/** Numbers as each language prints them: 8,645 and 8.645. */
const formats: Readonly<Record<Language, (value: Decimal) => string>> = {
  vi: (value) => formatPaperNumber(value),
  en: (value) => value.toFixed(),
};

const sentences = {
  vi: {
    lone: (value: string) => `số đối chiếu là ${value}`,
    implied: (arithmetic: string) => `Suy ra: ${arithmetic}.`,
    agrees: (arithmetic: string, claim: string) => `Khớp: ${arithmetic}; văn bản ghi ${claim}.`,
    fails: (arithmetic: string, claim: string, difference: string) =>
      `Không khớp: ${arithmetic}, nhưng văn bản ghi ${claim} (lệch ${difference}).`,
    sharedSlip: (old: string, value: string, others: number) =>
      `Nhiều khả năng “${old}” in nhầm: nếu là ${value} thì quan hệ này và ${others} quan hệ khác cùng đúng.`,
    onlySlip: (old: string, value: string) =>
      `Nhiều khả năng “${old}” in nhầm cho ${value}: các số còn lại đã được quan hệ khác xác nhận.`,
    onlyStroke: (old: string, value: string) =>
      `Có thể “${old}” in nhầm cho ${value}: chỉ số này sai một chữ số thì quan hệ đúng. Hãy đối chiếu với số liệu gốc.`,
    wrongWords: (words: string) => `Nhiều khả năng dùng nhầm từ: ${words}.`,
  },
  en: {
    lone: (value: string) => `the figure beside it is ${value}`,
    implied: (arithmetic: string) => `Implied: ${arithmetic}.`,
    agrees: (arithmetic: string, claim: string) => `Agrees: ${arithmetic}; the document says ${claim}.`,
    fails: (arithmetic: string, claim: string, difference: string) =>
      `Does not agree: ${arithmetic}, but the document says ${claim} (off by ${difference}).`,
    sharedSlip: (old: string, value: string, others: number) =>
      `Likeliest slip: “${old}”; with ${value} this relation and ${others} more become true.`,
    onlyStroke: (old: string, value: string) =>
      `Possible slip: “${old}” for ${value}: only this number is one digit away. Compare it with the source.`,
    onlySlip: (old: string, value: string) =>
      `Likeliest slip: “${old}” for ${value}; the other numbers are confirmed by relations that hold.`,
    wrongWords: (words: string) => `The slip is likely in the words: ${words}.`,
  },
} as const;

function writeNote(settled: Settled, spoken: Spoken, language: Language): string {
  const remark = settled.relation.remark?.[language];
  const cause = settled.verdict.holds ? null : writeCause(settled, spoken.repair, language);
  return [writeVerdict(settled, spoken, language), remark, cause].filter((part) => part).join(' ');
}

function writeVerdict({ relation, verdict }: Settled, { stated, computed }: Spoken, language: Language): string {
  const say = sentences[language];
  const format = formats[language];
  const arithmetic = writeArithmetic(relation.computed, computed, language);
  if (stated === null) return say.implied(arithmetic);
  const claim = writeClaim(relation.stated, stated, format);
  if (verdict.holds) return say.agrees(arithmetic, claim);
  const digits = Math.max(computed.decimalPlaces(), 2);
  const difference = verdict.computed.minus(verdict.stated).abs().toDecimalPlaces(digits);
  return say.fails(arithmetic, claim, format(difference));
}

function writeCause({ relation }: Settled, repair: Repair | null, language: Language): string | null {
  if (relation.rewording) return sentences[language].wrongWords(relation.rewording.text);
  return repair && writeSlip(repair, language);
}

function writeSlip({ number, proposed, confirmedBy }: Repair, language: Language): string {
  const others = confirmedBy.filter((other) => !other.verdict.holds).length;
  const value = formats[language](proposed);
  const say = sentences[language];
  if (others > 0) return say.sharedSlip(number.printed, value, others);
  return confirmedBy.length > 0 ? say.onlySlip(number.printed, value) : say.onlyStroke(number.printed, value);
}

/** "13 − 8,645 = 4,355"; a lone number is what the stated one is compared with. */
function writeArithmetic(side: readonly Term[], value: Decimal, language: Language): string {
  const format = formats[language];
  const isLone = side.length === 1 && isLinear(side);
  return isLone ? sentences[language].lone(format(value)) : `${writeSide(side, format)} = ${format(value)}`;
}

type Format = (value: Decimal) => string;

function writeClaim(side: readonly Term[], value: Decimal, format: Format): string {
  const percent = side[0]?.over[0]?.isPercent ? ' %' : '';
  return side.length > 1 ? `${writeSide(side, format)} = ${format(value)}` : `${format(value)}${percent}`;
}

function writeSide(side: readonly Term[], format: Format): string {
  if (side.length > MOST_TERMS) return `Σ(${side.length})`;
  return side.map((term, index) => `${signOf(term, index)}${writeTerm(term, format)}`).join(' ');
}

function signOf(term: Term, index: number): string {
  if (term.factor < 0) return index === 0 ? '−' : '− ';
  return index === 0 ? '' : '+ ';
}

function writeTerm({ factor, over, under }: Term, format: Format): string {
  const write = (number: PrintedNumber): string => `${format(number.value)}${number.isPercent ? ' %' : ''}`;
  const size = new Decimal(factor).abs();
  if (over.length === 0) return format(size);
  const product = over.map(write).join(' × ');
  const scale = size.eq(1) ? '' : ` × ${format(size)}`;
  return `${product}${under.map((number) => ` / ${write(number)}`).join('')}${scale}`;
}

/** Relations of the document in the order of its text. */
export function byPlace(a: FigureFinding, b: FigureFinding): number {
  return (
    a.place.block - b.place.block ||
    (a.place.row ?? 0) - (b.place.row ?? 0) ||
    (a.place.column ?? 0) - (b.place.column ?? 0) ||
    (a.place.from ?? 0) - (b.place.from ?? 0)
  );
}
