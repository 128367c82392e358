import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, type FindDutiesAnswer } from '../../../web/client.generated.ts';
import { useTexts } from '../../../web/language.ts';
import { Card } from '../../../web/ui/Card.tsx';
import { type Column, DataTable } from '../../../web/ui/DataTable.tsx';
import { dayText } from '../../../web/ui/moments.ts';
import { PageHead } from '../../../web/ui/PageHead.tsx';
import { EmptyState, Loaded } from '../../../web/ui/States.tsx';
import { Unit } from './report-parts.tsx';

type Duty = FindDutiesAnswer['duties'][number];

/** Every report duty of the agency: who receives it, by when, since when. */
export function Page() {
  const t = useTexts();
  const query = useQuery({ queryKey: ['duties'], queryFn: ({ signal }) => api.findDuties({ signal }) });
  return (
    <>
      <PageHead
        title={t('reports.duties')}
        lead={t('duties.dutiesLead')}
        crumbs={[
          <Link key="reports" to="/reports">
            {t('reports.title')}
          </Link>,
        ]}
        actions={
          <Link className="strong-link" to="/reports/duties/new">
            {t('duties.newDuty')}
          </Link>
        }
      />
      <Loaded query={query}>
        {({ duties }) =>
          duties.length === 0 ? (
            <EmptyState title={t('reports.none')}>{t('reports.noneLead')}</EmptyState>
          ) : (
            <Card>
              <DutyTable duties={duties} />
            </Card>
          )
        }
      </Loaded>
    </>
  );
}

function DutyTable({ duties }: { duties: readonly Duty[] }) {
  const t = useTexts();
  const columns: Column<Duty>[] = [
    {
      key: 'name',
      title: t('reports.duty'),
      isRowHeader: true,
      isWide: true,
      value: ({ name }) => name,
      show: ({ dutyId, name }) => (
        <Link to="/reports/duties/$dutyId" params={{ dutyId }}>
          {name}
        </Link>
      ),
    },
    { key: 'regime', title: t('duties.regime'), value: ({ regimeId }) => t(`duties.regime.${regimeId as 'par'}`) },
    {
      key: 'stages',
      title: t('duties.cutOffs'),
      isWide: true,
      value: ({ stages }) => stages.map(({ stage, text }) => `${t(`reports.stage.${stage}`)}: ${text}`).join('; '),
    },
    {
      key: 'receivers',
      title: t('duties.receivers'),
      value: ({ receivers }) => receivers.join(', '),
      show: ({ receivers }) => receivers.map((unitId) => <Unit key={unitId} unitId={unitId} />),
    },
    { key: 'upward', title: t('duties.upward'), value: ({ upward }) => upward },
    {
      key: 'validFrom',
      title: t('duties.validFrom'),
      value: ({ validFrom }) => validFrom,
      show: ({ validFrom, endsOn }) => (
        <>
          {dayText(validFrom)}
          {endsOn ? <span className="soft"> {t('duties.until', { day: dayText(endsOn) })}</span> : null}
        </>
      ),
    },
    { key: 'number', title: t('duties.version'), align: 'end', value: ({ number }) => number },
  ];
  return (
    <DataTable stacks caption={t('reports.duties')} columns={columns} rows={duties} keyOf={({ dutyId }) => dutyId} />
  );
}
