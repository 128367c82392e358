import { Link } from '@tanstack/react-router';
import { useAddress } from '../../../web/address.ts';
import { useTexts } from '../../../web/language.ts';
import { Card } from '../../../web/ui/Card.tsx';
import { type Column, DataTable } from '../../../web/ui/DataTable.tsx';
import { FilterBar } from '../../../web/ui/FilterBar.tsx';
import { figureText } from '../../../web/ui/figures.ts';
import { StatusTag, type Tone } from '../../../web/ui/StatusTag.tsx';
import { matchesWords } from '../../../web/ui/table.ts';
import type { LeafStatus } from '../../scoring/index.ts';
import type { IndexOnScreen } from './index-on-screen.ts';

type Row = {
  code: string;
  name: string;
  areaCode: string;
  max: string;
  lastYear: string | null;
  points: string | null;
  likely: string;
  lost: string | null;
  status: LeafStatus;
};

const TONES = {
  scored: 'plain',
  'no-data': 'risk',
  refused: 'late',
  'not-applicable': 'plain',
} as const satisfies Record<LeafStatus, Tone>;

function rowsOf({ start, forecast, lastYear }: IndexOnScreen): Row[] {
  return start.points.leaves.map(({ leaf, points, lost, status, isApplicable }, at) => ({
    code: leaf.code,
    name: leaf.nameVi,
    areaCode: leaf.areaCode,
    max: leaf.max.toFixed(),
    lastYear: lastYear.get(leaf.code)?.toFixed() ?? null,
    points: isApplicable ? (points?.toFixed() ?? null) : null,
    likely: forecast.leaves[at]?.likely.toDecimalPlaces(2).toFixed() ?? '',
    lost: isApplicable ? (lost?.toFixed() ?? null) : null,
    status,
  }));
}

const figure = (text: string | null) => (text === null ? '–' : figureText(text));
const worth = (text: string | null) => (text === null ? null : Number(text));

/** Every sub-criterion with maximum, last year, now, forecast and loss. */
export function IndexTree({ index }: { index: IndexOnScreen }) {
  const t = useTexts();
  const { search } = useAddress();
  const rows = rowsOf(index)
    .filter(({ areaCode }) => !search.area || areaCode === search.area)
    .filter(({ status }) => !search.state || status === search.state)
    .filter(({ code, name }) => matchesWords(`${code} ${name}`, search.q ?? ''));
  const columns: Column<Row>[] = [
    { key: 'code', title: t('assessment.code'), value: ({ code }) => code },
    {
      key: 'name',
      title: t('assessment.criterion'),
      value: ({ name }) => name,
      show: ({ code, name }) => (
        <Link to="/index/leaves/$leafCode" params={{ leafCode: code }}>
          {name}
        </Link>
      ),
      isRowHeader: true,
      isWide: true,
    },
    {
      key: 'max',
      title: t('assessment.maximum'),
      value: ({ max }) => Number(max),
      show: ({ max }) => figure(max),
      align: 'end',
    },
    {
      key: 'last',
      title: t('assessment.lastYear'),
      value: ({ lastYear }) => worth(lastYear),
      show: ({ lastYear }) => figure(lastYear),
      align: 'end',
    },
    {
      key: 'now',
      title: t('assessment.soFar'),
      value: ({ points }) => worth(points),
      show: ({ points }) => figure(points),
      align: 'end',
    },
    {
      key: 'likely',
      title: t('assessment.forecast'),
      value: ({ likely }) => Number(likely),
      show: ({ likely }) => figure(likely),
      align: 'end',
    },
    {
      key: 'lost',
      title: t('assessment.lost'),
      value: ({ lost }) => worth(lost),
      show: ({ lost }) => figure(lost),
      align: 'end',
    },
    {
      key: 'state',
      title: t('assessment.state'),
      value: ({ status }) => t(`assessment.state.${status}`),
      show: ({ status }) => <StatusTag tone={TONES[status]}>{t(`assessment.state.${status}`)}</StatusTag>,
    },
  ];
  return (
    <Card title={t('assessment.tree')}>
      <FilterBar
        filters={[
          { kind: 'text', key: 'q', label: t('assessment.criterion') },
          {
            kind: 'choice',
            key: 'area',
            label: t('assessment.area'),
            choices: index.set.areas.map(({ code, nameVi }) => ({ value: code, label: `${code}. ${nameVi}` })),
          },
          {
            kind: 'choice',
            key: 'state',
            label: t('assessment.state'),
            choices: Object.keys(TONES).map((status) => ({
              value: status,
              label: t(`assessment.state.${status as LeafStatus}`),
            })),
          },
        ]}
      />
      <DataTable caption={t('assessment.treeCaption')} columns={columns} rows={rows} keyOf={({ code }) => code} />
    </Card>
  );
}
