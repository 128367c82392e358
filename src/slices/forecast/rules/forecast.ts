import type { CivilDate } from '../../../kernel/civil-date.ts';
import { Decimal, formatPaperNumber } from '../../../kernel/decimal.ts';
import type { BothLanguages, CriteriaSet, Leaf } from '../../criteria/index.ts';
import { scoreLeaf } from '../../scoring/index.ts';
import { HIGH, LOW, mean, type Outcome, quantile, variance } from './distribution.ts';
import type { Outlook, Outlooks } from './outlook.ts';
import { possibleMeasures } from './possible-measures.ts';

/** Year-end points: four years in five should end between low and high; likely is the middle. */
export type Range = { readonly low: Decimal; readonly likely: Decimal; readonly high: Decimal };

export type LeafForecast = Range & {
  readonly code: string;
  readonly max: Decimal;
  /** Left out of points and of possible points, as far as is known. */
  readonly isApplicable: boolean;
  readonly reasons: readonly BothLanguages[];
};

export type SetForecast = {
  readonly leaves: readonly LeafForecast[];
  readonly total: Range;
  readonly possible: Decimal;
  readonly percent: Range | null;
};

type Drawn = {
  readonly leaf: Leaf;
  readonly outcomes: readonly Outcome<number>[];
  readonly isApplicable: boolean;
  readonly cleanChance: number;
};

const POINT_DIGITS = 3;
/** 10 % and 90 % of a normal distribution lie this many spreads from its middle. */
const TAIL_SPREADS = 1.2816;
/** Leaves do well and badly together (one office, one year): the spread of a sum is wider than of strangers. */
const TOGETHERNESS = 1.5;

const toPoints = (value: number): Decimal => new Decimal(value).toDecimalPlaces(POINT_DIGITS);

function isClean(measure: unknown): boolean {
  const { late, missing } = (measure ?? {}) as { late?: unknown; missing?: unknown };
  return Number(late ?? 0) === 0 && Number(missing ?? 0) === 0;
}

/** Everything between nothing and the maximum, where the measure so far cannot be scored. */
const anything = (max: Decimal): Outcome<number>[] =>
  Array.from({ length: 11 }, (_, index) => ({ value: (max.toNumber() * index) / 10, chance: 1 / 11 }));

function draw(set: CriteriaSet, leaf: Leaf, outlook: Outlook, elapsed: number): Drawn {
  const possible = possibleMeasures(leaf, outlook, outlook.elapsed ?? elapsed);
  const scored = possible.map(({ value, chance }) => ({ result: scoreLeaf(set, leaf, value, 'self'), chance, value }));
  if (scored.some(({ result }) => result.points === null))
    return { leaf, outcomes: anything(leaf.max), isApplicable: true, cleanChance: 1 };
  const outcomes = scored
    .map(({ result, chance }) => ({ value: result.points?.toNumber() ?? 0, chance }))
    .sort((first, second) => first.value - second.value);
  const cleanChance = scored.reduce((sum, { value, chance }) => (isClean(value) ? sum + chance : sum), 0);
  return { leaf, outcomes, isApplicable: scored.some(({ result }) => result.isApplicable), cleanChance };
}

/** A leaf that others empty keeps its points only if none of them has anything late. */
function afterCascades(drawn: readonly Drawn[]): Drawn[] {
  const keeps = new Map<string, number>();
  for (const { leaf, cleanChance } of drawn) {
    if (leaf.rule.shape !== 'lateness_penalty') continue;
    for (const code of leaf.rule.cascade_to ?? []) keeps.set(code, (keeps.get(code) ?? 1) * cleanChance);
  }
  return drawn.map((one) => {
    const keep = keeps.get(one.leaf.code);
    if (keep === undefined || !one.isApplicable) return one;
    const kept = one.outcomes.map(({ value, chance }) => ({ value, chance: chance * keep }));
    return { ...one, outcomes: [{ value: 0, chance: 1 - keep }, ...kept] };
  });
}

const dayOnPaper = (day: CivilDate): string => day.split('-').reverse().join('/');

