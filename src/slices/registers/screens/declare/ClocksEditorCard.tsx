import { Button } from 'antd';
import { useLanguage, useTexts } from '../../../../web/language.ts';
import { Card } from '../../../../web/ui/Card.tsx';
import { DayFieldChoice } from './DayFieldChoice.tsx';
import { DueRuleEditor } from './DueRuleEditor.tsx';
import { firstRuleOf } from './due-rules.ts';
import { clockInput } from './edit-faults.ts';
import { keyFromLabel, move } from './edited-names.ts';
import { type EditedClock, newRowId } from './edited-register.ts';
import { MoveButtons } from './MoveButtons.tsx';
import { ReminderField } from './ReminderField.tsx';
import { TextsField } from './TextsField.tsx';
import { useEditor } from './use-register-editor.ts';
import { WhichRecords } from './WhichRecords.tsx';

/** Further deadlines of a record beside its main one: an answer is due, then its publication. */
export function ClocksEditorCard() {
  const t = useTexts();
  const language = useLanguage();
  const { edited, change, setClock, drop } = useEditor();
  const { clocks } = edited;
  const add = () => {
    const key = keyFromLabel(
      t('declare.newClock', { number: clocks.length + 1 }),
      clocks.map((one) => one.key),
    );
    const due = firstRuleOf('relative', edited.fields);
    if (!due) return;
    const clock: EditedClock = { id: newRowId(), key, isKept: false, label: { vi: '', en: '' }, due, finishedOn: '' };
    change({ clocks: [...clocks, clock] });
  };
  return (
    <Card title={t('declare.editClocks')}>
      <div className="stack">
        <p className="soft">{t('declare.editClocksLead')}</p>
        <ol className="edit-list">
          {clocks.map((clock, at) => (
            <li key={clock.id}>
              <ClockEditor
                clock={clock}
                at={at}
                onChange={(next) => setClock(at, next)}
                buttons={
                  <MoveButtons
                    label={clock.label[language] || t('declare.newClock', { number: at + 1 })}
                    at={at}
                    count={clocks.length}
                    onMove={(by) => change({ clocks: move(clocks, at, by) })}
                    onRemove={() => drop('clocks', at)}
                  />
                }
              />
            </li>
          ))}
        </ol>
        <div>
          <Button onClick={add}>{t('declare.addClock')}</Button>
        </div>
      </div>
    </Card>
  );
}

type ClockEditorProps = {
  clock: EditedClock;
  at: number;
  onChange: (clock: EditedClock) => void;
  buttons: React.ReactNode;
};

function ClockEditor({ clock, at, onChange, buttons }: ClockEditorProps) {
  const t = useTexts();
  const language = useLanguage();
  const { edited, errors } = useEditor();
  const input = (part: string) => clockInput(at, part);
  const isKnown = clock.isKept || edited.measures.some((measure) => JSON.stringify(measure).includes(`"${clock.key}"`));
  const rename = (label: EditedClock['label']) => {
    const taken = edited.clocks.filter(({ id }) => id !== clock.id).map(({ key }) => key);
    onChange({ ...clock, label, key: isKnown ? clock.key : keyFromLabel(label.vi, taken) });
  };
  return (
    <fieldset className="edit-item">
      <legend className="visually-hidden">{clock.label[language] || t('declare.newClock', { number: at + 1 })}</legend>
      <div className="form-line">
        <TextsField
          name={input('label')}
          label={t('declare.clockLabel')}
          error={errors[input('label')]}
          isRequired
          texts={clock.label}
          onChange={rename}
        />
        <DayFieldChoice
          input={input('finishedOn')}
          label={t('declare.clockFinishedOn')}
          value={clock.finishedOn}
          onChange={(finishedOn) => onChange({ ...clock, finishedOn })}
        />
        {buttons}
      </div>
      <DueRuleEditor
        input={input('due')}
        label={t('declare.clockDue')}
        due={clock.due}
        isClock
        onChange={(due) => {
          if (due) onChange({ ...clock, due });
        }}
      />
      <WhichRecords
        title={t('declare.clockWhere')}
        filter={clock.where}
        onChange={(where) => onChange({ ...clock, where: where ?? undefined })}
      />
      <ReminderField
        input={input('remindBefore')}
        days={clock.remindBefore ?? []}
        onChange={(days) => onChange({ ...clock, remindBefore: days.length ? days : undefined })}
      />
    </fieldset>
  );
}
