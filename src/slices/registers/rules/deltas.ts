import { Decimal } from '../../../kernel/decimal.ts';
import { percented, toLines } from './lines.ts';
import { type Contribution, takesLatest } from './tally.ts';

/** What a row of the tally gains or loses. */
export type Delta = Omit<Contribution, 'turnsOn'> & { readonly turnsOn: string; readonly records: number };

const ALWAYS = '-infinity';
const keyOf = ({ measure, onDay, unitId, value }: Contribution, turnsOn: string): string =>
  `${measure}\0${onDay}\0${unitId}\0${value}\0${turnsOn}`;

/** Whole numbers of up to fifteen digits are added as such: most of what is counted, and exact. */
const SHORT = /^-?\d{1,15}$/;

function plus(left: string, right: string, sign: 1 | -1): string {
  if (right === '0') return left;
  if (SHORT.test(left) && SHORT.test(right)) return String(Number(left) + sign * Number(right));
  return new Decimal(left).plus(new Decimal(right).times(sign)).toFixed();
}

type Growing = { -readonly [Part in keyof Delta]: Delta[Part] };

/** Sums what is taken away and added by row of the tally; rows that come to nothing are left out. */
export function sumDeltas(removed: readonly Contribution[], added: readonly Contribution[]): Delta[] {
  const deltas = new Map<string, Growing>();
  const put = (one: Contribution, sign: 1 | -1): void => {
    if (takesLatest(one)) return;
    const turnsOn = one.turnsOn ?? ALWAYS;
    const key = keyOf(one, turnsOn);
    let delta = deltas.get(key);
    if (delta === undefined) {
      delta = { ...one, turnsOn, numerator: '0', denominator: '0', missing: '0', records: 0 };
      deltas.set(key, delta);
    }
    delta.numerator = plus(delta.numerator, one.numerator, sign);
    delta.denominator = plus(delta.denominator, one.denominator, sign);
    delta.missing = plus(delta.missing, one.missing, sign);
    delta.records += sign;
  };
  for (const one of removed) put(one, -1);
  for (const one of added) put(one, 1);
  return [...deltas.keys()].sort().flatMap((key) => {
    const delta = deltas.get(key);
    return delta && isSomething(delta) ? [delta] : [];
  });
}

const isSomething = ({ numerator, denominator, missing, records }: Delta): boolean =>
  numerator !== '0' || denominator !== '0' || missing !== '0' || records !== 0;

export const deltaColumns = [
  ['measure', 'text'],
  ['onDay', 'date'],
  ['unitId', 'text'],
  ['value', 'percented text'],
  ['turnsOn', 'date'],
  ['numerator', 'numeric'],
  ['denominator', 'numeric'],
  ['missing', 'numeric'],
  ['records', 'int'],
] as const;

/** Deltas as the database takes them in. */
export const deltaLines = (deltas: readonly Delta[]): string =>
  toLines(
    deltas.map(({ measure, onDay, unitId, value, turnsOn, numerator, denominator, missing, records }) => [
      measure,
      onDay,
      unitId,
      percented(value),
      turnsOn,
      numerator,
      denominator,
      missing,
      records,
    ]),
  );
