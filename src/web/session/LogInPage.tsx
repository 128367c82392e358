import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { Button } from 'antd';
import { useAddress } from '../address.ts';
import { ApiError } from '../api/api-error.ts';
import { api } from '../client.generated.ts';
import { useTexts } from '../language.ts';
import { claimDrafts } from '../ui/draft.ts';
import { FormSummary, TextField } from '../ui/Field.tsx';
import { momentText } from '../ui/moments.ts';
import { Notice } from '../ui/StatusTag.tsx';
import { useForm } from '../ui/useForm.ts';
import { Door } from './Door.tsx';
import { requireFields } from './require-fields.ts';
import { returnPlace } from './return-place.ts';

/** A locked account opens by itself: the server says when, in its details. */
function sayUntilWhen(error: unknown): never {
  if (!(error instanceof ApiError) || typeof error.details.until !== 'string') throw error;
  const { status, code, message, details } = error;
  throw new ApiError(status, code, `${message} (${momentText(error.details.until)})`, details);
}

export function LogInPage() {
  const t = useTexts();
  const queries = useQueryClient();
  const router = useRouter();
  const { search } = useAddress();
  const form = useForm({
    initial: { username: '', password: '' },
    check: requireFields(t, { username: t('web.username'), password: t('web.password') }),
    submit: async (values) => {
      await api.logIn({ body: values }).catch(sayUntilWhen);
      claimDrafts(values.username);
      // What was known before belongs to nobody or to somebody else.
      queries.clear();
      router.history.push(returnPlace(search.back));
    },
  });
  return (
    <Door title={t('web.logInTitle')}>
      <form className="form" noValidate onSubmit={form.send}>
        {search.made ? <Notice tone="good">{t('web.firstAdmin.done')}</Notice> : null}
        <FormSummary errors={form.errors} />
        <TextField
          name="username"
          label={t('web.username')}
          value={form.values.username}
          onChange={form.set('username')}
          error={form.errors.username}
          autoComplete="username"
          isRequired
        />
        <TextField
          name="password"
          label={t('web.password')}
          type="password"
          value={form.values.password}
          onChange={form.set('password')}
          error={form.errors.password}
          autoComplete="current-password"
          isRequired
        />
        <Button type="primary" htmlType="submit" loading={form.isBusy} block>
          {t('web.logIn')}
        </Button>
      </form>
    </Door>
  );
}
