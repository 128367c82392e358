import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { api } from '../../../web/client.generated.ts';
import { useTexts } from '../../../web/language.ts';
import { requireFields } from '../../../web/session/require-fields.ts';
import { Card } from '../../../web/ui/Card.tsx';
import { FormSummary, TextField } from '../../../web/ui/Field.tsx';
import { Notice, StatusTag } from '../../../web/ui/StatusTag.tsx';
import { useForm } from '../../../web/ui/useForm.ts';
import type { UnitData, UnitItem } from './unit-rows.ts';

type UnitAliasesProps = { unit: UnitItem; aliases: UnitData['aliases']; mayChange: boolean };

/** Names and abbreviations by which documents call the unit. */
export function UnitAliases({ unit, aliases, mayChange }: UnitAliasesProps) {
  const t = useTexts();
  const removal = useMutation({ mutationFn: (alias: string) => api.removeAlias({ path: { alias } }) });
  const own = aliases.filter(({ unitId }) => unitId === unit.unitId);
  return (
    <Card title={t('units.aliases')}>
      <div className="stack">
        {removal.error ? <Notice tone="late">{removal.error.message}</Notice> : null}
        {own.length ? (
          <ul>
            {own.map(({ alias, origin }) => (
              <li key={alias}>
                {alias} {origin === 'learned' ? <StatusTag>{t('units.aliasLearned')}</StatusTag> : null}{' '}
                {mayChange ? (
                  <button
                    type="button"
                    className="link-button"
                    aria-label={t('units.aliasRemove', { alias })}
                    disabled={removal.isPending}
                    onClick={() => removal.mutate(alias)}
                  >
                    ✕
                  </button>
                ) : null}
              </li>
            ))}
          </ul>
        ) : (
          <p className="soft">{t('units.noAliases')}</p>
        )}
        {mayChange ? <AliasForm unitId={unit.unitId} key={own.length} /> : null}
      </div>
    </Card>
  );
}

type AliasFormProps = { unitId: string };

function AliasForm({ unitId }: AliasFormProps) {
  const t = useTexts();
  const form = useForm({
    initial: { alias: '' },
    check: requireFields(t, { alias: t('units.aliasName') }),
    submit: ({ alias }) => api.addAlias({ body: { alias, unitId } }),
  });
  return (
    <form className="form-line" noValidate onSubmit={form.send}>
      <FormSummary errors={form.errors} />
      <TextField
        name="alias"
        label={t('units.aliasName')}
        value={form.values.alias}
        onChange={form.set('alias')}
        error={form.errors.alias}
        isRequired
      />
      <Button htmlType="submit" loading={form.isBusy}>
        {t('units.aliasAdd')}
      </Button>
    </form>
  );
}
