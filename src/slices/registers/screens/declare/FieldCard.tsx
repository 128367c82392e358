import { useTexts } from '../../../../web/language.ts';
import { CheckField, ChecksField } from '../../../../web/ui/Checks.tsx';
import { ChoiceField } from '../../../../web/ui/Field.tsx';
import { roles } from '../../../identity/index.ts';
import { usesOfField } from './declaration-of.ts';
import { fieldInput } from './edit-faults.ts';
import { nameFromLabel } from './edited-names.ts';
import type { EditedField, FieldKind } from './edited-register.ts';
import { KindSettings } from './KindSettings.tsx';
import { MoveButtons } from './MoveButtons.tsx';
import { TextsField } from './TextsField.tsx';
import { useEditor } from './use-register-editor.ts';

export type FieldCardProps = {
  field: EditedField;
  at: number;
  onChange: (field: EditedField) => void;
  onMove: (by: -1 | 1) => void;
  onRetire: () => void;
};

/** Kinds in the order in which people need them. */
export const fieldKinds: readonly FieldKind[] = [
  'text',
  'long-text',
  'number',
  'money',
  'percent',
  'day',
  'instant',
  'choice',
  'yes-no',
  'unit',
  'person',
  'document',
  'files',
  'link',
  'computed',
];

/** One field: its label and kind, then what its kind asks for; who sees and changes it under "more". */
export function FieldCard(props: FieldCardProps) {
  const { field, at, onChange, onMove, onRetire } = props;
  const t = useTexts();
  const { edited, errors, change } = useEditor();
  const label = field.label.vi || t('declare.newField');
  const rename = (texts: EditedField['label']) => {
    const taken = edited.fields.filter((_, place) => place !== at).map(({ name }) => name);
    // A new field is named after its label while nothing uses the name; what records or rules know stands fast.
    const isKnown = field.isKept || usesOfField(edited, field.name).length > 0;
    const name = isKnown ? field.name : nameFromLabel(texts.vi, taken);
    onChange({ ...field, label: texts, name });
  };
  return (
    <fieldset className="edit-item">
      <legend className="visually-hidden">{label}</legend>
      <div className="form-line">
        <TextsField
          name={fieldInput(at, 'label')}
          label={t('declare.fieldLabel')}
          error={errors[fieldInput(at, 'label')]}
          isRequired
          texts={field.label}
          onChange={rename}
        />
        <ChoiceField
          name={fieldInput(at, 'kind')}
          label={t('declare.fieldKind')}
          {...(field.isKept ? { hint: t('declare.kindStands') } : {})}
          choices={(field.isKept ? [field.kind] : fieldKinds).map((value) => ({
            value,
            label: t(`declare.kind.${value}`),
          }))}
          value={field.kind}
          onChange={(kind) => onChange({ ...field, kind: fieldKinds.find((one) => one === kind) ?? 'text' })}
        />
        <MoveButtons label={label} at={at} count={edited.fields.length} onMove={onMove} onRemove={onRetire} />
      </div>
      <KindSettings field={field} at={at} onChange={onChange} />
      <div className="check-row">
        {field.kind === 'computed' ? null : (
          <CheckField
            name={fieldInput(at, 'required')}
            label={t('declare.fieldRequired')}
            isChecked={field.isRequired}
            onChange={(isRequired) => onChange({ ...field, isRequired })}
          />
        )}
        <CheckField
          name={fieldInput(at, 'column')}
          label={t('declare.fieldColumn')}
          isChecked={field.isColumn}
          onChange={(isColumn) => onChange({ ...field, isColumn })}
        />
        <CheckField
          name={fieldInput(at, 'personal')}
          label={t('declare.fieldPersonal')}
          isChecked={field.isPersonal}
          onChange={(isPersonal) => onChange({ ...field, isPersonal, isPublic: field.isPublic && !isPersonal })}
        />
        <CheckField
          name={fieldInput(at, 'public')}
          label={t('declare.fieldPublic')}
          isChecked={field.isPublic}
          isDisabled={field.isPersonal}
          onChange={(isPublic) => onChange({ ...field, isPublic })}
        />
        {field.kind === 'day' ? (
          <CheckField
            name={fieldInput(at, 'finished')}
            label={t('declare.finishedOnField')}
            isChecked={edited.finishedOn === field.name}
            onChange={(isFinish) => change({ finishedOn: isFinish ? field.name : '' })}
          />
        ) : null}
      </div>
      <FieldRights {...props} />
    </fieldset>
  );
}

function FieldRights({ field, at, onChange }: FieldCardProps) {
  const t = useTexts();
  const { errors } = useEditor();
  const choices = roles.map((value) => ({ value, label: t(`web.role.${value}`) }));
  const rolesOf = (held: readonly string[]) => roles.filter((role) => held.includes(role));
  return (
    <details className="more">
      <summary className="link-button">{t('declare.fieldMore')}</summary>
      <div className="stack">
        <TextsField
          name={fieldInput(at, 'help')}
          label={t('declare.fieldHelp')}
          error={errors[fieldInput(at, 'help')]}
          texts={field.help}
          onChange={(help) => onChange({ ...field, help })}
        />
        <div className="form-line form-line-top">
          <ChecksField
            name={fieldInput(at, 'seenBy')}
            label={t('declare.fieldSeenBy')}
            hint={t('declare.seenByHint')}
            choices={choices}
            held={field.seenBy ?? []}
            onChange={(held) => onChange({ ...field, seenBy: held.length ? rolesOf(held) : null })}
          />
          {field.kind === 'computed' ? null : (
            <div className="stack field">
              <ChecksField
                name={fieldInput(at, 'changedBy')}
                label={t('declare.fieldChangedBy')}
                hint={t('declare.changedByHint')}
                choices={choices}
                held={field.changedBy ?? []}
                onChange={(held) => onChange({ ...field, changedBy: held.length ? rolesOf(held) : null })}
              />
              <CheckField
                name={fieldInput(at, 'changedByNobody')}
                label={t('declare.changedByNobody')}
                isChecked={field.changedBy?.length === 0}
                onChange={(isNobody) => onChange({ ...field, changedBy: isNobody ? [] : null })}
              />
            </div>
          )}
        </div>
      </div>
    </details>
  );
}
