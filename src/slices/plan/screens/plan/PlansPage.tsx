import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, type FindPlansAnswer } from '../../../../web/client.generated.ts';
import { useTexts } from '../../../../web/language.ts';
import { useRights, useYear } from '../../../../web/session/session.ts';
import { Card } from '../../../../web/ui/Card.tsx';
import { PageHead } from '../../../../web/ui/PageHead.tsx';
import { EmptyState, ForbiddenState, Loaded } from '../../../../web/ui/States.tsx';
import { PlanFacts } from './PlanFacts.tsx';

/** The plans of a year, the newest first. */
export function Page() {
  const t = useTexts();
  const year = useYear();
  const hasRight = useRights();
  const query = useQuery({
    queryKey: ['plans', year],
    queryFn: ({ signal }) => api.findPlans({ query: { year }, signal }),
    enabled: hasRight('plan.read'),
  });
  return (
    <>
      <PageHead title={t('plan.plansTitle')} lead={t('plan.plansLead', { year })} actions={<ToUpload />} />
      {hasRight('plan.read') ? (
        <Loaded query={query}>{({ plans }) => <PlanList plans={plans} year={year} />}</Loaded>
      ) : (
        <ForbiddenState />
      )}
    </>
  );
}

/** Only those who may read documents in are led there. */
function ToUpload() {
  const t = useTexts();
  return useRights()('plan.review') ? (
    <Link to="/plans/reviews" className="button-link">
      {t('plan.readDocument')}
    </Link>
  ) : null;
}

type PlanListProps = { plans: FindPlansAnswer['plans']; year: number };

function PlanList({ plans, year }: PlanListProps) {
  const t = useTexts();
  if (!plans.length)
    return (
      <EmptyState title={t('plan.plansNone', { year })} action={<ToUpload />}>
        {t('plan.plansNoneLead')}
      </EmptyState>
    );
  return (
    <Card>
      <ul className="things">
        {plans.map((plan) => (
          <li key={plan.planId}>
            <b>{plan.planYear}</b>
            <div>
              <Link to="/plans/$planId" params={{ planId: plan.planId }} className="things-title">
                {plan.title || t('plan.untitled')}
              </Link>
              <div className="soft">
                <PlanFacts plan={plan} />
              </div>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}
