import { Link } from '@tanstack/react-router';
import { useAddress } from '../../../web/address.ts';
import { useTexts } from '../../../web/language.ts';
import { Card } from '../../../web/ui/Card.tsx';
import { type Column, DataTable } from '../../../web/ui/DataTable.tsx';
import { FilterBar } from '../../../web/ui/FilterBar.tsx';
import { StatusTag } from '../../../web/ui/StatusTag.tsx';
import { splitByWeight } from '../../scoring/index.ts';
import type { LossRow } from '../rules/plan-losses.ts';
import type { KnownLoss } from '../rules/stated-losses.ts';
import type { IndexOnScreen } from './index-on-screen.ts';
import { type LossStart, newLoss } from './losses/LossDialog.tsx';
import { RecordCell } from './losses/RecordCell.tsx';
import { gapText, pointsText } from './stated-points.ts';

/** What is wrong with a loss, if anything: each is a word at its line and a filter. */
const GAPS = {
  'no-task': ({ loss }: LossRow) => loss !== null && loss.record.tasks.length === 0,
  'no-unit': ({ loss }: LossRow) => loss !== null && loss.record.units.length === 0,
  unstated: ({ loss }: LossRow) => loss === null,
  unmatched: ({ loss }: LossRow) => loss !== null && !loss.isMatched,
  different: ({ difference }: LossRow) => difference !== null && !difference.isZero(),
} as const;

type Gap = keyof typeof GAPS;
const gaps: readonly Gap[] = ['no-task', 'no-unit', 'unstated', 'unmatched', 'different'];
const gapsOf = (row: LossRow): Gap[] => gaps.filter((gap) => GAPS[gap](row));
const isAlarming = (gap: Gap) => gap === 'no-task' || gap === 'no-unit';

type LossesTableProps = {
  index: IndexOnScreen;
  losses: readonly KnownLoss[];
  rows: readonly LossRow[];
  year: number;
  planId: string | null;
  unitName: (key: string) => string;
};

/** Every loss: as the plan states it and as the appraised points give it. */
export function LossesTable({ index, losses, rows, year, planId, unitName }: LossesTableProps) {
  const t = useTexts();
  const { search } = useAddress();
  const wanted = gaps.find((gap) => gap === search.gap);
  const unitsOfRow = ({ loss }: LossRow): string[] => (loss?.record.units ?? []).map(({ unit }) => unit);
  const shown = rows.filter(
    (row) => (!wanted || GAPS[wanted](row)) && (!search.unit || unitsOfRow(row).includes(search.unit)),
  );
  const named = [...new Set([...rows.flatMap(unitsOfRow), ...(search.unit ? [search.unit] : [])])];
  const units = named
    .map((value) => ({ value, label: unitName(value) }))
    .sort((a, b) => a.label.localeCompare(b.label, 'vi'));
  return (
    <Card
      title={t('results.allLosses')}
      more={
        planId === null ? null : (
          <Link to="/plans/$planId" params={{ planId }}>
            {t('results.toPlan')}
          </Link>
        )
      }
    >
      <FilterBar
        filters={[
          {
            kind: 'choice',
            key: 'gap',
            label: t('results.show'),
            choices: gaps.map((value) => ({ value, label: t(`results.lossGap.${value}`) })),
          },
          { kind: 'choice', key: 'unit', label: t('results.unit'), choices: units },
        ]}
      />
      <DataTable
        caption={t('results.losses', { year })}
        columns={useColumns({ index, losses, year, unitName })}
        rows={shown}
        keyOf={({ codes, loss }) => loss?.deficit.deficitId ?? codes.join(' ')}
        toneOf={(row) => (gapsOf(row).some(isAlarming) ? 'late' : undefined)}
      />
      {shown.length ? null : <p className="soft">{t('results.nothingFits')}</p>}
    </Card>
  );
}

type ColumnsProps = Pick<LossesTableProps, 'index' | 'losses' | 'year' | 'unitName'>;

