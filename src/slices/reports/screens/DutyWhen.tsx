import { useTexts } from '../../../web/language.ts';
import { Card } from '../../../web/ui/Card.tsx';
import { ChoiceField, TextField } from '../../../web/ui/Field.tsx';
import { REGIMES } from '../../deadlines/index.ts';
import type { DutyForm } from '../rules/duty.ts';
import { readCutOff } from '../rules/read-duty.ts';
import { type Stage, stages } from '../rules/stages.ts';
import { Choices } from './DutyWho.tsx';
import { periodsOfRegime, withPeriodText, withRegime, withStage } from './duty-draft.ts';
import type { ChangeDuty } from './on-screen.ts';

/** Which periods the report is for, and by when at each stage, in the words of the document. */
export function DutyWhen({ form, onChange }: { form: DutyForm; onChange: ChangeDuty }) {
  const t = useTexts();
  const periods = periodsOfRegime(form.regimeId);
  return (
    <Card title={t('duties.dutyWhen')}>
      <div className="stack">
        <ChoiceField
          name="regime"
          label={t('duties.regime')}
          value={form.regimeId}
          choices={REGIMES.map(({ id }) => ({ value: id, label: t(`duties.regime.${id as 'par'}`) }))}
          onChange={(regimeId) => onChange(withRegime(form, regimeId as DutyForm['regimeId']))}
        />
        <Choices
          legend={t('duties.periods')}
          choices={periods.map(({ id, name }) => ({ value: id, label: name }))}
          chosen={form.periodIds}
          onChange={(periodIds) => onChange({ periodIds })}
        />
        {stages.map((stage) => (
          <StageFields key={stage} stage={stage} form={form} onChange={onChange} />
        ))}
        <ChoiceField
          name="dayOffRule"
          label={t('duties.dayOffRule')}
          hint={t('duties.dayOffRuleHint')}
          value={form.dayOffRule}
          choices={(['office', 'stay', 'next', 'previous'] as const).map((value) => ({
            value,
            label: t(`duties.dayOff.${value}`),
          }))}
          onChange={(rule) => onChange({ dayOffRule: rule as DutyForm['dayOffRule'] })}
        />
      </div>
    </Card>
  );
}

type StageFieldsProps = { stage: Stage; form: DutyForm; onChange: ChangeDuty };

function StageFields({ stage, form, onChange }: StageFieldsProps) {
  const t = useTexts();
  const own = form.stages.find((one) => one.stage === stage);
  const text = own?.text ?? '';
  const unread = text.trim() !== '' && readCutOff(text) === null ? t('duties.phraseUnread') : undefined;
  const periods = periodsOfRegime(form.regimeId).filter(({ id }) => form.periodIds.includes(id));
  return (
    <div>
      <TextField
        name={`stage-${stage}`}
        label={t(`duties.cutOffOf.${stage}`)}
        hint={stage === 'unit' ? t('duties.phraseHint') : ''}
        value={text}
        onChange={(words) => onChange(withStage(form, stage, words))}
        error={unread}
        isRequired={stage === 'unit'}
      />
      {own && periods.length > 1 && periods.length <= 8 ? (
        <details className="drop-inline">
          <summary className="link-button">{t('duties.byPeriod', { count: own.byPeriod.length })}</summary>
          {periods.map(({ id, name }) => (
            <TextField
              key={id}
              name={`stage-${stage}-${id}`}
              label={name}
              value={own.byPeriod.find(({ periodId }) => periodId === id)?.text ?? ''}
              onChange={(words) => onChange(withPeriodText(form, stage, { periodId: id, text: words }))}
            />
          ))}
        </details>
      ) : null}
    </div>
  );
}
