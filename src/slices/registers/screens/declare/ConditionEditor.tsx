import { useLanguage, useTexts } from '../../../../web/language.ts';
import { CheckField } from '../../../../web/ui/Checks.tsx';
import { ChoiceField } from '../../../../web/ui/Field.tsx';
import { ManySelect } from '../../../../web/ui/ManySelect.tsx';
import { type Field, type Filter, timings } from '../../index.ts';
import { FieldFilter } from '../list/FieldFilter.tsx';
import { conditionKindOf } from '../list/list-address.ts';
import {
  filterOfWord,
  type How,
  hows,
  howsOf,
  STEP,
  signs,
  TIMING,
  type TreeCondition,
  type TreeScope,
  valueWord,
} from './filter-tree.ts';
import { ParsedField } from './ParsedField.tsx';

type ConditionEditorProps = TreeScope & {
  condition: TreeCondition;
  at: string;
  onChange: (condition: TreeCondition) => void;
};

/** One condition: of what it speaks, how it asks, what for. */
export function ConditionEditor({ condition, at, onChange, ...scope }: ConditionEditorProps) {
  const t = useTexts();
  const { subject, how, isNot } = condition;
  const field = scope.fields[subject];
  const input = (part: string) => `filter-${condition.id}-${part}`;
  const choose = (chosen: string) => {
    const next = scope.fields[chosen];
    const first = next ? (howsOf(next)[0] ?? 'filled') : 'value';
    onChange({ ...condition, subject: chosen, how: first, filter: wholeOf(chosen, first) });
  };
  return (
    <div className="form-line form-line-top">
      <ChoiceField
        name={input('subject')}
        label={t('declare.filterSubject', { number: at })}
        choices={useSubjects(scope)}
        emptyText={t('registers.choose')}
        value={subject}
        onChange={choose}
      />
      {field ? (
        <ChoiceField
          name={input('how')}
          label={t('declare.filterHow')}
          choices={howsOf(field).map((value) => ({ value, label: t(`declare.filterHow.${value}`) }))}
          value={how}
          onChange={(chosen) => {
            const next = hows.find((one) => one === chosen) ?? 'value';
            onChange({ ...condition, how: next, filter: wholeOf(subject, next) });
          }}
        />
      ) : null}
      <What {...scope} condition={condition} onChange={(filter) => onChange({ ...condition, filter })} />
      {subject ? (
        <CheckField
          name={input('not')}
          label={t('declare.filterNot')}
          isChecked={isNot}
          onChange={(isOn) => onChange({ ...condition, isNot: isOn })}
        />
      ) : null}
    </div>
  );
}

/** Filled and empty are whole as soon as they are chosen. */
const wholeOf = (subject: string, how: How): Filter | null =>
  how === 'filled' || how === 'empty' ? { field: subject, isEmpty: how === 'empty' } : null;

function useSubjects({ declaration, fields }: TreeScope): { value: string; label: string }[] {
  const t = useTexts();
  const language = useLanguage();
  return [
    ...(declaration.steps ? [{ value: STEP, label: t('registers.step') }] : []),
    ...(declaration.due ? [{ value: TIMING, label: t('registers.timing') }] : []),
    ...Object.entries(declaration.clocks ?? {}).map(([name, { label }]) => ({
      value: `${TIMING}:${name}`,
      label: t('declare.filterTiming', { clock: label[language] || label.vi }),
    })),
    ...Object.entries(fields).map(([name, { label }]) => ({ value: name, label: label[language] || label.vi || name })),
  ];
}

type WhatProps = TreeScope & { condition: TreeCondition; onChange: (filter: Filter | null) => void };

function What({ declaration, fields, condition, onChange }: WhatProps) {
  const t = useTexts();
  const language = useLanguage();
  const { subject, filter } = condition;
  const field = fields[subject];
  if (subject === STEP)
    return (
      <ManySelect
        label={t('registers.step')}
        held={filter && 'step' in filter ? filter.step : []}
        choices={Object.entries(declaration.steps ?? {}).map(([value, { label }]) => ({
          value,
          label: label[language],
        }))}
        onChange={(step) => onChange(step.length ? { step } : null)}
      />
    );
  if (subject.startsWith(TIMING)) {
    const clock = subject.slice(TIMING.length + 1);
    const held = filter && 'timing' in filter ? filter.timing : [];
    return (
      <ManySelect
        label={t('registers.timing')}
        held={held}
        choices={timings.map((value) => ({ value, label: t(`registers.timing.${value}`) }))}
        onChange={(next) => {
          const timing = timings.filter((one) => next.includes(one));
          onChange(timing.length ? { timing, ...(clock ? { clock } : {}) } : null);
        }}
      />
    );
  }
  return field ? <FieldWhat field={field} fields={fields} condition={condition} onChange={onChange} /> : null;
}

type FieldWhatProps = Omit<WhatProps, 'declaration'> & { field: Field };

function FieldWhat({ field, fields, condition, onChange }: FieldWhatProps) {
  const t = useTexts();
  const language = useLanguage();
  const { subject, how, filter } = condition;
  switch (how) {
    case 'filled':
    case 'empty':
      return null;
    case 'value':
      return (
        <FieldFilter
          field={field}
          value={valueWord(fields, condition)}
          onChange={(word) => onChange(filterOfWord(fields, subject, word))}
        />
      );
    case 'equals':
      return (
        <ParsedField
          name={`filter-${condition.id}-equals`}
          label={t('declare.filterEquals')}
          hint={t('declare.filterEqualsHint')}
          error={undefined}
          text={filter && 'is' in filter ? [filter.is].flat().join('; ') : ''}
          onChange={(text) => {
            const is = text.split(';').flatMap((one) => one.trim() || []);
            onChange(is.length ? { field: subject, is } : null);
          }}
        />
      );
    case 'has-all':
      return (
        <ManySelect
          label={t('declare.filterHow.has-all')}
          held={filter && 'hasAll' in filter ? filter.hasAll : []}
          choices={
            field.kind === 'choice'
              ? Object.entries(field.options).map(([value, label]) => ({ value, label: label[language] || label.vi }))
              : []
          }
          onChange={(hasAll) => onChange(hasAll.length ? { field: subject, hasAll } : null)}
        />
      );
    case 'compare':
      return <Compare field={field} fields={fields} condition={condition} onChange={onChange} />;
  }
}

function Compare({ field, fields, condition, onChange }: FieldWhatProps) {
  const t = useTexts();
  const language = useLanguage();
  const { id, subject, filter } = condition;
  const held = filter && 'than' in filter ? filter : null;
  const others = Object.entries(fields).filter(
    ([name, one]) => name !== subject && conditionKindOf(one) === conditionKindOf(field),
  );
  const set = (op: string, than: string) =>
    onChange(than ? { field: subject, op: signs.find((sign) => sign === op) ?? '<=', than } : null);
  return (
    <>
      <ChoiceField
        name={`filter-${id}-sign`}
        label={t('declare.filterSign')}
        choices={signs.map((value) => ({ value, label: t(`declare.filterSign.${value}`) }))}
        value={held?.op ?? '<='}
        onChange={(op) => set(op, held?.than ?? others[0]?.[0] ?? '')}
      />
      <ChoiceField
        name={`filter-${id}-than`}
        label={t('declare.filterThan')}
        choices={others.map(([value, { label }]) => ({ value, label: label[language] || label.vi || value }))}
        emptyText={t('registers.choose')}
        value={held?.than ?? ''}
        onChange={(than) => set(held?.op ?? '<=', than)}
      />
    </>
  );
}
