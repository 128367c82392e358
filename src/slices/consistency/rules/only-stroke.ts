import { Decimal } from '../../../kernel/decimal.ts';
import { type PrintedNumber, readPrint } from './printed-number.ts';
import { judge, type Trial } from './relation.ts';
import type { Settled } from './settle.ts';

const MOST_NUMBERS = 12;
const LONGEST_PRINT = 10;

/**
 * The one change of one stroke (a digit for another, two neighbours swapped) that makes a failing relation true; null
 * where there is none, or where several would do: then nothing says which number is wrong.
 * @param mayChange numbers that no other relation confirms
 */
export function findOnlyStroke(
  failing: Settled,
  mayChange: (number: PrintedNumber) => boolean,
  breaksNone: (trial: Trial) => boolean,
): Trial | null {
  const numbers = [...new Set(failing.numbers)];
  if (numbers.length > MOST_NUMBERS) return null;
  let only: Trial | null = null;
  for (const number of numbers) {
    if (!mayChange(number)) continue;
    for (const value of strokesOf(number)) {
      const trial: Trial = { number, value };
      if (judge(failing.relation, failing.slack, trial)?.holds !== true || !breaksNone(trial)) continue;
      if (only) return null;
      only = trial;
    }
  }
  return only;
}

/** Every other value that the print may have been meant to be. */
function strokesOf(number: PrintedNumber): Decimal[] {
  const { printed } = number;
  if (printed.length > LONGEST_PRINT) return [];
  const others = new Set<string>();
  for (let at = 0; at < printed.length; at += 1) {
    if (!/\d/.test(printed.charAt(at))) continue;
    for (let digit = 0; digit <= 9; digit += 1) others.add(`${printed.slice(0, at)}${digit}${printed.slice(at + 1)}`);
    const next = nextDigit(printed, at);
    if (next >= 0) others.add(swap(printed, at, next));
  }
  const values = [...others].flatMap((text) => readPrint(text)?.value ?? []);
  return unique(values.filter((value) => !value.eq(number.value) && value.gt(0)));
}

/** The digit after this one, also across the decimal sign: "1,05" for "10,5" moves no digit, "5,01" for "50,1" does. */
function nextDigit(printed: string, at: number): number {
  if (/\d/.test(printed.charAt(at + 1))) return at + 1;
  return /[.,]/.test(printed.charAt(at + 1)) && /\d/.test(printed.charAt(at + 2)) ? at + 2 : -1;
}

function swap(text: string, a: number, b: number): string {
  const signs = [...text];
  [signs[a], signs[b]] = [signs[b] ?? '', signs[a] ?? ''];
  return signs.join('');
}

function unique(values: readonly Decimal[]): Decimal[] {
  return [...new Map(values.map((value) => [value.toFixed(), new Decimal(value)])).values()];
}