/** What the dialog opens with for a line: the record itself, the plan's loss, or the points that the result took. */
function startOf(row: LossRow, losses: readonly KnownLoss[], index: IndexOnScreen): LossStart {
  const known = losses.find(({ deficit }) => deficit.deficitId === row.loss?.deficit.deficitId);
  if (!known) return { ...newLoss, codes: row.codes, amount: row.computed?.toFixed() ?? '' };
  const { deficit, record, recorded, isMatched } = known;
  const kept = index.data.losses.find(({ lossId }) => lossId === recorded?.lossId);
  const weights = new Map(record.units.map(({ unit, weight }) => [unit, String(weight)]));
  return {
    lossId: kept?.lossId ?? null,
    version: kept?.version ?? 0,
    codes: isMatched ? record.codes : [],
    amount: record.amount.toFixed(),
    cause: record.cause,
    remedy: record.remedy ?? '',
    deficitId: kept ? kept.deficitId : deficit.deficitId,
    units: deficit.responsible.map(({ name, unitId }) => ({
      name,
      unitId,
      weight: weights.get(unitId ?? name) ?? '1',
    })),
    taskIds: kept?.taskIds ?? record.tasks,
  };
}

function useColumns({ index, losses, year, unitName }: ColumnsProps): Column<LossRow>[] {
  const { set } = index;
  const t = useTexts();
  const digits = set.scoring.rounding.leaf_decimals;
  const nameOf = ({ codes, loss }: LossRow) =>
    loss?.deficit.criterion ?? set.leaves.find(({ code }) => code === codes[0])?.nameVi ?? '';
  const unitsOf = ({ loss }: LossRow): string[] =>
    loss
      ? [...splitByWeight(loss.record.amount, loss.record.units, digits)].map(
          ([key, points]) => `${unitName(key)} (${pointsText(points)})`,
        )
      : [];
  const words = (row: LossRow) => gapsOf(row).map((gap) => t(`results.lossGap.${gap}`));
  return [
    {
      key: 'code',
      title: t('results.code'),
      value: ({ codes }) => codes.join(' '),
      show: ({ codes }) => <LeafLinks codes={codes} year={year} />,
    },
    {
      key: 'name',
      title: t('results.criterion'),
      value: nameOf,
      isRowHeader: true,
      isWide: true,
    },
    {
      key: 'stated',
      title: t('results.lostStated'),
      value: ({ stated }) => stated?.toNumber() ?? null,
      show: ({ stated }) => pointsText(stated),
      align: 'end',
    },
    {
      key: 'computed',
      title: t('results.lostComputed'),
      value: ({ computed }) => computed?.toNumber() ?? null,
      show: ({ computed }) => pointsText(computed),
      align: 'end',
    },
    {
      key: 'gap',
      title: t('results.gap'),
      value: ({ difference }) => difference?.toNumber() ?? null,
      show: ({ difference }) => gapText(difference),
      align: 'end',
    },
    {
      key: 'units',
      title: t('results.unitShares'),
      value: (row) => unitsOf(row).join('; '),
      show: (row) => unitsOf(row).join('; ') || '–',
      isWide: true,
    },
    {
      key: 'record',
      title: t('loss.state'),
      value: ({ loss }) =>
        losses.some((one) => one.recorded && one.deficit === loss?.deficit) ? t('loss.isRecorded') : '',
      show: (row) => <RecordCell index={index} start={startOf(row, losses, index)} name={nameOf(row)} />,
    },
    { key: 'cause', title: t('results.cause'), value: ({ loss }) => loss?.record.cause ?? '', isWide: true },
    {
      key: 'tasks',
      title: t('results.tasks'),
      value: ({ loss }) => loss?.record.tasks.length ?? null,
      align: 'end',
    },
    {
      key: 'look',
      title: t('results.look'),
      value: (row) => words(row).join('; '),
      show: (row) =>
        gapsOf(row).map((gap) => (
          <div key={gap}>
            <StatusTag tone={isAlarming(gap) ? 'late' : 'risk'}>{t(`results.lossGap.${gap}`)}</StatusTag>
          </div>
        )),
    },
  ];
}

function LeafLinks({ codes, year }: { codes: readonly string[]; year: number }) {
  return codes.map((leafCode) => (
    <div key={leafCode}>
      <Link to="/index/leaves/$leafCode" params={{ leafCode }} search={{ year: String(year) }}>
        {leafCode}
      </Link>
    </div>
  ));
}
