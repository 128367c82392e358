import { useEffect, useId, useState } from 'react';
import { type Search, useAddress } from '../address.ts';
import { useTexts } from '../language.ts';
import { DayInput } from './DayInput.tsx';
import './fields.css';

export type Choice = { value: string; label: string };

export type Filter =
  | {
      kind: 'choice';
      key: string;
      label: string;
      choices: readonly Choice[];
      /** What no choice means; “all” where it is left out. */
      emptyText?: string;
    }
  | { kind: 'text'; key: string; label: string }
  | {
      kind: 'day';
      key: string;
      label: string;
      /** The day that holds while the address names none. */
      fallback?: string;
    };

type FilterBarProps = {
  filters: readonly Filter[];
  /** Words of the address that no longer hold once a filter changes: the page of a list. */
  resets?: readonly string[];
};

const WRITE_AFTER_MS = 250;

/** Filters that live in the address: `?state=late&unit=unit_1&q=dat`. Read them with `useAddress().search`. */
export function FilterBar({ filters, resets = [] }: FilterBarProps) {
  const t = useTexts();
  const { search, change: write } = useAddress();
  const change = (words: Search) => write({ ...Object.fromEntries(resets.map((word) => [word, ''])), ...words });
  const isFiltered = filters.some(({ key }) => search[key]);
  const clear = () => change(Object.fromEntries(filters.map(({ key }) => [key, ''])));
  return (
    <search className="filters no-print" aria-label={t('web.filters')}>
      {filters.map((filter) => (
        <FilterField key={filter.key} filter={filter} value={search[filter.key] ?? ''} onChange={change} />
      ))}
      {isFiltered ? (
        <button type="button" className="link-button" onClick={clear}>
          {t('web.filterClear')}
        </button>
      ) : null}
    </search>
  );
}

type FilterFieldProps = { filter: Filter; value: string; onChange: (words: Search) => void };

function FilterField({ filter, value, onChange }: FilterFieldProps) {
  const t = useTexts();
  const id = useId();
  return (
    <div className="filter" data-wide={filter.kind === 'choice' && filter.emptyText ? true : undefined}>
      <label className="filter-label" htmlFor={id}>
        {filter.label}
      </label>
      {filter.kind === 'choice' ? (
        <select
          id={id}
          className="input"
          value={value}
          onChange={(event) => onChange({ [filter.key]: event.target.value })}
        >
          <option value="">{filter.emptyText ?? t('web.filterAll')}</option>
          {filter.choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      ) : filter.kind === 'day' ? (
        <DayInput
          id={id}
          value={value || (filter.fallback ?? '')}
          onChange={(day) => onChange({ [filter.key]: day })}
        />
      ) : (
        <TypedFilter id={id} filter={filter} value={value} onChange={onChange} />
      )}
    </div>
  );
}

/** Written to the address a moment after the last key, so that typing is not held up. */
function TypedFilter({ id, filter, value, onChange }: FilterFieldProps & { id: string }) {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    if (typed === value) return;
    const timer = window.setTimeout(() => onChange({ [filter.key]: typed }), WRITE_AFTER_MS);
    return () => window.clearTimeout(timer);
  });
  return (
    <input id={id} className="input" type="search" value={typed} onChange={(event) => setTyped(event.target.value)} />
  );
}
