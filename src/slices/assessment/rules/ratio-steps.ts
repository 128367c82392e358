import { Decimal } from '../../../kernel/decimal.ts';
import type { BothLanguages, RuleOf } from '../../criteria/index.ts';
import { type Here, more, number, percent, type RuleStep, same, WHOLE } from './rule-step.ts';

export type Counts = { readonly top: Decimal; readonly bottom: Decimal };

/** The counts behind a ratio, where they are whole: only then "so many more" means something. */
export function countsOf(measure: Here['measure']): Counts | null {
  if (!measure || !('numerator' in measure)) return null;
  const { numerator: top, denominator: bottom } = measure;
  return bottom.greaterThan(0) ? { top, bottom } : null;
}

const fewer = (items: Decimal): BothLanguages => ({
  vi: `nếu thêm ${number(items)} không đạt`,
  en: `if ${number(items)} more fail`,
});

type Edge = { readonly from: Decimal; readonly isFromIn: boolean; readonly to: Decimal; readonly isToIn: boolean };

/** Fewest items that lift the ratio into a band, or fewest failures that drop it there. */
function distanceTo(edge: Edge, counts: Counts | null): BothLanguages | null {
  if (!counts?.top.isInteger() || !counts.bottom.isInteger()) return null;
  const { top, bottom } = counts;
  const least = edge.from.times(bottom);
  const isBelow = edge.isFromIn ? top.lessThan(least) : top.lessThanOrEqualTo(least);
  if (isBelow) {
    const up = least.minus(top);
    const items = edge.isFromIn || !up.isInteger() ? up.ceil() : up.plus(1);
    return top.plus(items).greaterThan(bottom) ? null : more(items);
  }
  if (edge.to.isZero() || top.isZero()) return null;
  const most = top.dividedBy(edge.to).minus(bottom);
  const failures = edge.isToIn || !most.isInteger() ? most.ceil() : most.plus(1);
  return failures.greaterThan(0) ? fewer(failures) : null;
}

function bandWords({ from, isFromIn, to, isToIn }: Edge): BothLanguages {
  if (from.equals(to)) return same(percent(from));
  if (from.isZero() && isFromIn)
    return isToIn
      ? { vi: `đến ${percent(to)}`, en: `up to ${percent(to)}` }
      : { vi: `dưới ${percent(to)}`, en: `below ${percent(to)}` };
  const start = isFromIn ? { vi: 'từ', en: 'from' } : { vi: 'trên', en: 'above' };
  if (to.greaterThanOrEqualTo(WHOLE) && isToIn)
    return { vi: `${start.vi} ${percent(from)}`, en: `${start.en} ${percent(from)}` };
  const end = isToIn ? { vi: 'đến', en: 'up to' } : { vi: 'đến dưới', en: 'to below' };
  return {
    vi: `${start.vi} ${percent(from)} ${end.vi} ${percent(to)}`,
    en: `${start.en} ${percent(from)} ${end.en} ${percent(to)}`,
  };
}

type Banded = RuleOf<'banded_ratio'> | RuleOf<'band_then_proportional'>;

export function bandSteps(rule: Banded, { leaf, facts }: Here, counts: Counts | null): RuleStep[] {
  const rows = rule.bands.map((band, at) => {
    const edge = {
      from: band.from_ratio,
      isFromIn: band.from_inclusive !== false,
      to: band.to_ratio,
      isToIn: band.to_inclusive === true,
    };
    const isHere = facts?.bandIndex === at;
    const formula = 'formula' in band ? band.formula?.text : undefined;
    const points = band.points ?? band.factor?.times(leaf.max) ?? null;
    const what = bandWords(edge);
    return {
      what: formula ? { vi: `${what.vi}: ${formula}`, en: `${what.en}: ${formula}` } : what,
      points: points?.toFixed() ?? null,
      isHere,
      distance: isHere ? null : distanceTo(edge, counts),
      from: band.from_ratio,
    };
  });
  return rows.sort((a, b) => b.from.comparedTo(a.from)).map(({ from: _from, ...row }) => row);
}

export function proportionalSteps(
  rule: RuleOf<'proportional'>,
  { leaf, facts }: Here,
  counts: Counts | null,
): RuleStep[] {
  const top = rule.divide_by_target || rule.full_at_target ? (rule.target_ratio ?? WHOLE) : WHOLE;
  const floor = rule.floor_ratio ?? new Decimal(0);
  const up: Edge = { from: top, isFromIn: true, to: WHOLE, isToIn: true };
  const between: Edge = { from: floor, isFromIn: true, to: top, isToIn: false };
  const below: Edge = { from: new Decimal(0), isFromIn: true, to: floor, isToIn: false };
  const atTop =
    facts?.outcome === 'at-target' || (counts ? counts.top.greaterThanOrEqualTo(top.times(counts.bottom)) : false);
  const hasFigures = facts?.outcome !== undefined && facts.outcome !== 'zero-denominator';
  const step = (what: BothLanguages, points: string | null, edge: Edge, isHere: boolean): RuleStep => ({
    what,
    points,
    isHere: hasFigures && isHere,
    distance: hasFigures && isHere ? null : distanceTo(edge, counts),
  });
  const share = rule.divide_by_target && rule.target_ratio ? ` / ${percent(rule.target_ratio)}` : '';
  return [
    step(bandWords(up), leaf.max.toFixed(), up, atTop),
    step(
      {
        vi: `${floor.isZero() ? `dưới ${percent(top)}` : bandWords(between).vi}: ${number(leaf.max)} × tỷ lệ${share}`,
        en: `${floor.isZero() ? `below ${percent(top)}` : bandWords(between).en}: ${number(leaf.max)} × ratio${share}`,
      },
      null,
      between,
      facts?.outcome === 'in-proportion' && !atTop,
    ),
    ...(floor.isZero() ? [] : [step(bandWords(below), '0', below, facts?.outcome === 'below-floor')]),
  ];
}

export function allOrNothingSteps(
  rule: RuleOf<'all_or_nothing'>,
  { leaf, facts }: Here,
  counts: Counts | null,
): RuleStep[] {
  const reach: Edge = { from: rule.threshold, isFromIn: true, to: WHOLE, isToIn: true };
  const miss: Edge = { from: new Decimal(0), isFromIn: true, to: rule.threshold, isToIn: false };
  const isReached = facts?.outcome === 'reached';
  const isMissed = facts?.outcome === 'missed';
  return [
    {
      what: bandWords(reach),
      points: leaf.max.toFixed(),
      isHere: isReached,
      distance: isReached ? null : distanceTo(reach, counts),
    },
    { what: bandWords(miss), points: '0', isHere: isMissed, distance: isMissed ? null : distanceTo(miss, counts) },
  ];
}
