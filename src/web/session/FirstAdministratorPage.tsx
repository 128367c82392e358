import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useAddress } from '../address.ts';
import { api } from '../client.generated.ts';
import { useTexts } from '../language.ts';
import { FormSummary, TextField } from '../ui/Field.tsx';
import { Notice } from '../ui/StatusTag.tsx';
import { useForm } from '../ui/useForm.ts';
import { Door } from './Door.tsx';
import { checkNewPassword } from './passwords.ts';
import { requireFields } from './require-fields.ts';

export function Page() {
  const t = useTexts();
  const { token } = useAddress().search;
  return (
    <Door title={t('web.firstAdmin.title')}>
      {token ? <FirstAdministratorForm token={token} /> : <Notice tone="late">{t('web.firstAdmin.noToken')}</Notice>}
    </Door>
  );
}

type FirstAdministratorFormProps = { token: string };

function FirstAdministratorForm({ token }: FirstAdministratorFormProps) {
  const t = useTexts();
  const navigate = useNavigate();
  const form = useForm({
    initial: {
      agencyName: '',
      agencyShortName: '',
      province: '',
      username: '',
      displayName: '',
      newPassword: '',
      again: '',
    },
    check: (values) => ({
      ...requireFields(t, {
        agencyName: t('web.firstAdmin.agencyName'),
        agencyShortName: t('web.firstAdmin.agencyShortName'),
        province: t('web.firstAdmin.province'),
        username: t('web.username'),
        displayName: t('web.displayName'),
      })(values),
      ...checkNewPassword(t, values),
    }),
    submit: async ({ newPassword, again: _again, ...named }) => {
      await api.createFirstAdministrator({ body: { token, ...named, password: newPassword } });
      await navigate({ to: '/log-in', search: { made: 'yes' } });
    },
  });
  const field = (name: keyof typeof form.values) => ({
    name,
    value: form.values[name],
    onChange: form.set(name),
    error: form.errors[name],
    isRequired: true,
  });
  return (
    <form className="form" noValidate onSubmit={form.send}>
      <p className="soft">{t('web.firstAdmin.lead')}</p>
      <FormSummary errors={form.errors} />
      <TextField {...field('agencyName')} label={t('web.firstAdmin.agencyName')} autoComplete="organization" />
      <TextField {...field('agencyShortName')} label={t('web.firstAdmin.agencyShortName')} />
      <TextField {...field('province')} label={t('web.firstAdmin.province')} />
      <TextField {...field('username')} label={t('web.username')} autoComplete="username" />
      <TextField {...field('displayName')} label={t('web.displayName')} autoComplete="name" />
      <TextField
        {...field('newPassword')}
        label={t('web.password')}
        hint={t('web.passwordHint')}
        type="password"
        autoComplete="new-password"
      />
      <TextField {...field('again')} label={t('web.newPasswordAgain')} type="password" autoComplete="new-password" />
      <Button type="primary" htmlType="submit" loading={form.isBusy} block>
        {t('web.firstAdmin.create')}
      </Button>
    </form>
  );
}
