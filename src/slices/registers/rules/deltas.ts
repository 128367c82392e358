import { Decimal } from '../../../kernel/decimal.ts';
import { type Contribution, takesLatest } from './tally.ts';

/** What a row of the tally gains or loses. */
export type Delta = Omit<Contribution, 'turnsOn'> & { readonly turnsOn: string; readonly records: number };

const ALWAYS = '-infinity';
const keyOf = ({ measure, onDay, unitId, value, turnsOn }: Omit<Delta, 'records'>): string =>
  JSON.stringify([measure, onDay, unitId, value, turnsOn]);

/** Sums what is taken away and added by row of the tally; rows that come to nothing are left out. */
export function sumDeltas(removed: readonly Contribution[], added: readonly Contribution[]): Delta[] {
  const deltas = new Map<string, Delta>();
  const put = (one: Contribution, sign: 1 | -1): void => {
    if (takesLatest(one)) return;
    const row = { ...one, turnsOn: one.turnsOn ?? ALWAYS };
    const key = keyOf(row);
    const known = deltas.get(key) ?? { ...row, numerator: '0', denominator: '0', missing: '0', records: 0 };
    const add = (part: 'numerator' | 'denominator' | 'missing'): string =>
      one[part] === '0' ? known[part] : new Decimal(known[part]).plus(new Decimal(one[part]).times(sign)).toFixed();
    deltas.set(key, {
      ...known,
      numerator: add('numerator'),
      denominator: add('denominator'),
      missing: add('missing'),
      records: known.records + sign,
    });
  };
  for (const one of removed) put(one, -1);
  for (const one of added) put(one, 1);
  return [...deltas.entries()]
    .filter(
      ([, { numerator, denominator, missing, records }]) =>
        [numerator, denominator, missing].some((part) => part !== '0') || records !== 0,
    )
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, delta]) => delta);
}
