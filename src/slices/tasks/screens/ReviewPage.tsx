import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { addDays, addMonths, type CivilDate } from '../../../kernel/civil-date.ts';
import { useAddress } from '../../../web/address.ts';
import { api, type GetTaskReviewAnswer } from '../../../web/client.generated.ts';
import { useTexts } from '../../../web/language.ts';
import { useRights, useYear } from '../../../web/session/session.ts';
import { Card } from '../../../web/ui/Card.tsx';
import { type Column, DataTable } from '../../../web/ui/DataTable.tsx';
import { ChoiceField, LongTextField, TextField } from '../../../web/ui/Field.tsx';
import { FilterBar } from '../../../web/ui/FilterBar.tsx';
import { dayText } from '../../../web/ui/moments.ts';
import { PageHead } from '../../../web/ui/PageHead.tsx';
import { Loaded } from '../../../web/ui/States.tsx';
import { Notice, StatusTag, type Tone, UnitName } from '../../../web/ui/StatusTag.tsx';
import { readDeadlines } from '../../deadlines/index.ts';
import { useUnits } from '../../units/screens/use-units.ts';
import { TaskViews } from './TaskViews.tsx';
import { TaskLink } from './task-parts.tsx';
import { useAct } from './use-act.tsx';
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
        title={`${t('tasks.reviewTitle')} · ${dayText(span.firstDay)} – ${dayText(span.lastDay)}`}
        lead={query.data ? t('tasks.reviewLead', sums) : undefined}
        actions={
          <button type="button" className="link-button" onClick={() => window.print()}>
            {t('tasks.print')}
          </button>
        }
      />
      <TaskViews />
      <FilterBar
        filters={[
          { kind: 'day', key: 'from', label: t('tasks.fromDay') },
          { kind: 'day', key: 'to', label: t('tasks.toDay') },
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
    { title: t('tasks.reviewOverdue'), work: answer.work.filter(({ outcome }) => outcome === 'overdue') },
    { title: t('tasks.reviewLate'), work: answer.work.filter(({ outcome }) => outcome === 'late') },
    {
      title: t('tasks.reviewDone'),
      work: answer.work.filter(({ outcome }) => outcome === 'on-time' || outcome === 'handed-in'),
    },
    { title: t('tasks.reviewOpen'), work: answer.work.filter(({ outcome }) => outcome === 'open') },
  ];
  return (
    <div className="stack">
      <Card title={t('tasks.byUnit')}>
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
      {hasRight('plan.accept') && hasRight('task.change') ? <Decisions span={span} today={answer.today} /> : null}
      <Card title={t('tasks.meetings')}>
        {answer.meetings.length === 0 ? <p className="soft">{t('tasks.nothingHere')}</p> : null}
        <ul className="plain-list">
          {answer.meetings.map(({ meetingId, heldOn, decisions, note }) => (
            <li key={meetingId}>
              {t('tasks.meetingLine', { day: dayText(heldOn), count: decisions })}{' '}
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
      name="units"
      caption={t('tasks.byUnit')}
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
        number('due', t('tasks.dueCount'), ({ due }) => due),
        number('onTime', t('tasks.onTime'), ({ onTime }) => onTime),
        number('late', t('tasks.lateCount'), ({ late }) => late),
        number('overdue', t('tasks.overdueCount'), ({ overdue }) => overdue),
        number('returned', t('tasks.returnedCount'), ({ returned }) => returned),
        number('extensions', t('tasks.extensionCount'), ({ extensions }) => extensions),
        number('days', t('tasks.daysLateCount'), ({ daysLate }) => daysLate),
      ]}
    />
  );
}

function WorkTable({ title, work }: { title: string; work: readonly Work[] }) {
  const t = useTexts();
  const nameOf = useUnitName();
  return (
    <DataTable
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
              <StatusTag tone={tones[one.outcome]}>{t(`tasks.outcome.${one.outcome}`)}</StatusTag>
              {one.daysLate > 0 && one.outcome !== 'open' ? (
                <div className="soft">{t('tasks.lateOne', { days: one.daysLate })}</div>
              ) : null}
            </>
          ),
        },
        { key: 'note', title: t('tasks.lastNote'), isWide: true, value: ({ lastNote }) => lastNote ?? '' },
      ]}
    />
  );
}

