import { Decimal } from '../../../../kernel/decimal.ts';
import { figureText, percentText } from '../../../../web/ui/figures.ts';
import type { MeasureFigures } from '../../../registers/index.ts';

/** 13/17 · 76,47 %, a value or a count as on paper; "–" where there is no data, which is not zero. */
export function figuresText(figures: MeasureFigures | null): string {
  if (figures === null) return '–';
  const { numerator, denominator, value, count, expected, late, missing } = figures;
  if (numerator !== undefined && denominator !== undefined) {
    const part = `${figureText(numerator)}/${figureText(denominator)}`;
    if (new Decimal(denominator).isZero()) return part;
    const percent = new Decimal(numerator).times(100).dividedBy(denominator).toDecimalPlaces(2);
    return `${part} · ${percentText(percent.toFixed())}`;
  }
  if (late !== undefined) return [expected, late, missing].map((one) => figureText(one ?? 0)).join(' / ');
  return figureText(value ?? count ?? '0');
}
