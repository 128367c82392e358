import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { GetOverviewAnswer } from '../../../../web/client.generated.ts';
import { useTexts } from '../../../../web/language.ts';
import { useRights, useSession, useYear } from '../../../../web/session/session.ts';
import { AreaBars } from '../../../../web/ui/AreaBars.tsx';
import { Card } from '../../../../web/ui/Card.tsx';
import { FigureRow, KeyFigure, Points, Rank } from '../../../../web/ui/Figures.tsx';
import { dayText } from '../../../../web/ui/moments.ts';
import { PageHead } from '../../../../web/ui/PageHead.tsx';
import { EmptyState, Loaded } from '../../../../web/ui/States.tsx';
import { Waterfall } from '../../../../web/ui/Waterfall.tsx';
import { AreasCard } from '../../../assessment/screens/IndexAreas.tsx';
import { type IndexOnScreen, indexOnScreen, indexQuery } from '../../../assessment/screens/index-on-screen.ts';
import { IndexKeyFigures } from '../../../assessment/screens/overview/IndexKeyFigures.tsx';
import { headlineOf, outlookOf } from '../../../assessment/screens/overview/index-headline.ts';
import { DoNow } from './DoNow.tsx';
import { overviewQuery } from './overview-query.ts';
import { UncoveredLosses } from './UncoveredLosses.tsx';
import { UnitTable } from './UnitTable.tsx';

/** Where do we stand, and what should I do now? */
export function Page() {
  const year = useYear();
  const { today } = useSession();
  const query = useQuery(overviewQuery(year));
  const asked = useQuery({ ...indexQuery(year), enabled: useRights()('index.read') });
  const index = useMemo(() => (asked.data ? indexOnScreen(asked.data, today) : null), [asked.data, today]);
  return (
    <Loaded query={query}>
      {(overview) =>
        overview.plan || index ? <Overview overview={overview} index={index} /> : <Beginning year={year} />
      }
    </Loaded>
  );
}

function Beginning({ year }: { year: number }) {
  const t = useTexts();
  const hasRight = useRights();
  return (
    <>
      <PageHead title={t('task.overview')} />
      <Card>
        <EmptyState
          title={t('task.beginTitle', { year })}
          action={
            <p className="steps">
              <Link to="/units">{t('task.begin1')}</Link>
              {hasRight('users.read') ? <Link to="/users">{t('task.begin3')}</Link> : null}
            </p>
          }
        >
          {t('task.beginLead')}
        </EmptyState>
      </Card>
    </>
  );
}

type OverviewProps = { overview: GetOverviewAnswer };
type WholeProps = OverviewProps & { index: IndexOnScreen | null };

function useHeadline({ overview: { counts }, index }: WholeProps): string {
  const t = useTexts();
  const { agency } = useSession();
  if (index) return headlineOf(outlookOf(index, agency.name), index, t);
  if (counts.late > 0) return t('task.headlineLate', { late: counts.late, soon: counts.dueSoon });
  return counts.dueSoon > 0 ? t('task.headlineSoon', { soon: counts.dueSoon }) : t('task.headlineCalm');
}

/** The day it holds for, when the figures close, and what is still without figures. */
function useLead({ overview: { plan, today, counts }, index }: WholeProps): string {
  const t = useTexts();
  const { agency } = useSession();
  if (!index) return t('task.asOf', { day: dayText(today), title: plan?.title ?? '' });
  const { daysLeft, withoutFigures } = outlookOf(index, agency.name);
  const { closingOn, frozenAt } = index.data.settings ?? { closingOn: null, frozenAt: null };
  return [
    t('overview.lead', { day: dayText(today) }),
    frozenAt ? t('overview.closed') : null,
    !frozenAt && closingOn && daysLeft !== null && daysLeft >= 0
      ? t('overview.closing', { days: daysLeft, day: dayText(closingOn) })
      : null,
    withoutFigures ? t('overview.withoutFigures', { count: withoutFigures }) : null,
    counts.late > 0 ? t('task.headlineLate', { late: counts.late, soon: counts.dueSoon }) : null,
  ]
    .filter(Boolean)
    .join(' · ');
}

