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
  given,
  percentText,
  share,
  shortFigure,
  Told,
} from './word-figures.ts';

/** What is said about one measure: the figures, the arithmetic before rounding, and why points were lost. */
export type CaseWords = { readonly figures: string; readonly arithmetic: string; readonly reason: string };

type Case<Measure> = {
  readonly measure: Measure;
  readonly facts: Facts;
  readonly max: Decimal;
  readonly exact: Decimal;
  readonly told: Told;
};
type WordCase<Name extends LeafRule['shape']> = (
  rule: RuleOf<Name>,
  of: Case<MeasureOf<Name>>,
  say: Phrases,
) => CaseWords;

const MINUS = ' − ';

type RatioRule = Pick<RuleOf<'proportional'>, 'numerator' | 'denominator'>;

function ratioFigures(rule: RatioRule, { measure, told }: Case<RatioMeasure>, say: Phrases): string {
  const { numerator, denominator } = measure;
  return say.ratioFigures(
    rule.numerator ?? say.numerator,
    say.number(numerator),
    rule.denominator ?? say.denominator,
    say.number(denominator),
    percentText(told, say),
  );
}

const nothingArose = (treatment: keyof Phrases['nothingArose'] | null, say: Phrases): string =>
  say.nothingArose[treatment ?? 'not_applicable'];

const sameReason = (figures: string, arithmetic: string): CaseWords => ({ figures, arithmetic, reason: arithmetic });

const caseOfProportional: WordCase<'proportional'> = (rule, of, say) => {
  const { measure, facts, max, exact, told } = of;
  const { numerator, denominator } = measure;
  const figures = ratioFigures(rule, of, say);
  if (facts.outcome === 'zero-denominator') return sameReason(figures, nothingArose(rule.zero_denominator, say));
  const percent = percentText(told, say);
  const target = rule.target_ratio ? share(rule.target_ratio, say) : '';
  if (facts.outcome === 'below-floor')
    return sameReason(figures, say.belowFloor(percent, share(rule.floor_ratio ?? ZERO, say)));
  if (facts.outcome === 'at-target') return sameReason(figures, say.atTarget(percent, target));
  const counted = say.number(smallerOf(numerator, denominator));
  const whole = dividesByTarget(rule) ? `(${say.number(denominator)} × ${target})` : say.number(denominator);
  const arithmetic = equalsText(`${given(max, say)} × ${counted}/${whole}`, exact, { told, say });
  return { figures, arithmetic, reason: say.onlyReached(percent) };
};

function caseOfBands(
  rule: RuleOf<'banded_ratio'> | RuleOf<'band_then_proportional'>,
  of: Case<RatioMeasure>,
  say: Phrases,
): CaseWords {
  const { facts, exact, told } = of;
  const bands: readonly AnyBand[] = rule.bands;
  const figures = ratioFigures(rule, of, say);
  const band = bands[facts.bandIndex ?? -1];
  if (!band) return sameReason(figures, nothingArose(rule.zero_denominator, say));
  const percent = percentText(told, say);
  const name = bandName(band, say);
  const worth = band.formula ? equalsText(band.formula.text, exact, { told, say }) : say.points(say.number(exact));
  return { figures, arithmetic: `${say.inBand(percent, name)}: ${worth}`, reason: say.bandReason(percent, name) };
}

const caseOfAllOrNothing: WordCase<'all_or_nothing'> = (rule, of, say) => {
  const { facts, told } = of;
  const figures = ratioFigures(rule, of, say);
  if (facts.outcome === 'zero-denominator') return sameReason(figures, nothingArose(rule.zero_denominator, say));
  const percent = percentText(told, say);
  const tell = facts.outcome === 'reached' ? say.reached : say.missed;
  return sameReason(figures, tell(percent, share(rule.threshold, say)));
};

const caseOfYesNo: WordCase<'yes_no'> = (rule, { measure, exact }, say) => {
  const answer = measure.answer === 'yes' ? say.yes : say.no;
  const arithmetic = `${answer}: ${say.points(given(exact, say))}`;
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
    arithmetic: say.points(given(exact, say)),
    reason: say.lowerLevel(label(measure.level), label(best)),
  };
};

const caseOfChecklist: WordCase<'checklist'> = (rule, { measure, facts, max, exact, told }, say) => {
  const list = (isDone: boolean): string =>
    rule.parts
      .flatMap(({ label }, index) => (measure.parts[index] === isDone ? [label ?? say.part(index)] : []))
      .join(', ') || say.none;
  const addends = rule.parts.flatMap(({ points }, index) => (measure.parts[index] ? [given(points, say)] : []));
  const sum = addends.length ? addends.join(' + ') : given(ZERO, say);
  const open = list(false);
  return {
    figures: say.partsDone(list(true), open),
    arithmetic: facts.isCapped ? `${sum}, ${say.cappedAt(given(max, say))}` : equalsText(sum, exact, { told, say }),
    reason: say.partsOpen(open),
  };
};

