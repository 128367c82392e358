import { useId } from 'react';
import { useTexts } from '../../../../web/language.ts';
import { moveBetweenRows } from '../../../../web/ui/row-keys.ts';
import type { Sort } from '../../../../web/ui/table.ts';
import '../../../../web/ui/table.css';
import type { RegisterDeclaration } from '../../index.ts';
import type { RecordOnScreen } from '../on-screen.ts';
import type { ListColumn } from './columns.ts';
import { RecordCell } from './RecordCell.tsx';

type RecordTableProps = {
  declaration: RegisterDeclaration;
  caption: string;
  columns: readonly ListColumn[];
  records: readonly RecordOnScreen[];
  sort: Sort | null;
  onSort: (key: string) => void;
  /** Ticked records; null where nobody may change several at once. */
  selection: ReadonlySet<string> | null;
  onSelect: (recordIds: readonly string[], isTicked: boolean) => void;
};

/** One page of records, sorted by the server; ticks for bulk change. */
export function RecordTable(props: RecordTableProps) {
  const { declaration, caption, columns, records, sort, onSort, selection, onSelect } = props;
  const t = useTexts();
  const captionId = useId();
  const ids = records.map(({ recordId }) => recordId);
  const isAll = selection !== null && ids.length > 0 && ids.every((id) => selection.has(id));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a part that scrolls must be reached by keyboard; no landmark
    <div
      className="table-scroll"
      role="group"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
      tabIndex={0}
      aria-labelledby={captionId}
      onKeyDown={moveBetweenRows}
    >
      <table className="table record-table">
        <caption id={captionId} className="visually-hidden">
          {caption}
        </caption>
        <thead>
          <tr>
            {selection ? (
              <th scope="col" className="tick-cell no-print">
                <input
                  type="checkbox"
                  aria-label={t('registers.tickAll')}
                  checked={isAll}
                  onChange={(event) => onSelect(ids, event.target.checked)}
                />
              </th>
            ) : null}
            {columns.map((column) => (
              <HeaderCell key={column.key} column={column} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {records.map((record) => (
            <tr key={record.recordId} className={isLate(record) ? 'row-late' : undefined}>
              {selection ? (
                <td className="tick-cell no-print">
                  <input
                    type="checkbox"
                    aria-label={t('registers.tickOne', { title: record.title ?? '…' })}
                    checked={selection.has(record.recordId)}
                    onChange={(event) => onSelect([record.recordId], event.target.checked)}
                  />
                </td>
              ) : null}
              {columns.map((column) => (
                <RecordCell key={column.key} column={column} record={record} declaration={declaration} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const isLate = ({ timing }: RecordOnScreen): boolean => timing === 'overdue';

type HeaderCellProps = { column: ListColumn; sort: Sort | null; onSort: (key: string) => void };

function HeaderCell({ column, sort, onSort }: HeaderCellProps) {
  const isSorted = sort?.key === column.key;
  const order = sort?.isDescending ? 'descending' : 'ascending';
  return (
    <th scope="col" className={column.isEnd ? 'align-end' : 'align-start'} aria-sort={isSorted ? order : undefined}>
      {column.isSortable ? (
        <button type="button" className="sort" onClick={() => onSort(column.key)}>
          {column.title}
          <span aria-hidden="true" className="sort-sign">
            {isSorted ? (sort.isDescending ? '↓' : '↑') : ''}
          </span>
        </button>
      ) : (
        column.title
      )}
    </th>
  );
}
