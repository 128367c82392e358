import { useQuery } from '@tanstack/react-query';
import { addDays, addMonths, type CivilDate } from '../../../kernel/civil-date.ts';
import { useAddress } from '../../../web/address.ts';
import { api, type GetTaskReviewAnswer } from '../../../web/client.generated.ts';
import { useTexts } from '../../../web/language.ts';
import { useRights } from '../../../web/session/session.ts';
import { Card } from '../../../web/ui/Card.tsx';
import { type Column, DataTable } from '../../../web/ui/DataTable.tsx';
import { FilterBar } from '../../../web/ui/FilterBar.tsx';
import { dayText } from '../../../web/ui/moments.ts';
import { PageHead } from '../../../web/ui/PageHead.tsx';
import { Loaded } from '../../../web/ui/States.tsx';
import { StatusTag, type Tone, UnitName } from '../../../web/ui/StatusTag.tsx';
import { useUnits } from '../../units/screens/use-units.ts';
import { Decisions } from './Decisions.tsx';
import { TaskViews } from './TaskViews.tsx';
import { TaskLink } from './task-parts.tsx';
import './tasks.css';

type Work = GetTaskReviewAnswer['work'][number];
type UnitRecord = GetTaskReviewAnswer['units'][number];
const tones = {
  'on-time': 'good',
  late: 'late',
  overdue: 'late',
  open: 'plain',
  'handed-in': 'teal',
} as const satisfies Record<Work['outcome'], Tone>;

/** The span that the meeting looks at: from the address, else the month before today. */
function useSpan(): { firstDay: string; lastDay: string } {
  const { search } = useAddress();
  const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10) as CivilDate;
  const first = `${addMonths(today, -1).slice(0, 7)}-01` as CivilDate;
  return { firstDay: search.from || first, lastDay: search.to || addDays(addMonths(first, 1), -1) };
}

/** One page for the monthly meeting: what was due, done, late and returned, by unit; decisions become tasks. */
export function Page() {
  const t = useTexts();
  const span = useSpan();
  const query = useQuery({
    queryKey: ['task-review', span],
    queryFn: ({ signal }) => api.getTaskReview({ query: span, signal }),
  });
  const sums = (query.data?.units ?? []).reduce(
    (sum, one) => ({
      due: sum.due + one.due,
      done: sum.done + one.onTime,
      late: sum.late + one.late,
      overdue: sum.overdue + one.overdue,
    }),
    { due: 0, done: 0, late: 0, overdue: 0 },
  );
  return (
    <div className="review-print">
      <PageHead
        title={`${t('meeting.reviewTitle')} · ${dayText(span.firstDay)} – ${dayText(span.lastDay)}`}
        lead={query.data ? t('meeting.reviewLead', sums) : undefined}
        actions={
          <button type="button" className="link-button" onClick={() => window.print()}>
            {t('meeting.print')}
          </button>
        }
      />
      <TaskViews />
      <FilterBar
        filters={[
          { kind: 'day', key: 'from', label: t('tasks.fromDay'), fallback: span.firstDay },
          { kind: 'day', key: 'to', label: t('tasks.toDay'), fallback: span.lastDay },
        ]}
      />
      <Loaded query={query}>{(answer) => <Review answer={answer} span={span} />}</Loaded>
    </div>
  );
}

function useUnitName(): (unitId: string | null) => React.ReactNode {
  const { byId } = useUnits();
  return (unitId) => {
    const unit = unitId === null ? undefined : byId.get(unitId);
    return unit ? <UnitName shortName={unit.shortName} name={unit.name} /> : (unitId ?? '–');
  };
}

type ReviewProps = { answer: GetTaskReviewAnswer; span: { firstDay: string; lastDay: string } };

function Review({ answer, span }: ReviewProps) {
  const t = useTexts();
  const hasRight = useRights();
  const groups = [
    { title: t('meeting.reviewOverdue'), work: answer.work.filter(({ outcome }) => outcome === 'overdue') },
    { title: t('meeting.reviewLate'), work: answer.work.filter(({ outcome }) => outcome === 'late') },
    {
      title: t('meeting.reviewDone'),
      work: answer.work.filter(({ outcome }) => outcome === 'on-time' || outcome === 'handed-in'),
    },
    { title: t('meeting.reviewOpen'), work: answer.work.filter(({ outcome }) => outcome === 'open') },
  ];
  return (
    <div className="stack">
      <Card title={t('meeting.byUnit')}>
        <UnitRecords units={answer.units} />
      </Card>
      {groups.map(({ title, work }) => (
        <Card key={title} title={title} more={<span className="tabular">{work.length}</span>}>
          {work.length === 0 ? (
            <p className="soft">{t('tasks.nothingHere')}</p>
          ) : (
            <WorkTable title={title} work={work} />
          )}
        </Card>
      ))}
      <Returned returned={answer.returned} />
      {hasRight('plan.accept') && hasRight('task.change') ? (
        <Decisions key={span.firstDay + span.lastDay} span={span} today={answer.today} />
      ) : null}
      <Card title={t('meeting.meetings')}>
        {answer.meetings.length === 0 ? <p className="soft">{t('tasks.nothingHere')}</p> : null}
        <ul className="plain-list">
          {answer.meetings.map(({ meetingId, heldOn, decisions, note }) => (
            <li key={meetingId}>
              {t('meeting.meetingLine', { day: dayText(heldOn), count: decisions })}{' '}
              {note ? <span className="soft">{note}</span> : null}
            </li>
          ))}
        </ul>
      </Card>
    </div>
  );
}

