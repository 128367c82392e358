import { Decimal, formatPaperNumber } from '../../../kernel/decimal.ts';
import type { BothLanguages } from '../../criteria/index.ts';
import type { LeafPoints } from '../../scoring/index.ts';

/** One line of a rule as a table: what is asked, what it gives, whether we stand here, and how far it is. */
export type RuleStep = {
  readonly what: BothLanguages;
  /** Points as decimal text; null where the line only explains (a bonus per item, a cascade). */
  readonly points: string | null;
  readonly isHere: boolean;
  /** Items more (or fewer) until this line; null where counting says nothing. */
  readonly distance: BothLanguages | null;
};

export const same = (text: string): BothLanguages => ({ vi: text, en: text });
export const number = (value: Decimal): string => formatPaperNumber(value);
export const percent = (ratio: Decimal): string => `${number(ratio.times(100))} %`;
export const WHOLE = new Decimal(1);

export type Here = Pick<LeafPoints, 'leaf' | 'facts' | 'measure' | 'status'>;

export const more = (items: Decimal): BothLanguages => ({
  vi: `thiếu ${number(items)}`,
  en: `${number(items)} more needed`,
});
