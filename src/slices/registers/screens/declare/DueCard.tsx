import { useTexts } from '../../../../web/language.ts';
import { Card } from '../../../../web/ui/Card.tsx';
import { ChoiceField, TextField } from '../../../../web/ui/Field.tsx';
import { Notice } from '../../../../web/ui/StatusTag.tsx';
import type { DueRule } from '../../index.ts';
import { ParsedField } from './ParsedField.tsx';
import { useEditor } from './use-register-editor.ts';

const kinds = ['none', 'field', 'relative', 'phrase'] as const;
type DueKind = (typeof kinds)[number] | 'cases';
const units = ['working-day', 'day', 'month'] as const;
const DAYS_AT_FIRST = 5;

function kindOf(due: DueRule | null): DueKind {
  if (!due) return 'none';
  if ('cases' in due) return 'cases';
  if ('phrase' in due) return 'phrase';
  return 'field' in due ? 'field' : 'relative';
}

/** When a record is due: by a day of its own, so long after one, or in words. */
export function DueCard() {
  const t = useTexts();
  const { edited, change } = useEditor();
  const { due } = edited;
  const kind = kindOf(due);
  const firstDay = edited.fields.find((field) => field.kind === 'day')?.name ?? '';
  const start = (chosen: string): DueRule | null => {
    if (chosen === 'field') return { field: firstDay };
    if (chosen === 'relative') return { relativeTo: firstDay, amount: DAYS_AT_FIRST, unit: 'working-day' };
    return chosen === 'phrase' ? { phrase: '', yearOf: firstDay } : null;
  };
  const shown: readonly DueKind[] = kind === 'cases' ? ['cases', ...kinds] : kinds;
  return (
    <Card title={t('declare.editDue')}>
      <div className="stack">
        <ChoiceField
          name="due"
          label={t('declare.dueKind')}
          choices={shown.map((value) => ({ value, label: t(`declare.dueKind.${value}`) }))}
          value={kind}
          onChange={(chosen) => change({ due: start(chosen) })}
        />
        {due ? <DueSettings due={due} onChange={(next) => change({ due: next })} /> : null}
        {due ? <Reminders /> : null}
      </div>
    </Card>
  );
}

type DueSettingsProps = { due: DueRule; onChange: (due: DueRule) => void };

function DueSettings({ due, onChange }: DueSettingsProps) {
  const t = useTexts();
  const { errors } = useEditor();
  if ('cases' in due) return <Notice>{t('declare.dueCasesKept')}</Notice>;
  if ('phrase' in due)
    return (
      <div className="form-line">
        <TextField
          name="due.phrase"
          label={t('declare.duePhrase')}
          hint={t('declare.duePhraseHint')}
          error={errors['due.phrase']}
          value={due.phrase}
          onChange={(phrase) => onChange({ ...due, phrase })}
        />
        <DayFieldChoice
          input="due.yearOf"
          label={t('declare.dueYearOf')}
          value={due.yearOf}
          onChange={(yearOf) => onChange({ ...due, yearOf })}
        />
      </div>
    );
  const { extendedBy = '', ...rule } = due;
  const extended = (
    <DayFieldChoice
      input="due.extendedBy"
      label={t('declare.dueExtendedBy')}
      emptyText={t('declare.dueNotExtended')}
      value={extendedBy}
      onChange={(name) => onChange(name ? { ...rule, extendedBy: name } : rule)}
    />
  );
  return (
    <div className="form-line">
      {'field' in due ? (
        <DayFieldChoice
          input="due.field"
          label={t('declare.dueField')}
          value={due.field}
          onChange={(field) => onChange({ ...due, field })}
        />
      ) : (
        <RelativeSettings due={due} onChange={onChange} />
      )}
      {extended}
    </div>
  );
}

type Relative = Extract<DueRule, { relativeTo: string }>;

function RelativeSettings({ due, onChange }: { due: Relative; onChange: (due: DueRule) => void }) {
  const t = useTexts();
  const { errors } = useEditor();
  return (
    <>
      <TextField
        name="due.amount"
        label={t('declare.dueAmount')}
        error={errors['due.amount']}
        value={Number.isNaN(due.amount) ? '' : String(due.amount)}
        onChange={(amount) => onChange({ ...due, amount: /^\d+$/.test(amount.trim()) ? Number(amount) : Number.NaN })}
      />
      <ChoiceField
        name="due.unit"
        label={t('declare.dueUnit')}
        choices={units.map((value) => ({ value, label: t(`registers.dueUnit.${value}`) }))}
        value={due.unit}
        onChange={(unit) => onChange({ ...due, unit: units.find((one) => one === unit) ?? 'working-day' })}
      />
      <ChoiceField
        name="due.direction"
        label={t('declare.dueDirection')}
        choices={(['after', 'before'] as const).map((value) => ({
          value,
          label: t(`registers.dueDirection.${value}`),
        }))}
        value={due.direction ?? 'after'}
        onChange={(direction) => onChange({ ...due, direction: direction === 'before' ? 'before' : 'after' })}
      />
      <DayFieldChoice
        input="due.relativeTo"
        label={t('declare.dueRelativeTo')}
        value={due.relativeTo}
        onChange={(relativeTo) => onChange({ ...due, relativeTo })}
      />
    </>
  );
}

type DayFieldChoiceProps = {
  input: string;
  label: string;
  value: string;
  emptyText?: string;
  onChange: (name: string) => void;
};

function DayFieldChoice({ input, label, value, emptyText, onChange }: DayFieldChoiceProps) {
  const t = useTexts();
  const { edited, errors } = useEditor();
  const isDay = ({ kind, computedAs }: (typeof edited.fields)[number]): boolean =>
    kind === 'day' || kind === 'instant' || (kind === 'computed' && computedAs === 'day');
  return (
    <ChoiceField
      name={input}
      label={label}
      error={errors[input]}
      choices={edited.fields.filter(isDay).map(({ name, label: text }) => ({ value: name, label: text.vi || name }))}
      emptyText={emptyText ?? t('registers.choose')}
      value={value}
      onChange={onChange}
    />
  );
}

function Reminders() {
  const t = useTexts();
  const { edited, errors, change } = useEditor();
  return (
    <ParsedField
      name="remindBefore"
      label={t('declare.remindBefore')}
      hint={t('declare.remindBeforeHint')}
      error={errors.remindBefore}
      text={edited.remindBefore.join(', ')}
      onChange={(text) => change({ remindBefore: (text.match(/\d+/g) ?? []).map(Number) })}
    />
  );
}
