import { Button } from 'antd';
import { useState } from 'react';
import { api } from '../../../../web/client.generated.ts';
import { useTexts } from '../../../../web/language.ts';
import { useRights } from '../../../../web/session/session.ts';
import { Card } from '../../../../web/ui/Card.tsx';
import { ChoiceField, FormSummary, TextField } from '../../../../web/ui/Field.tsx';
import { Notice } from '../../../../web/ui/StatusTag.tsx';
import { useForm } from '../../../../web/ui/useForm.ts';
import type { Leaf } from '../../../criteria/index.ts';
import { useUnits } from '../../../units/screens/use-units.ts';
import type { IndexOnScreen } from '../index-on-screen.ts';

type ReachCardProps = { index: IndexOnScreen; leaf: Leaf };

/** "0,5" and "0.5" alike; what is no figure stays as it is and is refused. */
const decimalOf = (text: string): string | null => text.trim().replace(',', '.') || null;
const asShare = (percent: string): string | null => {
  const given = decimalOf(percent);
  return given === null ? null : String(Number(given) / 100);
};

/** Who answers for the leaf, and what winning its points back takes, by the office's own word. */
export function ReachCard({ index, leaf }: ReachCardProps) {
  const t = useTexts();
  const { byId, standing } = useUnits();
  const mayChange = useRights()('index.change');
  const [isSaved, setSaved] = useState(false);
  const reach = index.data.reaches.find(({ leafCode }) => leafCode === leaf.code);
  const form = useForm({
    initial: {
      owner: reach?.ownerUnitId ?? '',
      effort: (reach?.effort ?? '').replace('.', ','),
      certainty: reach?.certainty ? String(Math.round(Number(reach.certainty) * 100)) : '',
    },
    check: ({ effort, certainty }) => ({
      ...(effort && !/^\d{1,4}([.,]\d{1,3})?$/.test(effort.trim()) ? { effort: t('leaf.effortWrong') } : {}),
      ...(certainty && !(/^\d{1,3}$/.test(certainty.trim()) && Number(certainty) <= 100)
        ? { certainty: t('leaf.certaintyWrong') }
        : {}),
    }),
    submit: async ({ owner, effort, certainty }) => {
      await api.setLeafReach({
        path: { leafCode: leaf.code },
        body: {
          year: index.data.year,
          effort: decimalOf(effort),
          certainty: asShare(certainty),
          ownerUnitId: owner || null,
        },
      });
      setSaved(true);
    },
  });
  const field = (name: keyof typeof form.values) => ({
    name,
    value: form.values[name],
    onChange: form.set(name),
    error: form.errors[name],
  });
  if (!mayChange) {
    return (
      <Card title={t('leaf.reach')}>
        <dl className="facts">
          <dt>{t('leaf.owner')}</dt>
          <dd>{byId.get(reach?.ownerUnitId ?? '')?.name ?? '–'}</dd>
          <dt>{t('leaf.effort')}</dt>
          <dd>{form.values.effort || '1'}</dd>
        </dl>
      </Card>
    );
  }
  return (
    <Card title={t('leaf.reach')}>
      <form className="form" noValidate onSubmit={form.send}>
        <FormSummary errors={form.errors} />
        <ChoiceField
          {...field('owner')}
          label={t('leaf.owner')}
          emptyText={t('leaf.ownerNone')}
          choices={standing.map(({ unitId, name }) => ({ value: unitId, label: name }))}
        />
        <TextField {...field('effort')} label={t('leaf.effort')} hint={t('leaf.effortHint')} />
        <TextField {...field('certainty')} label={t('leaf.certainty')} hint={t('leaf.certaintyHint')} />
        <div className="form-buttons">
          <Button htmlType="submit" loading={form.isBusy}>
            {t('leaf.reachSave')}
          </Button>
        </div>
        {isSaved && !form.isChanged ? <Notice tone="good">{t('assessment.saved')}</Notice> : null}
      </form>
    </Card>
  );
}
