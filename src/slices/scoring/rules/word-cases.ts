import type { Decimal } from '../../../kernel/decimal.ts';
import type { LeafRule, RuleOf } from '../../criteria/index.ts';
import type { LeafMeasure, MeasureOf, RatioMeasure } from './measures.ts';
import type { Phrases } from './phrases.ts';
import { type Facts, smallerOf, ZERO } from './reckoning.ts';
import {
  type AnyBand,
  bandName,
  dividesByTarget,
  equalsText,
  percentText,
  share,
  shortFigure,
} from './word-figures.ts';

/** What is said about one measure: the figures, the arithmetic before rounding, and why points were lost. */
export type CaseWords = { readonly figures: string; readonly arithmetic: string; readonly reason: string };

type Case<Measure> = {
  readonly measure: Measure;
  readonly facts: Facts;
  readonly max: Decimal;
  readonly exact: Decimal;
};
type WordCase<Name extends LeafRule['shape']> = (
  rule: RuleOf<Name>,
  of: Case<MeasureOf<Name>>,
  say: Phrases,
) => CaseWords;

const MINUS = ' − ';

type RatioRule = Pick<RuleOf<'proportional'>, 'numerator' | 'denominator'>;

function ratioFigures(rule: RatioRule, measure: RatioMeasure, say: Phrases): string {
  const { numerator, denominator } = measure;
  return say.ratioFigures(
    rule.numerator ?? say.numerator,
    say.number(numerator),
    rule.denominator ?? say.denominator,
    say.number(denominator),
    percentText(measure, say),
  );
}

const nothingArose = (treatment: keyof Phrases['nothingArose'] | null, say: Phrases): string =>
  say.nothingArose[treatment ?? 'not_applicable'];

const sameReason = (figures: string, arithmetic: string): CaseWords => ({ figures, arithmetic, reason: arithmetic });

const caseOfProportional: WordCase<'proportional'> = (rule, { measure, facts, max, exact }, say) => {
  const { numerator, denominator } = measure;
  const figures = ratioFigures(rule, measure, say);
  if (facts.outcome === 'zero-denominator') return sameReason(figures, nothingArose(rule.zero_denominator, say));
  const percent = percentText(measure, say);
  const target = rule.target_ratio ? share(rule.target_ratio, say) : '';
  if (facts.outcome === 'below-floor')
    return sameReason(figures, say.belowFloor(percent, share(rule.floor_ratio ?? ZERO, say)));
  if (facts.outcome === 'at-target') return sameReason(figures, say.atTarget(percent, target));
  const counted = say.number(smallerOf(numerator, denominator));
  const whole = dividesByTarget(rule) ? `(${say.number(denominator)} × ${target})` : say.number(denominator);
  const arithmetic = equalsText(`${say.number(max)} × ${counted}/${whole}`, exact, say);
  return { figures, arithmetic, reason: say.onlyReached(percent) };
};

function caseOfBands(
  rule: RuleOf<'banded_ratio'> | RuleOf<'band_then_proportional'>,
  { measure, facts, exact }: Case<RatioMeasure>,
  say: Phrases,
): CaseWords {
  const bands: readonly AnyBand[] = rule.bands;
  const figures = ratioFigures(rule, measure, say);
  const band = bands[facts.bandIndex ?? -1];
  if (!band) return sameReason(figures, nothingArose(rule.zero_denominator, say));
  const percent = percentText(measure, say);
  const name = bandName(band, say);
  const worth = band.formula ? equalsText(band.formula.text, exact, say) : say.points(say.number(exact));
  return { figures, arithmetic: `${say.inBand(percent, name)}: ${worth}`, reason: say.bandReason(percent, name) };
}

const caseOfAllOrNothing: WordCase<'all_or_nothing'> = (rule, { measure, facts }, say) => {
  const figures = ratioFigures(rule, measure, say);
  if (facts.outcome === 'zero-denominator') return sameReason(figures, nothingArose(rule.zero_denominator, say));
  const percent = percentText(measure, say);
  const tell = facts.outcome === 'reached' ? say.reached : say.missed;
  return sameReason(figures, tell(percent, share(rule.threshold, say)));
};

