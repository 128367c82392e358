import { Link } from '@tanstack/react-router';
import type { GetMeasureAnswer } from '../../../../web/client.generated.ts';
import { useTexts } from '../../../../web/language.ts';
import { Card } from '../../../../web/ui/Card.tsx';
import { type Column, DataTable } from '../../../../web/ui/DataTable.tsx';
import { useUnits } from '../../../units/screens/use-units.ts';
import { changeOf, figureOf, shownFigure } from './measure-figures.ts';
import type { MeasureView } from './measure-view.ts';
import { measureText } from './measure-words.ts';

type Month = { month: number; now: string | null; before: string | null };

const numberOf = (value: string | null): number | null => (value === null ? null : Number(shownFigure(value)));

/** The figures behind the line, month by month. */
export function MeasureMonths({ view, year }: { view: MeasureView; year: number }) {
  const t = useTexts();
  const { measure, line, lastLine } = view;
  const rows: Month[] = line.map((now, at) => ({ month: at + 1, now, before: lastLine[at] ?? null }));
  const shown = (value: string | null): string => (value === null ? '–' : measureText(measure, value));
  const columns: Column<Month>[] = [
    {
      key: 'month',
      title: t('measures.month'),
      isRowHeader: true,
      value: ({ month }) => month,
      show: ({ month }) => t('measures.monthOf', { month }),
    },
    {
      key: 'before',
      title: t('web.yearOf', { year: year - 1 }),
      align: 'end',
      value: ({ before }) => numberOf(before),
      show: ({ before }) => shown(before),
    },
    {
      key: 'now',
      title: t('web.yearOf', { year }),
      align: 'end',
      value: ({ now }) => numberOf(now),
      show: ({ now }) => shown(now),
    },
  ];
  return (
    <details className="figures-behind">
      <summary>{t('web.dataTable')}</summary>
      <DataTable
        caption={t('measures.byMonth')}
        columns={columns}
        rows={rows}
        keyOf={({ month }) => String(month)}
        name="month-"
        hasTools={false}
      />
    </details>
  );
}

type UnitRow = { unitId: string; name: string; now: string | null; before: string | null };

/** The measure of each unit beside last year; a unit leads to its own page of the measure. */
export function MeasureUnits({ answer, year }: { answer: GetMeasureAnswer; year: number }) {
  const t = useTexts();
  const { byId } = useUnits();
  const { measure, units, lastUnits } = answer;
  const figureIn = (cells: GetMeasureAnswer['units'], unitId: string): string | null => {
    const cell = cells.find((one) => one.unitId === unitId);
    return cell ? figureOf(measure.kind, cell.figures) : null;
  };
  const ids = [...new Set([...units, ...lastUnits].flatMap(({ unitId }) => (unitId ? [unitId] : [])))];
  const rows: UnitRow[] = ids.map((unitId) => ({
    unitId,
    name: byId.get(unitId)?.shortName ?? unitId,
    now: figureIn(units, unitId),
    before: figureIn(lastUnits, unitId),
  }));
  const shown = (value: string | null): string => (value === null ? '–' : measureText(measure, value));
  const columns: Column<UnitRow>[] = [
    {
      key: 'unit',
      title: t('measures.unit'),
      isRowHeader: true,
      value: ({ name }) => name,
      show: ({ unitId, name }) => (
        <Link to="/measures/$measureKey" params={{ measureKey: measure.key }} search={{ unit: unitId }}>
          {name}
        </Link>
      ),
    },
    {
      key: 'now',
      title: t('web.yearOf', { year }),
      align: 'end',
      value: ({ now }) => numberOf(now),
      show: ({ now }) => shown(now),
    },
    {
      key: 'before',
      title: t('web.yearOf', { year: year - 1 }),
      align: 'end',
      value: ({ before }) => numberOf(before),
      show: ({ before }) => shown(before),
    },
    {
      key: 'change',
      title: t('measures.change'),
      align: 'end',
      value: ({ now, before }) => numberOf(changeOf(now, before)),
    },
  ];
  return (
    <Card title={t('measures.byUnit')}>
      {rows.length ? (
        <DataTable
          caption={t('measures.byUnit')}
          columns={columns}
          rows={rows}
          keyOf={({ unitId }) => unitId}
          name="unit-"
        />
      ) : (
        <p className="soft">{t('measures.noUnits')}</p>
      )}
    </Card>
  );
}
