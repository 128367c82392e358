import { useTexts } from '../../../../web/language.ts';
import { ParsedField } from './ParsedField.tsx';
import { useEditor } from './use-register-editor.ts';

type ReminderFieldProps = { input: string; days: readonly number[]; onChange: (days: readonly number[]) => void };

/** Working days before the due day on which people are reminded. */
export function ReminderField({ input, days, onChange }: ReminderFieldProps) {
  const t = useTexts();
  const { errors } = useEditor();
  return (
    <ParsedField
      name={input}
      label={t('declare.remindBefore')}
      hint={t('declare.remindBeforeHint')}
      error={errors[input]}
      text={days.join(', ')}
      onChange={(text) => onChange((text.match(/\d+/g) ?? []).map(Number))}
    />
  );
}
