import { Button } from 'antd';
import { useLanguage, useTexts } from '../../../../web/language.ts';
import { Card } from '../../../../web/ui/Card.tsx';
import { CheckField, ChecksField } from '../../../../web/ui/Checks.tsx';
import { ChoiceField, fieldId } from '../../../../web/ui/Field.tsx';
import { stepInput } from './edit-faults.ts';
import { keyFromLabel, move } from './edited-names.ts';
import { type EditedStep, newRowId } from './edited-register.ts';
import { MoveButtons } from './MoveButtons.tsx';
import { TextsField } from './TextsField.tsx';
import { useEditor } from './use-register-editor.ts';

/** The steps of a record's life, in their order; none where records have no life of their own. */
export function StepsCard() {
  const t = useTexts();
  const language = useLanguage();
  const { edited, errors, change, setStep, drop } = useEditor();
  const { steps } = edited;
  const add = () => {
    const key = keyFromLabel(
      t('declare.newStep', { number: steps.length + 1 }),
      steps.map((step) => step.key),
    );
    const step: EditedStep = { id: newRowId(), key, isKept: false, label: { vi: '', en: '' } };
    change({ steps: [...steps, step], firstStep: edited.firstStep || key });
  };
  const remove = (at: number) => {
    const gone = steps[at];
    if (gone && edited.firstStep === gone.key) change({ firstStep: '' });
    drop('steps', at);
  };
  return (
    <Card title={t('declare.editSteps')}>
      <div className="stack" id={fieldId('steps')} tabIndex={-1}>
        <p className="soft">{t('declare.editStepsLead')}</p>
        {errors.steps ? <span className="field-error">{errors.steps}</span> : null}
        <ol className="edit-list">
          {steps.map((step, at) => (
            <li key={step.id}>
              <StepCard
                step={step}
                at={at}
                onChange={(next) => {
                  setStep(at, next);
                }}
                buttons={
                  <MoveButtons
                    label={step.label[language] || t('declare.newStep', { number: at + 1 })}
                    at={at}
                    count={steps.length}
                    onMove={(by) => change({ steps: move(steps, at, by) })}
                    onRemove={() => remove(at)}
                  />
                }
              />
            </li>
          ))}
        </ol>
        {steps.length > 1 ? (
          <ChoiceField
            name="firstStep"
            label={t('declare.firstStep')}
            choices={steps.map(({ key, label }) => ({ value: key, label: label[language] }))}
            value={edited.firstStep}
            onChange={(firstStep) => change({ firstStep })}
          />
        ) : null}
        <div>
          <Button onClick={add}>{t('declare.addStep')}</Button>
        </div>
      </div>
    </Card>
  );
}

type StepCardProps = {
  step: EditedStep;
  at: number;
  onChange: (step: EditedStep) => void;
  buttons: React.ReactNode;
};

function StepCard({ step, at, onChange, buttons }: StepCardProps) {
  const t = useTexts();
  const language = useLanguage();
  const { edited, errors } = useEditor();
  const others = edited.steps.filter(({ id }) => id !== step.id);
  const isKnown =
    step.isKept || edited.firstStep === step.key || others.some(({ next }) => next?.includes(step.key) ?? false);
  const rename = (label: EditedStep['label']) => {
    const key = isKnown
      ? step.key
      : keyFromLabel(
          label.vi,
          others.map((one) => one.key),
        );
    onChange({ ...step, label, key });
  };
  return (
    <fieldset className="edit-item">
      <legend className="visually-hidden">{step.label[language] || t('declare.newStep', { number: at + 1 })}</legend>
      <div className="form-line">
        <TextsField
          name={stepInput(at, 'label')}
          label={t('declare.stepLabel')}
          error={errors[stepInput(at, 'label')]}
          isRequired
          texts={step.label}
          onChange={rename}
        />
        <CheckField
          name={stepInput(at, 'end')}
          label={t('declare.stepEnd')}
          isChecked={step.isEnd ?? false}
          onChange={(isEnd) => onChange({ ...step, isEnd })}
        />
        {buttons}
      </div>
      <details className="more">
        <summary className="link-button">{t('declare.stepMore')}</summary>
        <div className="form-line form-line-top">
          <ChecksField
            name={stepInput(at, 'needs')}
            label={t('declare.stepNeeds')}
            choices={edited.fields
              .filter(({ kind }) => kind !== 'computed')
              .map(({ name, label }) => ({ value: name, label: label[language] || name }))}
            held={step.needs ?? []}
            onChange={(needs) => onChange({ ...step, needs: needs.length ? needs : undefined })}
          />
          <ChecksField
            name={stepInput(at, 'next')}
            label={t('declare.stepNext')}
            hint={t('declare.stepNextHint')}
            choices={others.map(({ key, label }) => ({ value: key, label: label[language] || key }))}
            held={step.next ?? []}
            onChange={(next) => onChange({ ...step, next: next.length ? next : undefined })}
          />
        </div>
      </details>
    </fieldset>
  );
}
