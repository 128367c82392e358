import { useLanguage, useTexts } from '../../../../web/language.ts';
import type { RegisterDeclaration } from '../../index.ts';
import type { Labels } from '../on-screen.ts';
import { FieldInput } from '../values/FieldInput.tsx';
import type { Typed } from '../values/typed-values.ts';
import { useValueWords } from '../values/use-value-words.ts';
import { type RecordValues, valueText } from '../values/value-text.ts';

export type RecordFieldsProps = {
  declaration: RegisterDeclaration;
  typed: Typed;
  errors: Readonly<Record<string, string>>;
  onChange: (part: Typed) => void;
  /** Fields that this person may change. */
  changeable: ReadonlySet<string>;
  /** Fields that are there, and whose content is not for this person. */
  masked: ReadonlySet<string>;
  /** What the record holds where a field can only be read, and what is computed of what is typed. */
  shown: RecordValues;
  labels: Labels;
};

/** Every field of a register in its order: to be filled in, or only read. */
export function RecordFields({ declaration, changeable, masked, shown, labels, ...form }: RecordFieldsProps) {
  const t = useTexts();
  const language = useLanguage();
  const words = useValueWords(labels);
  return (
    <>
      {Object.entries(declaration.fields).map(([name, field]) =>
        field.kind !== 'computed' && changeable.has(name) ? (
          <FieldInput key={name} name={name} field={field} {...form} />
        ) : (
          <div key={name} className="field">
            <span className="field-label">{field.label[language]}</span>
            <output className={field.kind === 'computed' ? 'computed' : 'read-only'}>
              {masked.has(name) ? (
                <span className="soft">{t('registers.masked')}</span>
              ) : (
                valueText(field, shown[name], words) || <span className="soft">{t('registers.absent')}</span>
              )}
            </output>
            {field.kind === 'computed' ? <span className="field-hint">{t('registers.computedHint')}</span> : null}
          </div>
        ),
      )}
    </>
  );
}
