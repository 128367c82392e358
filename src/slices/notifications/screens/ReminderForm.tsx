import { Button } from 'antd';
import { api, type GetReminderSettingsAnswer } from '../../../web/client.generated.ts';
import { useTexts } from '../../../web/language.ts';
import { Card } from '../../../web/ui/Card.tsx';
import { type FieldErrors, FormSummary, TextField } from '../../../web/ui/Field.tsx';
import { dayText } from '../../../web/ui/moments.ts';
import { Notice } from '../../../web/ui/StatusTag.tsx';
import { useForm } from '../../../web/ui/useForm.ts';
import { audiences } from '../index.ts';
import { readDays, writeDays } from './typed-days.ts';

type Values = Record<'leadDays' | 'doer' | 'head' | 'office' | 'sendAt' | 'webhookUrl', string>;

function valuesOf({ leadDays, lateSteps, sendAt, webhookUrl }: GetReminderSettingsAnswer): Values {
  const lateOf = (to: string): string =>
    writeDays(lateSteps.filter((step) => step.to === to).map(({ afterDays }) => afterDays));
  return {
    leadDays: writeDays(leadDays),
    doer: lateOf('doer'),
    head: lateOf('head'),
    office: lateOf('office'),
    sendAt,
    webhookUrl: webhookUrl ?? '',
  };
}

type ReminderFormProps = { settings: GetReminderSettingsAnswer; isSaved: boolean; onSaved: () => void };

export function ReminderForm({ settings, isSaved, onSaved }: ReminderFormProps) {
  const t = useTexts();
  const form = useForm<Values>({
    initial: valuesOf(settings),
    check: (values): FieldErrors =>
      Object.fromEntries(
        (['leadDays', ...audiences] as const)
          .filter((name) => readDays(values[name]) === null)
          .map((name) => [name, t('notifications.daysWrong')]),
      ),
    submit: async (values) => {
      await api.saveReminderSettings({
        body: {
          leadDays: readDays(values.leadDays) ?? [],
          lateSteps: audiences.flatMap((to) => (readDays(values[to]) ?? []).map((afterDays) => ({ afterDays, to }))),
          sendAt: values.sendAt.trim(),
          webhookUrl: values.webhookUrl.trim() || null,
          version: settings.version,
        },
      });
      onSaved();
    },
  });
  const field = (name: keyof Values, label: string, hint?: string) => (
    <TextField
      name={name}
      label={label}
      value={form.values[name]}
      error={form.errors[name]}
      onChange={form.set(name)}
      {...(hint ? { hint } : {})}
    />
  );
  return (
    <Card title={t('notifications.when')} wide={5}>
      <form className="form" noValidate onSubmit={form.send}>
        <p className="soft">
          {settings.lastDay === null
            ? t('notifications.noDay')
            : t('notifications.lastDay', { day: dayText(settings.lastDay) })}
        </p>
        {isSaved && !form.isChanged ? <Notice tone="good">{t('notifications.settingsSaved')}</Notice> : null}
        <FormSummary errors={form.errors} />
        {field('leadDays', t('notifications.leadDays'), t('notifications.leadDaysHint'))}
        {audiences.map((to) => (
          <div key={to}>{field(to, t(`notifications.late.${to}`))}</div>
        ))}
        {field('sendAt', t('notifications.sendAt'))}
        {field(
          'webhookUrl',
          t('notifications.webhook'),
          settings.hasWebhookSecret ? t('notifications.webhookHint') : t('notifications.noWebhookSecret'),
        )}
        <div className="form-buttons">
          <Button type="primary" htmlType="submit" loading={form.isBusy}>
            {t('web.save')}
          </Button>
        </div>
      </form>
    </Card>
  );
}
