import { Link } from '@tanstack/react-router';
import type { Decimal } from '../../../kernel/decimal.ts';
import { useAddress } from '../../../web/address.ts';
import { useTexts } from '../../../web/language.ts';
import { Card } from '../../../web/ui/Card.tsx';
import { type Column, DataTable } from '../../../web/ui/DataTable.tsx';
import { Change, Points } from '../../../web/ui/Figures.tsx';
import { FilterBar } from '../../../web/ui/FilterBar.tsx';
import { StatusTag } from '../../../web/ui/StatusTag.tsx';
import { matchesWords } from '../../../web/ui/table.ts';
import type { YearRow } from '../rules/two-years.ts';

const SHOWN = {
  changed: ({ link, oldName, oldMax, newMax }: YearRow) =>
    link.kind !== 'same' || oldName !== null || !oldMax.equals(newMax),
  lost: ({ course }: YearRow) => course === 'lost',
  gained: ({ course }: YearRow) => course === 'gained',
  'not-comparable': ({ course }: YearRow) => course === 'not-comparable',
} as const;

type Shown = keyof typeof SHOWN;
const shownKinds: readonly Shown[] = ['changed', 'lost', 'gained', 'not-comparable'];

/** One line for each leaf of last year and for each new one of this year. */
export function YearsTable({ rows, year }: { rows: readonly YearRow[]; year: number }) {
  const t = useTexts();
  const { search } = useAddress();
  const shown = shownKinds.find((kind) => kind === search.show);
  const found = rows
    .filter((row) => !shown || SHOWN[shown](row))
    .filter(({ name, oldName, link }) =>
      matchesWords([...link.from, ...link.to, name, oldName ?? ''].join(' '), search.q ?? ''),
    );
  return (
    <Card title={t('results.yearsTable')}>
      <FilterBar
        filters={[
          { kind: 'text', key: 'q', label: t('results.criterion') },
          {
            kind: 'choice',
            key: 'show',
            label: t('results.show'),
            choices: shownKinds.map((value) => ({ value, label: t(`results.showYears.${value}`) })),
          },
        ]}
      />
      <DataTable
        caption={t('results.years', { last: year - 1, year })}
        columns={useColumns(year)}
        rows={found}
        keyOf={({ key }) => key}
        toneOf={({ course }) => (course === 'lost' ? 'risk' : undefined)}
      />
      {found.length ? null : <p className="soft">{t('results.nothingFits')}</p>}
    </Card>
  );
}

function useColumns(year: number): Column<YearRow>[] {
  const t = useTexts();
  return [
    { key: 'from', title: t('results.codeOf', { year: year - 1 }), value: ({ link }) => link.from.join(', ') },
    { key: 'to', title: t('results.codeOf', { year }), value: ({ link }) => link.to.join(', ') },
    {
      key: 'name',
      title: t('results.criterion'),
      value: ({ name }) => name,
      show: (row) => <LeafName row={row} year={year} />,
      isRowHeader: true,
      isWide: true,
    },
    {
      key: 'kind',
      title: t('results.became'),
      value: ({ link }) => t(`results.kind.${link.kind}`),
      show: ({ link }) => (
        <StatusTag tone={link.kind === 'same' ? 'plain' : 'teal'}>{t(`results.kind.${link.kind}`)}</StatusTag>
      ),
    },
    {
      key: 'before',
      title: t('results.pointsOfYear', { year: year - 1 }),
      value: ({ points }) => points?.toNumber() ?? null,
      show: ({ points, oldMax, before }) => (before.length ? <PointsOrNone points={points} maximum={oldMax} /> : '–'),
      align: 'end',
    },
    {
      key: 'now',
      title: t('results.pointsOfYear', { year }),
      value: ({ newPoints }) => newPoints?.toNumber() ?? null,
      show: ({ newPoints, newMax, now }) => (now.length ? <PointsOrNone points={newPoints} maximum={newMax} /> : '–'),
      align: 'end',
    },
    {
      key: 'change',
      title: t('results.change'),
      value: ({ ratioGained }) => ratioGained?.times(100).toDecimalPlaces(2).toNumber() ?? null,
      show: (row) => <Gained row={row} />,
      align: 'end',
    },
    {
      key: 'comparison',
      title: t('results.comparison'),
      value: ({ comparison }) => t(`results.comparison.${comparison}`),
      show: ({ comparison }) => (
        <span className={comparison === 'comparable' ? 'soft' : undefined}>
          {t(`results.comparison.${comparison}`)}
        </span>
      ),
    },
  ];
}

/** The leaf of this year, or of last year where it was dropped. */
function LeafName({ row: { now, before, name, oldName }, year }: { row: YearRow; year: number }) {
  const t = useTexts();
  const leafCode = (now[0] ?? before[0])?.code ?? '';
  return (
    <>
      <Link to="/index/leaves/$leafCode" params={{ leafCode }} search={{ year: String(now.length ? year : year - 1) }}>
        {name}
      </Link>
      {oldName === null ? null : <div className="soft">{t('results.oldName', { name: oldName })}</div>}
    </>
  );
}

function PointsOrNone({ points, maximum }: { points: Decimal | null; maximum: Decimal }) {
  const t = useTexts();
  return points ? (
    <Points points={points.toFixed()} maximum={maximum.toFixed()} />
  ) : (
    <span className="soft">{t('results.noPoints')}</span>
  );
}

/** In points where the maxima are equal, else in hundredths of the maximum. */
function Gained({ row: { pointsGained, ratioGained } }: { row: YearRow }) {
  const t = useTexts();
  if (pointsGained) return <Change change={pointsGained.toFixed()} />;
  if (!ratioGained) return '–';
  return (
    <>
      <Change change={ratioGained.times(100).toDecimalPlaces(2).toFixed()} /> {t('results.percentPoints')}
    </>
  );
}
