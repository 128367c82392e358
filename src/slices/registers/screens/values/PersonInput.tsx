import { useTexts } from '../../../../web/language.ts';
import { ChoiceField } from '../../../../web/ui/Field.tsx';
import { useUnits } from '../../../units/screens/use-units.ts';
import type { FrameProps } from './field-frame.ts';
import { usePeople } from './use-people.ts';

type PersonInputProps = { frame: FrameProps; value: string; onChange: (value: string) => void };

/** People whom this person may name, with their unit; one who is gone stays readable. */
export function PersonInput({ frame, value, onChange }: PersonInputProps) {
  const t = useTexts();
  const people = usePeople();
  const { byId } = useUnits();
  const choices = people.map(({ userId, displayName, unitId }) => {
    const unit = unitId === null ? undefined : byId.get(unitId);
    return { value: userId, label: unit ? `${displayName} · ${unit.shortName}` : displayName };
  });
  const isGone = value !== '' && !people.some(({ userId }) => userId === value);
  return (
    <ChoiceField
      {...frame}
      emptyText={t('registers.choosePerson')}
      choices={isGone ? [...choices, { value, label: t('registers.personGone') }] : choices}
      value={value}
      onChange={onChange}
    />
  );
}
