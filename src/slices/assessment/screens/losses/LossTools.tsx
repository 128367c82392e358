import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { api, type RecordLossesBody } from '../../../../web/client.generated.ts';
import { useTexts } from '../../../../web/language.ts';
import { useRights } from '../../../../web/session/session.ts';
import { Card } from '../../../../web/ui/Card.tsx';
import { Dialog } from '../../../../web/ui/Dialog.tsx';
import { Notice } from '../../../../web/ui/StatusTag.tsx';
import type { KnownLoss } from '../../rules/stated-losses.ts';
import type { IndexOnScreen } from '../index-on-screen.ts';
import { LossDialog, newLoss } from './LossDialog.tsx';
import { LossImport } from './LossImport.tsx';

type Unstated = { readonly code: string; readonly amount: string };
type LossToolsProps = { index: IndexOnScreen; losses: readonly KnownLoss[]; unstated: readonly Unstated[] };
type Form = RecordLossesBody['losses'][number];

/** A loss of the plan as a record: its amount, words, units and tasks. */
function formOf({ deficit, record }: KnownLoss): Form {
  const weights = new Map(record.units.map(({ unit, weight }) => [unit, weight]));
  return {
    codes: [...record.codes],
    amount: record.amount.toFixed(),
    cause: record.cause,
    remedy: record.remedy,
    deficitId: deficit.deficitId,
    units: deficit.responsible.map(({ name, unitId }) => ({
      unitId,
      name,
      weight: String(weights.get(unitId ?? name) ?? 1),
    })),
    taskIds: [...record.tasks],
  };
}

/** Ways to record losses: typed, from a spreadsheet, from the plan that was read, from the published points. */
export function LossTools({ index, losses, unstated }: LossToolsProps) {
  const t = useTexts();
  const mayChange = useRights()('index.change');
  const [open, setOpen] = useState<'new' | 'import' | null>(null);
  const [done, setDone] = useState<number | null>(null);
  const recording = useMutation({
    mutationFn: (body: RecordLossesBody) => api.recordLosses({ body }),
    onSuccess: ({ lossIds }) => setDone(lossIds.length),
  });
  if (!mayChange) return null;
  const { year } = index.data;
  const fromPlan = losses.filter(({ recorded, isMatched }) => recorded === null && isMatched);
  const recordPlan = () => recording.mutate({ year, origin: 'plan', losses: fromPlan.map(formOf) });
  const recordResult = () =>
    recording.mutate({
      year,
      origin: 'result',
      losses: unstated.map(({ code, amount }) => ({
        ...{ codes: [code], amount, cause: '', remedy: null, deficitId: null },
        units: [],
        taskIds: [],
      })),
    });
  return (
    <Card title={t('loss.records')}>
      <p className="soft">{t('loss.recordsLead')}</p>
      <div className="form-buttons">
        <Button type="primary" onClick={() => setOpen('new')}>
          {t('loss.new')}
        </Button>
        <Button onClick={() => setOpen('import')}>{t('loss.import')}</Button>
        {fromPlan.length ? (
          <Button loading={recording.isPending} onClick={recordPlan}>
            {t('loss.fromPlan', { count: fromPlan.length })}
          </Button>
        ) : null}
        {unstated.length ? (
          <Button loading={recording.isPending} onClick={recordResult}>
            {t('loss.fromResult', { count: unstated.length })}
          </Button>
        ) : null}
      </div>
      {done === null ? null : <Notice tone="good">{t('loss.recorded', { count: done })}</Notice>}
      {recording.error ? <Notice tone="late">{recording.error.message}</Notice> : null}
      <LossDialog isOpen={open === 'new'} index={index} start={newLoss} onClose={() => setOpen(null)} />
      <Dialog isOpen={open === 'import'} title={t('loss.import')} onClose={() => setOpen(null)}>
        <LossImport
          index={index}
          onDone={(count) => {
            setDone(count);
            setOpen(null);
          }}
        />
      </Dialog>
    </Card>
  );
}
