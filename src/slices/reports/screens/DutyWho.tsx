import { useTexts } from '../../../web/language.ts';
import { Card } from '../../../web/ui/Card.tsx';
import { ChoiceField, TextField } from '../../../web/ui/Field.tsx';
import { unitKinds } from '../../units/index.ts';
import { useUnits } from '../../units/screens/use-units.ts';
import type { DutyForm, UnitsRule } from '../rules/duty.ts';
import type { ChangeDuty } from './on-screen.ts';

type UnitId = UnitsRule['unitIds'][number];

/** Which units owe the report, which office receives it, and to whom the department sends it. */
export function DutyWho({ form, onChange }: { form: DutyForm; onChange: ChangeDuty }) {
  const t = useTexts();
  const { standing } = useUnits();
  const units = standing.map(({ unitId, shortName }) => ({ value: unitId, label: shortName }));
  const [first = '', second = ''] = form.receivers;
  const receive = (one: string, other: string): void =>
    onChange({ receivers: [...new Set([one, other])].filter((unitId): unitId is UnitId => unitId !== '') });
  const rule = (part: Partial<UnitsRule>): void => onChange({ units: { ...form.units, ...part } });
  return (
    <Card title={t('duties.dutyWho')}>
      <div className="stack">
        <ChoiceField
          name="who"
          label={t('duties.who')}
          value={form.units.who}
          choices={(['all', 'kinds', 'listed'] as const).map((value) => ({ value, label: t(`duties.who.${value}`) }))}
          onChange={(who) => rule({ who: who as UnitsRule['who'] })}
        />
        {form.units.who === 'kinds' ? (
          <Choices
            legend={t('duties.who.kinds')}
            choices={unitKinds.map((value) => ({ value, label: t(`units.kind.${value}`) }))}
            chosen={form.units.kinds}
            onChange={(kinds) => rule({ kinds: kinds as UnitsRule['kinds'] })}
          />
        ) : null}
        {form.units.who === 'listed' ? (
          <Choices
            legend={t('duties.who.listed')}
            choices={units}
            chosen={form.units.unitIds}
            onChange={(unitIds) => rule({ unitIds: unitIds as UnitId[] })}
          />
        ) : (
          <details className="drop-inline">
            <summary className="link-button">{t('duties.except', { count: form.units.except.length })}</summary>
            <Choices
              legend={t('duties.exceptLegend')}
              choices={units}
              chosen={form.units.except}
              onChange={(except) => rule({ except: except as UnitId[] })}
            />
          </details>
        )}
        <ChoiceField
          name="receiver"
          label={t('duties.receiver')}
          value={first}
          choices={units}
          onChange={(unitId) => receive(unitId, second)}
          isRequired
        />
        <ChoiceField
          name="receiver2"
          label={t('duties.receiver2')}
          value={second}
          emptyText={t('duties.noReceiver2')}
          choices={units.filter(({ value }) => value !== first)}
          onChange={(unitId) => receive(first, unitId)}
        />
        <TextField
          name="upward"
          label={t('duties.upward')}
          hint={t('duties.upwardHint')}
          value={form.upward ?? ''}
          onChange={(upward) => onChange({ upward: upward || null })}
        />
      </div>
    </Card>
  );
}

type ChoicesProps = {
  legend: string;
  choices: readonly { value: string; label: string }[];
  chosen: readonly string[];
  onChange: (chosen: string[]) => void;
};

/** Several of a few. */
export function Choices({ legend, choices, chosen, onChange }: ChoicesProps) {
  const flip = (value: string, isChosen: boolean): void =>
    onChange(choices.map((one) => one.value).filter((one) => (one === value ? isChosen : chosen.includes(one))));
  return (
    <fieldset className="report-choices">
      <legend className="field-label">{legend}</legend>
      {choices.map(({ value, label }) => (
        <label key={value}>
          <input
            type="checkbox"
            checked={chosen.includes(value)}
            onChange={(event) => flip(value, event.target.checked)}
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
