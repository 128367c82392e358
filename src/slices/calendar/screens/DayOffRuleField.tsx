import { useTexts } from '../../../web/language.ts';
import type { DayOffRule } from '../index.ts';

const rules = ['stay', 'next', 'previous'] as const satisfies readonly DayOffRule[];

type DayOffRuleFieldProps = { value: DayOffRule; onChange: (rule: DayOffRule) => void };

/** Where a deadline on a fixed day ends that is a day off; each choice says what it makes of a Sunday. */
export function DayOffRuleField({ value, onChange }: DayOffRuleFieldProps) {
  const t = useTexts();
  return (
    <fieldset className="choices">
      <legend>{t('calendar.dayOffRule')}</legend>
      <p className="field-hint">{t('calendar.dayOffHint')}</p>
      {rules.map((rule) => (
        <label key={rule} className="choice">
          <input type="radio" name="day-off-rule" checked={rule === value} onChange={() => onChange(rule)} />
          <span>{t(`calendar.dayOffRule.${rule}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}