const caseOfYesNo: WordCase<'yes_no'> = (rule, { measure, exact }, say) => {
  const answer = measure.answer === 'yes' ? say.yes : say.no;
  const arithmetic = `${answer}: ${say.points(say.number(exact))}`;
  return { figures: answer, arithmetic, reason: say.notMet(rule.question ?? say.thisRequirement) };
};

const caseOfStaged: WordCase<'staged'> = (rule, { measure, exact }, say) => {
  const label = (index: number): string => rule.levels[index]?.label ?? say.level(index);
  const best = rule.levels.reduce(
    (top, level, index) => (level.points.greaterThan(rule.levels[top]?.points ?? ZERO) ? index : top),
    0,
  );
  return {
    figures: say.levelReached(label(measure.level)),
    arithmetic: say.points(say.number(exact)),
    reason: say.lowerLevel(label(measure.level), label(best)),
  };
};

const caseOfChecklist: WordCase<'checklist'> = (rule, { measure, facts, max, exact }, say) => {
  const list = (isDone: boolean): string =>
    rule.parts
      .flatMap(({ label }, index) => (measure.parts[index] === isDone ? [label ?? say.part(index)] : []))
      .join(', ') || say.none;
  const addends = rule.parts.flatMap(({ points }, index) => (measure.parts[index] ? [say.number(points)] : []));
  const sum = addends.length ? addends.join(' + ') : say.number(ZERO);
  const open = list(false);
  return {
    figures: say.partsDone(list(true), open),
    arithmetic: facts.isCapped ? `${sum}, ${say.cappedAt(say.number(max))}` : equalsText(sum, exact, say),
    reason: say.partsOpen(open),
  };
};

const caseOfLateness: WordCase<'lateness_penalty'> = (rule, { measure, facts, max, exact }, say) => {
  const [late, missing] = [say.number(measure.late), say.number(measure.missing)];
  const expected = String(measure.expected ?? rule.expected_items ?? say.unstated);
  const figures = say.latenessFigures(expected, late, missing);
  if (facts.isZeroed) return sameReason(figures, say.tooManyLate);
  const counted = say.number(Math.max(0, measure.late - (rule.grace ?? 0)));
  const sum = [
    say.number(rule.base ?? max),
    `${say.number(rule.per_late)} × ${counted}`,
    `${say.number(rule.per_missing)} × ${missing}`,
  ].join(MINUS);
  const floor = say.number(rule.floor ?? ZERO);
  const arithmetic = facts.isFloored ? `${sum}, ${say.flooredAt(floor)}` : equalsText(sum, exact, say);
  return { figures, arithmetic, reason: say.lateOrMissing(late, missing) };
};

const caseOfCount: WordCase<'count_based'> = (rule, { measure, max, exact }, say) => {
  const [count, most] = [say.number(measure.count), say.number(rule.max_items)];
  const counted = measure.count < (rule.minimum_items ?? 0) ? 0 : Math.min(measure.count, rule.max_items);
  const product = `${say.number(rule.points_each)} × ${say.number(counted)}`;
  const isCut = rule.points_each.times(counted).greaterThan(exact);
  return {
    figures: say.countFigures(count),
    arithmetic: isCut ? `${product}, ${say.cappedAt(say.number(max))}` : equalsText(product, exact, say),
    reason: say.onlyCounted(count, most),
  };
};

