import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useLanguage, useTexts } from '../../../web/language.ts';
import { useRights, useSession, useYear } from '../../../web/session/session.ts';
import { Card } from '../../../web/ui/Card.tsx';
import { figureText } from '../../../web/ui/figures.ts';
import { PageHead } from '../../../web/ui/PageHead.tsx';
import { EmptyState, Loaded } from '../../../web/ui/States.tsx';
import { explainLeaf, type LeafPoints } from '../../scoring/index.ts';
import { useUnits } from '../../units/screens/use-units.ts';
import { type IndexOnScreen, indexOnScreen, indexQuery } from './index-on-screen.ts';
import { EvidenceCard } from './leaf/EvidenceCard.tsx';
import { LastYearCard } from './leaf/LastYearCard.tsx';
import { MeasureCard } from './leaf/MeasureCard.tsx';
import { PointsHead } from './leaf/PointsHead.tsx';
import { pointsStory } from './leaf/points-story.ts';
import { ReachCard } from './leaf/ReachCard.tsx';
import { RuleCard } from './leaf/RuleCard.tsx';
import { TaskDialog } from './leaf/TaskDialog.tsx';
import { TasksCard } from './leaf/TasksCard.tsx';
import { MeasureForm } from './MeasureForm.tsx';
import { MeasureHistory } from './MeasureHistory.tsx';

/** One sub-criterion: its points explained, its figures to try and to enter, tasks, forecast and history. */
export function Page() {
  const t = useTexts();
  const { leafCode = '' } = useParams({ strict: false });
  const { today } = useSession();
  const query = useQuery(indexQuery(useYear()));
  return (
    <Loaded query={query}>
      {(data) => {
        const index = indexOnScreen(data, today);
        const result = index?.start.points.leaves.find(({ leaf }) => leaf.code === leafCode);
        return index && result ? (
          <LeafView index={index} result={result} />
        ) : (
          <EmptyState title={t('assessment.notFound')} />
        );
      }}
    </Loaded>
  );
}

type LeafProps = { index: IndexOnScreen; result: LeafPoints };

/** Where the figures of the leaf come from and who answers for it, in one line. */
function useLead({ index, result: { leaf } }: LeafProps): string {
  const t = useTexts();
  const language = useLanguage();
  const { byId } = useUnits();
  const labels = index.data.ties.flatMap(({ leafCode, definition }) =>
    leafCode === leaf.code && definition ? [definition.label[language]] : [],
  );
  const owner = index.data.reaches.find(({ leafCode }) => leafCode === leaf.code)?.ownerUnitId;
  const source = labels.join('; ') || t('leaf.byHand');
  const unit = byId.get(owner ?? '')?.name ?? t('leaf.ownerNone');
  return `${t('leaf.leadSource', { source })} · ${t('leaf.leadOwner', { unit })}`;
}

function LeafView({ index, result }: LeafProps) {
  const t = useTexts();
  const language = useLanguage();
  const hasRight = useRights();
  const [isMaking, setMaking] = useState(false);
  const { leaf } = result;
  const area = index.set.areas.find(({ code }) => code === leaf.areaCode);
  const story = pointsStory(index, result);
  return (
    <>
      <PageHead
        title={`${leaf.code} ${leaf.nameVi}`}
        lead={useLead({ index, result })}
        crumbs={[
          <Link key="index" to="/index">
            {t('assessment.title')}
          </Link>,
          <Link key="area" to="/index" search={{ area: leaf.areaCode }}>
            {area ? `${area.code}. ${area.nameVi}` : leaf.areaCode}
          </Link>,
        ]}
        actions={
          <>
            <a className="strong-link plain" href="#figures">
              {hasRight('index.change') ? t('leaf.enterFigure') : t('leaf.tryFigure')}
            </a>
            <Link to="/index/what-if" search={{ leaf: leaf.code }} className="strong-link plain">
              {t('leaf.whatIf')}
            </Link>
            {hasRight('task.change') && hasRight('index.change') ? (
              <Button type="primary" onClick={() => setMaking(true)}>
                {t('leaf.taskMake')}
              </Button>
            ) : null}
          </>
        }
      />
      <div className="stack">
        <PointsHead index={index} result={result} />
        <div className="grid grid-top">
          <div className="wide-7 stack">
            <RuleCard index={index} result={result} />
            <MeasureCard index={index} result={result} />
            <div id="figures">
              <MeasureForm key={leaf.code} index={index} leaf={leaf} />
            </div>
            <Explanation index={index} result={result} />
          </div>
          <div className="wide-5 stack">
            <EvidenceCard index={index} leaf={leaf} />
            <TasksCard index={index} leaf={leaf} onMake={() => setMaking(true)} />
            <LastYearCard index={index} leaf={leaf} />
            <Expected index={index} result={result} />
            <ReachCard key={leaf.code} index={index} leaf={leaf} />
            <MeasureHistory leaf={leaf} />
          </div>
        </div>
      </div>
      <TaskDialog
        key={leaf.code}
        isOpen={isMaking}
        index={index}
        leaf={leaf}
        how={story?.how?.[language] ?? ''}
        onClose={() => setMaking(false)}
      />
    </>
  );
}

/** The words for a letter, with a button that copies them. */
function Explanation({ index, result }: LeafProps) {
  const t = useTexts();
  const [isCopied, setCopied] = useState(false);
  const text = explainLeaf(index.set, result, useLanguage());
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
  };
  return (
    <Card title={t('assessment.explanation')} more={<Button onClick={copy}>{t('assessment.copy')}</Button>}>
      <p>{text}</p>
      <p className="soft" role="status">
        {isCopied ? t('assessment.copied') : ''}
      </p>
    </Card>
  );
}

function Expected({ index, result }: LeafProps) {
  const t = useTexts();
  const language = useLanguage();
  const forecast = index.forecast.leaves.find(({ code }) => code === result.leaf.code);
  if (!forecast) return null;
  const [low, likely, high] = [forecast.low, forecast.likely, forecast.high].map((value) =>
    figureText(value.toDecimalPlaces(2).toFixed()),
  );
  return (
    <Card title={t('assessment.forecast')}>
      <p>
        <b>{likely}</b>{' '}
        <span className="soft">({t('assessment.forecastNote', { low: low ?? '', high: high ?? '' })})</span>
      </p>
      <ul className="plain-list soft">
        {forecast.reasons.map((reason) => (
          <li key={reason.vi}>{reason[language]}</li>
        ))}
      </ul>
    </Card>
  );
}
