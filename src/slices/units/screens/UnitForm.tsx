import { Button } from 'antd';
import { api } from '../../../web/client.generated.ts';
import { useTexts } from '../../../web/language.ts';
import { requireFields } from '../../../web/session/require-fields.ts';
import { useSession } from '../../../web/session/session.ts';
import { ChoiceField, DayField, FormSummary, TextField } from '../../../web/ui/Field.tsx';
import { useForm } from '../../../web/ui/useForm.ts';
import { type UnitKind, unitKinds } from '../index.ts';
import type { UnitItem } from './unit-rows.ts';

type UnitFormProps = {
  units: readonly UnitItem[];
  /** The unit to correct; a new one where it is left out. */
  unit?: UnitItem;
  onDone: () => void;
};

export function isUnitKind(text: string): text is UnitKind {
  return unitKinds.some((kind) => kind === text);
}

/** Makes a unit, or corrects what was written wrongly. */
export function UnitForm({ units, unit, onDone }: UnitFormProps) {
  const t = useTexts();
  const { today } = useSession();
  const form = useForm({
    initial: {
      name: unit?.name ?? '',
      shortName: unit?.shortName ?? '',
      kind: unit?.kind ?? 'division',
      parentId: unit?.parentId ?? '',
      position: String(unit?.position ?? units.length),
      validFrom: unit?.validFrom ?? today,
    },
    check: requireFields(t, {
      name: t('units.name'),
      shortName: t('units.shortName'),
      validFrom: t('units.validFrom'),
    }),
    submit: async ({ kind, parentId, position, ...texts }) => {
      const body = {
        ...texts,
        kind: isUnitKind(kind) ? kind : 'division',
        parentId: parentId || null,
        position: Number(position),
      };
      if (unit) await api.correctUnit({ path: { unitId: unit.unitId }, body: { ...body, version: unit.version } });
      else await api.createUnit({ body });
      onDone();
    },
  });
  const field = (name: keyof typeof form.values) => ({
    name,
    value: form.values[name],
    onChange: form.set(name),
    error: form.errors[name],
  });
  const parents = units.filter(({ unitId, validTo }) => unitId !== unit?.unitId && validTo === null);
  return (
    <form className="form" noValidate onSubmit={form.send}>
      {unit ? <p className="soft">{t('units.correctHint')}</p> : null}
      <FormSummary errors={form.errors} />
      <TextField {...field('name')} label={t('units.name')} isRequired />
      <TextField {...field('shortName')} label={t('units.shortName')} isRequired />
      <ChoiceField
        {...field('kind')}
        label={t('units.kind')}
        choices={unitKinds.map((kind) => ({ value: kind, label: t(`units.kind.${kind}`) }))}
      />
      <ChoiceField
        {...field('parentId')}
        label={t('units.parent')}
        emptyText={t('units.noParent')}
        choices={parents.map(({ unitId, name }) => ({ value: unitId, label: name }))}
      />
      <TextField {...field('position')} label={t('units.position')} type="number" />
      <DayField {...field('validFrom')} label={t('units.validFrom')} isRequired />
      <div className="form-buttons">
        <Button type="primary" htmlType="submit" loading={form.isBusy}>
          {t('web.save')}
        </Button>
        <Button onClick={onDone}>{t('web.cancel')}</Button>
      </div>
    </form>
  );
}