function Returned({ returned }: { returned: GetTaskReviewAnswer['returned'] }) {
  const t = useTexts();
  const nameOf = useUnitName();
  return (
    <Card title={t('tasks.reviewReturned')} more={<span className="tabular">{returned.length}</span>}>
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

type Decision = { key: number; title: string; leadId: string; deadline: string };
const emptyDecision = (key: number): Decision => ({ key, title: '', leadId: '', deadline: '' });

/** What the meeting decided: each line a task with a unit and a deadline, all recorded at once. */
function Decisions({ span, today }: { span: ReviewProps['span']; today: string }) {
  const t = useTexts();
  const year = useYear();
  const { standing } = useUnits();
  const [decisions, setDecisions] = useState<readonly Decision[]>([emptyDecision(0)]);
  const [note, setNote] = useState('');
  const [made, setMade] = useState<number | null>(null);
  const { run, isBusy, refusal } = useAct();
  const change = (key: number, part: Partial<Decision>) =>
    setDecisions((now) => now.map((one) => (one.key === key ? { ...one, ...part } : one)));
  const send = () =>
    run(async () => {
      const meant = decisions.filter(({ title, leadId }) => title.trim().length >= 3 && leadId);
      const { taskIds } = await api.recordMeeting({
        body: {
          ...span,
          heldOn: today,
          note: note.trim() || null,
          planYear: year,
          decisions: meant.map(({ title, leadId, deadline }) => ({
            title: title.trim(),
            leadId: leadId as `unit_${string}`,
            areaOrdinal: null,
            coordinatorIds: [],
            products: [],
            deadlineText: deadline.trim() || null,
            deadlines: readDeadlines(deadline, { year }).map((found) => found.deadline),
          })),
        },
      });
      setMade(taskIds.length);
      setDecisions([emptyDecision(0)]);
      setNote('');
    });
  return (
    <Card title={t('tasks.decisions')}>
      <div className="stack no-print">
        <p className="soft">{t('tasks.decisionsLead')}</p>
        {refusal}
        {made === null ? null : <Notice tone="good">{t('tasks.meetingRecorded', { count: made })}</Notice>}
        {decisions.map(({ key, title, leadId, deadline }, place) => (
          <fieldset key={key} className="stack">
            <legend className="field-label">{t('tasks.decision', { place: place + 1 })}</legend>
            <TextField
              name={`decision-${key}`}
              label={t('task.formTitle')}
              value={title}
              onChange={(text) => change(key, { title: text })}
            />
            <ChoiceField
              name={`decision-lead-${key}`}
              label={t('task.lead')}
              value={leadId}
              emptyText={t('task.chooseUnit')}
              choices={standing.map((unit) => ({ value: unit.unitId, label: unit.name }))}
              onChange={(text) => change(key, { leadId: text })}
            />
            <TextField
              name={`decision-deadline-${key}`}
              label={t('task.formDeadline')}
              value={deadline}
              onChange={(text) => change(key, { deadline: text })}
            />
          </fieldset>
        ))}
        <LongTextField name="meeting-note" label={t('task.note')} value={note} onChange={setNote} />
        <div className="form-buttons">
          <Button type="primary" loading={isBusy} onClick={send}>
            {t('tasks.recordMeeting')}
          </Button>
          <Button onClick={() => setDecisions((now) => [...now, emptyDecision((now.at(-1)?.key ?? 0) + 1)])}>
            {t('tasks.addDecision')}
          </Button>
        </div>
      </div>
    </Card>
  );
}
