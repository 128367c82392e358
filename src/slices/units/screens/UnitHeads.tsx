import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { api } from '../../../web/client.generated.ts';
import { useTexts } from '../../../web/language.ts';
import { requireFields } from '../../../web/session/require-fields.ts';
import { useRights, useSession } from '../../../web/session/session.ts';
import { Card } from '../../../web/ui/Card.tsx';
import { ChoiceField, DayField, FormSummary } from '../../../web/ui/Field.tsx';
import { dayText } from '../../../web/ui/moments.ts';
import { useForm } from '../../../web/ui/useForm.ts';
import type { UnitData, UnitItem } from './unit-rows.ts';

type UnitHeadsProps = { unit: UnitItem; heads: UnitData['heads']; mayChange: boolean };

/** Who leads the unit, and who did. */
export function UnitHeads({ unit, heads, mayChange }: UnitHeadsProps) {
  const t = useTexts();
  const mayReadUsers = useRights()('users.read');
  const own = heads.filter(({ unitId }) => unitId === unit.unitId).sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1));
  return (
    <Card title={t('units.head')}>
      <div className="stack">
        {own.length ? (
          <ul>
            {own.map(({ userId, displayName, validFrom, validTo }) => (
              <li key={`${userId} ${validFrom}`}>
                <b>{displayName}</b>{' '}
                <span className="soft">
                  {dayText(validFrom)} – {validTo ? dayText(validTo) : '…'}
                </span>
              </li>
            ))}
          </ul>
        ) : (
          <p className="soft">{t('units.noHead')}</p>
        )}
        {mayChange && mayReadUsers ? (
          <details key={own.length}>
            <summary className="link-button">{t('units.appoint')}</summary>
            <HeadForm unitId={unit.unitId} />
          </details>
        ) : null}
      </div>
    </Card>
  );
}

type HeadFormProps = { unitId: string };

function HeadForm({ unitId }: HeadFormProps) {
  const t = useTexts();
  const { today } = useSession();
  const { data } = useQuery({ queryKey: ['users'], queryFn: ({ signal }) => api.findUsers({ signal }) });
  const form = useForm({
    initial: { userId: '', validFrom: today },
    check: requireFields(t, { userId: t('units.head'), validFrom: t('units.validFrom') }),
    submit: (body) => api.appointHead({ path: { unitId }, body }),
  });
  const active = (data?.users ?? []).filter(({ isActive }) => isActive);
  return (
    <form className="form" noValidate onSubmit={form.send}>
      <FormSummary errors={form.errors} />
      <ChoiceField
        name="userId"
        label={t('units.head')}
        emptyText={t('units.chooseUser')}
        choices={active.map(({ userId, displayName }) => ({ value: userId, label: displayName }))}
        value={form.values.userId}
        onChange={form.set('userId')}
        error={form.errors.userId}
        isRequired
      />
      <DayField
        name="validFrom"
        label={t('units.validFrom')}
        value={form.values.validFrom}
        onChange={form.set('validFrom')}
        error={form.errors.validFrom}
        isRequired
      />
      <div className="form-buttons">
        <Button htmlType="submit" loading={form.isBusy}>
          {t('units.appoint')}
        </Button>
      </div>
    </form>
  );
}
