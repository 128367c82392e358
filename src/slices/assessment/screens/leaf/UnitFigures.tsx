import { Decimal } from '../../../../kernel/decimal.ts';
import type { GetLeafFiguresAnswer } from '../../../../web/client.generated.ts';
import { useTexts } from '../../../../web/language.ts';
import { type Column, DataTable } from '../../../../web/ui/DataTable.tsx';
import { figureText, percentText } from '../../../../web/ui/figures.ts';
import { UnitName } from '../../../../web/ui/StatusTag.tsx';
import { type LeafPoints, splitByWeight } from '../../../scoring/index.ts';
import { useUnits } from '../../../units/screens/use-units.ts';
import { numberOfCell } from './month-line.ts';

type Cell = GetLeafFiguresAnswer['places'][number]['units'][number];
type UnitFiguresProps = { caption: string; units: readonly Cell[]; address: string | null; result: LeafPoints };

/** Items that failed: what the unit's part of the loss goes by. */
function failures({ figures: { numerator, denominator, late, missing } }: Cell): number {
  if (numerator !== undefined && denominator !== undefined)
    return Math.max(0, new Decimal(denominator).minus(numerator).toNumber());
  return Number(late ?? 0) + Number(missing ?? 0);
}

/** One unit's records: the address of all of them, narrowed. */
function addressOf(address: string, unitId: string): string {
  return `${address}${address.includes('?') ? '&' : '?'}unit=${encodeURIComponent(unitId)}`;
}

/** The measure by unit, with each unit's part of the points lost; the parts add up to the loss. */
export function UnitFigures({ caption, units, address, result }: UnitFiguresProps) {
  const t = useTexts();
  const { byId } = useUnits();
  const rows = units.filter(({ unitId }) => unitId !== null);
  if (rows.length === 0) return null;
  const failing = rows.filter((row) => failures(row) > 0);
  const lost = result.lost ?? new Decimal(0);
  const parts = splitByWeight(
    lost,
    failing.map((row) => ({ unit: row.unitId ?? '', weight: failures(row) })),
    Math.max(3, lost.decimalPlaces()),
  );
  const hasRatio = rows.some(({ figures }) => figures.denominator !== undefined);
  const columns: Column<Cell>[] = [
    {
      key: 'unit',
      title: t('leaf.unit'),
      value: ({ unitId }) => byId.get(unitId ?? '')?.name ?? unitId,
      show: ({ unitId }) => {
        const unit = byId.get(unitId ?? '');
        return unit ? <UnitName shortName={unit.shortName} name={unit.name} /> : unitId;
      },
      isRowHeader: true,
    },
    ...(hasRatio
      ? [
          {
            key: 'all',
            title: t('leaf.unitAll'),
            value: ({ figures }: Cell) => Number(figures.denominator ?? 0),
            show: ({ figures }: Cell) => figureText(figures.denominator ?? '0'),
            align: 'end' as const,
          },
        ]
      : []),
    {
      key: 'failed',
      title: t('leaf.unitFailed'),
      value: failures,
      show: (row) =>
        address && failures(row) > 0 ? (
          <a href={addressOf(address, row.unitId ?? '')}>{figureText(failures(row))}</a>
        ) : (
          figureText(failures(row))
        ),
      align: 'end',
    },
    {
      key: 'rate',
      title: t('leaf.unitRate'),
      value: ({ figures }) => numberOfCell(figures)?.toNumber() ?? null,
      show: ({ figures }) => {
        const value = numberOfCell(figures)?.toDecimalPlaces(2).toFixed();
        if (value === undefined) return '–';
        return hasRatio ? percentText(value) : figureText(value);
      },
      align: 'end',
    },
    {
      key: 'lost',
      title: t('leaf.unitLost'),
      value: ({ unitId }) => parts.get(unitId ?? '')?.toNumber() ?? 0,
      show: ({ unitId }) => figureText(parts.get(unitId ?? '')?.toFixed() ?? '0'),
      align: 'end',
    },
  ];
  return (
    <DataTable
      caption={t('leaf.byUnit', { name: caption })}
      columns={columns}
      rows={rows}
      keyOf={({ unitId }) => unitId ?? ''}
      name="unit-"
      hasTools={rows.length > 8}
    />
  );
}
