import type { Translate } from '../../../../web/texts.ts';
import type { DueRule, RegisterDeclaration } from '../../index.ts';
import { type RecordValues, valueText } from '../values/value-text.ts';

type DueTexts = { readonly t: Translate; readonly language: 'vi' | 'en'; readonly declaration: RegisterDeclaration };

/** The rule that gives a record its day, in words: "5 ngày làm việc sau Ngày đến". */
export function dueWords(due: DueRule, values: RecordValues, texts: DueTexts): string {
  const { t, language, declaration } = texts;
  const labelOf = (name: string): string =>
    name === 'first-due-day' ? t('registers.firstDueDay') : (declaration.fields[name]?.label[language] ?? name);
  if ('cases' in due) {
    const chosen = due.cases[String(values[due.by])] ?? due.otherwise;
    return chosen ? dueWords(chosen, values, texts) : t('registers.due.none');
  }
  if ('phrase' in due) return due.phrase;
  if ('field' in due) return t('registers.due.field', { field: labelOf(due.field) });
  return t('registers.due.relative', {
    amount: due.amount,
    unit: t(`registers.dueUnit.${due.unit}`).toLowerCase(),
    direction: t(`registers.dueDirection.${due.direction ?? 'after'}`).toLowerCase(),
    field: labelOf(due.relativeTo),
  });
}

/** The field that moved the day to a later one, where the record has it filled. */
export function extensionOf(due: DueRule, values: RecordValues, texts: DueTexts): string | null {
  if ('cases' in due) {
    const chosen = due.cases[String(values[due.by])] ?? due.otherwise;
    return chosen ? extensionOf(chosen, values, texts) : null;
  }
  const name = 'extendedBy' in due ? due.extendedBy : undefined;
  const field = name ? texts.declaration.fields[name] : undefined;
  if (!name || !field || !values[name]) return null;
  const words = { language: texts.language, yes: '', no: '', nameOf: (_kind: string, id: string) => id };
  return valueText(field, values[name], words);
}
