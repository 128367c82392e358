import { Button } from 'antd';
import { useState } from 'react';
import { api } from '../../../web/client.generated.ts';
import { useTexts } from '../../../web/language.ts';
import { useYear } from '../../../web/session/session.ts';
import { Card } from '../../../web/ui/Card.tsx';
import { ChoiceField, DraftNotice, LongTextField, TextField } from '../../../web/ui/Field.tsx';
import { Notice } from '../../../web/ui/StatusTag.tsx';
import { useDraftState } from '../../../web/ui/use-draft-state.ts';
import { readDeadlines } from '../../deadlines/index.ts';
import { useUnits } from '../../units/screens/use-units.ts';
import { type Decision, readTypedMeeting } from './typed-lines.ts';
import { useAct } from './use-act.tsx';

const emptyDecision = (key: number): Decision => ({ key, title: '', leadId: '', deadline: '' });

type DecisionsProps = { span: { firstDay: string; lastDay: string }; today: string };

/** What the meeting decided: each line a task with a unit and a deadline, all recorded at once. */
export function Decisions({ span, today }: DecisionsProps) {
  const t = useTexts();
  const year = useYear();
  const { standing } = useUnits();
  const empty = { decisions: [emptyDecision(0)] as readonly Decision[], note: '' };
  const typed = useDraftState(`meeting-${span.firstDay}-${span.lastDay}`, empty, readTypedMeeting);
  const { decisions, note } = typed.value;
  const setDecisions = (next: readonly Decision[]) => typed.set({ ...typed.value, decisions: next });
  const [made, setMade] = useState<number | null>(null);
  const { run, isBusy, refusal } = useAct();
  const change = (key: number, part: Partial<Decision>) =>
    setDecisions(decisions.map((one) => (one.key === key ? { ...one, ...part } : one)));
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
      typed.discard();
    });
  return (
    <Card title={t('meeting.decisions')}>
      <div className="stack no-print">
        <p className="soft">{t('meeting.decisionsLead')}</p>
        <DraftNotice isDraft={typed.isDraft} onDiscard={typed.discard} />
        {refusal}
        {made === null ? null : <Notice tone="good">{t('meeting.meetingRecorded', { count: made })}</Notice>}
        {decisions.map(({ key, title, leadId, deadline }, place) => (
          <fieldset key={key} className="stack">
            <legend className="field-label">{t('meeting.decision', { place: place + 1 })}</legend>
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
        <LongTextField
          name="meeting-note"
          label={t('task.note')}
          value={note}
          onChange={(text) => typed.set({ ...typed.value, note: text })}
        />
        <div className="form-buttons">
          <Button type="primary" loading={isBusy} onClick={send}>
            {t('meeting.recordMeeting')}
          </Button>
          <Button onClick={() => setDecisions([...decisions, emptyDecision((decisions.at(-1)?.key ?? 0) + 1)])}>
            {t('meeting.addDecision')}
          </Button>
        </div>
      </div>
    </Card>
  );
}
