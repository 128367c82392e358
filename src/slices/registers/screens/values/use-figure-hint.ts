import { formatPaperNumber, parsePaperNumber } from '../../../../kernel/decimal.ts';
import { useTexts } from '../../../../web/language.ts';
import type { Field } from '../../index.ts';

/** A long figure in groups of three with its unit; nothing where what was typed is short or no figure. */
export function useFigureHint(field: Field, typed: string): string {
  const t = useTexts();
  const figure = parsePaperNumber(typed);
  if (figure === null) return '';
  if (field.kind === 'money') return t('registers.moneyHint', { amount: formatPaperNumber(figure) });
  return figure.abs().lessThan(10_000) ? '' : `= ${formatPaperNumber(figure)}`;
}
