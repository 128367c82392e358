import { Link } from '@tanstack/react-router';
import type { GetAnswersAnswer } from '../../../web/client.generated.ts';
import { useTexts } from '../../../web/language.ts';
import { AddressLink } from '../../../web/ui/AddressLink.tsx';
import { Card } from '../../../web/ui/Card.tsx';
import { type Column, DataTable } from '../../../web/ui/DataTable.tsx';
import { Percent } from '../../../web/ui/Figures.tsx';
import { figureText } from '../../../web/ui/figures.ts';
import { dayText } from '../../../web/ui/moments.ts';
import { StatusTag, UnitName } from '../../../web/ui/StatusTag.tsx';
import { useUnits } from '../../units/screens/use-units.ts';

export type AnswerOnScreen = GetAnswersAnswer['answers'][number];
type Span = { firstDay: string; lastDay: string };
type AnswersTableProps = { answers: readonly AnswerOnScreen[]; span: Span };

export function AnswersTable({ answers, span }: AnswersTableProps) {
  const t = useTexts();
  return (
    <Card title={t('dashboard.ranking')}>
      <p className="soft">{t('dashboard.rankingLead')}</p>
      <DataTable
        stacks
        caption={t('dashboard.ranking')}
        columns={useColumns(span)}
        rows={answers}
        keyOf={({ unitId }) => unitId}
        toneOf={({ all }) => (all.overdue > 0 ? 'late' : undefined)}
      />
    </Card>
  );
}

/** Red only where something is late or lost; a nought is plain. */
function BadCount({ count }: { count: number }) {
  return count > 0 ? <StatusTag tone="late">{count}</StatusTag> : 0;
}

function useHeadText(span: Span): (answer: AnswerOnScreen) => string {
  const t = useTexts();
  return ({ heads }) =>
    heads
      .map(({ displayName, firstDay, lastDay }) =>
        firstDay === span.firstDay && lastDay === span.lastDay
          ? displayName
          : t('dashboard.headDays', { name: displayName, from: dayText(firstDay), to: dayText(lastDay) }),
      )
      .join(', ') || t('dashboard.noHead');
}

function useColumns(span: Span): Column<AnswerOnScreen>[] {
  const t = useTexts();
  const { byId } = useUnits();
  const headText = useHeadText(span);
  const count = (key: string, title: string, value: (answer: AnswerOnScreen) => number): Column<AnswerOnScreen> => ({
    key,
    title,
    align: 'end',
    value,
  });
  const bad = (key: string, title: string, value: (answer: AnswerOnScreen) => number): Column<AnswerOnScreen> => ({
    ...count(key, title, value),
    show: (answer) => <BadCount count={value(answer)} />,
  });
  return [
    {
      key: 'rank',
      title: t('dashboard.rank'),
      align: 'end',
      value: ({ rank }) => rank,
      show: ({ rank }) => rank ?? <abbr title={t('dashboard.unranked')}>–</abbr>,
    },
    {
      key: 'unit',
      title: t('dashboard.unit'),
      isRowHeader: true,
      value: ({ unitId }) => byId.get(unitId)?.name ?? unitId,
      show: (answer) => <AnsweringUnit answer={answer} />,
    },
    { key: 'head', title: t('dashboard.head'), value: headText, isHidden: true },
    {
      key: 'percent',
      title: t('dashboard.onTimePercent'),
      align: 'end',
      value: ({ onTimePercent }) => (onTimePercent === null ? null : Number(onTimePercent)),
      show: ({ onTimePercent }) => (onTimePercent === null ? '–' : <Percent percent={onTimePercent} />),
    },
    count('tasks', t('dashboard.tasksOnTime'), ({ tasks }) => tasks.onTime),
    bad('tasksLate', t('dashboard.tasksLate'), ({ tasks }) => tasks.late),
    bad('tasksOverdue', t('dashboard.tasksOverdue'), ({ tasks }) => tasks.overdue),
    count('reports', t('dashboard.reportsOnTime'), ({ reports }) => reports.onTime),
    bad('reportsLate', t('dashboard.reportsLate'), ({ reports }) => reports.late),
    bad('reportsOverdue', t('dashboard.reportsOverdue'), ({ reports }) => reports.overdue),
    { ...count('extensions', t('dashboard.extensions'), ({ all }) => all.extensions) },
    { ...count('returned', t('dashboard.returned'), ({ all }) => all.returned) },
    { ...count('daysLate', t('dashboard.daysLate'), ({ all }) => all.daysLate), isHidden: true },
    {
      key: 'points',
      title: t('dashboard.pointsLost'),
      align: 'end',
      value: ({ pointsLost }) => Number(pointsLost),
      show: ({ pointsLost }) =>
        Number(pointsLost) > 0 ? <StatusTag tone="late">−{figureText(pointsLost)}</StatusTag> : 0,
    },
    { key: 'records', title: t('dashboard.records'), value: () => '', show: (answer) => <Records answer={answer} /> },
  ];
}

function AnsweringUnit({ answer: { unitId, endedOn, successorIds } }: { answer: AnswerOnScreen }) {
  const t = useTexts();
  const { byId } = useUnits();
  const unit = byId.get(unitId);
  const units = successorIds.map((one) => byId.get(one)?.shortName ?? one).join(', ');
  return (
    <>
      {unit ? <UnitName shortName={unit.shortName} name={unit.name} /> : unitId}
      {endedOn === null ? null : (
        <div className="soft">
          {units
            ? t('dashboard.endedTo', { day: dayText(endedOn), units })
            : t('dashboard.endedOn', { day: dayText(endedOn) })}
        </div>
      )}
    </>
  );
}

/** The records that the figures are made of. */
function Records({ answer: { unitId, tasks, reports, pointsLost } }: { answer: AnswerOnScreen }) {
  const t = useTexts();
  const { byId } = useUnits();
  const unit = byId.get(unitId)?.shortName ?? unitId;
  return (
    <span className="answer-records">
      {tasks.due + tasks.overdue > 0 ? (
        <Link to="/tasks" search={{ lead: unitId }} aria-label={t('dashboard.tasksOf', { unit })}>
          {t('dashboard.tasksLink')}
        </Link>
      ) : null}
      {reports.due > 0 ? (
        <AddressLink address={`/reports?unit=${unitId}`} aria-label={t('dashboard.reportsOf', { unit })}>
          {t('dashboard.reportsLink')}
        </AddressLink>
      ) : null}
      {Number(pointsLost) > 0 ? (
        <Link to="/index/losses" search={{ unit: unitId }} aria-label={t('dashboard.lossesOf', { unit })}>
          {t('dashboard.lossesLink')}
        </Link>
      ) : null}
    </span>
  );
}
