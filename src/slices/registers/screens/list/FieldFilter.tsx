import { useId, useState } from 'react';
import { parsePaperNumber } from '../../../../kernel/decimal.ts';
import { useLanguage, useTexts } from '../../../../web/language.ts';
import { DayInput } from '../../../../web/ui/DayInput.tsx';
import type { Choice } from '../../../../web/ui/FilterBar.tsx';
import { ManySelect } from '../../../../web/ui/ManySelect.tsx';
import { useUnits } from '../../../units/screens/use-units.ts';
import type { Field } from '../../index.ts';
import { usePeople } from '../values/use-people.ts';
import { conditionKindOf, readCondition, writeCondition } from './list-address.ts';

type FieldFilterProps = {
  field: Field;
  /** As it stands in the address. */
  value: string;
  onChange: (value: string) => void;
};

/** The filter of one field, by what its kind can be asked. */
export function FieldFilter({ field, value, onChange }: FieldFilterProps) {
  const language = useLanguage();
  const label = field.label[language];
  switch (conditionKindOf(field)) {
    case 'is':
      return <ChoiceFilter field={field} label={label} value={value} onChange={onChange} />;
    case 'between-days':
      return <SpanFilter label={label} value={value} onChange={onChange} isDays />;
    case 'between-figures':
      return <SpanFilter label={label} value={value} onChange={onChange} isDays={false} />;
    case 'filled':
      return <FilledFilter label={label} value={value} onChange={onChange} />;
  }
}

function useChoices(field: Field): readonly Choice[] {
  const t = useTexts();
  const language = useLanguage();
  const { byId } = useUnits();
  const people = usePeople();
  switch (field.kind) {
    case 'choice':
      return Object.entries(field.options).map(([value, text]) => ({ value, label: text[language] }));
    case 'yes-no':
      return (['yes', 'no'] as const).map((value) => ({ value, label: t(`registers.answer.${value}`) }));
    case 'unit':
      return [...byId.values()].map(({ unitId, shortName }) => ({ value: unitId, label: shortName }));
    case 'person':
      return people.map(({ userId, displayName }) => ({ value: userId, label: displayName }));
    default:
      return [];
  }
}

type NamedProps = Omit<FieldFilterProps, 'field'> & { label: string };

function ChoiceFilter({ field, label, value, onChange }: NamedProps & Pick<FieldFilterProps, 'field'>) {
  const t = useTexts();
  const empty = { value: '-', label: t('registers.filterEmpty') };
  const choices = [...useChoices(field), ...(field.required ? [] : [empty])];
  const held = value === '*' ? [] : value.split(',').filter(Boolean);
  // "Empty" goes with no other answer, and yes or no is one answer.
  const narrow = (next: readonly string[]): readonly string[] => {
    const added = next.find((one) => !held.includes(one));
    if (added === undefined) return next;
    return field.kind === 'yes-no' || added === '-' ? [added] : next.filter((one) => one !== '-');
  };
  return (
    <ManySelect label={label} held={held} choices={choices} onChange={(next) => onChange(narrow(next).join(','))} />
  );
}

type SpanProps = NamedProps & { isDays: boolean };

function SpanFilter({ label, value, onChange, isDays }: SpanProps) {
  const t = useTexts();
  const condition = readCondition(value);
  const { from, to } = condition?.kind === 'between' ? condition : { from: '', to: '' };
  const write = (part: { from?: string; to?: string }) =>
    onChange(writeCondition({ kind: 'between', from, to, ...part }));
  return (
    <fieldset className="filter filter-span">
      <legend className="filter-label">{label}</legend>
      <span className="filter-span-ends">
        <End label={t('registers.filterFrom')} value={from} isDays={isDays} onChange={(end) => write({ from: end })} />
        <span aria-hidden="true">–</span>
        <End label={t('registers.filterTo')} value={to} isDays={isDays} onChange={(end) => write({ to: end })} />
      </span>
    </fieldset>
  );
}

type EndProps = { label: string; value: string; isDays: boolean; onChange: (end: string) => void };

function End({ label, value, isDays, onChange }: EndProps) {
  const id = useId();
  return (
    <>
      <label className="visually-hidden" htmlFor={id}>
        {label}
      </label>
      {isDays ? (
        <DayInput id={id} value={value} onChange={onChange} />
      ) : (
        <FigureEnd id={id} value={value} onChange={onChange} />
      )}
    </>
  );
}

/** Told when the figure is whole and the field is left, so that half a figure asks nothing. */
function FigureEnd({ id, value, onChange }: Omit<EndProps, 'label' | 'isDays'> & { id: string }) {
  const [typed, setTyped] = useState(value.replace('.', ','));
  return (
    <input
      id={id}
      className="input"
      inputMode="decimal"
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={() => onChange(parsePaperNumber(typed)?.toFixed() ?? '')}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return;
        // A filter may stand inside a form, which is not to be sent by it.
        event.preventDefault();
        onChange(parsePaperNumber(typed)?.toFixed() ?? '');
      }}
    />
  );
}

function FilledFilter({ label, value, onChange }: NamedProps) {
  const t = useTexts();
  const id = useId();
  return (
    <div className="filter">
      <label className="filter-label" htmlFor={id}>
        {label}
      </label>
      <select id={id} className="input" value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{t('web.filterAll')}</option>
        <option value="*">{t('registers.filterFilled')}</option>
        <option value="-">{t('registers.filterEmpty')}</option>
      </select>
    </div>
  );
}
