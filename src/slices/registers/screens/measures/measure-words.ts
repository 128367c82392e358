import type { Translate } from '../../../../web/texts.ts';
import { changeText, figureText, percentText } from '../../../../web/ui/figures.ts';
import { shownFigure } from './measure-figures.ts';
import type { MeasureAnswer, MeasureView } from './measure-view.ts';

type OfMeasure = Pick<MeasureAnswer, 'unit' | 'kind'>;

const isPercent = ({ unit, kind }: OfMeasure): boolean => unit === '%' || kind === 'share' || kind === 'lateness';

/** 95,5 % · 12.000.000 đồng · 17 */
export function measureText(measure: OfMeasure, value: string): string {
  const shown = shownFigure(value);
  if (isPercent(measure)) return percentText(shown);
  return measure.unit ? `${figureText(shown)}\u00a0${measure.unit}` : figureText(shown);
}

const SIGNS = { '>=': '≥', '>': '>', '=': '=', '<': '<', '<=': '≤' } as const;

/** ≥ 95 % */
export function targetText(measure: MeasureAnswer): string {
  const { target } = measure;
  return target ? `${SIGNS[target.op]}\u00a0${measureText(measure, target.value)}` : '';
}

/** ▲ 2,5 */
export function changedText({ change }: MeasureView): string {
  return change === null ? '' : changeText(shownFigure(change));
}

/** What the number is made of: "17/20 mục". */
export function partsText({ now, kind }: MeasureAnswer, t: Translate): string {
  if (!now) return '';
  if (kind === 'share' && now.numerator !== undefined && now.denominator !== undefined)
    return `${figureText(now.numerator)}/${figureText(now.denominator)}`;
  if (kind === 'lateness')
    return t('measures.lateness', {
      expected: figureText(now.expected ?? '0'),
      late: figureText(now.late ?? '0'),
      missing: figureText(now.missing ?? '0'),
    });
  return '';
}

/** The line in words, for those who do not see it. */
export function lineWords({ measure, line }: MeasureView, t: Translate): string {
  const months = line.flatMap((value, at) =>
    value === null ? [] : [t('measures.monthValue', { month: at + 1, value: measureText(measure, value) })],
  );
  return months.length ? months.join(', ') : t('measures.noLine');
}
