import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useAddress } from '../../../web/address.ts';
import { api, type FindUnitReportsAnswer } from '../../../web/client.generated.ts';
import { useTexts } from '../../../web/language.ts';
import { useSession } from '../../../web/session/session.ts';
import { Card } from '../../../web/ui/Card.tsx';
import { type Column, DataTable } from '../../../web/ui/DataTable.tsx';
import { DueBadge } from '../../../web/ui/DueBadge.tsx';
import { FilterBar } from '../../../web/ui/FilterBar.tsx';
import { dayText } from '../../../web/ui/moments.ts';
import { EmptyState, Loaded } from '../../../web/ui/States.tsx';
import { matchesWords } from '../../../web/ui/table.ts';
import { useUnits } from '../../units/screens/use-units.ts';
import { standings } from '../rules/standing.ts';
import { StandingTag, Unit } from './report-parts.tsx';

type Row = FindUnitReportsAnswer['reports'][number];

/** Everything that a unit owes in a year, late first: hand in from here. */
export function UnitReports({ year }: { year: number }) {
  const t = useTexts();
  const { user } = useSession();
  const { search } = useAddress();
  const unitId = search.unit || user.unitId;
  const query = useQuery({
    queryKey: ['reports', 'unit', year, unitId],
    queryFn: ({ signal }) =>
      api.findUnitReports({ query: { year, ...(search.unit ? { unitId: search.unit } : {}) }, signal }),
  });
  return (
    <div className="stack">
      <Filters />
      <Loaded query={query}>
        {({ reports }) =>
          reports.length === 0 ? (
            <EmptyState title={t('reports.unitNone')}>{t('reports.unitNoneLead')}</EmptyState>
          ) : (
            <Card>
              <ReportTable rows={reports} year={year} />
            </Card>
          )
        }
      </Loaded>
    </div>
  );
}

/** Who sees every unit chooses one. */
function Filters() {
  const t = useTexts();
  const { standing } = useUnits();
  const { user } = useSession();
  const isOwnOnly = user.role === 'unit-head' || user.role === 'specialist';
  const units = standing.map(({ unitId, shortName }) => ({ value: unitId, label: shortName }));
  const states = standings.map((value) => ({ value, label: t(`reports.standing.${value}`) }));
  return (
    <FilterBar
      filters={[
        ...(isOwnOnly ? [] : [{ kind: 'choice' as const, key: 'unit', label: t('reports.unit'), choices: units }]),
        { kind: 'text', key: 'q', label: t('reports.filterText') },
        { kind: 'choice', key: 'standing', label: t('reports.filterState'), choices: states },
      ]}
    />
  );
}

const ORDER: Readonly<Record<Row['standing'], number>> = {
  overdue: 0,
  returned: 1,
  open: 2,
  missing: 3,
  late: 4,
  'on-time': 5,
};

function ReportTable({ rows, year }: { rows: readonly Row[]; year: number }) {
  const t = useTexts();
  const { search } = useAddress();
  const { q = '', standing = '' } = search;
  const shown = rows
    .filter(
      (row) =>
        (q === '' || matchesWords(`${row.name} ${row.periodName}`, q)) &&
        (standing === '' || row.standing === standing),
    )
    .sort((a, b) => ORDER[a.standing] - ORDER[b.standing] || (a.dueOn < b.dueOn ? -1 : 1));
  return (
    <DataTable
      stacks
      caption={t('reports.unitCaption', { year })}
      columns={useColumns(new Set(rows.map(({ unitId }) => unitId)).size > 1)}
      rows={shown}
      keyOf={({ dutyId, key, unitId }) => `${dutyId} ${key} ${unitId}`}
      toneOf={(row) => (row.standing === 'overdue' ? 'late' : row.standing === 'returned' ? 'risk' : undefined)}
    />
  );
}

const isWaiting = ({ standing }: Row): boolean =>
  standing === 'open' || standing === 'overdue' || standing === 'returned';

function useColumns(hasManyUnits: boolean): Column<Row>[] {
  const t = useTexts();
  const { byId } = useUnits();
  const { today } = useSession();
  return [
    {
      key: 'name',
      title: t('reports.duty'),
      isRowHeader: true,
      isWide: true,
      value: ({ name }) => name,
      show: (row) => (
        <Link
          to="/reports/$dutyId/$periodKey/units/$unitId"
          params={{ dutyId: row.dutyId, periodKey: row.key, unitId: row.unitId }}
        >
          {row.name}
        </Link>
      ),
    },
    { key: 'period', title: t('reports.period'), value: ({ periodName }) => periodName },
    {
      key: 'unit',
      title: t('reports.unit'),
      isHidden: !hasManyUnits,
      value: ({ unitId }) => byId.get(unitId)?.shortName ?? unitId,
      show: ({ unitId }) => <Unit unitId={unitId} />,
    },
    {
      key: 'due',
      title: t('reports.cutOff'),
      value: ({ dueOn }) => dueOn,
      show: (row) =>
        isWaiting(row) ? (
          <DueBadge
            phrase={dayText(row.dueOn)}
            dueOn={row.dueOn}
            today={today}
            workingDaysLeft={row.workingDaysLeft}
            isLate={row.standing === 'overdue'}
          />
        ) : (
          <time dateTime={row.dueOn}>{dayText(row.dueOn)}</time>
        ),
    },
    {
      key: 'standing',
      title: t('reports.standing'),
      value: ({ standing }) => t(`reports.standing.${standing}`),
      show: (row) => (
        <>
          <StandingTag standing={row.standing} daysLate={row.daysLate} />
          {row.state === 'draft' ? <span className="soft"> {t('reports.hasDraft')}</span> : null}
        </>
      ),
    },
    {
      key: 'handedIn',
      title: t('reports.handedInOn'),
      value: ({ firstOn }) => firstOn,
      show: ({ firstOn }) => (firstOn ? <time dateTime={firstOn}>{dayText(firstOn)}</time> : '–'),
    },
    { key: 'returns', title: t('reports.returns'), align: 'end', isHidden: true, value: ({ returns }) => returns },
  ];
}
