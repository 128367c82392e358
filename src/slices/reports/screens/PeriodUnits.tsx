import { Link } from '@tanstack/react-router';
import { useTexts } from '../../../web/language.ts';
import { Card } from '../../../web/ui/Card.tsx';
import { type Column, DataTable } from '../../../web/ui/DataTable.tsx';
import { dayText } from '../../../web/ui/moments.ts';
import { Notice, StatusTag } from '../../../web/ui/StatusTag.tsx';
import { useUnits } from '../../units/screens/use-units.ts';
import type { PeriodOnScreen } from './on-screen.ts';
import { StandingTag, Unit } from './report-parts.tsx';

type Row = PeriodOnScreen['units'][number];

/** Who is in, late, missing; what changed since the office compiled last. */
export function PeriodUnits({ period }: { period: PeriodOnScreen }) {
  const t = useTexts();
  const { byId } = useUnits();
  const waited = period.units.filter(({ standing }) => standing === 'overdue' || standing === 'missing');
  const names = waited.map(({ unitId }) => byId.get(unitId)?.shortName ?? unitId).join(', ');
  return (
    <Card title={t('reports.unitsTitle')}>
      <div className="stack">
        {waited.length > 0 ? (
          <Notice tone="late">
            {t(period.isClosed ? 'reports.missingUnits' : 'reports.overdueUnits', { count: waited.length, names })}
          </Notice>
        ) : null}
        <DataTable
          stacks
          name="units-"
          caption={t('reports.unitsCaption', { name: period.name, period: period.periodName })}
          columns={useColumns(period)}
          rows={period.units}
          keyOf={({ unitId }) => unitId}
          toneOf={({ standing }) => (standing === 'overdue' ? 'late' : standing === 'returned' ? 'risk' : undefined)}
        />
      </div>
    </Card>
  );
}

const CHANGE_TONES = { new: 'teal', changed: 'risk', same: 'plain', gone: 'risk' } as const;

function useColumns({ dutyId, key: periodKey, form }: PeriodOnScreen): Column<Row>[] {
  const t = useTexts();
  const { byId } = useUnits();
  const labels = new Map(form.sections.map(({ key, label }) => [key, label]));
  return [
    {
      key: 'unit',
      title: t('reports.unit'),
      isRowHeader: true,
      value: ({ unitId }) => byId.get(unitId)?.shortName ?? unitId,
      show: ({ unitId }) => (
        <Link to="/reports/$dutyId/$periodKey/units/$unitId" params={{ dutyId, periodKey, unitId }}>
          <Unit unitId={unitId} />
        </Link>
      ),
    },
    {
      key: 'standing',
      title: t('reports.standing'),
      value: ({ standing }) => t(`reports.standing.${standing}`),
      show: (row) => <StandingTag standing={row.standing} daysLate={row.daysLate} />,
    },
    {
      key: 'first',
      title: t('reports.handedInOn'),
      value: ({ firstOn }) => firstOn,
      show: ({ firstOn }) => (firstOn ? <time dateTime={firstOn}>{dayText(firstOn)}</time> : '–'),
    },
    { key: 'returns', title: t('reports.returns'), align: 'end', value: ({ returns }) => returns },
    {
      key: 'change',
      title: t('reports.sinceCompiled'),
      value: ({ change }) => (change ? t(`reports.change.${change}`) : null),
      show: ({ change }) =>
        change ? <StatusTag tone={CHANGE_TONES[change]}>{t(`reports.change.${change}`)}</StatusTag> : '–',
    },
    {
      key: 'notes',
      title: t('reports.toLookAt'),
      isWide: true,
      value: (row) => notesOf(row, labels, t('reports.repeats')),
    },
  ];
}

/** What a unit said about odd figures, and sections that repeat last period word for word. */
function notesOf(
  { confirmations, repeated }: Row,
  labels: ReadonlyMap<string, string>,
  repeats: string,
): string | null {
  const said = confirmations.map(({ value, note }) => `${value}: ${note}`);
  const same = repeated.map((key) => `${repeats} ${labels.get(key) ?? key}`);
  const notes = [...said, ...same].join('; ');
  return notes === '' ? null : notes;
}
