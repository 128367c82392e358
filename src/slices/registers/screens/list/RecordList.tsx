import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useAddress } from '../../../../web/address.ts';
import { useLanguage, useTexts } from '../../../../web/language.ts';
import { Card } from '../../../../web/ui/Card.tsx';
import { figureText } from '../../../../web/ui/figures.ts';
import { EmptyState, Loaded } from '../../../../web/ui/States.tsx';
import { Notice } from '../../../../web/ui/StatusTag.tsx';
import { TableTools } from '../../../../web/ui/TableTools.tsx';
import { nextSort, parseSort, writeSort } from '../../../../web/ui/table.ts';
import { exportAddress } from '../calls.ts';
import type { RecordsPage, RegisterOnScreen } from '../on-screen.ts';
import { BulkBar } from './BulkBar.tsx';
import { columnsOf, shownColumns } from './columns.ts';
import { ListFilters } from './ListFilters.tsx';
import { viewOfAddress } from './list-address.ts';
import { printAll } from './print-all.ts';
import { RecordTable } from './RecordTable.tsx';
import { useRecordAsk, useRecords } from './use-records.ts';

type RecordListProps = { register: RegisterOnScreen };

/** Filters, tools, ticked records and the table. */
export function RecordList({ register }: RecordListProps) {
  const ask = useRecordAsk(register);
  const query = useRecords(register, ask);
  const { data, isPending, error, refetch } = query;
  return (
    <Card>
      <ListFilters register={register} />
      <Loaded query={{ data: data?.pages, isPending, error, refetch }}>
        {(pages) => (
          <Records
            register={register}
            pages={pages}
            onMore={query.hasNextPage ? () => void query.fetchNextPage() : null}
            isMore={query.isFetchingNextPage}
          />
        )}
      </Loaded>
    </Card>
  );
}

type RecordsProps = RecordListProps & {
  pages: readonly RecordsPage[];
  onMore: (() => void) | null;
  isMore: boolean;
};

const LIST_COLUMNS = 'columns';

function Records({ register, pages, onMore, isMore }: RecordsProps) {
  const t = useTexts();
  const language = useLanguage();
  const queries = useQueryClient();
  const ask = useRecordAsk(register);
  const { search, change } = useAddress();
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const { declaration, mayChange } = register;
  const texts = { step: t('registers.step'), due: t('registers.day.due-day'), created: t('registers.day.created-day') };
  const columns = columnsOf(declaration, language, texts);
  const shown = shownColumns(declaration, columns, search[LIST_COLUMNS]);
  const records = pages.flatMap((page) => page.records);
  const sort = parseSort(search.sort);
  const sortBy = (key: string) => {
    const next = nextSort(sort, key);
    change({ sort: next ? writeSort(next) : '' });
  };
  const tick = (recordIds: readonly string[], isTicked: boolean) => {
    const others = [...ticked].filter((id) => !recordIds.includes(id));
    setTicked(new Set(isTicked ? [...others, ...recordIds] : others));
  };
  const sortedBy = sort && columns.find(({ key }) => key === sort.key)?.title;
  const sortWords = sortedBy
    ? t(sort.isDescending ? 'registers.sortedDown' : 'registers.sortedUp', { field: sortedBy })
    : t('registers.sortedNewest');
  const first = pages[0];
  const more = onMore ? <More pages={pages} count={records.length} onMore={onMore} isMore={isMore} /> : null;
  if (!records.length) return more ?? <NoRecords register={register} />;
  return (
    <div className="table-frame">
      <TableTools
        count={`${countWords(t, first)} · ${sortWords}`}
        columns={columns}
        shownKeys={shown.map(({ key }) => key)}
        onColumns={(keys) => change({ [LIST_COLUMNS]: keys.join(',') })}
        exports={(['xlsx', 'csv'] as const).map((format) => ({
          text: t(`registers.export.${format}`),
          onExport: () => window.location.assign(exportAddress(declaration.key, ask, format)),
        }))}
        onPrint={() => void printAll(queries, register, ask)}
      />
      {mayChange && !ask.isDeleted ? (
        <BulkBar
          register={register}
          records={records.filter(({ recordId }) => ticked.has(recordId))}
          onClear={() => setTicked(new Set())}
        />
      ) : null}
      <RecordTable
        declaration={declaration}
        caption={declaration.name[language]}
        columns={shown}
        records={records}
        sort={sort}
        onSort={sortBy}
        selection={mayChange && !ask.isDeleted ? ticked : null}
        onSelect={tick}
      />
      {more}
    </div>
  );
}

type MoreProps = { pages: readonly RecordsPage[]; count: number; onMore: () => void; isMore: boolean };

/** The way on; where a question that no index answers stopped, how far it looked. */
function More({ pages, count, onMore, isMore }: MoreProps) {
  const t = useTexts();
  const isCut = (pages.at(-1)?.lookedAt ?? null) !== null;
  const looked = pages.reduce((sum, { lookedAt }) => sum + (lookedAt ?? 0), 0);
  return (
    <div className="list-more no-print">
      {isCut ? <Notice>{t('registers.lookedAt', { count, looked: figureText(String(looked)) })}</Notice> : null}
      <Button onClick={onMore} loading={isMore}>
        {t(isCut ? 'registers.lookFurther' : 'registers.showMore')}
      </Button>
    </div>
  );
}

function countWords(t: ReturnType<typeof useTexts>, page: RecordsPage | undefined): string {
  if (!page) return '';
  return page.isTotalCapped
    ? t('registers.countMore', { count: page.total })
    : t('registers.count', { count: page.total });
}

function NoRecords({ register }: RecordListProps) {
  const t = useTexts();
  const { search } = useAddress();
  const isFiltered = Object.keys(viewOfAddress(search)).some((word) => word !== 'sort' && word !== 'columns');
  if (search.deleted === 'yes') return <EmptyState>{t('registers.noneDeleted')}</EmptyState>;
  if (isFiltered) return <EmptyState>{t('registers.noneFound')}</EmptyState>;
  return (
    <EmptyState
      title={t('registers.noneYet')}
      action={
        register.mayChange ? (
          <Link className="strong-link" to="/registers/$key/records/new" params={{ key: register.declaration.key }}>
            {t('registers.newRecord')}
          </Link>
        ) : null
      }
    >
      {register.mayChange ? t('registers.noneYetLead') : null}
    </EmptyState>
  );
}
