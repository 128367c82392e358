import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { api } from '../../../web/client.generated.ts';
import { useTexts } from '../../../web/language.ts';
import { Card } from '../../../web/ui/Card.tsx';
import { dayText, momentText } from '../../../web/ui/moments.ts';
import { PageHead } from '../../../web/ui/PageHead.tsx';
import { Loaded } from '../../../web/ui/States.tsx';
import { StatusTag } from '../../../web/ui/StatusTag.tsx';
import { CompiledFigures } from './CompiledFigures.tsx';
import type { PeriodOnScreen } from './on-screen.ts';
import { PeriodSteps } from './PeriodSteps.tsx';
import { PeriodUnits } from './PeriodUnits.tsx';
import { CutOffs } from './report-parts.tsx';
import { SectionDesk } from './SectionDesk.tsx';

/** The office's page of a period: who is in and who is missing, sums done, units' texts beside the own. */
export function Page() {
  const t = useTexts();
  const { dutyId = '', periodKey = '' } = useParams({ strict: false });
  const query = useQuery({
    queryKey: ['reports', 'period', dutyId, periodKey],
    queryFn: ({ signal }) => api.getReportPeriod({ path: { dutyId, key: periodKey }, signal }),
    refetchOnWindowFocus: false,
  });
  return (
    <Loaded query={query} title={t('reports.title')}>
      {(period) => <PeriodView period={period} />}
    </Loaded>
  );
}

function PeriodView({ period }: { period: PeriodOnScreen }) {
  const t = useTexts();
  return (
    <>
      <PageHead
        title={`${period.name} · ${period.periodName}`}
        lead={<Lead period={period} />}
        crumbs={[
          <Link key="reports" to="/reports">
            {t('reports.title')}
          </Link>,
        ]}
        actions={
          <>
            <a className="strong-link plain" href={`/api/reports/${period.dutyId}/${period.key}/figures.xlsx`} download>
              {t('reports.exportSheet')}
            </a>
            <button type="button" className="strong-link plain" onClick={() => window.print()}>
              {t('web.tablePrint')}
            </button>
          </>
        }
      />
      <div className="stack">
        <Card>
          <CutOffs cutOffs={period.cutOffs} />
        </Card>
        <PeriodSteps period={period} />
        <PeriodUnits period={period} />
        <CompiledFigures period={period} />
        <SectionDesk key={period.takenAt ?? 'none'} period={period} />
        <Events period={period} />
      </div>
    </>
  );
}

/** One sentence: how many are in, who is waited for, whether it is closed and sent. */
function Lead({ period }: { period: PeriodOnScreen }) {
  const t = useTexts();
  const isIn = period.units.filter(({ state }) => state === 'handed-in').length;
  return (
    <>
      <StatusTag tone={period.state === 'closed' ? 'good' : 'teal'}>{t(`reports.state.${period.state}`)}</StatusTag>{' '}
      {t('reports.inOf', { count: isIn, all: period.units.length })}
      {period.sentOn
        ? ` · ${t('reports.sentAs', { number: period.sentNumber ?? '', day: dayText(period.sentOn), upward: period.upward ?? '' })}`
        : ''}
    </>
  );
}

function Events({ period }: { period: PeriodOnScreen }) {
  const t = useTexts();
  if (period.events.length === 0) return null;
  return (
    <Card title={t('reports.trace')}>
      <ol className="events plain-list">
        {period.events.map(({ eventId, at, actorName, kind, note }) => (
          <li key={eventId}>
            {momentText(at)} · {actorName} · {t(`reports.event.${kind as 'closed'}`)}
            {note ? <span className="soft"> · {note}</span> : null}
          </li>
        ))}
      </ol>
    </Card>
  );
}
