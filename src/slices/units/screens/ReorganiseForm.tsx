import { Button } from 'antd';
import { useState } from 'react';
import { api, type ReorganiseUnitsBody } from '../../../web/client.generated.ts';
import { useTexts } from '../../../web/language.ts';
import { requireFields } from '../../../web/session/require-fields.ts';
import { useSession } from '../../../web/session/session.ts';
import { ChoiceField, DayField, Field, FormSummary, LongTextField, TextField } from '../../../web/ui/Field.tsx';
import { useForm } from '../../../web/ui/useForm.ts';
import { parseNewUnits } from './new-units.ts';
import type { UnitItem } from './unit-rows.ts';

type ReorganiseFormProps = { units: readonly UnitItem[]; onDone: () => void };
type ChangeKind = ReorganiseUnitsBody['kind'];

const CHANGE_KINDS = ['merge', 'split', 'rename', 'transfer', 'dissolve'] as const satisfies readonly ChangeKind[];

/** Merger, split, renaming, transfer, dissolution from a day on, by a decision. */
export function ReorganiseForm({ units, onDone }: ReorganiseFormProps) {
  const t = useTexts();
  const { today } = useSession();
  const standing = units.filter(({ validTo }) => validTo === null);
  const [predecessors, setPredecessors] = useState<readonly UnitItem[]>([]);
  const form = useForm({
    initial: { kind: 'merge', effectiveOn: today, decisionNumber: '', successorId: '', newUnits: '' },
    check: (values) => ({
      ...requireFields(t, { effectiveOn: t('units.effectiveOn') })(values),
      ...(predecessors.length ? {} : { predecessors: t('units.predecessorsMissing') }),
    }),
    submit: async ({ kind, effectiveOn, decisionNumber, successorId, newUnits }) => {
      const [first] = predecessors;
      await api.reorganiseUnits({
        body: {
          kind: CHANGE_KINDS.find((one) => one === kind) ?? 'merge',
          effectiveOn,
          decisionNumber: decisionNumber || null,
          predecessorIds: predecessors.map(({ unitId }) => unitId),
          successorIds: successorId ? [successorId] : [],
          newUnits: parseNewUnits(newUnits).map((names, place) => ({
            ...names,
            kind: first?.kind ?? 'division',
            parentId: first?.parentId ?? null,
            position: (first?.position ?? 0) + place,
          })),
        },
      });
      onDone();
    },
  });
  const field = (name: keyof typeof form.values) => ({
    name,
    value: form.values[name],
    onChange: form.set(name),
    error: form.errors[name],
  });
  const hasSuccessors = form.values.kind !== 'dissolve';
  return (
    <form className="form" noValidate onSubmit={form.send}>
      <p className="soft">{t('units.reorganiseLead')}</p>
      <FormSummary errors={form.errors} />
      <ChoiceField
        {...field('kind')}
        label={t('units.changeKind')}
        choices={CHANGE_KINDS.map((kind) => ({ value: kind, label: t(`units.change.${kind}`) }))}
      />
      <Field name="predecessors" label={t('units.predecessors')} error={form.errors.predecessors}>
        {({ required: _required, name: _name, ...control }) => (
          // biome-ignore lint/a11y/useSemanticElements: the label of the field names the group
          <div {...control} className="check-list" role="group" tabIndex={-1} aria-label={t('units.predecessors')}>
            {standing.map((unit) => (
              <label key={unit.unitId}>
                <input
                  type="checkbox"
                  checked={predecessors.includes(unit)}
                  onChange={(event) =>
                    setPredecessors(
                      event.target.checked ? [...predecessors, unit] : predecessors.filter((one) => one !== unit),
                    )
                  }
                />
                {unit.name}
              </label>
            ))}
          </div>
        )}
      </Field>
      <DayField {...field('effectiveOn')} label={t('units.effectiveOn')} isRequired />
      <TextField {...field('decisionNumber')} label={t('units.decisionNumber')} />
      {hasSuccessors ? (
        <>
          <ChoiceField
            {...field('successorId')}
            label={t('units.successor')}
            emptyText={t('units.noSuccessor')}
            choices={standing.map(({ unitId, name }) => ({ value: unitId, label: name }))}
          />
          <LongTextField {...field('newUnits')} label={t('units.newUnits')} hint={t('units.newUnitsHint')} />
        </>
      ) : null}
      <div className="form-buttons">
        <Button type="primary" htmlType="submit" loading={form.isBusy}>
          {t('units.reorganise')}
        </Button>
        <Button onClick={onDone}>{t('web.cancel')}</Button>
      </div>
    </form>
  );
}
