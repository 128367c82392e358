import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useAddress } from '../../../web/address.ts';
import { api, type FindPlansAnswer } from '../../../web/client.generated.ts';
import { useTexts } from '../../../web/language.ts';
import { useRights, useSession, useYear } from '../../../web/session/session.ts';
import { ChoiceField } from '../../../web/ui/Field.tsx';
import { PageHead } from '../../../web/ui/PageHead.tsx';
import { EmptyState, Loaded } from '../../../web/ui/States.tsx';
import { Notice } from '../../../web/ui/StatusTag.tsx';
import { type IndexOnScreen, indexOnScreen, indexQuery } from './index-on-screen.ts';
import { Losses } from './Losses.tsx';

type PlanHead = FindPlansAnswer['plans'][number];

/** Lost points of last year, as the appraised result gives them and as this year's plan states them. */
export function Page() {
  const t = useTexts();
  const year = useYear();
  const { today } = useSession();
  const mayReadPlans = useRights()('plan.read');
  const query = useQuery(indexQuery(year - 1));
  return (
    <>
      <PageHead
        title={t('results.losses', { year: year - 1 })}
        lead={t('results.lossesLead', { year })}
        crumbs={[
          <Link key="index" to="/index">
            {t('assessment.title')}
          </Link>,
        ]}
      />
      <Loaded query={query}>
        {(data) => {
          const index = indexOnScreen(data, today);
          if (!index)
            return <EmptyState title={t('results.noSet', { year: year - 1 })}>{t('results.noSetLead')}</EmptyState>;
          return mayReadPlans ? <WithPlan index={index} /> : <Losses index={index} plan={null} />;
        }}
      </Loaded>
    </>
  );
}

/** The plan that the address names, else the one that answers to last year's result, else any of the year. */
function choosePlan(plans: readonly PlanHead[], asked: string | undefined, assessedYear: number): PlanHead | null {
  const named = plans.find(({ planId }) => planId === asked);
  const answering = plans.find((plan) => plan.kind === 'remediation-plan' && plan.assessedYear === assessedYear);
  return named ?? answering ?? plans[0] ?? null;
}

function WithPlan({ index }: { index: IndexOnScreen }) {
  const t = useTexts();
  const { search, change } = useAddress();
  const year = index.data.year + 1;
  const query = useQuery({
    queryKey: ['plans', year],
    queryFn: ({ signal }) => api.findPlans({ query: { year }, signal }),
  });
  return (
    <Loaded query={query}>
      {({ plans }) => {
        const plan = choosePlan(plans, search.plan, index.data.year);
        return (
          <div className="stack">
            {plan && plans.length > 1 ? (
              <div className="form">
                <ChoiceField
                  name="plan"
                  label={t('results.plan')}
                  value={plan.planId}
                  choices={plans.map(({ planId, title }) => ({ value: planId, label: title }))}
                  onChange={(planId) => change({ plan: planId })}
                />
              </div>
            ) : null}
            {plan ? <PlanLosses index={index} planId={plan.planId} /> : <WithoutPlan index={index} />}
          </div>
        );
      }}
    </Loaded>
  );
}

function WithoutPlan({ index }: { index: IndexOnScreen }) {
  const t = useTexts();
  return (
    <>
      <Notice tone="risk">
        {t('results.noPlan', { year: index.data.year + 1 })}
        <div>
          <Link to="/plans/reviews">{t('results.readPlan')}</Link>
        </div>
      </Notice>
      <Losses index={index} plan={null} />
    </>
  );
}

function PlanLosses({ index, planId }: { index: IndexOnScreen; planId: string }) {
  const query = useQuery({
    queryKey: ['plan', planId],
    queryFn: ({ signal }) => api.getPlan({ path: { planId }, signal }),
  });
  return <Loaded query={query}>{(plan) => <Losses index={index} plan={plan} />}</Loaded>;
}
