import { useEffect, useId, useState } from 'react';
import { useAddress } from '../../../../web/address.ts';
import { useTexts } from '../../../../web/language.ts';
import type { RegisterOnScreen } from '../on-screen.ts';
import { FilterPanel } from './FilterPanel.tsx';
import { viewOfAddress } from './list-address.ts';

const WRITE_AFTER_MS = 250;

/** Search and filters of a list; everything lives in the address. */
export function ListFilters({ register }: { register: RegisterOnScreen }) {
  const t = useTexts();
  const { search, change } = useAddress();
  const words = Object.keys(viewOfAddress(search)).filter((word) => word !== 'sort' && word !== 'columns');
  return (
    <search className="filters no-print" aria-label={t('web.filters')}>
      <SearchWords value={search.q ?? ''} onChange={(q) => change({ q })} />
      <FilterPanel declaration={register.declaration} search={search} onChange={change} />
      {words.length ? (
        <button
          type="button"
          className="link-button"
          onClick={() => change(Object.fromEntries(words.map((word) => [word, ''])))}
        >
          {t('web.filterClear')}
        </button>
      ) : null}
      {register.mayChange ? (
        <button
          type="button"
          className="link-button"
          onClick={() => change({ deleted: search.deleted === 'yes' ? '' : 'yes' })}
        >
          {t(search.deleted === 'yes' ? 'registers.showStanding' : 'registers.showDeleted')}
        </button>
      ) : null}
    </search>
  );
}

/** Written to the address a moment after the last key, so that typing is not held up. */
function SearchWords({ value, onChange }: { value: string; onChange: (words: string) => void }) {
  const t = useTexts();
  const id = useId();
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  useEffect(() => {
    if (typed === value) return;
    const timer = window.setTimeout(() => onChange(typed), WRITE_AFTER_MS);
    return () => window.clearTimeout(timer);
  });
  return (
    <div className="filter">
      <label className="filter-label" htmlFor={id}>
        {t('registers.search')}
      </label>
      <input id={id} className="input" type="search" value={typed} onChange={(event) => setTyped(event.target.value)} />
    </div>
  );
}
