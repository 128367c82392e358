import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { api } from '../../../web/client.generated.ts';
import { useTexts } from '../../../web/language.ts';
import { Card } from '../../../web/ui/Card.tsx';
import { dayText } from '../../../web/ui/moments.ts';
import { PageHead } from '../../../web/ui/PageHead.tsx';
import { Loaded } from '../../../web/ui/States.tsx';
import { Notice } from '../../../web/ui/StatusTag.tsx';
import { useUnits } from '../../units/screens/use-units.ts';
import { HandIns } from './HandIns.tsx';
import type { ReportOnScreen } from './on-screen.ts';
import { ReportFields } from './ReportFields.tsx';
import { ReportFiles } from './ReportFiles.tsx';
import { ReturnReport } from './ReturnReport.tsx';
import { CutOffs, StandingTag, Unit } from './report-parts.tsx';

/** One unit's report of a period: figures beside last period's, texts, files, what is asked, hand in. */
export function Page() {
  const t = useTexts();
  const { dutyId = '', periodKey = '', unitId = '' } = useParams({ strict: false });
  const query = useQuery({
    queryKey: ['reports', 'one', dutyId, periodKey, unitId],
    queryFn: ({ signal }) => api.getReport({ path: { dutyId, key: periodKey, unitId }, signal }),
    refetchOnWindowFocus: false,
  });
  return (
    <Loaded query={query} title={t('reports.title')}>
      {(report) => <ReportView key={`${dutyId} ${periodKey} ${unitId} ${report.state}`} report={report} />}
    </Loaded>
  );
}

function ReportView({ report }: { report: ReportOnScreen }) {
  const t = useTexts();
  const { byId } = useUnits();
  const unit = byId.get(report.unitId);
  return (
    <>
      <PageHead
        title={`${report.name} · ${report.periodName}`}
        lead={
          <>
            {unit?.name ?? report.unitId} <StandingTag standing={report.standing} daysLate={report.daysLate} />{' '}
            {t('reports.covers', { first: dayText(report.firstDay), last: dayText(report.lastDay) })}
          </>
        }
        crumbs={[
          <Link key="reports" to="/reports">
            {t('reports.title')}
          </Link>,
          ...(report.may.compile
            ? [
                <Link
                  key="period"
                  to="/reports/$dutyId/$periodKey"
                  params={{ dutyId: report.dutyId, periodKey: report.key }}
                >
                  {t('reports.periodPage')}
                </Link>,
              ]
            : []),
        ]}
      />
      <div className="stack">
        <Card>
          <CutOffs cutOffs={report.cutOffs} />
        </Card>
        <Standing report={report} />
        <ReportFields report={report} />
        <ReportFiles report={report} />
        {report.may.return ? <ReturnReport report={report} /> : null}
        <HandIns report={report} />
      </div>
    </>
  );
}

/** Why it came back, what closing means, whose report it was: a sentence and what to do next. */
function Standing({ report }: { report: ReportOnScreen }) {
  const t = useTexts();
  const [newest] = report.handIns;
  const { handedOver } = report;
  return (
    <>
      {report.state === 'returned' && newest?.returnReason ? (
        <Notice tone="risk">
          {t('reports.returnedWhy', {
            name: newest.returnedByName ?? '',
            reason: newest.returnReason,
            day: dayText(report.againBy ?? ''),
          })}
        </Notice>
      ) : null}
      {report.isClosed ? <Notice>{t('reports.closedNotice')}</Notice> : null}
      {report.state === 'handed-in' && !report.isClosed ? (
        <Notice tone="good">{t('reports.handedInNotice')}</Notice>
      ) : null}
      {handedOver ? (
        <Notice tone="risk">
          {t('reports.handedOver', {
            day: dayText(handedOver.endedOn),
            before: handedOver.daysLateBefore,
            after: handedOver.daysLateAfter,
          })}{' '}
          {handedOver.successorIds.map((unitId) => (
            <Unit key={unitId} unitId={unitId} />
          ))}
        </Notice>
      ) : null}
      {report.fromUnitId ? (
        <Notice>
          {t('reports.draftOf')} <Unit unitId={report.fromUnitId} />
        </Notice>
      ) : null}
    </>
  );
}
