import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { Decimal } from '../../../kernel/decimal.ts';
import { useAddress } from '../../../web/address.ts';
import { api, type GetIndexAnswer } from '../../../web/client.generated.ts';
import { useTexts } from '../../../web/language.ts';
import { useRights, useYear } from '../../../web/session/session.ts';
import { Card } from '../../../web/ui/Card.tsx';
import { type Column, DataTable } from '../../../web/ui/DataTable.tsx';
import { Change } from '../../../web/ui/Figures.tsx';
import { FilterBar } from '../../../web/ui/FilterBar.tsx';
import { figureText } from '../../../web/ui/figures.ts';
import { PageHead } from '../../../web/ui/PageHead.tsx';
import { Loaded } from '../../../web/ui/States.tsx';
import { Notice, StatusTag } from '../../../web/ui/StatusTag.tsx';
import {
  type Contender,
  compareRankings,
  type Place,
  type PlaceChange,
  rank,
  rankArea,
  type TieRule,
} from '../../scoring/index.ts';
import { indexQuery, tiesOf } from './index-on-screen.ts';
import { PlacesLine } from './PlacesLine.tsx';
import { RankingForm } from './RankingForm.tsx';

type Published = GetIndexAnswer['ranking'];
type Row = Place & { isOwn: boolean; change: PlaceChange | undefined };

/** The departments of the province by their published results, against last year, in all and by area. */
export function Page() {
  const t = useTexts();
  const year = useYear();
  const query = useQuery(indexQuery(year));
  const mayChange = useRights()('index.change');
  return (
    <>
      <PageHead
        title={t('assessment.ranking')}
        lead={t('assessment.rankingLead', { year })}
        crumbs={[
          <Link key="index" to="/index">
            {t('assessment.title')}
          </Link>,
        ]}
      />
      <Loaded query={query}>
        {(data) => (
          <div className="stack">
            <RankingTable data={data} />
            {mayChange ? <RankingForm key={data.ranking.length} data={data} /> : null}
          </div>
        )}
      </Loaded>
    </>
  );
}

const TIE_RULES = ['skip', 'dense'] as const satisfies readonly TieRule[];

/** Makes the way of ties that is looked at the one of the year, for everybody. */
function KeepTies({ year, ties }: { year: number; ties: TieRule }) {
  const t = useTexts();
  const { change } = useAddress();
  const mayChange = useRights()('index.change');
  const keeping = useMutation({
    mutationFn: () => api.chooseTieRule({ body: { year, ties } }),
    onSuccess: () => change({ ties: '' }),
  });
  if (!mayChange) return null;
  return (
    <p>
      <Button size="small" loading={keeping.isPending} onClick={() => keeping.mutate()}>
        {t('assessment.tiesKeep', { year })}
      </Button>
    </p>
  );
}

function contendersOf(published: Published): Contender[] {
  return published.map(({ name, points, areas }) => ({
    name,
    percent: new Decimal(points),
    areas: Object.fromEntries(Object.entries(areas).map(([code, value]) => [code, new Decimal(value)])),
  }));
}

function RankingTable({ data }: { data: GetIndexAnswer }) {
  const t = useTexts();
  const { search } = useAddress();
  const kept = tiesOf(data);
  const ties = TIE_RULES.find((rule) => rule === search.ties) ?? kept;
  const placesOf = (published: Published): Place[] =>
    search.area ? rankArea(contendersOf(published), search.area, ties) : rank(contendersOf(published), ties);
  const [now, before] = [placesOf(data.ranking), placesOf(data.lastRanking)];
  const { changes, isComparable } = compareRankings(before, now);
  const rows: Row[] = now.map((place) => ({
    ...place,
    isOwn: data.ranking.some(({ name, isOwn }) => isOwn && name === place.name),
    change: changes.find(({ name }) => name === place.name),
  }));
  const areaCodes = [...new Set(data.ranking.flatMap(({ areas }) => Object.keys(areas)))].sort();
  const distance = (value: Decimal | null) => (value ? figureText(value.toFixed()) : '–');
  const columns: Column<Row>[] = [
    { key: 'place', title: t('assessment.place'), value: ({ place }) => place, align: 'end' },
    {
      key: 'name',
      title: t('assessment.department'),
      value: ({ name }) => name,
      show: ({ name, isOwn }) => (isOwn ? <b>{name}</b> : name),
      isRowHeader: true,
      isWide: true,
    },
    {
      key: 'points',
      title: t('assessment.published'),
      value: ({ percent }) => percent.toNumber(),
      show: ({ percent, isShared }) => (
        <>
          {figureText(percent.toFixed())} {isShared ? <StatusTag>{t('assessment.shared')}</StatusTag> : null}
        </>
      ),
      align: 'end',
    },
    {
      key: 'above',
      title: t('assessment.toAbove'),
      value: ({ toAbove }) => toAbove?.toNumber() ?? null,
      show: ({ toAbove }) => distance(toAbove),
      align: 'end',
    },
    {
      key: 'below',
      title: t('assessment.toBelow'),
      value: ({ toBelow }) => toBelow?.toNumber() ?? null,
      show: ({ toBelow }) => distance(toBelow),
      align: 'end',
    },
    {
      key: 'change',
      title: t('assessment.placeChange'),
      value: ({ change }) => change?.gained ?? null,
      show: ({ change }) =>
        change?.gained === null || change === undefined ? (change?.before ?? '–') : <Change change={change.gained} />,
      align: 'end',
    },
  ];
  return (
    <Card>
      <FilterBar
        filters={[
          ...(areaCodes.length
            ? [
                {
                  kind: 'choice' as const,
                  key: 'area',
                  label: t('assessment.area'),
                  choices: areaCodes.map((code) => ({ value: code, label: code })),
                },
              ]
            : []),
          {
            kind: 'choice',
            key: 'ties',
            label: t('assessment.ties'),
            emptyText: t('assessment.ties.kept', { rule: t(`assessment.ties.${kept}`) }),
            choices: TIE_RULES.map((value) => ({ value, label: t(`assessment.ties.${value}`) })),
          },
        ]}
      />
      {data.settings && ties !== kept ? <KeepTies year={data.year} ties={ties} /> : null}
      <PlacesLine places={now} own={data.ranking.find(({ isOwn }) => isOwn)?.name ?? ''} />
      {now.length && before.length && !isComparable ? (
        <Notice tone="risk">{t('assessment.notComparable')}</Notice>
      ) : null}
      <DataTable caption={t('assessment.ranking')} columns={columns} rows={rows} keyOf={({ name }) => name} />
      {rows.length ? null : <p className="soft">{t('assessment.rankingNone')}</p>}
    </Card>
  );
}
