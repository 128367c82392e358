import { Decimal } from '../../../kernel/decimal.ts';
import type { LeafRule, RuleOf } from '../../criteria/index.ts';
import type { LeafMeasure, MeasureOf, RatioMeasure } from './measures.ts';
import type { Phrases } from './phrases.ts';
import { type Facts, HUNDRED, ZERO } from './reckoning.ts';

/** The sentences that differ by shape: the rule, the figures, the arithmetic before rounding, and why points were lost. */
export type Wording = {
  readonly rule: string;
  readonly figures: string;
  readonly arithmetic: string;
  readonly reason: string;
};

type Scored<Measure> = {
  readonly measure: Measure;
  readonly facts: Facts;
  readonly max: Decimal;
  readonly exact: Decimal;
};
type Word<Name extends LeafRule['shape']> = (
  rule: RuleOf<Name>,
  scored: Scored<MeasureOf<Name>>,
  say: Phrases,
) => Wording;

const MINUS = ' − ';

/** A ratio on paper, two decimals: 0.9375 is "93,75%". */
function percentText(numerator: Decimal, denominator: Decimal, say: Phrases): string {
  if (denominator.isZero()) return '–';
  const percent = Decimal.min(numerator, denominator).times(HUNDRED).dividedBy(denominator);
  const short = percent.toDecimalPlaces(2);
  const isOnEdge = short.equals(HUNDRED) && !percent.equals(HUNDRED);
  return `${say.number(isOnEdge ? percent.toDecimalPlaces(4, Decimal.ROUND_DOWN) : short)}%`;
}

const share = (ratio: Decimal, say: Phrases): string => `${say.number(ratio.times(HUNDRED))}%`;

/** Up to six decimals, as a line of arithmetic shows them. */
export function shortFigure(value: Decimal, say: Phrases): string {
  return say.number(value.toDecimalPlaces(6));
}

const equals = (left: string, exact: Decimal, say: Phrases): string => {
  const short = exact.toDecimalPlaces(6);
  return `${left} ${short.equals(exact) ? '=' : '≈'} ${say.number(short)}`;
};

type RatioRule = { readonly numerator: string | null; readonly denominator: string | null };

function ratioFigures(rule: RatioRule, { numerator, denominator }: RatioMeasure, say: Phrases): string {
  return say.ratioFigures(
    rule.numerator ?? say.numerator,
    say.number(numerator),
    rule.denominator ?? say.denominator,
    say.number(denominator),
    percentText(numerator, denominator, say),
  );
}

function zeroDenominator(rule: { zero_denominator: keyof Phrases['nothingArose'] | null }, say: Phrases): string {
  return say.nothingArose[rule.zero_denominator ?? 'not_applicable'];
}

const wordProportional: Word<'proportional'> = (rule, { measure, facts, max, exact }, say) => {
  const { numerator, denominator } = measure;
  const percent = percentText(numerator, denominator, say);
  const target = rule.target_ratio ? share(rule.target_ratio, say) : null;
  const floor = rule.floor_ratio ? share(rule.floor_ratio, say) : null;
  const basis =
    rule.divide_by_target && target ? say.dividedRule(say.number(max), target) : say.proportionalRule(say.number(max));
  const parts = [
    basis,
    ...(rule.full_at_target && !rule.divide_by_target && target ? [say.fullAtTarget(target)] : []),
    ...(floor ? [say.floorRule(floor)] : []),
  ];
  const counted = say.number(Decimal.min(numerator, denominator));
  const whole = rule.divide_by_target && target ? `(${say.number(denominator)} × ${target})` : say.number(denominator);
  const lines: Partial<Record<NonNullable<Facts['outcome']>, string>> = {
    'zero-denominator': zeroDenominator(rule, say),
    'below-floor': say.belowFloor(percent, floor ?? ''),
    'at-target': say.atTarget(percent, target ?? ''),
  };
  const arithmetic =
    lines[facts.outcome ?? 'in-proportion'] ?? equals(`${say.number(max)} × ${counted}/${whole}`, exact, say);
  const reason = facts.outcome === 'in-proportion' ? say.onlyReached(percent) : arithmetic;
  return { rule: parts.join('; '), figures: ratioFigures(rule, measure, say), arithmetic, reason };
};

