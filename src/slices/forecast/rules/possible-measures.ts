import { Decimal } from '../../../kernel/decimal.ts';
import type { Leaf, RuleOf } from '../../criteria/index.ts';
import { betaBinomial, futureEvents, type Outcome } from './distribution.ts';
import { chanceOfDoing, type Outlook, rateBelief, rateOfLastYear, UNKNOWN_ITEMS } from './outlook.ts';

type Fields = Readonly<Record<string, unknown>>;
export type PossibleMeasures = readonly Outcome<unknown>[];

const MOST_ITEMS = 1000;
/** Finer than this the points of a leaf hardly change, and a forecast of the whole set stays quick. */
const MOST_OUTCOMES = 80;

const figure = (fields: Fields, name: string): number => Number(fields[name] ?? 0);

/** Joins neighbours until at most MOST_OUTCOMES are left; each group speaks by its middle. */
function coarsen(chances: readonly number[]): Outcome<number>[] {
  const width = Math.ceil(chances.length / MOST_OUTCOMES);
  const groups = Array.from({ length: Math.ceil(chances.length / width) }, (_, index) => {
    const from = index * width;
    const chance = chances.slice(from, from + width).reduce((sum, one) => sum + one, 0);
    const isLast = from + width >= chances.length;
    return { value: isLast ? chances.length - 1 : from + Math.floor(width / 2), chance };
  });
  return groups.filter(({ chance }) => chance > 1e-9);
}

function itemsToCome(known: number, elapsed: number, { remaining }: Outlook): number {
  if (remaining !== undefined) return Math.round(remaining);
  if (elapsed <= 0) return UNKNOWN_ITEMS;
  return Math.round((known * (1 - elapsed)) / elapsed);
}

const lastRate = ({ lastYear }: Outlook, inSteps: boolean): number | undefined =>
  lastYear === undefined ? undefined : rateOfLastYear(lastYear, inSteps);

function ratios(leaf: Leaf, fields: Fields | null, elapsed: number, outlook: Outlook): PossibleMeasures {
  const [numerator, denominator] = fields ? [figure(fields, 'numerator'), figure(fields, 'denominator')] : [0, 0];
  const done = Math.min(numerator, denominator);
  const toCome = fields ? itemsToCome(denominator, elapsed, outlook) : (outlook.remaining ?? UNKNOWN_ITEMS);
  if (toCome <= 0) return [{ value: fields, chance: 1 }];
  // Money and very large counts move as a thousand equal parts.
  const scale = Math.max(1, toCome / MOST_ITEMS, denominator / MOST_ITEMS);
  const trials = Math.max(1, Math.round(toCome / scale));
  const [successes, failures] = rateBelief(
    done / scale,
    (denominator - done) / scale,
    lastRate(outlook, leaf.rule.shape !== 'proportional'),
  );
  return coarsen(betaBinomial(trials, successes, failures)).map(({ value, chance }) => ({
    value: {
      numerator: new Decimal(done)
        .plus(new Decimal(toCome).times(value).dividedBy(trials))
        .toDecimalPlaces(3)
        .toFixed(),
      denominator: new Decimal(denominator).plus(toCome).toDecimalPlaces(3).toFixed(),
    },
    chance,
  }));
}

function lateness(
  rule: RuleOf<'lateness_penalty'>,
  fields: Fields | null,
  elapsed: number,
  outlook: Outlook,
): PossibleMeasures {
  const stated = Number(rule.expected_items);
  const expected = Number(fields?.expected ?? (Number.isFinite(stated) ? stated : 4));
  const [late, missing] = fields ? [figure(fields, 'late'), figure(fields, 'missing')] : [0, 0];
  const due = Math.round(expected * elapsed);
  const toCome = Math.max(0, Math.round(outlook.remaining ?? expected - due));
  if (toCome === 0 && fields) return [{ value: fields, chance: 1 }];
  const onTime = Math.max(0, due - late - missing);
  const [successes, failures] = rateBelief(onTime, late + missing, lastRate(outlook, true));
  return betaBinomial(toCome, failures, successes).map((chance, more) => ({
    value: { expected, late: late + more, missing },
    chance,
  }));
}

function counts(
  rule: RuleOf<'count_based'>,
  fields: Fields | null,
  elapsed: number,
  outlook: Outlook,
): PossibleMeasures {
  const count = fields ? figure(fields, 'count') : 0;
  const lastCount = (outlook.lastYear ?? 0.5) * rule.max_items;
  const left = 1 - elapsed;
  if (left <= 0 && fields) return [{ value: fields, chance: 1 }];
  // Last year counts as half a year at its own pace.
  const most = Math.max(0, rule.max_items - count);
  return futureEvents(count + lastCount / 2 + 0.1, elapsed + 0.5, left, most + 3).map((chance, more) => ({
    value: { count: count + more },
    chance,
  }));
}

