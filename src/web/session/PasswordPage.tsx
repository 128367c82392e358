import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { api } from '../client.generated.ts';
import { useTexts } from '../language.ts';
import { Card } from '../ui/Card.tsx';
import { FormSummary, TextField } from '../ui/Field.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { Notice } from '../ui/StatusTag.tsx';
import { useForm } from '../ui/useForm.ts';
import { checkNewPassword } from './passwords.ts';
import { requireFields } from './require-fields.ts';
import { sessionQuery, useSession } from './session.ts';

export function Page() {
  const t = useTexts();
  const { user } = useSession();
  const [round, setRound] = useState(0);
  return (
    <>
      <PageHead title={t('web.changePassword')} lead={t('web.passwordHint')} />
      <Card>
        <div className="stack">
          {user.mustChangePassword ? <Notice tone="risk">{t('web.mustChangePassword')}</Notice> : null}
          {round ? <Notice tone="good">{t('web.passwordChanged')}</Notice> : null}
          <PasswordForm key={round} onDone={() => setRound(round + 1)} />
        </div>
      </Card>
    </>
  );
}

type PasswordFormProps = { onDone: () => void };

function PasswordForm({ onDone }: PasswordFormProps) {
  const t = useTexts();
  const queries = useQueryClient();
  const { user } = useSession();
  const form = useForm({
    initial: { currentPassword: '', newPassword: '', again: '' },
    check: (values) => ({
      ...checkNewPassword(t, { ...values, username: user.username }),
      ...requireFields(t, { currentPassword: t('web.currentPassword') })(values),
    }),
    submit: async ({ currentPassword, newPassword }) => {
      await api.changePassword({ body: { currentPassword, newPassword } });
      await queries.invalidateQueries({ queryKey: sessionQuery.queryKey });
      onDone();
    },
  });
  const field = (name: 'currentPassword' | 'newPassword' | 'again') => ({
    name,
    type: 'password' as const,
    value: form.values[name],
    onChange: form.set(name),
    error: form.errors[name],
    isRequired: true,
  });
  return (
    <form className="form" noValidate onSubmit={form.send}>
      <FormSummary errors={form.errors} />
      <input
        className="visually-hidden"
        tabIndex={-1}
        aria-hidden="true"
        autoComplete="username"
        readOnly
        value={user.username}
      />
      <TextField {...field('currentPassword')} label={t('web.currentPassword')} autoComplete="current-password" />
      <TextField {...field('newPassword')} label={t('web.newPassword')} autoComplete="new-password" />
      <TextField {...field('again')} label={t('web.newPasswordAgain')} autoComplete="new-password" />
      <div className="form-buttons">
        <Button type="primary" htmlType="submit" loading={form.isBusy}>
          {t('web.changePassword')}
        </Button>
      </div>
    </form>
  );
}
