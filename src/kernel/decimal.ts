import { Decimal as Library } from 'decimal.js';

/** 40 significant digits, never exponents below 10^40: enough for every score, share and sum of money here. */
export const Decimal = Library.clone({ precision: 40, rounding: Library.ROUND_HALF_UP, toExpNeg: -40, toExpPos: 40 });
export type Decimal = Library;

const PAPER_NUMBER = /^[+-]?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?$/;

/** Half up (away from zero), as scores are rounded. @param digits decimals kept, 0–12 */
export function roundHalfUp(value: Decimal, digits: number): Decimal {
  return value.toDecimalPlaces(digits, Library.ROUND_HALF_UP);
}

/** Reads a number as written on Vietnamese paper: "80,567", "1.234,5"; null where it is not one. */
export function parsePaperNumber(text: string): Decimal | null {
  const trimmed = text.trim();
  if (!PAPER_NUMBER.test(trimmed)) return null;
  return new Decimal(trimmed.replaceAll('.', '').replace(',', '.'));
}

function writeNumber(value: Decimal | number | string, group: string, decimal: string): string {
  if (typeof value === 'number' && Number.isInteger(value) && Math.abs(value) < 1000) return String(value);
  const exact = typeof value === 'object' ? value : new Decimal(value);
  const [whole = '0', fraction] = exact.toFixed().split('.');
  const grouped = whole.length > 3 ? whole.replace(/\B(?=(\d{3})+(?!\d))/g, group) : whole;
  return fraction ? `${grouped}${decimal}${fraction}` : grouped;
}

/** As on Vietnamese paper: 80,567 · 1.234,5 */
export function formatPaperNumber(value: Decimal | number | string): string {
  return writeNumber(value, '.', ',');
}

/** As in English: 80.567 · 1,234.5 */
export function formatEnglishNumber(value: Decimal | number | string): string {
  return writeNumber(value, ',', '.');
}
