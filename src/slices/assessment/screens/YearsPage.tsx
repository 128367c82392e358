import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTexts } from '../../../web/language.ts';
import { useSession, useYear } from '../../../web/session/session.ts';
import { Change, FigureRow, KeyFigure, Percent } from '../../../web/ui/Figures.tsx';
import { PageHead } from '../../../web/ui/PageHead.tsx';
import { EmptyState, Loaded } from '../../../web/ui/States.tsx';
import { Notice } from '../../../web/ui/StatusTag.tsx';
import { changeOfYears } from '../rules/two-years.ts';
import { indexOnScreen, indexQuery } from './index-on-screen.ts';
import { YearMapCard } from './YearMapCard.tsx';
import { YearsTable } from './YearsTable.tsx';
import { type TwoYears, twoYears, type YearPoints } from './years-on-screen.ts';

/** This year's set and points beside last year's: what became of each leaf, and what cannot be compared. */
export function Page() {
  const t = useTexts();
  const year = useYear();
  const { today } = useSession();
  const [older, newer] = [useQuery(indexQuery(year - 1)), useQuery(indexQuery(year))];
  return (
    <>
      <PageHead
        title={t('results.years', { last: year - 1, year })}
        lead={t('results.yearsLead')}
        crumbs={[
          <Link key="index" to="/index">
            {t('assessment.title')}
          </Link>,
        ]}
      />
      <Loaded query={older}>
        {(before) => (
          <Loaded query={newer}>
            {(now) => {
              const [last, current] = [indexOnScreen(before, today), indexOnScreen(now, today)];
              if (last && current)
                return (
                  <>
                    <Years years={twoYears(last, current)} year={year} />
                    <YearMapCard older={last.set} newer={current.set} data={now} />
                  </>
                );
              const missing = current ? year - 1 : year;
              return <EmptyState title={t('results.noSet', { year: missing })}>{t('results.noSetLead')}</EmptyState>;
            }}
          </Loaded>
        )}
      </Loaded>
    </>
  );
}

function Years({ years, year }: { years: TwoYears; year: number }) {
  const t = useTexts();
  const { before, now } = years;
  const { percentPoints, lines } = changeOfYears(years.rows);
  return (
    <div className="stack">
      <Notice>{t('results.mapNote')}</Notice>
      <FigureRow>
        <YearTotal year={year - 1} points={before} />
        <YearTotal year={year} points={now} />
        <KeyFigure label={t('results.change')} note={t('results.changeNote', { count: lines })}>
          {percentPoints ? <Change change={percentPoints.toFixed()} /> : '–'}
        </KeyFigure>
      </FigureRow>
      <YearsTable rows={years.rows} year={year} />
    </div>
  );
}

function YearTotal({ year, points: { total, source } }: { year: number; points: YearPoints }) {
  const t = useTexts();
  return (
    <KeyFigure
      label={t('results.yearTotal', { year })}
      note={t(`results.source.${source}`, { count: total.leaves })}
      tone="main"
    >
      {total.percent ? <Percent percent={total.percent.toFixed()} /> : '–'}
    </KeyFigure>
  );
}
