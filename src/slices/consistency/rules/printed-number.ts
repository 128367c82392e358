import { Decimal } from '../../../kernel/decimal.ts';
import type { FigurePlace } from './checkable-document.ts';

/** One number as it stands printed in the document. Two prints of the same value are two numbers. */
export type PrintedNumber = {
  readonly printed: string;
  readonly value: Decimal;
  /** Digits after the decimal sign as printed: "8,750" has three. */
  readonly digits: number;
  /** The other value that the print may mean: "8.645" is 8645 or, with a decimal point, 8.645. */
  readonly alternative: Decimal | null;
  readonly isPercent: boolean;
  /** Printed in rounded money ("12.345 triệu đồng"), so that sums may be off by the rounding of each part. */
  readonly isRoundedMoney: boolean;
  /** "trên 95%", "khoảng 400": says a bound or a guess, no value to count with. */
  readonly isBound: boolean;
  readonly place: FigurePlace;
  readonly from: number;
  readonly to: number;
};

export type Reading = Pick<PrintedNumber, 'value' | 'digits' | 'alternative'>;

const WHOLE = /^\d+$/;
const COMMA_DECIMAL = /^\d+,\d+$/;
const POINT_DECIMAL = /^\d+\.\d+$/;
const POINT_GROUPS = /^[1-9]\d{0,2}(?:\.\d{3})+$/;
const COMMA_GROUPS = /^[1-9]\d{0,2}(?:,\d{3})+$/;
const SPACE_GROUPS = /^[1-9]\d{0,2}(?:[ \u00a0]\d{3})+$/;
const POINT_GROUPS_COMMA_DECIMAL = /^[1-9]\d{0,2}(?:\.\d{3})+,\d+$/;
const COMMA_GROUPS_POINT_DECIMAL = /^[1-9]\d{0,2}(?:,\d{3})+\.\d+$/;
const LONGEST_PRINT = 24;

const digitsAfter = (text: string, sign: string): number => text.length - text.indexOf(sign) - 1;
const ungrouped = (text: string): Decimal => new Decimal(text.replace(/[.,]/g, ''));
const withPoint = (text: string): Decimal => new Decimal(text.replace(',', '.'));

/**
 * Value of a number as Vietnamese offices print it: "80,567", "1.234", "1.234,5", and the decimal point that spreadsheets
 * leave behind ("90.05"). Null for what is none ("1.2.3"). A print of two meanings gets the Vietnamese one and an alternative.
 */
export function readPrint(printed: string): Reading | null {
  if (printed.length > LONGEST_PRINT) return null;
  if (SPACE_GROUPS.test(printed)) {
    return { value: new Decimal(printed.replace(/\s/g, '')), digits: 0, alternative: null };
  }
  if (WHOLE.test(printed)) return { value: new Decimal(printed), digits: 0, alternative: null };
  if (POINT_GROUPS_COMMA_DECIMAL.test(printed)) {
    const value = new Decimal(printed.replaceAll('.', '').replace(',', '.'));
    return { value, digits: digitsAfter(printed, ','), alternative: null };
  }
  if (COMMA_GROUPS_POINT_DECIMAL.test(printed)) {
    return { value: new Decimal(printed.replaceAll(',', '')), digits: digitsAfter(printed, '.'), alternative: null };
  }
  return readOneSign(printed);
}

function readOneSign(printed: string): Reading | null {
  if (POINT_GROUPS.test(printed)) {
    const alternative = POINT_DECIMAL.test(printed) ? new Decimal(printed) : null;
    return { value: ungrouped(printed), digits: 0, alternative };
  }
  if (COMMA_DECIMAL.test(printed)) {
    const alternative = COMMA_GROUPS.test(printed) ? ungrouped(printed) : null;
    return { value: withPoint(printed), digits: digitsAfter(printed, ','), alternative };
  }
  if (COMMA_GROUPS.test(printed)) return { value: ungrouped(printed), digits: 0, alternative: null };
  if (POINT_DECIMAL.test(printed)) {
    return { value: new Decimal(printed), digits: digitsAfter(printed, '.'), alternative: null };
  }
  return null;
}

/** The same number read the other way: the point or comma taken for a decimal sign instead of a group sign, or back. */
export function readOtherWay(number: PrintedNumber): PrintedNumber {
  if (number.alternative === null) return number;
  const digits = number.digits === 0 ? 3 : 0;
  return { ...number, value: number.alternative, alternative: number.value, digits };
}

/** Half a unit of the last printed digit; zero for whole counts, which nobody rounds. */
export function roundingOf(number: PrintedNumber): Decimal {
  if (number.digits > 0) return lastUnit(number).div(2);
  return number.isRoundedMoney ? new Decimal('0.5') : new Decimal(0);
}

/** One unit of the last printed digit: 0.01 for "67,31". */
export function lastUnit(number: PrintedNumber): Decimal {
  return new Decimal(10).pow(-number.digits);
}
