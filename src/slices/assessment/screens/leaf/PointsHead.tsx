import { useLanguage, useTexts } from '../../../../web/language.ts';
import { Card } from '../../../../web/ui/Card.tsx';
import { figureText, percentText, shareOf } from '../../../../web/ui/figures.ts';
import { StatusTag } from '../../../../web/ui/StatusTag.tsx';
import type { LeafPoints } from '../../../scoring/index.ts';
import type { IndexOnScreen } from '../index-on-screen.ts';
import { pointsStory } from './points-story.ts';
import './leaf.css';

type PointsHeadProps = { index: IndexOnScreen; result: LeafPoints };

/** Points as a bar — safe, at risk, to win back, gone — and one sentence that says why. */
export function PointsHead({ index, result }: PointsHeadProps) {
  const t = useTexts();
  const { leaf, status, points } = result;
  const story = pointsStory(index, result);
  const forecast = index.forecast.leaves.find(({ code }) => code === leaf.code);
  return (
    <Card>
      <div className="leaf-points">
        <p className="leaf-points-figure">
          <b>{points && story ? figureText(points.toFixed()) : '–'}</b>
          <span className="soft">
            {' '}
            /{figureText(leaf.max.toFixed())} {t('leaf.pointsNow')}
          </span>
          {forecast && story ? (
            <span className="soft leaf-points-forecast">
              {t('leaf.forecast', {
                likely: figureText(forecast.likely.toDecimalPlaces(2).toFixed()),
                low: figureText(forecast.low.toDecimalPlaces(2).toFixed()),
                high: figureText(forecast.high.toDecimalPlaces(2).toFixed()),
              })}
            </span>
          ) : null}
        </p>
        <div>
          {story ? <Bar story={story} max={leaf.max.toFixed()} /> : null}
          <p className="leaf-points-why">
            {story ? (
              <Why story={story} result={result} />
            ) : (
              <StatusTag tone={status === 'refused' ? 'late' : 'risk'}>{t(`assessment.state.${status}`)}</StatusTag>
            )}{' '}
            <Refusal index={index} result={result} />
          </p>
        </div>
      </div>
    </Card>
  );
}

type Story = NonNullable<ReturnType<typeof pointsStory>>;

function Bar({ story, max }: { story: Story; max: string }) {
  const parts = [
    ['safe', story.safe],
    ['risk', story.atRisk],
    ['open', story.recoverable],
    ['gone', story.gone],
  ] as const;
  return (
    <span className="leaf-bar" aria-hidden="true">
      {parts.map(([kind, part]) =>
        part.isZero() ? null : (
          <span key={kind} className={`leaf-bar-${kind}`} style={{ width: `${100 * shareOf(part.toFixed(), max)}%` }} />
        ),
      )}
    </span>
  );
}

function Why({ story, result: { measure, facts, emptiedBy } }: { story: Story; result: LeafPoints }) {
  const t = useTexts();
  const language = useLanguage();
  const { atRisk, recoverable, gone, how } = story;
  const reached =
    measure && 'numerator' in measure && !measure.denominator.isZero()
      ? t('leaf.reached', {
          percent: percentText(
            measure.numerator.times(100).dividedBy(measure.denominator).toDecimalPlaces(2).toFixed(),
          ),
          numerator: figureText(measure.numerator.toFixed()),
          denominator: figureText(measure.denominator.toFixed()),
        })
      : facts.percent
        ? t('leaf.reachedPercent', { percent: percentText(facts.percent.toDecimalPlaces(2).toFixed()) })
        : null;
  const isFull = recoverable.isZero() && gone.isZero();
  return (
    <>
      {emptiedBy ? `${t('leaf.emptiedBy', { code: emptiedBy })} ` : null}
      {reached ? `${reached} ` : null}
      {isFull && atRisk.isZero() ? t('leaf.full') : null}
      {atRisk.isZero() ? null : (
        <>
          <b className="leaf-risk">{t('leaf.points', { points: figureText(atRisk.toFixed()) })}</b> {t(
            'leaf.atRisk',
          )}{' '}
        </>
      )}
      {recoverable.isZero() ? null : (
        <>
          <b>{t('leaf.points', { points: figureText(recoverable.toFixed()) })}</b>{' '}
          {t('leaf.recoverable', { how: how?.[language] ?? '' })}{' '}
        </>
      )}
      {gone.isZero() ? null : (
        <>
          <b className="leaf-lost">{t('leaf.points', { points: figureText(gone.toFixed()) })}</b> {t('leaf.gone')}
        </>
      )}
    </>
  );
}

/** Why a figure gives no points: the rule's own words, or what is wrong with the measure that should feed it. */
function Refusal({ index, result }: PointsHeadProps) {
  const language = useLanguage();
  const problem = index.data.settings?.frozenAt ? null : index.figures.get(result.leaf.code)?.problem;
  return <>{result.refusal?.message[language] ?? problem?.[language] ?? ''}</>;
}
