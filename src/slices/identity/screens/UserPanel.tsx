import { Button } from 'antd';
import { useState } from 'react';
import { api } from '../../../web/client.generated.ts';
import { useTexts } from '../../../web/language.ts';
import { newPasswordError } from '../../../web/session/passwords.ts';
import { requireFields } from '../../../web/session/require-fields.ts';
import { useRights } from '../../../web/session/session.ts';
import { Card } from '../../../web/ui/Card.tsx';
import { ChoiceField, FormSummary, TextField } from '../../../web/ui/Field.tsx';
import { momentText } from '../../../web/ui/moments.ts';
import { Notice } from '../../../web/ui/StatusTag.tsx';
import { useForm } from '../../../web/ui/useForm.ts';
import { UserSessions } from './UserSessions.tsx';
import { UserFields, userBodyOf } from './user-fields.tsx';
import type { UserRow, UserUnit } from './user-rows.ts';

type UserPanelProps = { user: UserRow; units: readonly UserUnit[] };

/** One person beside the list: role, unit, account, password, sessions. */
export function UserPanel({ user, units }: UserPanelProps) {
  const t = useTexts();
  const mayChange = useRights()('users.change');
  return (
    <div className="stack">
      <Card title={user.displayName}>
        <div className="stack">
          {user.state === 'locked' && user.lockedUntil ? (
            <Notice tone="risk">
              {t('identity.state.locked')} {t('identity.lockedUntil', { moment: momentText(user.lockedUntil) })}
            </Notice>
          ) : null}
          {mayChange ? (
            <ChangeUserForm user={user} units={units} />
          ) : (
            <p>
              {user.username} · {t(`web.role.${user.role}`)} · {user.unit?.name ?? t('identity.noUnit')}
            </p>
          )}
        </div>
      </Card>
      {mayChange ? <ResetPasswordCard user={user} /> : null}
      {mayChange ? <UserSessions userId={user.userId} /> : null}
    </div>
  );
}

function ChangeUserForm({ user, units }: UserPanelProps) {
  const t = useTexts();
  const form = useForm({
    initial: {
      displayName: user.displayName,
      role: user.role,
      unitId: user.unitId ?? '',
      isActive: user.isActive ? 'yes' : 'no',
    },
    check: requireFields(t, { displayName: t('identity.displayName') }),
    submit: (values) =>
      api.changeUser({
        path: { userId: user.userId },
        body: { ...userBodyOf(values), isActive: values.isActive === 'yes', version: user.version },
      }),
  });
  return (
    <form className="form" noValidate onSubmit={form.send}>
      <FormSummary errors={form.errors} />
      <UserFields values={form.values} errors={form.errors} set={form.set} units={units} />
      <ChoiceField
        name="isActive"
        label={t('identity.isActive')}
        choices={[
          { value: 'yes', label: t('identity.active') },
          { value: 'no', label: t('identity.off') },
        ]}
        value={form.values.isActive}
        onChange={form.set('isActive')}
        error={form.errors.isActive}
      />
      <div className="form-buttons">
        <Button type="primary" htmlType="submit" loading={form.isBusy} disabled={!form.isChanged}>
          {t('web.save')}
        </Button>
      </div>
    </form>
  );
}

type ResetPasswordProps = { user: UserRow };

function ResetPasswordCard({ user }: ResetPasswordProps) {
  const t = useTexts();
  const [isDone, setDone] = useState(false);
  return (
    <Card title={t('identity.reset')}>
      <div className="stack">
        <p className="soft">{t('identity.resetHint')}</p>
        {isDone ? (
          <Notice tone="good">{t('identity.resetDone')}</Notice>
        ) : (
          <ResetPasswordForm user={user} onDone={() => setDone(true)} />
        )}
      </div>
    </Card>
  );
}

function ResetPasswordForm({ user, onDone }: ResetPasswordProps & { onDone: () => void }) {
  const t = useTexts();
  const form = useForm({
    initial: { resetPassword: '' },
    check: ({ resetPassword }) => {
      const error = newPasswordError(t, resetPassword, user.username);
      return error ? { resetPassword: error } : {};
    },
    submit: async ({ resetPassword }) => {
      await api.resetPassword({ path: { userId: user.userId }, body: { password: resetPassword } });
      onDone();
    },
  });
  return (
    <form className="form-line" noValidate onSubmit={form.send}>
      <FormSummary errors={form.errors} />
      <TextField
        name="resetPassword"
        label={t('identity.newPassword')}
        type="password"
        autoComplete="new-password"
        value={form.values.resetPassword}
        onChange={form.set('resetPassword')}
        error={form.errors.resetPassword}
        isRequired
      />
      <Button htmlType="submit" loading={form.isBusy}>
        {t('identity.reset')}
      </Button>
    </form>
  );
}
