import { Button } from 'antd';
import { formatPaperNumber, parsePaperNumber } from '../../../kernel/decimal.ts';
import { api, type GetAnswersAnswer } from '../../../web/client.generated.ts';
import { useTexts } from '../../../web/language.ts';
import type { PlainTextKey } from '../../../web/texts.ts';
import { type FieldErrors, FormSummary, TextField } from '../../../web/ui/Field.tsx';
import { useForm } from '../../../web/ui/useForm.ts';

type Thresholds = GetAnswersAnswer['thresholds'];
const fields = {
  leastDecided: 'dashboard.leastDecided',
  praisePercent: 'dashboard.praisePercent',
  praiseOverdue: 'dashboard.praiseOverdue',
  praiseReturned: 'dashboard.praiseReturned',
  praisePoints: 'dashboard.praisePoints',
  reprimandPercent: 'dashboard.reprimandPercent',
  reprimandOverdue: 'dashboard.reprimandOverdue',
  reprimandPoints: 'dashboard.reprimandPoints',
} as const satisfies Record<string, PlainTextKey>;
type Name = keyof typeof fields;
type Values = Record<Name, string>;
const names = Object.keys(fields) as Name[];

function valuesOf({ leastDecided, praise, reprimand }: Thresholds): Values {
  return {
    leastDecided: String(leastDecided),
    praisePercent: formatPaperNumber(praise.onTimePercent),
    praiseOverdue: String(praise.mostOverdue),
    praiseReturned: String(praise.mostReturned),
    praisePoints: formatPaperNumber(praise.mostPointsLost),
    reprimandPercent: formatPaperNumber(reprimand.onTimePercent),
    reprimandOverdue: String(reprimand.overdue),
    reprimandPoints: formatPaperNumber(reprimand.pointsLost),
  };
}

const decimalOf = (typed: string): string => parsePaperNumber(typed)?.toFixed() ?? '';

function thresholdsOf(values: Values): Thresholds {
  return {
    leastDecided: Number(decimalOf(values.leastDecided)),
    praise: {
      onTimePercent: decimalOf(values.praisePercent),
      mostOverdue: Number(decimalOf(values.praiseOverdue)),
      mostReturned: Number(decimalOf(values.praiseReturned)),
      mostPointsLost: decimalOf(values.praisePoints),
    },
    reprimand: {
      onTimePercent: decimalOf(values.reprimandPercent),
      overdue: Number(decimalOf(values.reprimandOverdue)),
      pointsLost: decimalOf(values.reprimandPoints),
    },
  };
}

export function ThresholdForm({ thresholds, version }: { thresholds: Thresholds; version: number }) {
  const t = useTexts();
  const form = useForm<Values>({
    initial: valuesOf(thresholds),
    check: (values): FieldErrors =>
      Object.fromEntries(
        names.filter((name) => decimalOf(values[name]) === '').map((name) => [name, t('dashboard.numberWrong')]),
      ),
    submit: (values) => api.changeThresholds({ body: { thresholds: thresholdsOf(values), version } }),
  });
  return (
    <form className="form" noValidate onSubmit={form.send}>
      <FormSummary errors={form.errors} />
      {names.map((name) => (
        <TextField
          key={name}
          name={name}
          label={t(fields[name])}
          value={form.values[name]}
          error={form.errors[name]}
          onChange={form.set(name)}
        />
      ))}
      <div className="form-buttons">
        <Button type="primary" htmlType="submit" loading={form.isBusy}>
          {t('web.save')}
        </Button>
      </div>
    </form>
  );
}
