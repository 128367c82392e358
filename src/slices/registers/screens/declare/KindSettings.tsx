import { useQuery } from '@tanstack/react-query';
import { useLanguage, useTexts } from '../../../../web/language.ts';
import { CheckField } from '../../../../web/ui/Checks.tsx';
import { ChoiceField, TextField } from '../../../../web/ui/Field.tsx';
import { shelfQuery } from '../calls.ts';
import { fieldInput } from './edit-faults.ts';
import type { EditedField } from './edited-register.ts';
import { OptionsEditor } from './OptionsEditor.tsx';
import { useEditor } from './use-register-editor.ts';

type KindSettingsProps = { field: EditedField; at: number; onChange: (field: EditedField) => void };

/** What one kind asks for beside a label. */
export function KindSettings(props: KindSettingsProps) {
  switch (props.field.kind) {
    case 'number':
      return <FigureSettings {...props} parts={['decimals', 'min', 'max']} />;
    case 'percent':
      return <FigureSettings {...props} parts={['decimals', 'max']} />;
    case 'choice':
      return (
        <>
          <OptionsEditor {...props} />
          <MultipleSetting {...props} />
        </>
      );
    case 'link':
      return (
        <>
          <LinkSettings {...props} />
          <MultipleSetting {...props} />
        </>
      );
    case 'computed':
      return <FormulaSettings {...props} />;
    default:
      return null;
  }
}

type FigureSettingsProps = KindSettingsProps & { parts: readonly ('decimals' | 'min' | 'max')[] };

function FigureSettings({ field, at, onChange, parts }: FigureSettingsProps) {
  const t = useTexts();
  const { errors } = useEditor();
  return (
    <div className="form-line">
      {parts.map((part) => (
        <TextField
          key={part}
          name={fieldInput(at, part)}
          label={t(`declare.figure.${part}`)}
          error={errors[fieldInput(at, part)]}
          value={field[part]}
          onChange={(value) => onChange({ ...field, [part]: value })}
        />
      ))}
    </div>
  );
}

function MultipleSetting({ field, at, onChange }: KindSettingsProps) {
  const t = useTexts();
  return (
    <CheckField
      name={fieldInput(at, 'multiple')}
      label={t('declare.fieldMultiple')}
      isChecked={field.isMultiple}
      isDisabled={field.isKept}
      onChange={(isMultiple) => onChange({ ...field, isMultiple })}
    />
  );
}

function LinkSettings({ field, at, onChange }: KindSettingsProps) {
  const t = useTexts();
  const language = useLanguage();
  const { errors } = useEditor();
  const { data } = useQuery(shelfQuery);
  return (
    <ChoiceField
      name={fieldInput(at, 'register')}
      label={t('declare.linkedRegister')}
      error={errors[fieldInput(at, 'register')]}
      isRequired
      choices={(data?.registers ?? []).map(({ key, name }) => ({ value: key, label: name[language] }))}
      emptyText={t('registers.choose')}
      value={field.register}
      onChange={(register) => onChange({ ...field, register })}
    />
  );
}

const computedKinds = ['number', 'percent', 'money', 'day'] as const;

/** The formula, and the names that it may use: chosen from a list, they are written in. */
function FormulaSettings({ field, at, onChange }: KindSettingsProps) {
  const t = useTexts();
  const { edited, errors } = useEditor();
  const usable = edited.fields.filter(
    ({ name, kind }) =>
      name !== field.name && ['number', 'money', 'percent', 'day', 'instant', 'yes-no', 'computed'].includes(kind),
  );
  return (
    <div className="form-line form-line-top">
      <TextField
        name={fieldInput(at, 'formula')}
        label={t('declare.formula')}
        hint={t('declare.formulaHint')}
        error={errors[fieldInput(at, 'formula')]}
        isRequired
        value={field.formula}
        onChange={(formula) => onChange({ ...field, formula })}
      />
      <ChoiceField
        name={fieldInput(at, 'insert')}
        label={t('declare.formulaInsert')}
        choices={usable.map(({ name, label }) => ({ value: name, label: label.vi || name }))}
        emptyText={t('registers.choose')}
        value=""
        onChange={(name) => onChange({ ...field, formula: `${field.formula} ${name}`.trim() })}
      />
      <ChoiceField
        name={fieldInput(at, 'as')}
        label={t('declare.formulaAs')}
        choices={computedKinds.map((value) => ({ value, label: t(`declare.kind.${value}`) }))}
        value={field.computedAs}
        onChange={(as) => onChange({ ...field, computedAs: computedKinds.find((one) => one === as) ?? 'number' })}
      />
    </div>
  );
}
