import { useLanguage, useTexts } from '../../../../web/language.ts';
import { CheckField } from '../../../../web/ui/Checks.tsx';
import { ChoiceField } from '../../../../web/ui/Field.tsx';
import { readCheckpoint, writeCheckpoint } from './checkpoint.ts';
import { measureInput } from './edit-faults.ts';
import type { EditedMeasure } from './edited-register.ts';
import { ParsedField } from './ParsedField.tsx';
import { useEditor } from './use-register-editor.ts';

type CountSettingsProps = { measure: EditedMeasure; at: number; onChange: (measure: EditedMeasure) => void };

/** How a measure counts: by which deadline, each value once, out of the units, up to a checkpoint within the year. */
export function CountSettings({ measure, at, onChange }: CountSettingsProps) {
  const t = useTexts();
  const language = useLanguage();
  const { edited, errors } = useEditor();
  const input = (part: string) => measureInput(at, part);
  const { kind, distinct = '', outOf, closesOn = '', clock = '' } = measure;
  const isCounted = kind === 'count' || kind === 'share';
  const isOpen = Boolean(distinct || outOf || closesOn || clock);
  const named = <One extends { label: { vi: string; en: string } }>(one: One, value: string) => ({
    value,
    label: one.label[language] || one.label.vi || value,
  });
  return (
    <details className="more" open={isOpen || undefined}>
      <summary className="link-button">{t('declare.measureMore')}</summary>
      <div className="form-line form-line-top">
        {edited.clocks.length || clock ? (
          <ChoiceField
            name={input('clock')}
            label={t('declare.measureClock')}
            error={errors[input('clock')]}
            choices={edited.clocks.map((one) => named(one, one.key))}
            emptyText={t('declare.measureMainDue')}
            value={clock}
            onChange={(chosen) => onChange({ ...measure, clock: chosen || undefined })}
          />
        ) : null}
        {isCounted || distinct ? (
          <ChoiceField
            name={input('distinct')}
            label={t('declare.measureDistinct')}
            error={errors[input('distinct')]}
            choices={edited.fields.filter((field) => field.kind !== 'files').map((field) => named(field, field.name))}
            emptyText={t('declare.measureEachRecord')}
            value={distinct}
            onChange={(chosen) => onChange({ ...measure, distinct: chosen || undefined })}
          />
        ) : null}
        <ParsedField
          name={input('closesOn')}
          label={t('declare.measureClosesOn')}
          hint={t('declare.measureClosesOnHint')}
          error={errors[input('closesOn')]}
          text={writeCheckpoint(closesOn)}
          onChange={(text) => onChange({ ...measure, closesOn: readCheckpoint(text) })}
        />
        {kind === 'share' || outOf ? (
          <CheckField
            name={input('outOf')}
            label={t('declare.measureOutOf')}
            hint={t('declare.measureOutOfHint')}
            isChecked={outOf === 'units'}
            onChange={(isOn) => onChange({ ...measure, outOf: isOn ? 'units' : undefined })}
          />
        ) : null}
      </div>
    </details>
  );
}
