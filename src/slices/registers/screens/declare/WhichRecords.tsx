import type { Search } from '../../../../web/address.ts';
import { useTexts } from '../../../../web/language.ts';
import type { Filter } from '../../index.ts';
import { FilterPanel } from '../list/FilterPanel.tsx';
import { filterWords } from '../list/filter-words.ts';
import { addressOfFilter, filterOfAddress } from '../list/list-address.ts';
import { useValueWords } from '../values/use-value-words.ts';
import { declarationOf } from './declaration-of.ts';
import { useEditor } from './use-register-editor.ts';

type WhichRecordsProps = {
  title: string;
  filter: Filter | undefined;
  onChange: (filter: Filter | null) => void;
};

/** A filter of records: said in words, opened to be changed. */
export function WhichRecords({ title, filter, onChange }: WhichRecordsProps) {
  const t = useTexts();
  const words = useValueWords();
  const { edited } = useEditor();
  const declaration = declarationOf(edited);
  const search = addressOfFilter(declaration, filter);
  const change = (part: Search) => onChange(filterOfAddress(declaration, { ...search, ...part }));
  return (
    <details className="more">
      <summary className="link-button">
        {title}: {filter ? filterWords(filter, { t, words, declaration }) : t('declare.measureAll')}
      </summary>
      <div className="filters">
        <FilterPanel declaration={declaration} search={search} onChange={change} />
      </div>
    </details>
  );
}