function deductions(rule: RuleOf<'deduction'>, fields: Fields | null, elapsed: number): PossibleMeasures {
  const events = Array.isArray(fields?.events) ? fields.events.map(Number) : rule.events.map(() => 0);
  const left = 1 - elapsed;
  if (left <= 0 && fields) return [{ value: fields, chance: 1 }];
  return events.reduce<Outcome<{ events: number[] }>[]>(
    (all, happened) =>
      all.flatMap(({ value, chance }) =>
        futureEvents(happened + 0.25, elapsed + 0.75, left, 3).map((more, times) => ({
          value: { events: [...value.events, happened + times] },
          chance: chance * more,
        })),
      ),
    [{ value: { events: [] }, chance: 1 }],
  );
}

/** Now, or the better answer by the end of the year. */
function doneOrNot(now: unknown, better: unknown, outlook: Outlook, elapsed: number): PossibleMeasures {
  if (elapsed >= 1) return [{ value: now, chance: 1 }];
  const chance = chanceOfDoing(outlook, elapsed);
  return [
    { value: now, chance: 1 - chance },
    { value: better, chance },
  ];
}

function bestLevel(rule: RuleOf<'staged'>): number {
  return rule.levels.reduce(
    (top, level, index) => (level.points.greaterThan(rule.levels[top]?.points ?? 0) ? index : top),
    0,
  );
}

function worstLevel(rule: RuleOf<'staged'>): number {
  return rule.levels.reduce(
    (low, level, index) => (level.points.lessThan(rule.levels[low]?.points ?? 0) ? index : low),
    0,
  );
}

const SPREAD_PERCENT = [-8, -5, -3, -1.5, 0, 1.5, 3, 5, 8];
const SPREAD_CHANCES = [0.04, 0.08, 0.14, 0.16, 0.16, 0.16, 0.14, 0.08, 0.04];

/** Somebody else's result: last year's, give or take; anything where there is none. */
function othersResult(lastYear: number | undefined, write: (percent: number) => unknown): PossibleMeasures {
  if (lastYear === undefined)
    return Array.from({ length: 11 }, (_, index) => ({ value: write(index * 10), chance: 1 / 11 }));
  return SPREAD_PERCENT.map((more, index) => ({
    value: write(Math.min(100, Math.max(0, lastYear * 100 + more))),
    chance: SPREAD_CHANCES[index] ?? 0,
  }));
}

/**
 * The measures that a leaf may have at the end of the year, with their chances.
 *
 * @param elapsed share of the year that the measure covers, 0–1
 * @source docs/forecast.md
 */
export function possibleMeasures(leaf: Leaf, outlook: Outlook, elapsed: number): PossibleMeasures {
  const { rule } = leaf;
  const { measure } = outlook;
  const fields = typeof measure === 'object' && measure !== null ? (measure as Fields) : null;
  if (fields?.not_applicable === true) return [{ value: fields, chance: 1 }];
  switch (rule.shape) {
    case 'proportional':
    case 'banded_ratio':
    case 'band_then_proportional':
    case 'all_or_nothing':
      return ratios(leaf, fields, elapsed, outlook);
    case 'lateness_penalty':
      return lateness(rule, fields, elapsed, outlook);
    case 'count_based':
      return counts(rule, fields, elapsed, outlook);
    case 'deduction':
      return deductions(rule, fields, elapsed);
    case 'yes_no': {
      if (fields?.answer === 'yes') return [{ value: fields, chance: 1 }];
      return doneOrNot(fields ?? { answer: 'no' }, { answer: 'yes' }, outlook, fields ? elapsed : 0);
    }
    case 'staged': {
      const best = bestLevel(rule);
      if (fields && figure(fields, 'level') === best) return [{ value: fields, chance: 1 }];
      return doneOrNot(fields ?? { level: worstLevel(rule) }, { level: best }, outlook, fields ? elapsed : 0);
    }
    case 'checklist': {
      const all = { parts: rule.parts.map(() => true) };
      const none = { parts: rule.parts.map(() => false) };
      return doneOrNot(fields ?? none, all, outlook, fields ? elapsed : 0);
    }
    case 'external_scaled':
      if (fields) return [{ value: fields, chance: 1 }];
      return othersResult(outlook.lastYear, (percent) => ({
        value: rule.index_max.times(percent).dividedBy(100).toFixed(),
      }));
    case 'survey_scaled':
      if (fields) return [{ value: fields, chance: 1 }];
      return othersResult(outlook.lastYear, (percent) => ({ percent: String(percent) }));
    case 'formula_choice':
      return [{ value: fields, chance: 1 }];
  }
}