const caseOfDeduction: WordCase<'deduction'> = (rule, { measure, facts, max, exact }, say) => {
  const label = (index: number): string => rule.events[index]?.event ?? say.event(index);
  const happened = measure.events.flatMap((times, index) => (times > 0 ? [{ index, times: say.number(times) }] : []));
  const addends = happened.map(({ index, times }) => {
    const event = rule.events[index];
    const product = `${say.number(event?.points_each ?? ZERO)} × ${times}`;
    return event?.per_event_cap ? `(${product}, ${say.cappedAt(say.number(event.per_event_cap))})` : product;
  });
  const sum = [say.number(rule.start === 'max' ? max : rule.start), ...addends].join(MINUS);
  const floor = say.number(rule.floor ?? ZERO);
  return {
    figures: measure.events.map((times, index) => `${label(index)}: ${say.number(times)}`).join('; '),
    arithmetic: facts.isFloored ? `${sum}, ${say.flooredAt(floor)}` : equalsText(sum, exact, say),
    reason: say.eventsHappened(happened.map(({ index, times }) => `${label(index)}: ${times}`).join('; ') || say.none),
  };
};

const caseOfExternal: WordCase<'external_scaled'> = (rule, { measure, facts, max, exact }, say) => {
  const scale = say.number(rule.index_max);
  const value = say.number(measure.value);
  const figures = say.externalFigures(value, scale);
  const percent = percentText({ numerator: measure.value, denominator: rule.index_max }, say);
  const target = rule.target_ratio ? share(rule.target_ratio, say) : null;
  if (facts.outcome === 'below-floor')
    return sameReason(figures, say.belowFloor(percent, share(rule.floor_ratio ?? ZERO, say)));
  if (facts.outcome === 'at-target' && target) return sameReason(figures, say.atTarget(percent, target));
  const product = `${say.number(max)} × ${value}/${target ? `(${scale} × ${target})` : scale}`;
  return { figures, arithmetic: equalsText(product, exact, say), reason: say.onlyReached(percent) };
};

const caseOfSurvey: WordCase<'survey_scaled'> = (_rule, { facts, max, exact }, say) => {
  const percent = `${shortFigure(facts.percent ?? ZERO, say)}%`;
  return {
    figures: say.surveyFigures(percent),
    arithmetic: equalsText(`${say.number(max)} × ${percent}`, exact, say),
    reason: say.onlyReached(percent),
  };
};

const caseOfFormula: WordCase<'formula_choice'> = (rule, { measure, facts, max, exact }, say) => {
  const figures = rule.variables
    .map(({ symbol, name_vi: name }) => {
      const value = measure.variables[symbol];
      return `${name ? `${name} (${symbol})` : symbol} = ${value ? say.number(value) : ''}`;
    })
    .join('; ');
  if (facts.outcome === 'zero-denominator') return sameReason(figures, nothingArose(rule.zero_denominator, say));
  const expression = rule.formulas.find((one) => one.key === facts.formulaKey)?.expression.text ?? '';
  if (facts.isCapped) return sameReason(figures, `${expression}, ${say.cappedAt(say.number(max))}`);
  const arithmetic = facts.isFloored
    ? `${expression}, ${say.flooredAt(say.number(ZERO))}`
    : equalsText(expression, exact, say);
  return { figures, arithmetic, reason: say.formulaReason };
};

const shapes: { readonly [Name in LeafRule['shape']]: WordCase<Name> } = {
  yes_no: caseOfYesNo,
  staged: caseOfStaged,
  checklist: caseOfChecklist,
  lateness_penalty: caseOfLateness,
  proportional: caseOfProportional,
  banded_ratio: caseOfBands,
  band_then_proportional: caseOfBands,
  all_or_nothing: caseOfAllOrNothing,
  count_based: caseOfCount,
  deduction: caseOfDeduction,
  external_scaled: caseOfExternal,
  survey_scaled: caseOfSurvey,
  formula_choice: caseOfFormula,
};

/** @param of its measure was read for the shape of this very rule */
export function wordCase(rule: LeafRule, of: Case<LeafMeasure>, say: Phrases): CaseWords {
  const word = shapes[rule.shape] as (rule: LeafRule, of: Case<LeafMeasure>, say: Phrases) => CaseWords;
  return word(rule, of, say);
}
