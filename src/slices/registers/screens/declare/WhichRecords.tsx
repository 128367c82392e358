import { useState } from 'react';
import type { Search } from '../../../../web/address.ts';
import { useTexts } from '../../../../web/language.ts';
import type { Filter, RegisterDeclaration, Texts } from '../../index.ts';
import { FilterPanel } from '../list/FilterPanel.tsx';
import { filterWords } from '../list/filter-words.ts';
import { addressOfFilter, filterOfAddress } from '../list/list-address.ts';
import { useValueWords } from '../values/use-value-words.ts';
import { declarationOf } from './declaration-of.ts';
import { FilterTree } from './FilterTree.tsx';
import { filterOfTree, isFlat, rootOf, withDays } from './filter-tree.ts';
import { useEditor } from './use-register-editor.ts';

type WhichRecordsProps = {
  title: string;
  filter: Filter | undefined;
  onChange: (filter: Filter | null) => void;
};

/** A filter of records: said in words, opened to be changed, plainly where its parts only stand side by side. */
export function WhichRecords({ title, filter, onChange }: WhichRecordsProps) {
  const t = useTexts();
  const words = useValueWords();
  const { edited } = useEditor();
  const declaration = declarationOf(edited);
  const [isNested, setNested] = useState(!isFlat(filter, declaration));
  const search = addressOfFilter(declaration, filter);
  const change = (part: Search) => onChange(filterOfAddress(declaration, { ...search, ...part }));
  return (
    <details className="more">
      <summary className="link-button">
        {title}: {filter ? filterWords(filter, { t, words, declaration }) : t('declare.measureAll')}
      </summary>
      {isNested ? (
        <NestedFilter declaration={declaration} filter={filter} onChange={onChange} />
      ) : (
        <div className="filters">
          <FilterPanel declaration={declaration} search={search} onChange={change} />
        </div>
      )}
      {!isNested || isFlat(filter, declaration) ? (
        <button type="button" className="link-button" onClick={() => setNested(!isNested)}>
          {t(isNested ? 'declare.filterPlain' : 'declare.filterNested')}
        </button>
      ) : null}
    </details>
  );
}

type NestedFilterProps = Omit<WhichRecordsProps, 'title'> & { declaration: RegisterDeclaration };

/** Days that a filter knows besides the fields. */
function useDays({ due }: RegisterDeclaration): Readonly<Record<string, Texts>> {
  const t = useTexts();
  const both = (text: string): Texts => ({ vi: text, en: text });
  return {
    'created-day': both(t('registers.day.created-day')),
    'finished-day': both(t('registers.day.finished-day')),
    ...(due ? { 'due-day': both(t('registers.day.due-day')), 'first-due-day': both(t('registers.firstDueDay')) } : {}),
  };
}

/** Holds the tree while it is written: a condition that is not whole yet is no filter, and is not lost. */
function NestedFilter({ declaration, filter, onChange }: NestedFilterProps) {
  const fields = withDays(declaration, useDays(declaration));
  const [tree, setTree] = useState(() => rootOf(filter, fields));
  return (
    <FilterTree
      declaration={declaration}
      fields={fields}
      group={tree}
      at="1"
      onChange={(next) => {
        setTree(next);
        onChange(filterOfTree(next));
      }}
    />
  );
}
