import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { api } from '../../../../web/client.generated.ts';
import { useTexts } from '../../../../web/language.ts';
import { useRights } from '../../../../web/session/session.ts';
import { AreaBars } from '../../../../web/ui/AreaBars.tsx';
import { Card } from '../../../../web/ui/Card.tsx';
import { PageHead } from '../../../../web/ui/PageHead.tsx';
import { ForbiddenState, Loaded } from '../../../../web/ui/States.tsx';
import { Coverage } from './Coverage.tsx';
import { IdleTasks } from './IdleTasks.tsx';
import { Obligations } from './Obligations.tsx';
import { PlanFacts } from './PlanFacts.tsx';
import { PlanResult } from './PlanResult.tsx';
import { PlanTable } from './PlanTable.tsx';
import type { PlanOnScreen } from './plan-on-screen.ts';
import './plan.css';

/** A plan that runs: what was lost, which task wins it back, and the whole as it is printed. */
export function Page() {
  const { planId = '' } = useParams({ strict: false });
  const mayRead = useRights()('plan.read');
  const query = useQuery({
    queryKey: ['plan', planId],
    queryFn: ({ signal }) => api.getPlan({ path: { planId }, signal }),
    enabled: mayRead,
  });
  return mayRead ? <Loaded query={query}>{(data) => <Plan data={data} />}</Loaded> : <ForbiddenState />;
}

function Plan({ data }: { data: PlanOnScreen }) {
  const t = useTexts();
  const hasRight = useRights();
  const { plan, areas, tasks } = data;
  const stated = areas.flatMap(({ ordinal, name, score, max }) =>
    score === null || max === null
      ? []
      : [{ key: String(ordinal), name, maximum: max, soFar: score, forecast: null, lastYear: null, change: null }],
  );
  return (
    <>
      <PageHead
        title={plan.title || t('plan.untitled')}
        lead={<PlanFacts plan={plan} />}
        crumbs={[
          <Link key="plans" to="/plans" search={{ year: String(plan.planYear) }}>
            {t('plan.plansTitle')}
          </Link>,
        ]}
        actions={
          <>
            <Button onClick={() => window.print()}>{t('plan.print')}</Button>
            {hasRight('task.change') ? (
              <Link
                to="/tasks/new"
                search={{ year: String(plan.planYear), plan: plan.planId }}
                className="button-link button-link-main"
              >
                {t('plan.newTask')}
              </Link>
            ) : null}
          </>
        }
      />
      <div className="stack">
        <PlanResult data={data} />
        {stated.length ? (
          <Card title={t('plan.byArea', { year: plan.assessedYear ?? plan.planYear - 1 })}>
            <AreaBars caption={t('plan.byArea', { year: plan.assessedYear ?? plan.planYear - 1 })} areas={stated} />
          </Card>
        ) : null}
        <Coverage data={data} />
        <IdleTasks tasks={tasks} />
        <PlanTable data={data} />
        <Obligations obligations={data.obligations} />
      </div>
    </>
  );
}