type AnyBand = RuleOf<'banded_ratio'>['bands'][number] &
  Partial<Pick<RuleOf<'band_then_proportional'>['bands'][number], 'formula'>>;

function bandName(band: AnyBand, say: Phrases): string {
  if (band.from_ratio.equals(band.to_ratio)) return say.exactly(share(band.from_ratio, say));
  return say.band(share(band.from_ratio, say), band.from_inclusive, share(band.to_ratio, say), band.to_inclusive);
}

function bandWorth(band: AnyBand, max: Decimal, say: Phrases): string {
  if (band.points) return say.points(say.number(band.points));
  if (band.factor) return say.points(say.number(band.factor.times(max)));
  return band.formula?.text ?? '';
}

function wordBands(
  rule: RuleOf<'banded_ratio'> | RuleOf<'band_then_proportional'>,
  { measure, facts, max, exact }: Scored<RatioMeasure>,
  say: Phrases,
): Wording {
  const bands: readonly AnyBand[] = rule.bands;
  const list = bands.map((band) => `${bandName(band, say)}: ${bandWorth(band, max, say)}`).join('; ');
  const figures = ratioFigures(rule, measure, say);
  const band = bands[facts.bandIndex ?? -1];
  if (!band) {
    const arithmetic = zeroDenominator(rule, say);
    return { rule: say.bandRule(list), figures, arithmetic, reason: arithmetic };
  }
  const percent = percentText(measure.numerator, measure.denominator, say);
  const name = bandName(band, say);
  const worth = band.formula ? equals(band.formula.text, exact, say) : say.points(say.number(exact));
  return {
    rule: say.bandRule(list),
    figures,
    arithmetic: `${say.inBand(percent, name)}: ${worth}`,
    reason: say.bandReason(percent, name),
  };
}

const wordAllOrNothing: Word<'all_or_nothing'> = (rule, { measure, facts }, say) => {
  const threshold = share(rule.threshold, say);
  const percent = percentText(measure.numerator, measure.denominator, say);
  const lines: Partial<Record<NonNullable<Facts['outcome']>, string>> = {
    reached: say.reached(percent, threshold),
    missed: say.missed(percent, threshold),
  };
  const arithmetic = lines[facts.outcome ?? 'zero-denominator'] ?? zeroDenominator(rule, say);
  return {
    rule: say.thresholdRule(threshold),
    figures: ratioFigures(rule, measure, say),
    arithmetic,
    reason: arithmetic,
  };
};

const wordYesNo: Word<'yes_no'> = (rule, { measure, exact }, say) => {
  const question = rule.question ?? say.thisRequirement;
  const answer = measure.answer === 'yes' ? say.yes : say.no;
  return {
    rule: say.yesNoRule(question, say.number(rule.points_yes), say.number(rule.points_no)),
    figures: answer,
    arithmetic: `${answer}: ${say.points(say.number(exact))}`,
    reason: say.notMet(question),
  };
};

const wordStaged: Word<'staged'> = (rule, { measure, exact }, say) => {
  const label = (index: number): string => rule.levels[index]?.label ?? say.level(index);
  const best = rule.levels.reduce(
    (top, level, index) => (level.points.greaterThan(rule.levels[top]?.points ?? ZERO) ? index : top),
    0,
  );
  const levels = rule.levels.map((level, index) => `${label(index)} (${say.points(say.number(level.points))})`);
  return {
    rule: say.stagedRule(levels.join('; ')),
    figures: say.levelReached(label(measure.level)),
    arithmetic: say.points(say.number(exact)),
    reason: say.lowerLevel(label(measure.level), label(best)),
  };
};