const caseOfLateness: WordCase<'lateness_penalty'> = (rule, { measure, facts, max, exact, told }, say) => {
  const [late, missing] = [say.number(measure.late), say.number(measure.missing)];
  const expected = String(measure.expected ?? rule.expected_items ?? say.unstated);
  const figures = say.latenessFigures(expected, late, missing);
  if (facts.isZeroed) return sameReason(figures, say.tooManyLate);
  const counted = say.number(Math.max(0, measure.late - (rule.grace ?? 0)));
  const sum = [
    given(rule.base ?? max, say),
    `${given(rule.per_late, say)} × ${counted}`,
    `${given(rule.per_missing, say)} × ${missing}`,
  ].join(MINUS);
  const floor = given(rule.floor ?? ZERO, say);
  const arithmetic = facts.isFloored ? `${sum}, ${say.flooredAt(floor)}` : equalsText(sum, exact, { told, say });
  return { figures, arithmetic, reason: say.lateOrMissing(late, missing) };
};

const caseOfCount: WordCase<'count_based'> = (rule, { measure, max, exact, told }, say) => {
  const [count, most] = [say.number(measure.count), say.number(rule.max_items)];
  const counted = measure.count < (rule.minimum_items ?? 0) ? 0 : Math.min(measure.count, rule.max_items);
  const product = `${given(rule.points_each, say)} × ${say.number(counted)}`;
  const isCut = rule.points_each.times(counted).greaterThan(exact);
  return {
    figures: say.countFigures(count),
    arithmetic: isCut ? `${product}, ${say.cappedAt(given(max, say))}` : equalsText(product, exact, { told, say }),
    reason: say.onlyCounted(count, most),
  };
};

const caseOfDeduction: WordCase<'deduction'> = (rule, { measure, facts, max, exact, told }, say) => {
  const label = (index: number): string => rule.events[index]?.event ?? say.event(index);
  const happened = measure.events.flatMap((times, index) => (times > 0 ? [{ index, times: say.number(times) }] : []));
  const addends = happened.map(({ index, times }) => {
    const event = rule.events[index];
    const product = `${given(event?.points_each ?? ZERO, say)} × ${times}`;
    return event?.per_event_cap ? `(${product}, ${say.cappedAt(given(event.per_event_cap, say))})` : product;
  });
  const sum = [given(rule.start === 'max' ? max : rule.start, say), ...addends].join(MINUS);
  const floor = given(rule.floor ?? ZERO, say);
  return {
    figures: measure.events.map((times, index) => `${label(index)}: ${say.number(times)}`).join('; '),
    arithmetic: facts.isFloored ? `${sum}, ${say.flooredAt(floor)}` : equalsText(sum, exact, { told, say }),
    reason: say.eventsHappened(happened.map(({ index, times }) => `${label(index)}: ${times}`).join('; ') || say.none),
  };
};

const caseOfExternal: WordCase<'external_scaled'> = (rule, { measure, facts, max, exact, told }, say) => {
  const scale = given(rule.index_max, say);
  const value = say.number(measure.value);
  const figures = say.externalFigures(value, scale);
  const percent = percentText(told, say);
  const target = rule.target_ratio ? share(rule.target_ratio, say) : null;
  if (facts.outcome === 'below-floor')
    return sameReason(figures, say.belowFloor(percent, share(rule.floor_ratio ?? ZERO, say)));
  if (facts.outcome === 'at-target' && target) return sameReason(figures, say.atTarget(percent, target));
  const product = `${given(max, say)} × ${value}/${target ? `(${scale} × ${target})` : scale}`;
  return { figures, arithmetic: equalsText(product, exact, { told, say }), reason: say.onlyReached(percent) };
};

const caseOfSurvey: WordCase<'survey_scaled'> = (_rule, { facts, max, exact, told }, say) => {
  const percent = `${shortFigure(facts.percent ?? ZERO, say)}%`;
  return {
    figures: say.surveyFigures(percent),
    arithmetic: equalsText(`${given(max, say)} × ${percent}`, exact, { told, say }),
    reason: say.onlyReached(percent),
  };
};

const caseOfFormula: WordCase<'formula_choice'> = (rule, { measure, facts, max, exact, told }, say) => {
  const figures = rule.variables
    .map(({ symbol, name_vi: name }) => {
      const value = measure.variables[symbol];
      return `${name ? `${name} (${symbol})` : symbol} = ${value ? say.number(value) : ''}`;
    })
    .join('; ');
  if (facts.outcome === 'zero-denominator') return sameReason(figures, nothingArose(rule.zero_denominator, say));
  const expression = rule.formulas.find((one) => one.key === facts.formulaKey)?.expression.text ?? '';
  if (facts.isCapped) return sameReason(figures, `${expression}, ${say.cappedAt(given(max, say))}`);
  const arithmetic = facts.isFloored
    ? `${expression}, ${say.flooredAt(given(ZERO, say))}`
    : equalsText(expression, exact, { told, say });
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

/** What both languages will tell of a result. */
export function prepare(rule: LeafRule, measure: LeafMeasure, exact: Decimal): Told {
  const isRatio = 'numerator' in measure;
  if (isRatio || rule.shape !== 'external_scaled') return new Told(isRatio ? measure : null, exact);
  const { value } = measure as MeasureOf<'external_scaled'>;
  return new Told({ numerator: value, denominator: rule.index_max }, exact);
}

/** @param of its measure was read for the shape of this very rule */
export function wordCase(rule: LeafRule, of: Case<LeafMeasure>, say: Phrases): CaseWords {
  const word = shapes[rule.shape] as (rule: LeafRule, of: Case<LeafMeasure>, say: Phrases) => CaseWords;
  return word(rule, of, say);
}
