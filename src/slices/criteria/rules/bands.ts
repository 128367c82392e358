import { Decimal } from '../../../kernel/decimal.ts';
import type { FaultPath, Finding } from './set-fault.ts';

const ZERO = new Decimal(0);
const ONE = new Decimal(1);

type WrittenEdges = {
  readonly from_ratio: Decimal;
  readonly from_inclusive: boolean | null;
  readonly to_ratio: Decimal;
  readonly to_inclusive: boolean | null;
};

/** Part of 0–100 %, its ends as ratios; "từ 95% đến dưới 100%" is 0.95 inclusive to 1 exclusive. */
export type Edges = {
  readonly from_ratio: Decimal;
  readonly from_inclusive: boolean;
  readonly to_ratio: Decimal;
  readonly to_inclusive: boolean;
};

/**
 * States the ends that the file leaves unsaid: a lower bound is inclusive, an upper bound belongs to the next band,
 * and 100 % to the last one.
 *
 * @source criteria-set-draft.yaml, "Band rule"
 */
export function fillEdges<Band extends WrittenEdges>(bands: readonly Band[]): (Omit<Band, keyof Edges> & Edges)[] {
  const hasOwnHundred = bands.some((band) => band.from_ratio.equals(ONE) && band.from_inclusive !== false);
  return bands.map((band) => ({
    ...band,
    from_inclusive: band.from_inclusive ?? true,
    to_inclusive:
      band.to_inclusive ?? (band.from_ratio.equals(band.to_ratio) || (band.to_ratio.equals(ONE) && !hasOwnHundred)),
  }));
}

/** Whether `numerator / denominator` lies in the band; multiplies instead of dividing, so that 95 % is exactly 95 %. */
export function bandHolds(band: Edges, numerator: Decimal, denominator: Decimal): boolean {
  const low = numerator.comparedTo(band.from_ratio.times(denominator));
  const high = numerator.comparedTo(band.to_ratio.times(denominator));
  return (low > 0 || (low === 0 && band.from_inclusive)) && (high < 0 || (high === 0 && band.to_inclusive));
}

function byLowerEnd(first: Edges, second: Edges): number {
  return (
    first.from_ratio.comparedTo(second.from_ratio) ||
    Number(second.from_inclusive) - Number(first.from_inclusive) ||
    first.to_ratio.comparedTo(second.to_ratio)
  );
}

function isEmpty(band: Edges): boolean {
  const order = band.from_ratio.comparedTo(band.to_ratio);
  return order > 0 || (order === 0 && !(band.from_inclusive && band.to_inclusive));
}

const percent = (ratio: Decimal): string => `${ratio.times(100).toFixed()} %`;

/** Do the bands cover 0–100 % without gap or overlap? In any order of writing. @source domain.md §2.1 */
export function checkBands(bands: readonly Edges[], path: FaultPath): Finding[] {
  const found: Finding[] = [];
  const at = (index: number, code: Finding['code'], vi: string, en: string): void => {
    found.push({ path: [...path, index], code, message: { vi, en } });
  };
  let end = ZERO;
  let endIsCovered = false;
  const ordered = bands.map((band, index) => ({ ...band, index })).sort(byLowerEnd);
  for (const band of ordered) {
    const { index, from_ratio: from } = band;
    if (band.to_ratio.greaterThan(ONE))
      at(index, 'outside-range', 'Dải vượt quá 100 %.', 'The band goes beyond 100 %.');
    if (isEmpty(band)) at(index, 'band-cover', 'Dải không chứa tỷ lệ nào.', 'The band holds no ratio.');
    const step = from.comparedTo(end);
    if (step > 0 || (step === 0 && !band.from_inclusive && !endIsCovered))
      at(index, 'band-gap', `Hở dải tại ${percent(end)}.`, `No band covers ${percent(end)}.`);
    else if (step < 0 || (band.from_inclusive && endIsCovered))
      at(index, 'band-overlap', `Chồng dải tại ${percent(from)}.`, `Two bands cover ${percent(from)}.`);
    if (band.to_ratio.greaterThanOrEqualTo(end)) {
      endIsCovered = band.to_inclusive || (endIsCovered && band.to_ratio.equals(end));
      end = band.to_ratio;
    }
  }
  if (!end.equals(ONE) || !endIsCovered)
    at(bands.length - 1, 'band-cover', 'Các dải không phủ đến 100 %.', 'The bands do not reach 100 %.');
  return found;
}
