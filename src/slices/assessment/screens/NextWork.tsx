import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useLanguage, useTexts } from '../../../web/language.ts';
import { useSession } from '../../../web/session/session.ts';
import { Card } from '../../../web/ui/Card.tsx';
import { figureText, percentText } from '../../../web/ui/figures.ts';
import { StatusTag } from '../../../web/ui/StatusTag.tsx';
import {
  findLeastEffort,
  findNextSteps,
  type LeastEffort,
  type NextStep,
  pointsToGainPlace,
  type RecoveryStep,
} from '../../scoring/index.ts';
import { type IndexOnScreen, otherContenders } from './index-on-screen.ts';
import { reachesOf } from './next-reaches.ts';

const SHOWN = 6;

/** Open points in the order of what they bring, and the least effort that gains one place. */
export function NextWork({ index }: { index: IndexOnScreen }) {
  const t = useTexts();
  const language = useLanguage();
  const steps = useMemo(() => findNextSteps(index.set, index.start, reachesOf(index)), [index]);
  const open = steps.filter(({ recoverable }) => recoverable.greaterThan(0));
  return (
    <div className="grid" id="next">
      <Card title={t('assessment.doNext')} wide={7}>
        {open.length ? (
          <ul className="things">
            {open.slice(0, SHOWN).map((step) => (
              <li key={step.code}>
                <StatusTag tone="teal">+{figureText(step.recoverable.toFixed())}</StatusTag>
                <div>
                  <Link to="/index/leaves/$leafCode" params={{ leafCode: step.code }} className="things-title">
                    {step.code} {step.name}
                  </Link>
                  <div className="soft">{step.explanation[language].replace(`${step.code} ${step.name}: `, '')}</div>
                </div>
              </li>
            ))}
          </ul>
        ) : (
          <p className="soft">{t('assessment.doNextNone')}</p>
        )}
      </Card>
      <Card title={t('assessment.gainPlace')} wide={5}>
        <GainPlace index={index} steps={steps} />
      </Card>
    </div>
  );
}

function GainPlace({ index, steps }: { index: IndexOnScreen; steps: readonly NextStep[] }) {
  const t = useTexts();
  const { agency } = useSession();
  const { data, set, start } = index;
  const own = { name: agency.name, total: start.points.total, possible: start.points.possible };
  const need = pointsToGainPlace(own, otherContenders(data), set.scoring.rounding.total_decimals);
  if (need.neighbour === null || need.theirPercent === null)
    return <p className="soft">{t('assessment.gainPlaceNone')}</p>;
  const least = findLeastEffort(
    need.points,
    steps.map((step) => step.steps),
  );
  return (
    <>
      <p>
        {t('assessment.gainPlaceNeed', {
          points: figureText(need.points.toFixed()),
          name: need.neighbour,
          percent: percentText(need.theirPercent.toFixed()),
        })}
      </p>
      {least.ok ? (
        <LeastWay way={least.value} />
      ) : (
        <p className="soft">
          {t('assessment.gainPlaceTooFar', { points: figureText(least.refusal.mostPoints.toFixed()) })}
        </p>
      )}
    </>
  );
}

/** The least effort, step by step; what follows the first ones opens below. */
function LeastWay({ way: { steps, gain, effort } }: { way: LeastEffort }) {
  const t = useTexts();
  return (
    <>
      <p>
        {t('assessment.gainPlaceWay', {
          count: steps.length,
          effort: figureText(effort.toDecimalPlaces(2).toFixed()),
          gain: figureText(gain.toFixed()),
        })}
      </p>
      <LeastSteps steps={steps.slice(0, SHOWN)} />
      {steps.length > SHOWN ? (
        <details className="figures-behind">
          <summary>{t('assessment.gainPlaceMore', { count: steps.length - SHOWN })}</summary>
          <LeastSteps steps={steps.slice(SHOWN)} />
        </details>
      ) : null}
    </>
  );
}

function LeastSteps({ steps }: { steps: readonly RecoveryStep[] }) {
  const language = useLanguage();
  return (
    <ul className="plain-list">
      {steps.map(({ code, gain, what }) => (
        <li key={code}>
          <Link to="/index/leaves/$leafCode" params={{ leafCode: code }}>
            {code}
          </Link>{' '}
          {what[language]} <span className="soft">(+{figureText(gain.toFixed())})</span>
        </li>
      ))}
    </ul>
  );
}
