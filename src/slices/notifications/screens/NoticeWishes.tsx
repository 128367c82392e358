import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { api, type GetNoticePreferenceAnswer } from '../../../web/client.generated.ts';
import { useTexts } from '../../../web/language.ts';
import { Card } from '../../../web/ui/Card.tsx';
import { ChoiceField, type FieldErrors, FormSummary, TextField } from '../../../web/ui/Field.tsx';
import { Loaded } from '../../../web/ui/States.tsx';
import { Notice } from '../../../web/ui/StatusTag.tsx';
import { useForm } from '../../../web/ui/useForm.ts';

export const preferenceQuery = {
  queryKey: ['notice-preference'],
  queryFn: ({ signal }: { signal: AbortSignal }) => api.getNoticePreference({ signal }),
};

/** E-mail on or off, the address, the language of letters. */
export function NoticeWishes() {
  const t = useTexts();
  const query = useQuery(preferenceQuery);
  return (
    <Card title={t('notifications.wishes')}>
      <Loaded query={query}>{(preference) => <WishesForm preference={preference} />}</Loaded>
    </Card>
  );
}

const LOOKS_LIKE_EMAIL = /^\S+@\S+\.\S+$/;

function WishesForm({ preference }: { preference: GetNoticePreferenceAnswer }) {
  const t = useTexts();
  const [isSaved, setSaved] = useState(false);
  const form = useForm({
    initial: {
      email: preference.email ?? '',
      wantsEmail: preference.wantsEmail ? 'yes' : '',
      language: preference.language as string,
    },
    check: ({ email, wantsEmail }): FieldErrors => {
      if (wantsEmail && !email.trim()) return { email: t('notifications.emailMissing') };
      return email.trim() && !LOOKS_LIKE_EMAIL.test(email.trim()) ? { email: t('notifications.emailWrong') } : {};
    },
    submit: async ({ email, wantsEmail, language }) => {
      const body = {
        email: email.trim() || null,
        wantsEmail: wantsEmail === 'yes',
        language: language === 'en' ? 'en' : 'vi',
      } as const;
      await api.saveNoticePreference({ body });
      setSaved(true);
    },
  });
  return (
    <form className="form" noValidate onSubmit={form.send}>
      <FormSummary errors={form.errors} />
      {isSaved && !form.isChanged ? <Notice tone="good">{t('notifications.wishesSaved')}</Notice> : null}
      {preference.hasMailServer ? null : <p className="soft">{t('notifications.noMailServer')}</p>}
      <TextField
        name="email"
        type="email"
        autoComplete="email"
        label={t('notifications.email')}
        value={form.values.email}
        error={form.errors.email}
        onChange={form.set('email')}
      />
      <label className="tick">
        <input
          type="checkbox"
          checked={form.values.wantsEmail === 'yes'}
          onChange={(event) => form.set('wantsEmail')(event.target.checked ? 'yes' : '')}
        />
        {t('notifications.emailWanted')}
      </label>
      <ChoiceField
        name="language"
        label={t('notifications.letterLanguage')}
        value={form.values.language}
        choices={[
          { value: 'vi', label: t('web.vietnamese') },
          { value: 'en', label: t('web.english') },
        ]}
        onChange={form.set('language')}
      />
      <div className="form-buttons">
        <Button type="primary" htmlType="submit" loading={form.isBusy}>
          {t('web.save')}
        </Button>
      </div>
    </form>
  );
}
