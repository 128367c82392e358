import { Decimal, roundHalfUp } from '../../../kernel/decimal.ts';
import type { Content } from './content.ts';
import type { NumberField, ReportForm } from './duty.ts';

/** Figures by field, as decimals with a point; absent and null are "not given", which is not zero. */
export type Numbers = Content['numbers'];

export function figureOf(numbers: Numbers, key: string): Decimal | null {
  const text = numbers[key];
  return text === undefined || text === null ? null : new Decimal(text);
}

export type FigureFault = {
  readonly field: string;
  readonly fault: 'missing' | 'below' | 'above' | 'decimals' | 'unknown';
  readonly bound: string | null;
};

function faultOf({ key, min, max, decimals, isRequired }: NumberField, numbers: Numbers): FigureFault | null {
  const value = figureOf(numbers, key);
  if (value === null) return isRequired ? { field: key, fault: 'missing', bound: null } : null;
  if (min !== null && value.lessThan(min)) return { field: key, fault: 'below', bound: min };
  if (max !== null && value.greaterThan(max)) return { field: key, fault: 'above', bound: max };
  return value.decimalPlaces() > decimals ? { field: key, fault: 'decimals', bound: String(decimals) } : null;
}

/** Figures that are typed; a share is computed. */
export const typedFields = ({ numbers }: ReportForm): NumberField[] =>
  numbers.filter(({ compile }) => compile.how !== 'share');

/** What is wrong with figures as such: missing, out of range, too many decimals, no field of the form. */
export function figureFaults(form: ReportForm, numbers: Numbers): FigureFault[] {
  const typed = typedFields(form);
  const known = new Set(typed.map(({ key }) => key));
  const strangers = Object.keys(numbers).filter((key) => !known.has(key) && numbers[key] !== null);
  return [
    ...typed.flatMap((field) => faultOf(field, numbers) ?? []),
    ...strangers.map((field): FigureFault => ({ field, fault: 'unknown', bound: null })),
  ];
}

/** A share in percent of two figures, rounded half up; null where one is absent or nothing is below the line. */
export function shareOf(field: NumberField, numbers: Numbers): string | null {
  if (field.compile.how !== 'share') return null;
  const part = figureOf(numbers, field.compile.numerator);
  const whole = figureOf(numbers, field.compile.denominator);
  if (part === null || whole === null || whole.isZero()) return null;
  return roundHalfUp(part.times(100).dividedBy(whole), field.decimals).toFixed();
}

/** The figure of a field as it is shown: typed, or computed where it is a share. */
export function shownFigure(field: NumberField, numbers: Numbers): string | null {
  return field.compile.how === 'share' ? shareOf(field, numbers) : (numbers[field.key] ?? null);
}
