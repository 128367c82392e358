import { useId, useMemo, useState } from 'react';
import { type Search, useAddress } from '../address.ts';
import { useTexts } from '../language.ts';
import { moveBetweenRows } from './row-keys.ts';
import { TableTools } from './TableTools.tsx';
import { type CellValue, compareCells, nextSort, parseSort, type Sort, toCsv, writeSort } from './table.ts';
import './table.css';

export type Column<Row> = {
  key: string;
  title: string;
  /** For sorting and for the exported file. */
  value: (row: Row) => CellValue;
  /** What is shown; the value itself where it is left out. */
  show?: (row: Row) => React.ReactNode;
  align?: 'start' | 'end';
  /** The cell that names its row; give it to one column. */
  isRowHeader?: boolean;
  /** A column of sentences, never pressed into one word a line. */
  isWide?: boolean;
  /** Not shown until the person asks for it. */
  isHidden?: boolean;
  /** The header sorts nothing: a choice, or what the server cannot put in order. */
  isUnsorted?: boolean;
};

type DataTableProps<Row> = {
  /** Read out and printed above the table; names the exported file. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
  /** Before the words of this table in the address, where a page has several. */
  name?: string;
  /** The row that is open beside the table. */
  selectedKey?: string;
  toneOf?: (row: Row) => 'late' | 'risk' | undefined;
  hasCaptionShown?: boolean;
  hasTools?: boolean;
  /** On a telephone each row stands as a small card with the titles of its columns: nothing is off to the right. */
  stacks?: boolean;
  /** The rows come in the order that the address asks for: they are a page of a longer list. */
  isInOrder?: boolean;
};

const ROWS_AT_FIRST = 200;

function visibleColumns<Row>(columns: readonly Column<Row>[], search: Search, word: string): readonly Column<Row>[] {
  const chosen = search[word]?.split(',');
  return columns.filter(({ key, isHidden, isRowHeader }) => (chosen ? chosen.includes(key) || isRowHeader : !isHidden));
}

function sortRows<Row>(rows: readonly Row[], columns: readonly Column<Row>[], sort: Sort | null): readonly Row[] {
  const column = columns.find(({ key }) => key === sort?.key);
  if (!column || !sort) return rows;
  return [...rows].sort((a, b) => compareCells(column.value(a), column.value(b), sort.isDescending));
}

function downloadCsv<Row>(caption: string, columns: readonly Column<Row>[], rows: readonly Row[]): void {
  const text = toCsv([columns.map(({ title }) => title), ...rows.map((row) => columns.map(({ value }) => value(row)))]);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  link.download = `${caption}.csv`;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** A dense table: sorted, chosen columns, exported and printed; its view lives in the address. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const {
    caption,
    columns,
    rows,
    keyOf,
    name = '',
    hasCaptionShown = false,
    hasTools = true,
    isInOrder = false,
    stacks = false,
  } = props;
  const t = useTexts();
  const captionId = useId();
  const { search, change } = useAddress();
  const [limit, setLimit] = useState(ROWS_AT_FIRST);
  const [sortWord, columnsWord] = [`${name}sort`, `${name}columns`];
  const sort = parseSort(search[sortWord]);
  const shown = visibleColumns(columns, search, columnsWord);
  const sorted = useMemo(() => (isInOrder ? rows : sortRows(rows, columns, sort)), [isInOrder, rows, columns, sort]);
  const sortBy = (key: string) => {
    const next = nextSort(sort, key);
    change({ [sortWord]: next ? writeSort(next) : '' });
  };

  return (
    <div className="table-frame">
      {hasTools ? (
        <TableTools
          count={rows.length}
          columns={columns}
          shownKeys={shown.map(({ key }) => key)}
          onColumns={(keys) => change({ [columnsWord]: keys.join(',') })}
          exports={[{ text: t('web.tableExport'), onExport: () => downloadCsv(caption, shown, sorted) }]}
        />
      ) : null}
      {/* biome-ignore-start lint/a11y: a part that scrolls must be reached by keyboard; no landmark, pages have enough */}
      <div className="table-scroll" role="group" tabIndex={0} aria-labelledby={captionId} onKeyDown={moveBetweenRows}>
        {/* biome-ignore-end lint/a11y: only the frame of the table */}
        <table className={stacks ? 'table table-stacks' : 'table'}>
          <caption id={captionId} className={hasCaptionShown ? '' : 'visually-hidden'}>
            {caption}
          </caption>
          <thead>
            <tr>
              {shown.map((column) => (
                <HeaderCell
                  key={column.key}
                  column={column}
                  sort={sort}
                  onSort={hasTools && !column.isUnsorted ? sortBy : undefined}
                />
              ))}
            </tr>
          </thead>
          <tbody>
            {sorted.slice(0, limit).map((row) => (
              <TableRow key={keyOf(row)} row={row} columns={shown} {...rowLook(props, row)} />
            ))}
          </tbody>
        </table>
      </div>
      {sorted.length > limit ? (
        <button type="button" className="link-button no-print" onClick={() => setLimit(sorted.length)}>
          {t('web.tableShowMore', { count: sorted.length - limit })}
        </button>
      ) : null}
    </div>
  );
}

type RowLook = { tone: 'late' | 'risk' | undefined; isSelected: boolean };

function rowLook<Row>({ toneOf, keyOf, selectedKey }: DataTableProps<Row>, row: Row): RowLook {
  return { tone: toneOf?.(row), isSelected: selectedKey !== undefined && keyOf(row) === selectedKey };
}

type HeaderCellProps<Row> = {
  column: Column<Row>;
  sort: Sort | null;
  onSort: ((key: string) => void) | undefined;
};

function HeaderCell<Row>({ column, sort, onSort }: HeaderCellProps<Row>) {
  const isSorted = sort?.key === column.key;
  const order = sort?.isDescending ? 'descending' : 'ascending';
  return (
    <th scope="col" className={`align-${column.align ?? 'start'}`} aria-sort={isSorted ? order : undefined}>
      {onSort ? (
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

type TableRowProps<Row> = RowLook & { row: Row; columns: readonly Column<Row>[] };

function TableRow<Row>({ row, columns, tone, isSelected }: TableRowProps<Row>) {
  return (
    <tr className={tone ? `row-${tone}` : undefined} aria-current={isSelected ? 'true' : undefined}>
      {columns.map((column) => {
        const content = column.show ? column.show(row) : column.value(row);
        const className = `align-${column.align ?? 'start'} ${column.isWide ? 'wide-cell' : ''}`.trim();
        return column.isRowHeader ? (
          <th key={column.key} scope="row" className={className}>
            {content}
          </th>
        ) : (
          <td key={column.key} className={className} data-title={column.title}>
            {content}
          </td>
        );
      })}
    </tr>
  );
}