function reasonsFor(leaf: Leaf, outlook: Outlook, elapsed: number): BothLanguages[] {
  const percent = (share: number): string => `${formatPaperNumber(new Decimal(share * 100).toDecimalPlaces(1))}%`;
  const { lastYear, remaining, openTasks, overdueTasks, tasksAfterClosing, nextDue } = outlook;
  const share = outlook.elapsed ?? elapsed;
  const reasons: BothLanguages[] = [];
  if (outlook.measure === undefined || outlook.measure === null)
    reasons.push({ vi: 'chưa có số liệu năm nay', en: 'no figures yet this year' });
  else if (share >= 1) reasons.push({ vi: 'số liệu đã chốt', en: 'the figures are final' });
  else
    reasons.push({
      vi: `số liệu mới phản ánh ${percent(share)} năm`,
      en: `the figures cover ${percent(share)} of the year`,
    });
  if (lastYear !== undefined)
    reasons.push({
      vi: `năm trước đạt ${percent(lastYear)} điểm tối đa`,
      en: `last year reached ${percent(lastYear)} of the maximum`,
    });
  if (remaining)
    reasons.push({ vi: `còn ${remaining} phần việc sẽ đến hạn`, en: `${remaining} items are still to come` });
  if (openTasks) reasons.push({ vi: `${openTasks} nhiệm vụ đang mở`, en: `${openTasks} open tasks` });
  if (overdueTasks) reasons.push({ vi: `${overdueTasks} nhiệm vụ quá hạn`, en: `${overdueTasks} overdue tasks` });
  if (nextDue) reasons.push({ vi: `hạn gần nhất ${dayOnPaper(nextDue)}`, en: `next deadline ${dayOnPaper(nextDue)}` });
  if (tasksAfterClosing)
    reasons.push({
      vi: `${tasksAfterClosing} nhiệm vụ có hạn sau ngày chốt số liệu`,
      en: `${tasksAfterClosing} tasks are due after the closing date`,
    });
  if (leaf.rule.shape === 'survey_scaled')
    reasons.push({ vi: 'điểm khảo sát do tỉnh nhập', en: 'the province enters the survey' });
  return reasons;
}

function rangeOf(outcomes: readonly Outcome<number>[]): Range {
  return {
    low: toPoints(quantile(outcomes, LOW)),
    likely: toPoints(quantile(outcomes, 0.5)),
    high: toPoints(quantile(outcomes, HIGH)),
  };
}

/** The sum of many leaves is nearly normal, whatever each of them is. */
function totalRange(drawn: readonly Drawn[], possible: Decimal): Range {
  const middle = drawn.reduce((sum, { outcomes }) => sum + mean(outcomes), 0);
  const spread =
    Math.sqrt(drawn.reduce((sum, { outcomes }) => sum + variance(outcomes), 0)) * TOGETHERNESS * TAIL_SPREADS;
  const within = (value: number): Decimal => Decimal.max(0, Decimal.min(possible, toPoints(value)));
  return { low: within(middle - spread), likely: within(middle), high: within(middle + spread) };
}

/**
 * Points at the end of the year, leaf by leaf and in all, each as a range with its reasons. Bonus and penalty are left
 * out: they are decided, not estimated.
 *
 * @param elapsed share of the year that has passed, 0–1
 * @source docs/forecast.md: method, assumptions and measured error
 */
export function forecastSet(set: CriteriaSet, outlooks: Outlooks, elapsed: number): SetForecast {
  const drawn = afterCascades(set.leaves.map((leaf) => draw(set, leaf, outlooks[leaf.code] ?? {}, elapsed)));
  const counted = drawn.filter(({ isApplicable }) => isApplicable);
  const possible = counted.reduce((sum, { leaf }) => sum.plus(leaf.max), new Decimal(0));
  const total = totalRange(counted, possible);
  const asPercent = (points: Decimal): Decimal =>
    points.times(100).dividedBy(possible).toDecimalPlaces(set.scoring.rounding.percent_decimals);
  return {
    leaves: drawn.map(({ leaf, outcomes, isApplicable }) => ({
      code: leaf.code,
      max: leaf.max,
      isApplicable,
      ...rangeOf(outcomes),
      reasons: reasonsFor(leaf, outlooks[leaf.code] ?? {}, elapsed),
    })),
    total,
    possible,
    percent: possible.isZero()
      ? null
      : { low: asPercent(total.low), likely: asPercent(total.likely), high: asPercent(total.high) },
  };
}
