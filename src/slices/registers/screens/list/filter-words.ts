import type { Translate } from '../../../../web/texts.ts';
import { dayText } from '../../../../web/ui/moments.ts';
import type { Field, Filter, RegisterDeclaration } from '../../index.ts';
import { type ValueWords, valueText } from '../values/value-text.ts';

export type FilterTexts = {
  readonly t: Translate;
  readonly words: ValueWords;
  readonly declaration: RegisterDeclaration;
};

const SIGNS = { '<': '<', '<=': '≤', '=': '=', '>=': '≥', '>': '>' } as const;

const recordDays = ['due-day', 'finished-day', 'created-day'] as const;

function labelOf({ declaration, words, t }: FilterTexts, name: string): string {
  const day = recordDays.find((one) => one === name);
  if (day) return t(`registers.day.${day}`);
  return declaration.fields[name]?.label[words.language] ?? name;
}

/** One value of a filter in words; texts of a filter are what the record keeps. */
function valueWords(texts: FilterTexts, name: string, value: string | boolean): string {
  const field: Field | undefined = texts.declaration.fields[name];
  if (!field) return typeof value === 'string' ? dayText(value) : String(value);
  return valueText(field, value, texts.words);
}

function spanWords(texts: FilterTexts, name: string, from: string | undefined, to: string | undefined): string {
  const [first, last] = [from && valueWords(texts, name, from), to && valueWords(texts, name, to)];
  const field = labelOf(texts, name);
  if (first && last) return texts.t('registers.words.between', { field, from: first, to: last });
  if (first) return texts.t('registers.words.from', { field, from: first });
  return texts.t('registers.words.to', { field, to: last ?? '' });
}

/** A filter as a person would say it: "Bước là Đã trình hoặc Đã ký, và Hạn từ 01/01/2031". */
export function filterWords(filter: Filter, texts: FilterTexts): string {
  const { t, words } = texts;
  const or = t('registers.words.or');
  // "A and B or C" would be read in two ways.
  const part = (one: Filter): string => ('any' in one ? `(${filterWords(one, texts)})` : filterWords(one, texts));
  if ('all' in filter) return filter.all.map(part).join(t('registers.words.and'));
  if ('any' in filter) return filter.any.map((one) => `(${filterWords(one, texts)})`).join(or);
  if ('not' in filter) return t('registers.words.not', { what: filterWords(filter.not, texts) });
  if ('step' in filter) {
    const names = filter.step.map((step) => texts.declaration.steps?.[step]?.label[words.language] ?? step);
    return t('registers.words.is', { field: t('registers.step'), value: names.join(or) });
  }
  if ('timing' in filter) {
    const names = filter.timing.map((timing) => t(`registers.timing.${timing}`)).join(or);
    const clock = filter.clock === undefined ? undefined : texts.declaration.clocks?.[filter.clock];
    return clock ? t('registers.words.is', { field: clock.label[words.language], value: names }) : names;
  }
  const field = labelOf(texts, filter.field);
  if ('isEmpty' in filter) return t(filter.isEmpty ? 'registers.words.empty' : 'registers.words.filled', { field });
  if ('than' in filter)
    return t('registers.words.compare', { field, sign: SIGNS[filter.op], than: labelOf(texts, filter.than) });
  if ('hasAll' in filter) {
    const names = filter.hasAll.map((value) => valueWords(texts, filter.field, value));
    return t('registers.words.hasAll', { field, values: names.join(', ') });
  }
  if ('is' in filter) {
    const values = typeof filter.is === 'object' ? filter.is : [filter.is];
    return t('registers.words.is', {
      field,
      value: values.map((value) => valueWords(texts, filter.field, value)).join(or),
    });
  }
  return spanWords(texts, filter.field, filter.from, filter.to);
}
