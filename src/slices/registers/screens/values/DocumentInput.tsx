import { useLanguage, useTexts } from '../../../../web/language.ts';
import { DayInput } from '../../../../web/ui/DayInput.tsx';
import { Field as FieldFrame, fieldId, TextField } from '../../../../web/ui/Field.tsx';
import type { FieldInputProps } from './field-frame.ts';
import { documentParts, partName } from './typed-values.ts';

type DocumentInputProps = Pick<FieldInputProps, 'name' | 'typed' | 'errors' | 'onChange' | 'field'> & {
  label: string;
  isRequired: boolean;
};

/** An official document: number, day, issuer, subject. */
export function DocumentInput({ name, field, typed, errors, onChange, label, isRequired }: DocumentInputProps) {
  const t = useTexts();
  const language = useLanguage();
  const frameOf = (part: (typeof documentParts)[number]) => {
    const input = partName(name, part);
    return {
      name: input,
      label: t(`registers.document.${part}`),
      error: errors[input],
      isRequired: isRequired && part === 'number',
    };
  };
  const inputOf = (part: (typeof documentParts)[number]) => {
    const input = partName(name, part);
    return { value: typed[input] ?? '', onChange: (value: string) => onChange({ [input]: value }) };
  };
  return (
    <fieldset className="field-group" id={fieldId(name)} tabIndex={-1}>
      <legend className="field-label">{label}</legend>
      <div className="document-parts">
        {documentParts.map((part) =>
          part === 'date' ? (
            <FieldFrame key={part} {...frameOf(part)}>
              {(control) => <DayInput {...control} {...inputOf(part)} isRawKept />}
            </FieldFrame>
          ) : (
            <TextField key={part} {...frameOf(part)} {...inputOf(part)} />
          ),
        )}
      </div>
      {field.help ? <span className="field-hint">{field.help[language]}</span> : null}
    </fieldset>
  );
}
