import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { api, type GetMyWorkAnswer } from '../../../web/client.generated.ts';
import { useLanguage, useTexts } from '../../../web/language.ts';
import { useSession } from '../../../web/session/session.ts';
import { AddressLink } from '../../../web/ui/AddressLink.tsx';
import { type Column, DataTable } from '../../../web/ui/DataTable.tsx';
import { DueBadge } from '../../../web/ui/DueBadge.tsx';
import { figureText } from '../../../web/ui/figures.ts';
import { dayText } from '../../../web/ui/moments.ts';
import { Notice, StatusTag, UnitName } from '../../../web/ui/StatusTag.tsx';
import { stepText } from '../../notifications/index.ts';
import { useUnits } from '../../units/screens/use-units.ts';

type Line = GetMyWorkAnswer['lines'][number];

/** A whole task that waits to be accepted: done with a click, as its page would. Parts and occurrences have pages of their own. */
const acceptable = ({ source, step, key }: Line): `task_${string}` | null =>
  source === 'task' && step === 'accept' && /^task_[^:]+$/.test(key) ? (key as `task_${string}`) : null;

async function acceptTask(taskId: `task_${string}`): Promise<void> {
  const { task } = await api.getTask({ path: { taskId } });
  await api.moveTask({ path: { taskId }, body: { version: task.version, to: 'accepted', note: null } });
}

export function MyWorkTable({ work: { lines, total } }: { work: GetMyWorkAnswer }) {
  const t = useTexts();
  const accept = useMutation({ mutationFn: acceptTask });
  return (
    <>
      {accept.error ? <Notice tone="late">{accept.error.message}</Notice> : null}
      {accept.isSuccess ? <Notice tone="good">{t('dashboard.accepted')}</Notice> : null}
      <DataTable
        stacks
        caption={t('dashboard.caption')}
        columns={useColumns(accept.isPending, (taskId) => accept.mutate(taskId))}
        rows={lines}
        keyOf={({ key, step }) => `${key} ${step}`}
        toneOf={({ isLate }) => (isLate ? 'late' : undefined)}
      />
      {total > lines.length ? <p className="soft">{t('dashboard.cut', { shown: lines.length, total })}</p> : null}
    </>
  );
}

function useColumns(isBusy: boolean, onAccept: (taskId: `task_${string}`) => void): Column<Line>[] {
  const t = useTexts();
  const language = useLanguage();
  const { byId } = useUnits();
  return [
    {
      key: 'title',
      title: t('dashboard.title'),
      isRowHeader: true,
      isWide: true,
      value: ({ title }) => title,
      show: ({ title, address }) => <AddressLink address={address}>{title}</AddressLink>,
    },
    {
      key: 'step',
      title: t('dashboard.step'),
      value: ({ step }) => stepText(step, language),
      show: (line) => {
        const taskId = acceptable(line);
        if (taskId === null) return stepText(line.step, language);
        return (
          <Button
            size="small"
            disabled={isBusy}
            aria-label={t('dashboard.acceptOf', { title: line.title })}
            onClick={() => onAccept(taskId)}
          >
            {t('dashboard.accept')}
          </Button>
        );
      },
    },
    { key: 'due', title: t('dashboard.due'), value: ({ dueOn }) => dueOn, show: (line) => <LineDue line={line} /> },
    {
      key: 'points',
      title: t('dashboard.points'),
      align: 'end',
      value: ({ points }) => Number(points ?? 0),
      show: ({ points }) => (points === null ? '–' : <StatusTag tone="teal">+{figureText(points)}</StatusTag>),
    },
    {
      key: 'unit',
      title: t('dashboard.unit'),
      value: ({ unitId }) => byId.get(unitId ?? '')?.name ?? '',
      show: ({ unitId }) => {
        const unit = byId.get(unitId ?? '');
        return unit ? <UnitName shortName={unit.shortName} name={unit.name} /> : '–';
      },
    },
    { key: 'source', title: t('dashboard.source'), value: ({ source }) => t(`dashboard.source.${source}`) },
  ];
}

function LineDue({ line: { dueOn, originalDueOn, workingDaysLeft, isLate } }: { line: Line }) {
  const t = useTexts();
  const { today } = useSession();
  if (dueOn === null) return <span className="soft">{t('dashboard.undated')}</span>;
  return (
    <>
      <DueBadge phrase={dayText(dueOn)} dueOn={dueOn} today={today} workingDaysLeft={workingDaysLeft} isLate={isLate} />
      {originalDueOn === null ? null : (
        <span className="soft"> · {t('dashboard.extendedFrom', { day: dayText(originalDueOn) })}</span>
      )}
    </>
  );
}
