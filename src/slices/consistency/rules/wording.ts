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
  const texts = noteTexts(settled, { stated, computed, repair });
  const place = (numbersOf(relation.stated)[0] ?? settled.numbers[0])?.place ?? { block: 0 };
  return {
    relation: relation.kind,
    text: relation.text,
    stated: stated?.toNumber() ?? null,
    computed: computed.toNumber(),
    holds: verdict.holds,
    note: texts.vi,
    noteEnglish: texts.en,
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

type Spoken = { readonly stated: Decimal | null; readonly computed: Decimal; readonly repair: Repair | null };

function noteTexts({ relation, verdict }: Settled, { stated, computed, repair }: Spoken): { vi: string; en: string } {
  const arithmetic = writeArithmetic(relation.computed, computed);
  const claim = stated === null ? null : writeClaim(relation.stated, stated);
  const parts = { vi: [] as string[], en: [] as string[] };
  if (claim === null) {
    parts.vi.push(`Suy ra: ${arithmetic}.`);
    parts.en.push(`Implied: ${arithmetic}.`);
  } else if (verdict.holds) {
    parts.vi.push(`Khớp: ${arithmetic}; văn bản ghi ${claim}.`);
    parts.en.push(`Agrees: ${arithmetic}; the document says ${claim}.`);
  } else {
    const difference = paper(
      verdict.computed.minus(verdict.stated).abs().toDecimalPlaces(Math.max(computed.decimalPlaces(), 2)),
    );
    parts.vi.push(`Không khớp: ${arithmetic}, nhưng văn bản ghi ${claim} (lệch ${difference}).`);
    parts.en.push(`Does not agree: ${arithmetic}, but the document says ${claim} (off by ${difference}).`);
  }
  if (relation.remark) {
    parts.vi.push(relation.remark.vi);
    parts.en.push(relation.remark.en);
  }
  if (repair && !verdict.holds) pushRepair(parts, repair);
  if (relation.rewording && !verdict.holds) {
    parts.vi.push(`Nhiều khả năng dùng nhầm từ: ${relation.rewording.text}.`);
    parts.en.push(`Likeliest slip is in the words: ${relation.rewording.text}.`);
  }
  return { vi: parts.vi.join(' '), en: parts.en.join(' ') };
}

function pushRepair(parts: { vi: string[]; en: string[] }, { number, proposed, confirmedBy }: Repair): void {
  const [old, value] = [number.printed, paper(proposed)];
  const mended = confirmedBy.filter((other) => !other.verdict.holds).length;
  if (mended > 0) {
    parts.vi.push(
      `Nhiều khả năng “${old}” in nhầm: nếu là ${value} thì quan hệ này và ${mended} quan hệ khác cùng đúng.`,
    );
    parts.en.push(`Likeliest slip: “${old}”; with ${value} this relation and ${mended} more become true.`);
    return;
  }
  parts.vi.push(`Nhiều khả năng “${old}” in nhầm cho ${value}: các số còn lại đã được quan hệ khác xác nhận.`);
  parts.en.push(`Likeliest slip: “${old}” for ${value}; the other numbers are confirmed by relations that hold.`);
}

/** "13 − 8,645 = 4,355"; a lone number stands for itself. */
function writeArithmetic(side: readonly Term[], value: Decimal): string {
  const isLone = side.length === 1 && isLinear(side);
  return isLone ? paper(value) : `${writeSide(side)} = ${paper(value)}`;
}

function writeClaim(side: readonly Term[], value: Decimal): string {
  const [only] = side;
  const percent = only?.over[0]?.isPercent ? ' %' : '';
  return side.length > 1 ? `${writeSide(side)} = ${paper(value)}` : `${paper(value)}${percent}`;
}

const paper = (value: Decimal): string => formatPaperNumber(value);
const write = (number: PrintedNumber): string => `${paper(number.value)}${number.isPercent ? ' %' : ''}`;

function writeSide(side: readonly Term[]): string {
  if (side.length > MOST_TERMS) return `Σ(${side.length})`;
  return side.map((term, index) => `${signOf(term, index)}${writeTerm(term)}`).join(' ');
}

function signOf(term: Term, index: number): string {
  if (term.factor < 0) return index === 0 ? '−' : '− ';
  return index === 0 ? '' : '+ ';
}

function writeTerm({ factor, over, under }: Term): string {
  const size = new Decimal(factor).abs();
  const scale =
    size.eq(1) && over.length > 0
      ? ''
      : size.eq(100) && under.length > 0
        ? ' × 100'
        : over.length === 0
          ? paper(size)
          : ` × ${paper(size)}`;
  const product = over.map(write).join(' × ');
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