const wordChecklist: Word<'checklist'> = (rule, { measure, facts, max, exact }, say) => {
  const label = (index: number): string => rule.parts[index]?.label ?? say.part(index);
  const list = (isDone: boolean): string =>
    rule.parts.flatMap((_, index) => (measure.parts[index] === isDone ? [label(index)] : [])).join(', ') || say.none;
  const addends = rule.parts.flatMap((part, index) => (measure.parts[index] ? [say.number(part.points)] : []));
  const sum = addends.length ? addends.join(' + ') : say.number(ZERO);
  const parts = rule.parts.map((part, index) => `${label(index)} (${say.number(part.points)})`).join('; ');
  return {
    rule: say.checklistRule(parts, say.number(max)),
    figures: say.partsDone(list(true), list(false)),
    arithmetic: facts.isCapped ? `${sum}, ${say.cappedAt(say.number(max))}` : equals(sum, exact, say),
    reason: say.partsOpen(list(false)),
  };
};

const wordLateness: Word<'lateness_penalty'> = (rule, { measure, facts, max, exact }, say) => {
  const start = say.number(rule.base ?? max);
  const floor = say.number(rule.floor ?? ZERO);
  const [late, missing] = [say.number(measure.late), say.number(measure.missing)];
  const counted = say.number(Math.max(0, measure.late - (rule.grace ?? 0)));
  const [perLate, perMissing] = [say.number(rule.per_late), say.number(rule.per_missing)];
  const sum = [start, `${perLate} × ${counted}`, `${perMissing} × ${missing}`].join(MINUS);
  const floored = facts.isFloored ? `${sum}, ${say.flooredAt(floor)}` : equals(sum, exact, say);
  const parts = [
    say.latenessRule(start, perLate, perMissing, floor),
    ...(rule.grace ? [say.grace(rule.grace)] : []),
    ...(rule.zero_if_late_at_least === null ? [] : [say.zeroIfLate(rule.zero_if_late_at_least)]),
  ];
  const expected = measure.expected ?? rule.expected_items ?? say.unstated;
  return {
    rule: parts.join('; '),
    figures: say.latenessFigures(String(expected), late, missing),
    arithmetic: facts.isZeroed ? say.tooManyLate : floored,
    reason: facts.isZeroed ? say.tooManyLate : say.lateOrMissing(late, missing),
  };
};

const wordCount: Word<'count_based'> = (rule, { measure, max, facts, exact }, say) => {
  const each = say.number(rule.points_each);
  const [count, most] = [say.number(measure.count), say.number(rule.max_items)];
  const product = `${each} × ${facts.isCapped ? most : count}`;
  const isCut =
    measure.count >= (rule.minimum_items ?? 0) &&
    !rule.points_each.times(Math.min(measure.count, rule.max_items)).equals(exact);
  return {
    rule: say.countRule(each, rule.counts ?? say.item, most),
    figures: say.countFigures(count),
    arithmetic: isCut ? `${product}, ${say.cappedAt(say.number(max))}` : equals(product, exact, say),
    reason: say.onlyCounted(count, most),
  };
};

const wordDeduction: Word<'deduction'> = (rule, { measure, facts, max, exact }, say) => {
  const label = (index: number): string => rule.events[index]?.event ?? say.event(index);
  const start = say.number(rule.start === 'max' ? max : rule.start);
  const floor = say.number(rule.floor ?? ZERO);
  const happened = rule.events.flatMap((event, index) => {
    const times = measure.events[index] ?? 0;
    return times > 0 ? [{ name: label(index), times: say.number(times), each: say.number(event.points_each) }] : [];
  });
  const sum = [start, ...happened.map(({ each, times }) => `${each} × ${times}`)].join(MINUS);
  return {
    rule: say.deductionRule(
      start,
      rule.events.map((event, index) => `${label(index)} (${say.number(event.points_each)})`).join('; '),
      floor,
    ),
    figures: rule.events.map((_, index) => `${label(index)}: ${say.number(measure.events[index] ?? 0)}`).join('; '),
    arithmetic: facts.isFloored ? `${sum}, ${say.flooredAt(floor)}` : equals(sum, exact, say),
    reason: say.eventsHappened(happened.map(({ name, times }) => `${name}: ${times}`).join('; ') || say.none),
  };
};

