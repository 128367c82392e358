import { Decimal } from '../../../kernel/decimal.ts';
import type { RuleOf } from '../../criteria/index.ts';
import type { RatioMeasure } from './measures.ts';
import { english, type Phrases } from './phrases.ts';
import { HUNDRED, smallerOf } from './reckoning.ts';

/** Two decimals, and more only where fewer would call 99.996 % a full 100 %. */
function percentOf({ numerator, denominator }: RatioMeasure): Decimal {
  const percent = smallerOf(numerator, denominator).times(HUNDRED).dividedBy(denominator);
  const short = percent.toDecimalPlaces(2);
  const looksWhole = short.equals(HUNDRED) && !percent.equals(HUNDRED);
  return looksWhole ? percent.toDecimalPlaces(6, Decimal.ROUND_DOWN) : short;
}

/** What both languages tell of one result, worked out once: a division to forty digits costs more than its sentence. */
export class Told {
  readonly #measure: RatioMeasure | null;
  readonly #exact: Decimal;
  #percent: Decimal | null = null;
  #short: Decimal | null = null;

  constructor(measure: RatioMeasure | null, exact: Decimal) {
    this.#measure = measure;
    this.#exact = exact;
  }

  /** Null where the denominator is 0. */
  get percent(): Decimal | null {
    if (this.#measure === null || this.#measure.denominator.isZero()) return null;
    this.#percent ??= percentOf(this.#measure);
    return this.#percent;
  }

  /** The exact points, up to six decimals, as a line of arithmetic shows them. */
  get short(): Decimal {
    this.#short ??= this.#exact.toDecimalPlaces(6);
    return this.#short;
  }
}

/** A ratio on paper: 15 of 16 is "93,75%". */
export const percentText = ({ percent }: Told, say: Phrases): string => (percent ? `${say.number(percent)}%` : '–');

/** Words of what belongs to a set and never changes, made once for each language. Not for measures: they come and go. */
function wordOnce<Thing extends object>(word: (thing: Thing, say: Phrases) => string) {
  const known = { vi: new WeakMap<Thing, string>(), en: new WeakMap<Thing, string>() };
  return (thing: Thing, say: Phrases): string => {
    const ofLanguage = say === english ? known.en : known.vi;
    const before = ofLanguage.get(thing);
    if (before !== undefined) return before;
    const words = word(thing, say);
    ofLanguage.set(thing, words);
    return words;
  };
}

/** A figure of the rule. */
export const given = wordOnce<Decimal>((value, say) => say.number(value));

/** A ratio of the rule as a percentage: 0.85 is "85%". */
export const share = wordOnce<Decimal>((ratio, say) => `${say.number(ratio.times(HUNDRED))}%`);

/** Up to six decimals, as a line of arithmetic shows them. */
export const shortFigure = (value: Decimal, say: Phrases): string => say.number(value.toDecimalPlaces(6));

/** "1 × 5/6 ≈ 0,833333"; the equals sign only where nothing was cut off. */
export function equalsText(left: string, exact: Decimal, { told, say }: { told: Told; say: Phrases }): string {
  const { short } = told;
  return `${left} ${short.equals(exact) ? '=' : '≈'} ${say.number(short)}`;
}

/** A band of either banded shape. */
export type AnyBand = RuleOf<'banded_ratio'>['bands'][number] &
  Partial<Pick<RuleOf<'band_then_proportional'>['bands'][number], 'formula'>>;

export const bandName = wordOnce<AnyBand>((band, say) => {
  if (band.from_ratio.equals(band.to_ratio)) return say.exactly(share(band.from_ratio, say));
  return say.band(share(band.from_ratio, say), band.from_inclusive, share(band.to_ratio, say), band.to_inclusive);
});

/** A target of 100 % divides by one: not worth a word. */
export const dividesByTarget = ({ divide_by_target: divides, target_ratio: target }: RuleOf<'proportional'>): boolean =>
  divides === true && target !== null && !target.equals(1);
