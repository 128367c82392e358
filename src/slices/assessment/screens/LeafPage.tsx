import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useLanguage, useTexts } from '../../../web/language.ts';
import { useSession, useYear } from '../../../web/session/session.ts';
import { Card } from '../../../web/ui/Card.tsx';
import { Points } from '../../../web/ui/Figures.tsx';
import { figureText } from '../../../web/ui/figures.ts';
import { dayText } from '../../../web/ui/moments.ts';
import { PageHead } from '../../../web/ui/PageHead.tsx';
import { EmptyState, Loaded } from '../../../web/ui/States.tsx';
import { explainLeaf, type LeafPoints } from '../../scoring/index.ts';
import { type IndexOnScreen, indexOnScreen, indexQuery } from './index-on-screen.ts';
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

function LeafView({ index, result }: LeafProps) {
  const t = useTexts();
  const { leaf, points, status } = result;
  const area = index.set.areas.find(({ code }) => code === leaf.areaCode);
  return (
    <>
      <PageHead
        title={`${leaf.code} ${leaf.nameVi}`}
        lead={
          status === 'scored' && points ? (
            <Points points={points.toFixed()} maximum={leaf.max.toFixed()} />
          ) : (
            t(`assessment.state.${status}`)
          )
        }
        crumbs={[
          <Link key="index" to="/index">
            {t('assessment.title')}
          </Link>,
          area ? `${area.code}. ${area.nameVi}` : '',
        ]}
      />
      <div className="grid grid-top">
        <div className="wide-7 stack">
          <Explanation index={index} result={result} />
          <MeasureForm key={leaf.code} index={index} leaf={leaf} />
        </div>
        <div className="wide-5 stack">
          <Expected index={index} result={result} />
          <LeafTasks index={index} result={result} />
          <MeasureHistory leaf={leaf} />
        </div>
      </div>
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
  const last = index.lastYear.get(result.leaf.code);
  if (!forecast) return null;
  const [low, likely, high] = [forecast.low, forecast.likely, forecast.high].map((value) =>
    figureText(value.toDecimalPlaces(2).toFixed()),
  );
  return (
    <Card title={t('assessment.forecast')}>
      <dl className="facts">
        <dt>{t('assessment.forecast')}</dt>
        <dd>
          {likely} ({t('assessment.forecastNote', { low: low ?? '', high: high ?? '' })})
        </dd>
        <dt>{t('assessment.lastYear')}</dt>
        <dd>{last ? figureText(last.toFixed()) : '–'}</dd>
        <dt>{t('assessment.reasons')}</dt>
        <dd>{forecast.reasons.map((reason) => reason[language]).join('; ')}</dd>
      </dl>
    </Card>
  );
}

function LeafTasks({ index, result }: LeafProps) {
  const t = useTexts();
  const tasks = index.data.tasks.filter(({ leafCode }) => leafCode === result.leaf.code);
  return (
    <Card title={t('assessment.tasks')}>
      {tasks.length ? (
        <ul className="things">
          {tasks.map(({ taskId, title, dueOn }) => (
            <li key={taskId}>
              <span>{dueOn ? dayText(dueOn) : '–'}</span>
              <Link to="/tasks/$taskId" params={{ taskId }}>
                {title}
              </Link>
            </li>
          ))}
        </ul>
      ) : (
        <p className="soft">{t('assessment.tasksNone')}</p>
      )}
    </Card>
  );
}
