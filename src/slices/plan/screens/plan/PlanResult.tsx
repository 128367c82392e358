import { useTexts } from '../../../../web/language.ts';
import { Card } from '../../../../web/ui/Card.tsx';
import { Change, FigureRow, KeyFigure, Points, Rank } from '../../../../web/ui/Figures.tsx';
import { figureText } from '../../../../web/ui/figures.ts';
import type { PlanOnScreen } from './plan-on-screen.ts';

/** Last year in figures: what was reached, what was lost, and how much of the loss no task covers. */
export function PlanResult({ data: { plan, losses, deficits, tasks } }: { data: PlanOnScreen }) {
  const t = useTexts();
  const { result } = plan;
  const uncovered = deficits.filter(({ coverage }) => coverage === 'uncovered').length;
  const done = tasks.filter(({ state }) => state === 'done').length;
  return (
    <Card>
      <FigureRow>
        {result?.total === null || result === null ? null : (
          <KeyFigure
            label={t('plan.resultOf', { year: result.year ?? plan.assessedYear ?? '' })}
            tone="main"
            note={
              <>
                {result.grade ? t('plan.grade', { grade: result.grade }) : null}{' '}
                {result.totalChange === null ? null : <Change change={result.totalChange} />}
              </>
            }
          >
            <Points points={result.total} maximum={result.max} />
          </KeyFigure>
        )}
        {result?.rank === null || result === null || result.rankOf === null ? null : (
          <KeyFigure
            label={t('plan.field.rank')}
            note={result.rankChange === null ? null : <Change change={result.rankChange} />}
          >
            <Rank rank={result.rank} count={result.rankOf} />
          </KeyFigure>
        )}
        <KeyFigure label={t('plan.lost')} note={t('plan.lostNote', { count: deficits.length })}>
          {figureText(losses.total)}
        </KeyFigure>
        <KeyFigure
          label={t('plan.uncoveredPoints')}
          tone={uncovered ? 'lost' : 'plain'}
          note={t('plan.uncoveredNote', { count: uncovered })}
        >
          {figureText(losses.uncovered)}
        </KeyFigure>
        <KeyFigure label={t('plan.tasks')} note={t('plan.tasksDone', { done })}>
          {tasks.length}
        </KeyFigure>
      </FigureRow>
    </Card>
  );
}
