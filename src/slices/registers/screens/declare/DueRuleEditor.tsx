import { useLanguage, useTexts } from '../../../../web/language.ts';
import { ChoiceField, TextField } from '../../../../web/ui/Field.tsx';
import type { DueRule } from '../../index.ts';
import { DayFieldChoice } from './DayFieldChoice.tsx';
import { casesOfField, DEEPEST_CASE, dueKinds, firstRuleOf, isCaseField, kindOfDue, withCase } from './due-rules.ts';
import { useEditor } from './use-register-editor.ts';

const units = ['working-day', 'day', 'month'] as const;

type DueRuleEditorProps = {
  /** Where the rule stands: "due", "clocks.0.due", "due.cases.own". */
  input: string;
  label: string;
  due: DueRule | null;
  /** Null where there is no deadline. */
  onChange: (due: DueRule | null) => void;
  /** A further clock must have a deadline, and may count from the main one as first set. */
  isClock?: boolean;
  depth?: number;
};

/** A deadline: by a day of its own, so long after one, in words, or by the case. */
export function DueRuleEditor({ input, label, due, onChange, isClock = false, depth = 0 }: DueRuleEditorProps) {
  const t = useTexts();
  const { edited, errors } = useEditor();
  const kind = kindOfDue(due);
  const isOffered = (value: (typeof dueKinds)[number]): boolean =>
    value === kind || ((value !== 'none' || !isClock || depth > 0) && (value !== 'cases' || depth < DEEPEST_CASE));
  return (
    <div className="stack">
      <ChoiceField
        name={input}
        label={label}
        error={errors[input]}
        choices={dueKinds.filter(isOffered).map((value) => ({ value, label: t(`declare.dueKind.${value}`) }))}
        value={kind}
        onChange={(chosen) => onChange(firstRuleOf(dueKinds.find((one) => one === chosen) ?? 'none', edited.fields))}
      />
      {due ? <DueSettings input={input} due={due} onChange={onChange} isClock={isClock} depth={depth} /> : null}
    </div>
  );
}

type SettingsProps<Rule extends DueRule = DueRule> = {
  input: string;
  due: Rule;
  onChange: (due: DueRule) => void;
  isClock: boolean;
  depth: number;
};

function DueSettings(props: SettingsProps) {
  const { input, due, onChange, isClock } = props;
  const t = useTexts();
  const { errors } = useEditor();
  if ('cases' in due) return <CaseSettings {...props} due={due} />;
  if ('phrase' in due)
    return (
      <div className="form-line">
        <TextField
          name={`${input}.phrase`}
          label={t('declare.duePhrase')}
          hint={t('declare.duePhraseHint')}
          error={errors[`${input}.phrase`]}
          value={due.phrase}
          onChange={(phrase) => onChange({ ...due, phrase })}
        />
        <DayFieldChoice
          input={`${input}.yearOf`}
          label={t('declare.dueYearOf')}
          value={due.yearOf}
          onChange={(yearOf) => onChange({ ...due, yearOf })}
        />
      </div>
    );
  const { extendedBy = '', ...rule } = due;
  return (
    <div className="form-line">
      {'field' in due ? (
        <DayFieldChoice
          input={`${input}.field`}
          label={t('declare.dueField')}
          value={due.field}
          hasFirstDueDay={isClock}
          onChange={(field) => onChange({ ...due, field })}
        />
      ) : (
        <RelativeSettings {...props} due={due} />
      )}
      <DayFieldChoice
        input={`${input}.extendedBy`}
        label={t('declare.dueExtendedBy')}
        emptyText={t('declare.dueNotExtended')}
        value={extendedBy}
        onChange={(name) => onChange(name ? { ...rule, extendedBy: name } : rule)}
      />
    </div>
  );
}

function RelativeSettings({ input, due, onChange, isClock }: SettingsProps<Extract<DueRule, { relativeTo: string }>>) {
  const t = useTexts();
  const { errors } = useEditor();
  return (
    <>
      <TextField
        name={`${input}.amount`}
        label={t('declare.dueAmount')}
        error={errors[`${input}.amount`]}
        value={Number.isInteger(due.amount) ? String(due.amount) : ''}
        onChange={(amount) => onChange({ ...due, amount: /^\d+$/.test(amount.trim()) ? Number(amount) : Number.NaN })}
      />
      <ChoiceField
        name={`${input}.unit`}
        label={t('declare.dueUnit')}
        choices={units.map((value) => ({ value, label: t(`registers.dueUnit.${value}`) }))}
        value={due.unit}
        onChange={(unit) => onChange({ ...due, unit: units.find((one) => one === unit) ?? 'working-day' })}
      />
      <ChoiceField
        name={`${input}.direction`}
        label={t('declare.dueDirection')}
        choices={(['after', 'before'] as const).map((value) => ({
          value,
          label: t(`registers.dueDirection.${value}`),
        }))}
        value={due.direction ?? 'after'}
        onChange={(direction) => onChange({ ...due, direction: direction === 'before' ? 'before' : 'after' })}
      />
      <DayFieldChoice
        input={`${input}.relativeTo`}
        label={t('declare.dueRelativeTo')}
        value={due.relativeTo}
        hasFirstDueDay={isClock}
        onChange={(relativeTo) => onChange({ ...due, relativeTo })}
      />
    </>
  );
}

/** One deadline for each value of a field, and one for every other. */
function CaseSettings({ input, due, onChange, isClock, depth }: SettingsProps<Extract<DueRule, { cases: unknown }>>) {
  const t = useTexts();
  const language = useLanguage();
  const { edited, errors } = useEditor();
  const fields = edited.fields.filter(isCaseField);
  const known = casesOfField(
    edited.fields.find(({ name }) => name === due.by),
    { yes: { vi: 'Có', en: 'Yes' }, no: { vi: 'Không', en: 'No' } },
  );
  return (
    <fieldset className="edit-item">
      <legend className="visually-hidden">{t('declare.dueCases')}</legend>
      <ChoiceField
        name={`${input}.by`}
        label={t('declare.dueBy')}
        error={errors[`${input}.by`]}
        choices={fields.map(({ name, label }) => ({ value: name, label: label[language] || name }))}
        emptyText={t('registers.choose')}
        value={due.by}
        onChange={(by) => onChange({ by, cases: {} })}
      />
      {known.map(({ key, label }) => (
        <DueRuleEditor
          key={key}
          input={`${input}.cases.${key}`}
          label={t('declare.dueCase', { option: label[language] || label.vi || key })}
          due={due.cases[key] ?? null}
          isClock={isClock}
          depth={depth + 1}
          onChange={(rule) => onChange(withCase(due, key, rule))}
        />
      ))}
      {due.by ? (
        <DueRuleEditor
          input={`${input}.otherwise`}
          label={t('declare.dueOtherwise')}
          due={due.otherwise ?? null}
          isClock={isClock}
          depth={depth + 1}
          onChange={(rule) => onChange(withCase(due, null, rule))}
        />
      ) : null}
    </fieldset>
  );
}