const wordExternal: Word<'external_scaled'> = (rule, { measure, facts, max, exact }, say) => {
  const scale = say.number(rule.index_max);
  const value = say.number(measure.value);
  const target = rule.target_ratio ? share(rule.target_ratio, say) : null;
  const floor = rule.floor_ratio ? share(rule.floor_ratio, say) : null;
  const percent = percentText(measure.value, rule.index_max, say);
  const parts = [
    say.externalRule(rule.index ?? say.externalIndex, scale),
    ...(target ? [say.fullAtTarget(target)] : []),
    ...(floor ? [say.floorRule(floor)] : []),
  ];
  const whole = target ? `(${scale} × ${target})` : scale;
  const isBelow = facts.outcome === 'below-floor';
  const product = equals(`${say.number(max)} × ${value}/${whole}`, exact, say);
  const arithmetic = facts.outcome === 'at-target' && target ? say.atTarget(percent, target) : product;
  return {
    rule: parts.join('; '),
    figures: say.externalFigures(value, scale),
    arithmetic: isBelow ? say.belowFloor(percent, floor ?? '') : arithmetic,
    reason: isBelow ? say.belowFloor(percent, floor ?? '') : say.onlyReached(percent),
  };
};

const wordSurvey: Word<'survey_scaled'> = (_rule, { facts, max, exact }, say) => {
  const percent = `${shortFigure(facts.percent ?? ZERO, say)}%`;
  return {
    rule: say.surveyRule,
    figures: say.surveyFigures(percent),
    arithmetic: equals(`${say.number(max)} × ${percent}`, exact, say),
    reason: say.onlyReached(percent),
  };
};

const wordFormula: Word<'formula_choice'> = (rule, { measure, facts, max, exact }, say) => {
  const formula = rule.formulas.find((one) => one.key === facts.formulaKey);
  const expression = formula?.expression.text ?? '';
  const figures = rule.variables.map(({ symbol, name_vi: name }) => {
    const value = measure.variables[symbol];
    return `${name ? `${name} (${symbol})` : symbol} = ${value ? say.number(value) : ''}`;
  });
  const capped = facts.isCapped ? say.cappedAt(say.number(max)) : say.flooredAt(say.number(ZERO));
  const value = facts.isCapped || facts.isFloored ? `${expression}, ${capped}` : equals(expression, exact, say);
  const arithmetic = facts.outcome === 'zero-denominator' ? zeroDenominator(rule, say) : value;
  const label = formula?.label_vi ?? formula?.key ?? '';
  return {
    rule: say.formulaRule(label, expression),
    figures: figures.join('; '),
    arithmetic,
    reason: say.formulaReason,
  };
};

const shapes: { readonly [Name in LeafRule['shape']]: Word<Name> } = {
  yes_no: wordYesNo,
  staged: wordStaged,
  checklist: wordChecklist,
  lateness_penalty: wordLateness,
  proportional: wordProportional,
  banded_ratio: wordBands,
  band_then_proportional: wordBands,
  all_or_nothing: wordAllOrNothing,
  count_based: wordCount,
  deduction: wordDeduction,
  external_scaled: wordExternal,
  survey_scaled: wordSurvey,
  formula_choice: wordFormula,
};

/** @param scored its measure was read for the shape of this very rule */
export function wordShape(rule: LeafRule, scored: Scored<LeafMeasure>, say: Phrases): Wording {
  const word = shapes[rule.shape] as (rule: LeafRule, scored: Scored<LeafMeasure>, say: Phrases) => Wording;
  return word(rule, scored, say);
}