function UnitRecords({ units }: { units: readonly UnitRecord[] }) {
  const t = useTexts();
  const nameOf = useUnitName();
  if (units.length === 0) return <p className="soft">{t('tasks.nothingHere')}</p>;
  const number = (key: string, title: string, value: (one: UnitRecord) => number): Column<UnitRecord> => ({
    key,
    title,
    align: 'end',
    value,
  });
  return (
    <DataTable
      stacks
      name="units"
      caption={t('meeting.byUnit')}
      rows={units}
      keyOf={({ unitId }) => unitId}
      columns={[
        {
          key: 'unit',
          title: t('tasks.unit'),
          isRowHeader: true,
          value: ({ unitId }) => unitId,
          show: ({ unitId }) => nameOf(unitId),
        },
        number('due', t('meeting.dueCount'), ({ due }) => due),
        number('onTime', t('meeting.onTime'), ({ onTime }) => onTime),
        number('late', t('meeting.lateCount'), ({ late }) => late),
        number('overdue', t('meeting.overdueCount'), ({ overdue }) => overdue),
        number('returned', t('meeting.returnedCount'), ({ returned }) => returned),
        number('extensions', t('meeting.extensionCount'), ({ extensions }) => extensions),
        number('days', t('meeting.daysLateCount'), ({ daysLate }) => daysLate),
      ]}
    />
  );
}

function WorkTable({ title, work }: { title: string; work: readonly Work[] }) {
  const t = useTexts();
  const nameOf = useUnitName();
  return (
    <DataTable
      stacks
      name={`w${work[0]?.outcome ?? ''}`}
      caption={title}
      hasTools={false}
      rows={work}
      keyOf={({ taskId, period }) => `${taskId} ${period ?? ''}`}
      toneOf={({ outcome }) => (outcome === 'overdue' ? 'late' : undefined)}
      columns={[
        {
          key: 'title',
          title: t('task.task'),
          isRowHeader: true,
          isWide: true,
          value: (one) => one.title,
          show: (one) => (
            <>
              <TaskLink task={one} />
              {one.period ? <span className="soft"> · {one.period}</span> : null}
            </>
          ),
        },
        { key: 'unit', title: t('tasks.unit'), value: ({ leadId }) => leadId, show: ({ leadId }) => nameOf(leadId) },
        {
          key: 'due',
          title: t('tasks.dueDay'),
          value: ({ dueOn }) => dueOn,
          show: (one) => (
            <>
              {dayText(one.dueOn)}
              {one.originalDueOn !== one.dueOn ? (
                <div className="soft">{t('tasks.original', { day: dayText(one.originalDueOn) })}</div>
              ) : null}
            </>
          ),
        },
        {
          key: 'outcome',
          title: t('task.stateTitle'),
          value: ({ outcome }) => outcome,
          show: (one) => (
            <>
              <StatusTag tone={tones[one.outcome]}>{t(`meeting.outcome.${one.outcome}`)}</StatusTag>
              {one.daysLate > 0 && one.outcome !== 'open' ? (
                <div className="soft">{t('tasks.lateOne', { days: one.daysLate })}</div>
              ) : null}
            </>
          ),
        },
        { key: 'note', title: t('meeting.lastNote'), isWide: true, value: ({ lastNote }) => lastNote ?? '' },
      ]}
    />
  );
}

function Returned({ returned }: { returned: GetTaskReviewAnswer['returned'] }) {
  const t = useTexts();
  const nameOf = useUnitName();
  return (
    <Card title={t('meeting.reviewReturned')} more={<span className="tabular">{returned.length}</span>}>
      {returned.length === 0 ? <p className="soft">{t('tasks.nothingHere')}</p> : null}
      <ul className="things">
        {returned.map((one) => (
          <li key={`${one.taskId} ${one.on} ${one.reason ?? ''}`}>
            <span>
              <TaskLink task={one} /> · {nameOf(one.leadId)}
              <span className="soft">
                {' '}
                · {dayText(one.on)} · {one.reason}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
