import { useId } from 'react';
import type { Search } from '../../../../web/address.ts';
import { useLanguage, useTexts } from '../../../../web/language.ts';
import { ManySelect } from '../../../../web/ui/ManySelect.tsx';
import type { RegisterDeclaration } from '../../index.ts';
import { useValueWords } from '../values/use-value-words.ts';
import { timingsOf } from './columns.ts';
import { FieldFilter } from './FieldFilter.tsx';
import { filterWords } from './filter-words.ts';
import { askedFields, conditionKindOf, fieldWord, whereOf } from './list-address.ts';

type FilterPanelProps = {
  declaration: RegisterDeclaration;
  /** Words of the address, or of a filter that is being written. */
  search: Search;
  onChange: (words: Search) => void;
};

const FIELDS_AT_FIRST = 3;
const listOf = (text: string | undefined): string[] => (text ?? '').split(',').filter(Boolean);

/** Fields that most people filter by: those told apart by what they are and shown in the list. */
function usualFields({ fields, title }: RegisterDeclaration): string[] {
  const isUsual = (name: string): boolean => {
    const field = fields[name];
    return field !== undefined && name !== title && conditionKindOf(field) === 'is' && field.kind !== 'link';
  };
  const names = Object.keys(fields).filter(isUsual);
  return [...names.filter((name) => fields[name]?.isColumn), ...names.filter((name) => !fields[name]?.isColumn)].slice(
    0,
    FIELDS_AT_FIRST,
  );
}

/** Filters of a register by step, timing and any field; what a link asked beyond them is said in words. */
export function FilterPanel({ declaration, search, onChange }: FilterPanelProps) {
  const t = useTexts();
  const language = useLanguage();
  const asked = askedFields(declaration, search);
  const usual = usualFields(declaration);
  const shown = [...usual, ...asked.filter((name) => !usual.includes(name))];
  const times = timingsOf(declaration);
  return (
    <>
      {declaration.steps ? (
        <ManySelect
          label={t('registers.step')}
          held={listOf(search.step)}
          choices={Object.entries(declaration.steps).map(([value, { label }]) => ({ value, label: label[language] }))}
          onChange={(step) => onChange({ step: step.join(',') })}
        />
      ) : null}
      {times.length ? (
        <ManySelect
          label={t('registers.timing')}
          held={listOf(search.timing)}
          choices={times.map((value) => ({ value, label: t(`registers.timing.${value}`) }))}
          onChange={(timing) => onChange({ timing: timing.join(',') })}
        />
      ) : null}
      {shown.map((name) => {
        const field = declaration.fields[name];
        return field ? (
          <FieldFilter
            key={name}
            field={field}
            value={search[fieldWord(name)] ?? ''}
            onChange={(text) => onChange({ [fieldWord(name)]: text })}
          />
        ) : null;
      })}
      <AddFilter declaration={declaration} shown={shown} onChange={onChange} />
      <WhereNotice declaration={declaration} search={search} onChange={onChange} />
    </>
  );
}

type AddFilterProps = Pick<FilterPanelProps, 'declaration' | 'onChange'> & { shown: readonly string[] };

/** Any other field: it starts with "filled" and is then made narrower. */
function AddFilter({ declaration, shown, onChange }: AddFilterProps) {
  const t = useTexts();
  const language = useLanguage();
  const id = useId();
  const names = Object.keys(declaration.fields).filter((name) => !shown.includes(name));
  if (!names.length) return null;
  return (
    <div className="filter">
      <label className="filter-label" htmlFor={id}>
        {t('registers.filterAdd')}
      </label>
      <select
        id={id}
        className="input"
        value=""
        onChange={(event) => onChange({ [fieldWord(event.target.value)]: '*' })}
      >
        <option value="">{t('registers.filterAddChoose')}</option>
        {names.map((name) => (
          <option key={name} value={name}>
            {declaration.fields[name]?.label[language]}
          </option>
        ))}
      </select>
    </div>
  );
}

function WhereNotice({ declaration, search, onChange }: FilterPanelProps) {
  const t = useTexts();
  const words = useValueWords();
  const where = whereOf(search);
  if (!where) return null;
  return (
    <p className="filter-where">
      {t('registers.filterWhere', { words: filterWords(where, { t, words, declaration }) })}{' '}
      <button type="button" className="link-button" onClick={() => onChange({ where: '' })}>
        {t('registers.filterWhereDrop')}
      </button>
    </p>
  );
}
