import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { api, type GetTaskSettingsAnswer } from '../../../web/client.generated.ts';
import { useTexts } from '../../../web/language.ts';
import { useSession } from '../../../web/session/session.ts';
import { Dialog } from '../../../web/ui/Dialog.tsx';
import { type FieldErrors, FormSummary, TextField } from '../../../web/ui/Field.tsx';
import { Loaded } from '../../../web/ui/States.tsx';
import { Notice } from '../../../web/ui/StatusTag.tsx';
import { useForm } from '../../../web/ui/useForm.ts';
import { may } from '../../identity/index.ts';
import { type TaskOrigin, taskOrigins } from '../rules/task.ts';

type RuleField = 'askDaysBefore' | 'mostTimes';
type Values = Record<`${RuleField}-${TaskOrigin}` | 'day' | 'month', string>;

const mostOf = { askDaysBefore: 60, mostTimes: 20 } as const;
const ruleFields = ['askDaysBefore', 'mostTimes'] as const;
/** A leap year: 29 February is a day. */
const SOME_LEAP_YEAR = 2028;

const ruleNames = taskOrigins.flatMap((origin) =>
  ruleFields.map((field) => ({ origin, field, name: `${field}-${origin}` as const })),
);

function valuesOf({ extensions, unitPlanDue }: GetTaskSettingsAnswer): Values {
  const rules = ruleNames.map(({ origin, field, name }) => [name, String(extensions[origin]?.[field] ?? 0)]);
  const days = { day: String(unitPlanDue.day), month: String(unitPlanDue.month) };
  return { ...Object.fromEntries(rules), ...days } as Values;
}

function bodyOf(values: Values): GetTaskSettingsAnswer {
  const numberOf = (origin: TaskOrigin, field: RuleField): number => Number(values[`${field}-${origin}`]);
  const extensions = taskOrigins.map((origin) => [
    origin,
    { askDaysBefore: numberOf(origin, 'askDaysBefore'), mostTimes: numberOf(origin, 'mostTimes') },
  ]);
  const unitPlanDue = { month: Number(values.month), day: Number(values.day) };
  return { extensions: Object.fromEntries(extensions), unitPlanDue };
}

function isWhole(typed: string, most: number): boolean {
  return /^\d{1,2}$/.test(typed.trim()) && Number(typed) <= most;
}

function isDayOfYear(month: string, day: string): boolean {
  if (!isWhole(month, 12) || !isWhole(day, 31) || Number(month) < 1 || Number(day) < 1) return false;
  return Number(day) <= new Date(Date.UTC(SOME_LEAP_YEAR, Number(month), 0)).getUTCDate();
}

/** Opens the office's rules; shown to who may change the tasks of every unit, as the server asks. */
export function SettingsButton() {
  const t = useTexts();
  const { user } = useSession();
  const [isOpen, setOpen] = useState(false);
  const query = useQuery({
    queryKey: ['task-settings'],
    queryFn: ({ signal }) => api.getTaskSettings({ signal }),
    enabled: isOpen,
  });
  if (!may(user, 'task.change', null)) return null;
  return (
    <>
      <button type="button" className="link-button" onClick={() => setOpen(true)}>
        {t('tasks.settings')}
      </button>
      <Dialog isOpen={isOpen} title={t('tasks.settings')} onClose={() => setOpen(false)}>
        <Loaded query={query}>{(settings) => <SettingsForm settings={settings} />}</Loaded>
      </Dialog>
    </>
  );
}

function useSettingsForm(settings: GetTaskSettingsAnswer, onSaved: () => void) {
  const t = useTexts();
  return useForm<Values>({
    initial: valuesOf(settings),
    check: (values): FieldErrors => ({
      ...Object.fromEntries(
        ruleNames
          .filter(({ field, name }) => !isWhole(values[name], mostOf[field]))
          .map(({ field, name }) => [name, t('tasks.wholeNumber', { most: mostOf[field] })]),
      ),
      ...(isDayOfYear(values.month, values.day) ? {} : { day: t('tasks.noSuchDay') }),
    }),
    submit: async (values) => {
      await api.changeTaskSettings({ body: bodyOf(values) });
      onSaved();
    },
  });
}

function SettingsForm({ settings }: { settings: GetTaskSettingsAnswer }) {
  const t = useTexts();
  const [isSaved, setSaved] = useState(false);
  const form = useSettingsForm(settings, () => setSaved(true));
  const field = (name: keyof Values & string, label: string) => (
    <TextField
      key={name}
      name={name}
      label={label}
      value={form.values[name]}
      error={form.errors[name]}
      onChange={form.set(name)}
    />
  );
  return (
    <form className="form" noValidate onSubmit={form.send}>
      <p className="soft">{t('tasks.settingsLead')}</p>
      {isSaved && !form.isChanged ? <Notice tone="good">{t('tasks.settingsSaved')}</Notice> : null}
      <FormSummary errors={form.errors} />
      {taskOrigins.map((origin) => (
        <fieldset key={origin}>
          <legend>{t(`tasks.origin.${origin}`)}</legend>
          {ruleFields.map((one) => field(`${one}-${origin}`, t(`tasks.rule.${one}`)))}
        </fieldset>
      ))}
      {field('day', t('tasks.unitPlanDay'))}
      {field('month', t('tasks.unitPlanMonth'))}
      <div className="form-buttons">
        <Button type="primary" htmlType="submit" loading={form.isBusy}>
          {t('web.save')}
        </Button>
      </div>
    </form>
  );
}
