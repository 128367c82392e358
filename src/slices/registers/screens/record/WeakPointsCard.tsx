import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { api, type FindWeakPointsAnswer } from '../../../../web/client.generated.ts';
import { useLanguage, useTexts } from '../../../../web/language.ts';
import { useRights } from '../../../../web/session/session.ts';
import { Card } from '../../../../web/ui/Card.tsx';
import { type Column, DataTable } from '../../../../web/ui/DataTable.tsx';
import { figureText } from '../../../../web/ui/figures.ts';
import { Loaded } from '../../../../web/ui/States.tsx';
import { Notice } from '../../../../web/ui/StatusTag.tsx';
import { useUnits } from '../../../units/screens/use-units.ts';
import { type SurveyFactor, surveyFactors } from '../../shipped/survey-answers.ts';

type Point = FindWeakPointsAnswer['points'][number];

const isFactor = (name: string): name is SurveyFactor => Object.hasOwn(surveyFactors, name);

/** What a survey round says of its weakest points, and a button that makes work of those that have none yet. */
export function WeakPointsCard({ recordId }: { recordId: string }) {
  const t = useTexts();
  const query = useQuery({
    queryKey: ['weak-points', recordId],
    queryFn: ({ signal }) => api.findWeakPoints({ path: { recordId }, signal }),
  });
  const toRemedies = (
    <Link to="/registers/$key" params={{ key: 'survey-actions' }}>
      {t('registers.toRemedies')}
    </Link>
  );
  return (
    <Card title={t('registers.weakPoints')} more={toRemedies}>
      <Loaded query={query}>
        {({ points }) =>
          points.length === 0 ? (
            <p className="soft">{t('registers.weakPointsNone')}</p>
          ) : (
            <WeakPoints recordId={recordId} points={points} />
          )
        }
      </Loaded>
    </Card>
  );
}

function WeakPoints({ recordId, points }: { recordId: string; points: readonly Point[] }) {
  const t = useTexts();
  const language = useLanguage();
  const { byId } = useUnits();
  const mayChange = useRights()('register.change');
  const making = useMutation({ mutationFn: () => api.makeRemedies({ path: { recordId } }) });
  const columns: Column<Point>[] = [
    {
      key: 'factor',
      title: t('registers.weakFactor'),
      isRowHeader: true,
      value: ({ factor }) => (isFactor(factor) ? surveyFactors[factor][language] : factor),
    },
    {
      key: 'unit',
      title: t('registers.weakUnit'),
      value: ({ unitId }) => byId.get(unitId ?? '')?.shortName ?? '–',
    },
    {
      key: 'percent',
      title: t('registers.weakPercent'),
      align: 'end',
      value: ({ percent }) => Number(percent),
      show: ({ percent }) => figureText(percent),
    },
    { key: 'answers', title: t('registers.weakAnswers'), align: 'end', value: ({ answered }) => answered },
  ];
  const { data, error } = making;
  return (
    <div className="stack">
      <p className="soft">{t('registers.weakPointsLead')}</p>
      <DataTable
        caption={t('registers.weakPoints')}
        columns={columns}
        rows={points}
        keyOf={({ factor, unitId }) => `${factor} ${unitId}`}
        name="weak"
        hasTools={false}
      />
      {mayChange ? (
        <div className="form-buttons">
          <Button loading={making.isPending} onClick={() => making.mutate()}>
            {t('registers.makeRemedies')}
          </Button>
        </div>
      ) : null}
      {data ? (
        <Notice tone="good">
          {data.made ? t('registers.remediesMade', { count: data.made }) : t('registers.remediesNone')}
        </Notice>
      ) : null}
      {error ? <Notice tone="late">{error.message}</Notice> : null}
    </div>
  );
}