function Overview({ overview, index }: WholeProps) {
  const t = useTexts();
  const { plan, areas } = overview;
  const assessed = plan?.assessedYear ?? (plan?.planYear ?? 0) - 1;
  const bars = areas.flatMap(({ ordinal, name, score, max }) =>
    score === null || max === null
      ? []
      : [{ key: String(ordinal), name, maximum: max, soFar: score, forecast: null, lastYear: null, change: null }],
  );
  const hasBars = index !== null || bars.length > 0;
  return (
    <>
      <PageHead
        title={useHeadline({ overview, index })}
        lead={useLead({ overview, index })}
        actions={
          index ? (
            <Link to="/index" hash="next" className="strong-link">
              {t('overview.whatNext')}
            </Link>
          ) : null
        }
      />
      <div className="stack">
        {index ? <IndexKeyFigures index={index} /> : <KeyFigures overview={overview} />}
        <div className="grid">
          {index ? (
            <AreasCard index={index} />
          ) : bars.length ? (
            <Card title={t('task.byArea', { year: assessed })} wide={7}>
              <AreaBars caption={t('task.byArea', { year: assessed })} areas={bars} />
            </Card>
          ) : null}
          <DoNow overview={overview} wide={5} />
          {Number(overview.losses.total) > 0 ? (
            <LossesCard overview={overview} assessedYear={assessed} wide={hasBars ? 4 : 7} />
          ) : null}
          <UncoveredLosses overview={overview} assessedYear={assessed} />
          <UnitTable overview={overview} />
        </div>
      </div>
    </>
  );
}

const stepKinds = [
  ['won-back', 'done'],
  ['covered', 'doing'],
  ['unexplained', 'risk'],
  ['uncovered', 'lost'],
] as const;

type LossesCardProps = OverviewProps & { assessedYear: number; wide: 4 | 7 };

function LossesCard({ overview: { losses }, assessedYear, wide }: LossesCardProps) {
  const t = useTexts();
  const title = t('task.whereLost', { year: assessedYear });
  const parts = stepKinds.map(([key, kind]) => ({ key, label: t(`task.step.${key}`), points: losses[key], kind }));
  const steps = [
    { key: 'total', label: t('task.step.total'), points: losses.total, kind: 'total' as const },
    ...parts.filter(({ points }) => Number(points) > 0),
  ];
  return (
    <Card title={title} wide={wide}>
      <Waterfall caption={title} steps={steps} />
    </Card>
  );
}

function KeyFigures({ overview: { plan, losses, counts, uncovered } }: OverviewProps) {
  const t = useTexts();
  const result = plan?.result;
  return (
    <Card>
      <FigureRow>
        {result?.total != null ? (
          <KeyFigure
            label={t('task.lastResult', { year: result.year ?? '' })}
            tone="main"
            note={result.grade ? t('task.grade', { grade: result.grade }) : undefined}
          >
            <Points points={String(result.total)} maximum={result.max === null ? null : String(result.max)} />
          </KeyFigure>
        ) : null}
        {result?.rank != null ? (
          <KeyFigure label={t('task.rank')} note={<RankChange change={result.rankChange} />}>
            {result.rankOf === null ? result.rank : <Rank rank={result.rank} count={result.rankOf} />}
          </KeyFigure>
        ) : null}
        <KeyFigure
          label={t('task.lost')}
          note={result?.max == null ? undefined : t('task.lostNote', { max: String(result.max).replace('.', ',') })}
        >
          <Points points={losses.total} />
        </KeyFigure>
        <KeyFigure
          label={t('task.uncovered')}
          tone={Number(losses.uncovered) > 0 ? 'lost' : 'plain'}
          note={t('task.uncoveredNote', { count: uncovered.length })}
        >
          <Points points={losses.uncovered} />
        </KeyFigure>
        <KeyFigure label={t('task.openTasks')} note={t('task.openTasksNote', { done: counts.done })}>
          {counts.open}
        </KeyFigure>
      </FigureRow>
    </Card>
  );
}

function RankChange({ change }: { change: number | null }) {
  const t = useTexts();
  if (!change) return null;
  return change > 0 ? t('task.rankUp', { places: change }) : t('task.rankDown', { places: -change });
}
