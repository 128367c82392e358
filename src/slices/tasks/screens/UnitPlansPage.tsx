import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, type FindUnitPlansAnswer } from '../../../web/client.generated.ts';
import { useTexts } from '../../../web/language.ts';
import { useYear } from '../../../web/session/session.ts';
import { Card } from '../../../web/ui/Card.tsx';
import { DataTable } from '../../../web/ui/DataTable.tsx';
import { dayText } from '../../../web/ui/moments.ts';
import { PageHead } from '../../../web/ui/PageHead.tsx';
import { EmptyState, Loaded } from '../../../web/ui/States.tsx';
import { StatusTag, type Tone } from '../../../web/ui/StatusTag.tsx';
import { useUnits } from '../../units/screens/use-units.ts';
import { TaskViews } from './TaskViews.tsx';

type Line = FindUnitPlansAnswer['plans'][number];
const tones = { drafting: 'plain', 'handed-in': 'teal', returned: 'risk', approved: 'good' } as const satisfies Record<
  NonNullable<Line['state']>,
  Tone
>;

/** Every unit with its own plan of the year; who has none is listed. */
export function Page() {
  const t = useTexts();
  const year = useYear();
  const query = useQuery({
    queryKey: ['unit-plans', year],
    queryFn: ({ signal }) => api.findUnitPlans({ query: { year }, signal }),
  });
  const missing = (query.data?.plans ?? []).filter(({ handedInOn }) => handedInOn === null).length;
  return (
    <>
      <PageHead
        title={t('unitPlans.unitPlans')}
        lead={query.data ? t('unitPlans.unitPlansLead', { day: dayText(query.data.due), missing }) : undefined}
      />
      <TaskViews />
      <Loaded query={query}>{({ plans }) => <Plans plans={plans} />}</Loaded>
    </>
  );
}

function Plans({ plans }: { plans: readonly Line[] }) {
  const t = useTexts();
  const { byId } = useUnits();
  const nameOf = (unitId: string): string => byId.get(unitId)?.name ?? unitId;
  if (plans.length === 0) return <EmptyState>{t('unitPlans.noUnitPlans')}</EmptyState>;
  return (
    <Card>
      <DataTable
        stacks
        caption={t('unitPlans.unitPlans')}
        rows={plans}
        keyOf={({ unitId }) => unitId}
        toneOf={({ handedInOn, isLate }) => (handedInOn === null && isLate ? 'late' : undefined)}
        columns={[
          {
            key: 'unit',
            title: t('tasks.unit'),
            isRowHeader: true,
            value: ({ unitId }) => nameOf(unitId),
            show: ({ unitId }) => (
              <Link to="/unit-plans/$unitId" params={{ unitId }}>
                {nameOf(unitId)}
              </Link>
            ),
          },
          {
            key: 'state',
            title: t('task.stateTitle'),
            value: ({ state }) => state ?? '',
            show: ({ state, isLate }) => (
              <>
                {state === null ? (
                  <StatusTag>{t('unitPlans.unitPlanNone')}</StatusTag>
                ) : (
                  <StatusTag tone={tones[state]}>{t(`unitPlans.unitPlan.${state}`)}</StatusTag>
                )}{' '}
                {isLate ? <StatusTag tone="late">{t('tasks.lateMark')}</StatusTag> : null}
              </>
            ),
          },
          { key: 'items', title: t('unitPlans.lines'), align: 'end', value: ({ items }) => items },
          {
            key: 'handedIn',
            title: t('unitPlans.handedInOn'),
            value: ({ handedInOn }) => handedInOn,
            show: ({ handedInOn }) => (handedInOn ? dayText(handedInOn) : ''),
          },
          { key: 'reason', title: t('tasks.reason'), isWide: true, value: ({ reason }) => reason ?? '' },
        ]}
      />
    </Card>
  );
}
