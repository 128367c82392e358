import { useTexts } from '../../../../web/language.ts';
import { ChoiceField } from '../../../../web/ui/Field.tsx';
import { useUnits } from '../../../units/screens/use-units.ts';
import type { FrameProps } from './field-frame.ts';

type UnitInputProps = { frame: FrameProps; value: string; onChange: (value: string) => void };

/** Units that stand today, and the one that the record holds even where it is gone. */
export function UnitInput({ frame, value, onChange }: UnitInputProps) {
  const t = useTexts();
  const { standing, byId } = useUnits();
  const choices = standing.map(({ unitId, name }) => ({ value: unitId, label: name }));
  const gone = value && !choices.some((one) => one.value === value) ? byId.get(value) : undefined;
  return (
    <ChoiceField
      {...frame}
      emptyText={t('registers.chooseUnit')}
      choices={gone ? [...choices, { value, label: t('registers.optionRetired', { option: gone.name }) }] : choices}
      value={value}
      onChange={onChange}
    />
  );
}
