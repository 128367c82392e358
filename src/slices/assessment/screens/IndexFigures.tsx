import { Decimal } from '../../../kernel/decimal.ts';
import { useTexts } from '../../../web/language.ts';
import { useSession } from '../../../web/session/session.ts';
import { Card } from '../../../web/ui/Card.tsx';
import { Change, FigureRow, KeyFigure, Points, Rank } from '../../../web/ui/Figures.tsx';
import { figureText, percentText } from '../../../web/ui/figures.ts';
import { Notice } from '../../../web/ui/StatusTag.tsx';
import { type IndexOnScreen, otherContenders, placeAmong, sumOfCodes, tiesOf } from './index-on-screen.ts';

/** The year in a row of figures: so far, forecast, last year, target, rank, lost. */
export function IndexFigures({ index }: { index: IndexOnScreen }) {
  const t = useTexts();
  const { agency } = useSession();
  const { data, set, start, forecast, lastYear } = index;
  const { points } = start;
  const last = sumOfCodes(
    set.leaves.map(({ code }) => code),
    lastYear,
  );
  const others = otherContenders(data);
  const place = placeAmong(others, agency.name, points, tiesOf(data));
  const losing = points.leaves.filter(({ lost, isApplicable }) => isApplicable && lost?.greaterThan(0));
  const open = points.leaves.filter(({ points: own }) => own === null).length;
  const lost = losing.reduce((sum, leaf) => sum.plus(leaf.lost ?? 0), new Decimal(0));
  const { target } = data.settings ?? { target: null };
  return (
    <Card>
      <FigureRow>
        <KeyFigure
          label={t('assessment.soFar')}
          tone="main"
          note={
            points.percent
              ? t('assessment.soFarNote', {
                  percent: percentText(points.percent.toFixed()),
                  grade: points.grade ?? '–',
                })
              : null
          }
        >
          <Points points={points.total.toFixed()} maximum={points.possible.toFixed()} />
        </KeyFigure>
        <KeyFigure
          label={t('assessment.forecast')}
          note={t('assessment.forecastNote', {
            low: figureText(forecast.total.low.toDecimalPlaces(1).toFixed()),
            high: figureText(forecast.total.high.toDecimalPlaces(1).toFixed()),
          })}
        >
          {figureText(forecast.total.likely.toDecimalPlaces(1).toFixed())}
        </KeyFigure>
        {last ? (
          <KeyFigure
            label={t('assessment.lastYear')}
            note={<Change change={forecast.total.likely.minus(last).toDecimalPlaces(1).toFixed()} />}
          >
            {figureText(last.toFixed())}
          </KeyFigure>
        ) : null}
        {target ? <KeyFigure label={t('assessment.target')}>{figureText(target)}</KeyFigure> : null}
        {place ? (
          <KeyFigure label={t('assessment.rank')} note={t('assessment.rankNote')}>
            <Rank rank={place.place} count={others.length + 1} />
          </KeyFigure>
        ) : null}
        <KeyFigure label={t('assessment.lost')} tone="lost" note={t('assessment.lostNote', { count: losing.length })}>
          {figureText(lost.toFixed())}
        </KeyFigure>
      </FigureRow>
      {open ? <Notice tone="risk">{t('assessment.incomplete', { count: open })}</Notice> : null}
    </Card>
  );
}
