import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useAddress } from '../../../web/address.ts';
import { api, type GetMyWorkAnswer } from '../../../web/client.generated.ts';
import { useLanguage, useTexts } from '../../../web/language.ts';
import { Card } from '../../../web/ui/Card.tsx';
import { type Filter, FilterBar } from '../../../web/ui/FilterBar.tsx';
import { dayText } from '../../../web/ui/moments.ts';
import { PageHead } from '../../../web/ui/PageHead.tsx';
import { EmptyState, Loaded } from '../../../web/ui/States.tsx';
import { waitingSteps } from '../../deadlines/index.ts';
import { stepText } from '../../notifications/index.ts';
import { workDues } from '../rules/my-work.ts';
import { MyWorkTable } from './MyWorkTable.tsx';
import { myWorkQueryOf, sources } from './my-work-query.ts';

function useFilters(unowned: number): Filter[] {
  const t = useTexts();
  const language = useLanguage();
  return [
    {
      kind: 'choice',
      key: 'scope',
      label: t('dashboard.scope'),
      choices: [
        { value: 'unit', label: t('dashboard.unitScope') },
        ...(unowned > 0 ? [{ value: 'unowned', label: t('dashboard.unownedScope') }] : []),
      ],
      emptyText: t('dashboard.mine'),
    },
    {
      kind: 'choice',
      key: 'due',
      label: t('dashboard.due'),
      choices: workDues.map((value) => ({ value, label: t(`dashboard.due.${value}`) })),
    },
    {
      kind: 'choice',
      key: 'source',
      label: t('dashboard.source'),
      choices: sources.map((value) => ({ value, label: t(`dashboard.source.${value}`) })),
    },
    {
      kind: 'choice',
      key: 'step',
      label: t('dashboard.step'),
      choices: waitingSteps.map((value) => ({ value, label: stepText(value, language) })),
    },
    { kind: 'text', key: 'q', label: t('dashboard.search') },
  ];
}

/** One list of everything that waits for me, whatever its kind: late first, then by day, then by points. */
export function Page() {
  const t = useTexts();
  const { search } = useAddress();
  const asked = myWorkQueryOf(search);
  const query = useQuery({
    queryKey: ['my-work', asked],
    queryFn: ({ signal }) => api.getMyWork({ query: asked, signal }),
    placeholderData: keepPreviousData,
  });
  const counts = query.data?.counts;
  const lead = counts && counts.late > 0 ? 'dashboard.leadLate' : 'dashboard.leadCalm';
  return (
    <>
      <PageHead
        title={t('dashboard.myWork')}
        lead={counts && counts.all > 0 ? t(lead, { late: counts.late, week: counts.week, all: counts.all }) : undefined}
      />
      <FilterBar filters={useFilters(counts?.unowned ?? 0)} />
      {counts && counts.unowned > 0 && asked.scope === 'mine' ? (
        <p className="soft">
          <Link to="/my-work" search={{ scope: 'unowned' }}>
            {t('dashboard.unowned', { count: counts.unowned })}
          </Link>
        </p>
      ) : null}
      <Card>
        <Loaded query={query}>
          {(work) => (work.lines.length === 0 ? <NothingWaits work={work} /> : <MyWorkTable work={work} />)}
        </Loaded>
      </Card>
    </>
  );
}

function NothingWaits({ work: { counts, nextOn } }: { work: GetMyWorkAnswer }) {
  const t = useTexts();
  if (counts.all === 0) return <EmptyState title={t('dashboard.noneTitle')}>{t('dashboard.noneLead')}</EmptyState>;
  return (
    <EmptyState title={t('dashboard.noneFits')} action={<Link to="/my-work">{t('dashboard.showAll')}</Link>}>
      {nextOn === null ? null : t('dashboard.noneUntil', { day: dayText(nextOn) })}
    </EmptyState>
  );
}
