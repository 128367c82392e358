import { Button } from 'antd';
import { useState } from 'react';
import { Decimal } from '../../../../kernel/decimal.ts';
import { api } from '../../../../web/client.generated.ts';
import { useTexts } from '../../../../web/language.ts';
import { Dialog } from '../../../../web/ui/Dialog.tsx';
import { FormSummary, LongTextField, TextField } from '../../../../web/ui/Field.tsx';
import { useForm } from '../../../../web/ui/useForm.ts';
import { refuseLostPoint } from '../../../scoring/index.ts';
import { readPoints } from '../../rules/pasted-points.ts';
import type { IndexOnScreen } from '../index-on-screen.ts';
import { type ShareLine, UnitShares } from './UnitShares.tsx';

/** What the dialog opens with: a record being changed, or a new one that knows some of it. */
export type LossStart = {
  readonly lossId: string | null;
  readonly version: number;
  readonly codes: readonly string[];
  readonly amount: string;
  readonly cause: string;
  readonly remedy: string;
  readonly deficitId: string | null;
  readonly units: readonly ShareLine[];
  readonly taskIds: readonly string[];
};

export const newLoss: LossStart = {
  lossId: null,
  version: 0,
  codes: [],
  amount: '',
  cause: '',
  remedy: '',
  deficitId: null,
  units: [],
  taskIds: [],
};

const codesIn = (text: string): string[] => text.split(/[\s,;]+/).filter(Boolean);

type LossDialogProps = { isOpen: boolean; index: IndexOnScreen; start: LossStart; onClose: () => void };

/** Points lost at a leaf or at several together: how many, why, who answers for how much, what wins them back. */
export function LossDialog({ isOpen, index, start, onClose }: LossDialogProps) {
  const t = useTexts();
  const { set, data } = index;
  const [units, setUnits] = useState<readonly ShareLine[]>(start.units);
  const kept = units.filter(({ name }) => name !== '');
  const form = useForm({
    initial: {
      codes: start.codes.join(', '),
      amount: start.amount.replace('.', ','),
      cause: start.cause,
      remedy: start.remedy,
    },
    check: (values) => {
      const points = readPoints(values.amount);
      if (points === null) return { amount: t('loss.refused.not-a-number') };
      const refusal = refuseLostPoint(set, {
        codes: codesIn(values.codes),
        amount: new Decimal(points),
        cause: values.cause,
        units: kept.map(({ name, weight }) => ({ unit: name, weight: Number(weight) })),
        remedy: values.remedy,
        tasks: [],
      });
      if (!refusal) return {};
      const isAboutPoints = refusal.code === 'not-positive' || refusal.code === 'above-maximum';
      return { [isAboutPoints ? 'amount' : 'codes']: t(`loss.refused.${refusal.code}`) };
    },
    submit: async (values) => {
      const body = {
        codes: codesIn(values.codes),
        amount: readPoints(values.amount) ?? '0',
        cause: values.cause.trim(),
        remedy: values.remedy.trim() || null,
        deficitId: start.deficitId,
        units: kept.map(({ unitId, name, weight }) => ({ unitId, name, weight })),
        taskIds: [...start.taskIds],
      };
      await (start.lossId === null
        ? api.recordLosses({ body: { year: data.year, origin: start.deficitId ? 'plan' : 'typed', losses: [body] } })
        : api.changeLoss({ path: { lossId: start.lossId }, body: { ...body, version: start.version } }));
      onClose();
    },
  });
  const field = (name: keyof typeof form.values) => ({
    name,
    value: form.values[name],
    onChange: form.set(name),
    error: form.errors[name],
  });
  return (
    <Dialog isOpen={isOpen} title={start.lossId === null ? t('loss.new') : t('loss.change')} onClose={onClose}>
      <form className="form" noValidate onSubmit={form.send}>
        <FormSummary errors={form.errors} />
        <TextField {...field('codes')} label={t('loss.codes')} hint={t('loss.codesHint')} isRequired />
        <TextField {...field('amount')} label={t('loss.amount')} isRequired />
        <LongTextField {...field('cause')} label={t('loss.cause')} />
        <UnitShares
          lines={units}
          amount={readPoints(form.values.amount)}
          digits={set.scoring.rounding.leaf_decimals}
          onChange={setUnits}
        />
        <LongTextField {...field('remedy')} label={t('loss.remedy')} />
        <div className="form-buttons">
          <Button type="primary" htmlType="submit" loading={form.isBusy}>
            {t('loss.save')}
          </Button>
          <Button onClick={onClose}>{t('web.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
