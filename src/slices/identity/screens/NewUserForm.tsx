import { Button } from 'antd';
import { api } from '../../../web/client.generated.ts';
import { useTexts } from '../../../web/language.ts';
import { newPasswordError } from '../../../web/session/passwords.ts';
import { requireFields } from '../../../web/session/require-fields.ts';
import { FormSummary, TextField } from '../../../web/ui/Field.tsx';
import { useForm } from '../../../web/ui/useForm.ts';
import { UserFields, userBodyOf } from './user-fields.tsx';
import type { UserUnit } from './user-rows.ts';

type NewUserFormProps = { units: readonly UserUnit[]; onDone: () => void };

export function NewUserForm({ units, onDone }: NewUserFormProps) {
  const t = useTexts();
  const form = useForm({
    initial: { displayName: '', username: '', role: 'specialist', unitId: '', newPassword: '' },
    check: (values) => {
      const missing = requireFields(t, {
        displayName: t('identity.displayName'),
        username: t('identity.username'),
      })(values);
      const newPassword = newPasswordError(t, values.newPassword, values.username);
      return { ...missing, ...(newPassword ? { newPassword } : {}) };
    },
    submit: async (values) => {
      const { username, newPassword } = values;
      await api.createUser({ body: { ...userBodyOf(values), username, password: newPassword } });
      onDone();
    },
  });
  return (
    <form className="form" noValidate onSubmit={form.send}>
      <FormSummary errors={form.errors} />
      <TextField
        name="username"
        label={t('identity.username')}
        hint={t('identity.usernameHint')}
        value={form.values.username}
        onChange={form.set('username')}
        error={form.errors.username}
        isRequired
      />
      <UserFields values={form.values} errors={form.errors} set={form.set} units={units} />
      <TextField
        name="newPassword"
        label={t('identity.firstPassword')}
        hint={t('identity.firstPasswordHint')}
        type="password"
        autoComplete="new-password"
        value={form.values.newPassword}
        onChange={form.set('newPassword')}
        error={form.errors.newPassword}
        isRequired
      />
      <div className="form-buttons">
        <Button type="primary" htmlType="submit" loading={form.isBusy}>
          {t('identity.create')}
        </Button>
        <Button onClick={onDone}>{t('web.cancel')}</Button>
      </div>
    </form>
  );
}
