import { Link } from '@tanstack/react-router';
import { Decimal } from '../../../../kernel/decimal.ts';
import { useTexts } from '../../../../web/language.ts';
import { useSession } from '../../../../web/session/session.ts';
import { Card } from '../../../../web/ui/Card.tsx';
import { Change, FigureRow, KeyFigure, Points } from '../../../../web/ui/Figures.tsx';
import { figureText, shareOf } from '../../../../web/ui/figures.ts';
import type { IndexOnScreen } from '../index-on-screen.ts';
import { outlookOf } from './index-headline.ts';
import './overview.css';

const one = (value: Decimal): string => figureText(value.toDecimalPlaces(1).toFixed());

/** Forecast first, then last year, target, rank, and what nobody is winning back. */
export function IndexKeyFigures({ index }: { index: IndexOnScreen }) {
  const t = useTexts();
  const { agency } = useSession();
  const { forecast, data, start } = index;
  const { places, last, uncovered } = outlookOf(index, agency.name);
  const { low, likely, high } = forecast.total;
  const target = data.settings?.target ? new Decimal(data.settings.target) : null;
  const short = target?.minus(likely);
  return (
    <Card>
      <FigureRow>
        <KeyFigure
          label={t('overview.forecast')}
          tone="main"
          note={
            <>
              <RangeBar low={low} likely={likely} high={high} possible={forecast.possible} />
              {one(low)} – {one(high)}
            </>
          }
        >
          <Points points={likely.toDecimalPlaces(1).toFixed()} maximum={forecast.possible.toFixed()} />
        </KeyFigure>
        <KeyFigure
          label={t('assessment.soFar')}
          note={start.points.grade ? t('overview.gradeNow', { grade: start.points.grade }) : null}
        >
          {figureText(start.points.total.toFixed())}
        </KeyFigure>
        {last ? (
          <KeyFigure
            label={t('assessment.lastYear')}
            note={<Change change={likely.minus(last).toDecimalPlaces(1).toFixed()} />}
          >
            {figureText(last.toFixed())}
          </KeyFigure>
        ) : null}
        {target && short ? (
          <KeyFigure
            label={t('assessment.target')}
            note={
              short.greaterThan(0) ? t('overview.targetShort', { points: one(short) }) : t('overview.targetReached')
            }
          >
            {figureText(target.toFixed())}
          </KeyFigure>
        ) : null}
        {places ? (
          <KeyFigure
            label={t('assessment.rank')}
            note={
              places.toNext
                ? t('overview.oneUp', {
                    points: figureText(places.toNext.toDecimalPlaces(2, Decimal.ROUND_UP).toFixed()),
                  })
                : null
            }
          >
            <Link to="/index/ranking" className="plain-link nowrap">
              {places.last === null ? '' : `${places.last} → `}
              {places.best === places.worst ? places.best : `${places.best}–${places.worst}`}
              <span className="points-maximum">/{places.count}</span>
            </Link>
          </KeyFigure>
        ) : null}
        <KeyFigure
          label={t('overview.uncovered')}
          tone={uncovered.points.greaterThan(0) ? 'lost' : 'plain'}
          note={
            <Link to="/index" search={{ show: 'no-task' }}>
              {t('overview.uncoveredNote', { count: uncovered.leaves })}
            </Link>
          }
        >
          {figureText(uncovered.points.toFixed())}
        </KeyFigure>
      </FigureRow>
    </Card>
  );
}

type RangeBarProps = { low: Decimal; likely: Decimal; high: Decimal; possible: Decimal };

/** Where low, likely and high lie in the possible points; the figures stand beside it. */
function RangeBar({ low, likely, high, possible }: RangeBarProps) {
  const at = (value: Decimal): number => 100 * shareOf(value.toFixed(), possible.toFixed());
  return (
    <span className="range-bar" aria-hidden="true">
      <span className="range-bar-span" style={{ left: `${at(low)}%`, width: `${at(high) - at(low)}%` }} />
      <span className="range-bar-likely" style={{ left: `${at(likely)}%` }} />
    </span>
  );
}
