import { Button } from 'antd';
import { useState } from 'react';
import { useTexts } from '../../../../web/language.ts';
import { Card } from '../../../../web/ui/Card.tsx';
import { ChoiceField, TextField } from '../../../../web/ui/Field.tsx';
import { useUnits } from '../../../units/screens/use-units.ts';
import { type OwnerDraft, readEffort } from '../../rules/owner-changes.ts';

type ForChosenProps = { count: number; onFill: (change: Partial<OwnerDraft>) => void };

/** One owner and one effort for every chosen leaf; what is left empty stays as it is. */
export function ForChosen({ count, onFill }: ForChosenProps) {
  const t = useTexts();
  const { standing } = useUnits();
  const [owner, setOwner] = useState('');
  const [effort, setEffort] = useState('');
  const isWrong = readEffort(effort) === null;
  const isEmpty = owner === '' && effort.trim() === '';
  return (
    <Card title={t('owners.forChosen', { count })}>
      <form
        className="form-line"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (isWrong || isEmpty || count === 0) return;
          onFill({ ...(owner ? { owner } : {}), ...(effort.trim() ? { effort: effort.trim() } : {}) });
        }}
      >
        <ChoiceField
          name="owner-of-chosen"
          label={t('owners.owner')}
          emptyText={t('owners.keepOwner')}
          value={owner}
          choices={standing.map(({ unitId, name }) => ({ value: unitId, label: name }))}
          onChange={setOwner}
        />
        <TextField
          name="effort-of-chosen"
          label={t('owners.effort')}
          hint={t('owners.keepEffort')}
          value={effort}
          error={isWrong ? t('leaf.effortWrong') : undefined}
          onChange={setEffort}
        />
        <Button htmlType="submit" disabled={count === 0 || isEmpty}>
          {t('owners.apply')}
        </Button>
      </form>
    </Card>
  );
}
