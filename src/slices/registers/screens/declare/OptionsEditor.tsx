import { useTexts } from '../../../../web/language.ts';
import { CheckField } from '../../../../web/ui/Checks.tsx';
import { fieldId } from '../../../../web/ui/Field.tsx';
import { fieldInput } from './edit-faults.ts';
import { keyFromLabel, move, removeAt, replaceAt } from './edited-names.ts';
import { type EditedField, type EditedOption, newRowId } from './edited-register.ts';
import { MoveButtons } from './MoveButtons.tsx';
import { TextsField } from './TextsField.tsx';
import { useEditor } from './use-register-editor.ts';

type OptionsEditorProps = { field: EditedField; at: number; onChange: (field: EditedField) => void };

/** The answers of a choice. One that records may hold is retired, not removed: it stays readable. */
export function OptionsEditor({ field, at, onChange }: OptionsEditorProps) {
  const t = useTexts();
  const { errors } = useEditor();
  const { options } = field;
  const input = fieldInput(at, 'options');
  const set = (next: readonly EditedOption[]) => onChange({ ...field, options: next });
  const keyOf = (option: EditedOption, label: string): string => {
    const others = options.filter(({ id }) => id !== option.id).map(({ key }) => key);
    return option.isKept ? option.key : keyFromLabel(label, others);
  };
  const add = () => {
    const key = keyFromLabel(
      t('declare.newOption', { number: options.length + 1 }),
      options.map((one) => one.key),
    );
    set([...options, { id: newRowId(), key, label: { vi: '', en: '' }, isRetired: false, isKept: false }]);
  };
  return (
    <fieldset className="field-group" id={fieldId(input)} tabIndex={-1}>
      <legend className="field-label">{t('declare.options')}</legend>
      <ol className="edit-list edit-list-tight">
        {options.map((option, place) => (
          <li key={option.id} className="form-line">
            <TextsField
              name={`${input}.${place}`}
              label={t('declare.optionNumber', { number: place + 1 })}
              error={errors[`${input}.${place}`]}
              texts={option.label}
              onChange={(label) => set(replaceAt(options, place, { ...option, label, key: keyOf(option, label.vi) }))}
            />
            {option.isKept ? (
              <CheckField
                name={`${input}.${place}.retired`}
                label={t('declare.optionNoLonger')}
                isChecked={option.isRetired}
                onChange={(isRetired) => set(replaceAt(options, place, { ...option, isRetired }))}
              />
            ) : null}
            <MoveButtons
              label={option.label.vi || t('declare.optionNumber', { number: place + 1 })}
              at={place}
              count={options.length}
              onMove={(by) => set(move(options, place, by))}
              onRemove={() =>
                set(
                  option.isKept ? replaceAt(options, place, { ...option, isRetired: true }) : removeAt(options, place),
                )
              }
            />
          </li>
        ))}
      </ol>
      {errors[input] ? <span className="field-error">{errors[input]}</span> : null}
      <button type="button" className="link-button" onClick={add}>
        {t('declare.addOption')}
      </button>
    </fieldset>
  );
}
