import { useLanguage, useTexts } from '../../../../web/language.ts';
import { ChecksField } from '../../../../web/ui/Checks.tsx';
import { ChoiceField } from '../../../../web/ui/Field.tsx';
import type { Field } from '../../index.ts';
import type { FrameProps } from './field-frame.ts';
import { SEPARATOR } from './typed-values.ts';
import { optionText } from './value-text.ts';

type ChoicesInputProps = {
  field: Extract<Field, { kind: 'choice' }>;
  frame: FrameProps;
  value: string;
  onChange: (value: string) => void;
};

/** Options offered today, and those no longer offered that the record still holds. */
function useOptions(field: ChoicesInputProps['field'], held: readonly string[]) {
  const t = useTexts();
  const language = useLanguage();
  const retired = field.retired ?? [];
  const keys = Object.keys(field.options).filter((key) => !retired.includes(key) || held.includes(key));
  return [...keys, ...held.filter((key) => !(key in field.options))].map((key) => {
    const text = optionText(field, key, language);
    const isOffered = key in field.options && !retired.includes(key);
    return { value: key, label: isOffered ? text : t('registers.optionRetired', { option: text }) };
  });
}

export function ChoicesInput({ field, frame, value, onChange }: ChoicesInputProps) {
  const t = useTexts();
  const held = value.split(SEPARATOR).filter(Boolean);
  const options = useOptions(field, held);
  if (!field.isMultiple)
    return (
      <ChoiceField {...frame} emptyText={t('registers.choose')} choices={options} value={value} onChange={onChange} />
    );
  return <ChecksField {...frame} choices={options} held={held} onChange={(next) => onChange(next.join(SEPARATOR))} />;
}
