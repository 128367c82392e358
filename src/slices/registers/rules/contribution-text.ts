import type { CivilDate } from '../../../kernel/civil-date.ts';
import { percented, unpercented } from './lines.ts';
import type { Contribution } from './tally.ts';

// What a record adds to measures is kept beside it only to be taken away again: in a short form that nobody asks by SQL.
// `measure|day|unit|numerator|denominator|missing|turns on|value`, zeros and what is empty at the end left out, joined by `;`.

const ENDS_EMPTY = /\|+$/;
const unlessZero = (number: string): string => (number === '0' ? '' : number);

function packOne(one: Contribution): string {
  const { measure, onDay, unitId, numerator, denominator, missing, turnsOn, value } = one;
  const numbers = `${unlessZero(numerator)}|${unlessZero(denominator)}|${unlessZero(missing)}`;
  return `${measure}|${onDay}|${unitId}|${numbers}|${turnsOn ?? ''}|${percented(value)}`.replace(ENDS_EMPTY, '');
}

function unpackOne(text: string): Contribution {
  const [measure = '', onDay = '', unitId = '', numerator, denominator, missing, turnsOn, value = ''] = text.split('|');
  return {
    measure,
    onDay: onDay as CivilDate,
    unitId,
    value: unpercented(value),
    turnsOn: turnsOn ? (turnsOn as CivilDate) : null,
    numerator: numerator || '0',
    denominator: denominator || '0',
    missing: missing || '0',
  };
}

/** Contributions as they are stored. Measures, days and identifiers hold none of the signs that part them. */
export const packContributions = (list: readonly Contribution[]): string => list.map(packOne).join(';');

export const unpackContributions = (text: string): Contribution[] =>
  text === '' ? [] : text.split(';').map(unpackOne);
