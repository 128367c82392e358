import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import { Decimal, roundHalfUp } from '../../../kernel/decimal.ts';
import { useAddress } from '../../../web/address.ts';
import { useTexts } from '../../../web/language.ts';
import { useSession } from '../../../web/session/session.ts';
import { Card } from '../../../web/ui/Card.tsx';
import { FigureRow, KeyFigure, Percent } from '../../../web/ui/Figures.tsx';
import { FilterBar } from '../../../web/ui/FilterBar.tsx';
import { dayText } from '../../../web/ui/moments.ts';
import { matchesWords } from '../../../web/ui/table.ts';
import { columnOf, columnsOf, type GridCell, type GridRow, type GridSums, lookOf, rowsOf } from './grid.ts';
import '../../../web/ui/table.css';
import './reports.css';

/** The year in a row of figures: on time, late, waiting. */
export function GridFigures({ sums }: { sums: GridSums }) {
  const t = useTexts();
  const decided = sums.handedIn + sums.overdue + sums.missing;
  const share = decided === 0 ? null : roundHalfUp(new Decimal(sums.onTime).times(100).dividedBy(decided), 1);
  return (
    <Card>
      <FigureRow>
        <KeyFigure
          label={t('reports.sumOnTime')}
          tone="main"
          note={t('reports.sumOf', { part: sums.onTime, whole: decided })}
        >
          {share === null ? '–' : <Percent percent={share.toFixed()} />}
        </KeyFigure>
        <KeyFigure
          label={t('reports.sumOverdue')}
          tone={sums.overdue > 0 ? 'lost' : 'plain'}
          note={t('reports.sumOverdueNote')}
        >
          {sums.overdue}
        </KeyFigure>
        <KeyFigure label={t('reports.sumLate')} note={t('reports.sumLateNote')}>
          {sums.late}
        </KeyFigure>
        <KeyFigure label={t('reports.sumMissing')} note={t('reports.sumMissingNote')}>
          {sums.missing}
        </KeyFigure>
        <KeyFigure label={t('reports.sumReturned')}>{sums.returned}</KeyFigure>
        <KeyFigure label={t('reports.sumOpen')} note={t('reports.sumOpenNote')}>
          {sums.expected - decided - sums.returned}
        </KeyFigure>
      </FigureRow>
    </Card>
  );
}

function useNarrowed(cells: readonly GridCell[]): GridCell[] {
  const { search } = useAddress();
  const { q = '', state = '' } = search;
  return cells.filter(
    (cell) =>
      (q === '' || matchesWords(`${cell.name} ${cell.periodName}`, q)) && (state === '' || lookOf(cell) === state),
  );
}

/** Year × duty: each cell a period with its cut-off and how many of how many units handed in. */
export function ReportGrid({ cells, year }: { cells: readonly GridCell[]; year: number }) {
  const t = useTexts();
  const shown = useNarrowed(cells);
  const columns = columnsOf(shown, year);
  const caption = t('reports.gridCaption', { year });
  const looks = (['late', 'running', 'done', 'ahead'] as const).map((value) => ({
    value,
    label: t(`reports.look.${value}`),
  }));
  return (
    <Card>
      <FilterBar
        filters={[
          { kind: 'text', key: 'q', label: t('reports.filterText') },
          { kind: 'choice', key: 'state', label: t('reports.filterState'), choices: looks },
        ]}
      />
      <div className="table-tools">
        <span className="soft">{t('reports.periodCount', { count: shown.length })}</span>
        <span className="table-tools-buttons no-print">
          <a className="link-button" href={`/api/reports/grid.xlsx?year=${year}`} download>
            {t('reports.exportSheet')}
          </a>
          <button type="button" className="link-button" onClick={() => window.print()}>
            {t('web.tablePrint')}
          </button>
        </span>
      </div>
      {/* biome-ignore-start lint/a11y: a part that scrolls must be reached by keyboard */}
      <div className="table-scroll" role="group" tabIndex={0} aria-label={caption}>
        {/* biome-ignore-end lint/a11y: only the frame of the grid */}
        <table className="table report-grid">
          <caption className="visually-hidden">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{t('reports.duty')}</th>
              {columns.map((month) => (
                <th key={month} scope="col">
                  {month === 13 ? t('reports.nextYear') : t('reports.month', { month })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rowsOf(shown).map((row) => (
              <DutyRow key={row.dutyId} row={row} columns={columns} year={year} />
            ))}
          </tbody>
        </table>
      </div>
      {shown.length === 0 ? <p className="soft">{t('reports.noMatch')}</p> : null}
    </Card>
  );
}

type DutyRowProps = { row: GridRow; columns: readonly number[]; year: number };

function DutyRow({ row, columns, year }: DutyRowProps) {
  return (
    <tr>
      <th scope="row">{row.name}</th>
      {columns.map((month) => (
        <td key={month}>
          {row.cells
            .filter((cell) => columnOf(cell, year) === month)
            .map((cell) => (
              <Fragment key={cell.key}>
                <PeriodCell cell={cell} />
              </Fragment>
            ))}
        </td>
      ))}
    </tr>
  );
}

/** Leads to the page of the period for who sees all units, to the own report for everybody else. */
function PeriodCell({ cell }: { cell: GridCell }) {
  const t = useTexts();
  const { user } = useSession();
  const { counts, dutyId, key: periodKey } = cell;
  const look = lookOf(cell);
  const title = `${cell.name} · ${cell.periodName} · ${cell.cutOffs.map(({ stage, dueOn }) => `${t(`reports.stage.${stage}`)} ${dayText(dueOn)}`).join(' · ')}`;
  const words = (
    <>
      <span className="report-cell-name">{cell.periodName.replace(/\/\d{4}$/, '')}</span>
      <span className="report-cell-count">
        {counts.handedIn}/{counts.expected}
      </span>
      <span className="report-cell-day">{t('reports.due', { day: dayText(cell.dueOn).slice(0, 5) })}</span>
      <CellWords cell={cell} />
    </>
  );
  const className = `report-cell report-cell-${look}`;
  return cell.isWhole || !user.unitId ? (
    <Link className={className} title={title} to="/reports/$dutyId/$periodKey" params={{ dutyId, periodKey }}>
      {words}
    </Link>
  ) : (
    <Link
      className={className}
      title={title}
      to="/reports/$dutyId/$periodKey/units/$unitId"
      params={{ dutyId, periodKey, unitId: user.unitId }}
    >
      {words}
    </Link>
  );
}

function CellWords({ cell }: { cell: GridCell }) {
  const t = useTexts();
  const { counts, cutOffs, isClosed, department } = cell;
  const office = cutOffs.find(({ standing }) => standing === 'overdue');
  if (counts.overdue > 0) return <b>{t('reports.cellOverdue', { count: counts.overdue })}</b>;
  if (office) return <b>{t(`reports.cellStageLate.${office.stage}`)}</b>;
  if (counts.missing > 0) return <span>{t('reports.cellMissing', { count: counts.missing })}</span>;
  if (counts.returned > 0) return <span>{t('reports.cellReturned', { count: counts.returned })}</span>;
  if (department?.standing === 'late') return <span>{t('reports.cellSentLate', { days: department.daysLate })}</span>;
  return isClosed ? <span>{t('reports.cellClosed')}</span> : null;
}
