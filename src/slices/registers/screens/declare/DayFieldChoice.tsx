import { useLanguage, useTexts } from '../../../../web/language.ts';
import { ChoiceField } from '../../../../web/ui/Field.tsx';
import { FIRST_DUE_DAY, isDayField } from './due-rules.ts';
import { useEditor } from './use-register-editor.ts';

type DayFieldChoiceProps = {
  input: string;
  label: string;
  value: string;
  emptyText?: string;
  /** Whether the main deadline as it was first set is on offer, too. */
  hasFirstDueDay?: boolean;
  onChange: (name: string) => void;
};

/** One of the days that a record holds. */
export function DayFieldChoice(props: DayFieldChoiceProps) {
  const { input, label, value, emptyText, hasFirstDueDay = false, onChange } = props;
  const t = useTexts();
  const language = useLanguage();
  const { edited, errors } = useEditor();
  const days = edited.fields
    .filter(isDayField)
    .map(({ name, label: text }) => ({ value: name, label: text[language] || text.vi || name }));
  const first = { value: FIRST_DUE_DAY, label: t('declare.firstDueDay') };
  return (
    <ChoiceField
      name={input}
      label={label}
      error={errors[input]}
      choices={hasFirstDueDay && edited.due ? [first, ...days] : days}
      emptyText={emptyText ?? t('registers.choose')}
      value={value}
      onChange={onChange}
    />
  );
}
