import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { ApiError } from '../../../web/api/api-error.ts';
import { api } from '../../../web/client.generated.ts';
import { useTexts } from '../../../web/language.ts';
import { requireFields } from '../../../web/session/require-fields.ts';
import { Card } from '../../../web/ui/Card.tsx';
import { ConfirmDialog } from '../../../web/ui/ConfirmDialog.tsx';

import { DayField, LongTextField, TextField } from '../../../web/ui/Field.tsx';
import { FormDialog } from '../../../web/ui/FormDialog.tsx';
import { dayText } from '../../../web/ui/moments.ts';
import { Notice } from '../../../web/ui/StatusTag.tsx';
import { useForm } from '../../../web/ui/useForm.ts';
import type { PeriodOnScreen } from './on-screen.ts';
import { StandingTag } from './report-parts.tsx';

/** The next step of the office: close, then send; or open again with a reason. */
export function PeriodSteps({ period }: { period: PeriodOnScreen }) {
  const t = useTexts();
  const { department } = period;
  return (
    <Card title={t('reports.nextStep')}>
      <div className="stack">
        {department && period.upward ? (
          <p>
            {t('reports.sendBy', { upward: period.upward, day: dayText(department.dueOn) })}{' '}
            <StandingTag standing={department.standing} daysLate={department.daysLate} />
          </p>
        ) : (
          <p className="soft">{t('reports.insideOnly')}</p>
        )}
        {period.mayCompile ? (
          <div className="form-buttons">
            {period.state === 'open' ? <Closing period={period} /> : null}
            {period.state === 'closed' && period.upward ? <SendingButton period={period} /> : null}
            {period.state === 'closed' && period.sentOn && period.cutOffs.some(({ stage }) => stage === 'province') ? (
              <PassingButton period={period} />
            ) : null}
            {period.state === 'closed' ? <ReopeningButton period={period} /> : null}
          </div>
        ) : null}
      </div>
    </Card>
  );
}

const pathOf = ({ dutyId, key }: PeriodOnScreen) => ({ dutyId, key });

/** Closing asks about units that are not in: they will be recorded as missing. */
function Closing({ period }: { period: PeriodOnScreen }) {
  const t = useTexts();
  const [isAsking, setAsking] = useState(false);
  const absent = period.units.filter(({ state }) => state !== 'handed-in').length;
  const close = useMutation({
    mutationFn: async (acceptMissing: boolean) => {
      await api.closeReportPeriod({ path: pathOf(period), body: { acceptMissing } });
      setAsking(false);
    },
    onError: (error) => {
      if (error instanceof ApiError && error.code === 'units-missing-reports') setAsking(true);
    },
  });
  const isOther = close.error && !isAsking;
  return (
    <>
      <Button
        type="primary"
        loading={close.isPending}
        onClick={() => (absent > 0 ? setAsking(true) : close.mutate(false))}
      >
        {t('reports.close')}
      </Button>
      {isOther ? <Notice tone="late">{close.error.message}</Notice> : null}
      <ConfirmDialog
        isOpen={isAsking}
        title={t('reports.closeMissing', { count: absent })}
        confirmText={t('reports.closeAnyway')}
        isDangerous
        isBusy={close.isPending}
        onConfirm={() => close.mutate(true)}
        onCancel={() => setAsking(false)}
      >
        <p>{t('reports.closeLead')}</p>
      </ConfirmDialog>
    </>
  );
}

function ReopeningButton({ period }: { period: PeriodOnScreen }) {
  const t = useTexts();
  const [isOpen, setOpen] = useState(false);
  const form = useForm({
    initial: { reopenReason: '' },
    check: requireFields(t, { reopenReason: t('reports.reopenReason') }),
    submit: async ({ reopenReason }) => {
      await api.reopenReportPeriod({ path: pathOf(period), body: { reason: reopenReason } });
      setOpen(false);
    },
  });
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('reports.reopen')}</Button>
      <FormDialog isOpen={isOpen} title={t('reports.reopen')} form={form} onClose={() => setOpen(false)}>
        <LongTextField
          {...form.field('reopenReason')}
          label={t('reports.reopenReason')}
          hint={t('reports.reopenHint')}
          isRequired
        />
      </FormDialog>
    </>
  );
}

function SendingButton({ period }: { period: PeriodOnScreen }) {
  const t = useTexts();
  const [isOpen, setOpen] = useState(false);
  const form = useForm({
    initial: {
      documentNumber: period.sentNumber ?? '',
      documentOn: period.sentDocumentOn ?? period.today,
      sentOn: period.sentOn ?? period.today,
    },
    check: requireFields(t, {
      documentNumber: t('reports.documentNumber'),
      documentOn: t('reports.documentOn'),
      sentOn: t('reports.sentOn'),
    }),
    submit: async ({ documentNumber, documentOn, sentOn }) => {
      const body = { number: documentNumber, documentOn: documentOn as never, sentOn: sentOn as never };
      await api.recordReportSending({ path: pathOf(period), body });
      setOpen(false);
    },
  });
  const title = t('reports.send', { upward: period.upward ?? '' });
  return (
    <>
      <Button type={period.sentOn ? 'default' : 'primary'} onClick={() => setOpen(true)}>
        {title}
      </Button>
      <FormDialog
        isOpen={isOpen}
        title={title}
        submit={t('reports.saveSending')}
        form={form}
        onClose={() => setOpen(false)}
      >
        <TextField {...form.field('documentNumber')} label={t('reports.documentNumber')} isRequired />
        <DayField {...form.field('documentOn')} label={t('reports.documentOn')} isRequired />
        <DayField {...form.field('sentOn')} label={t('reports.sentOn')} isRequired />
      </FormDialog>
    </>
  );
}

function PassingButton({ period }: { period: PeriodOnScreen }) {
  const t = useTexts();
  const [isOpen, setOpen] = useState(false);
  const form = useForm({
    initial: { passedOn: period.passedOn ?? period.today },
    check: requireFields(t, { passedOn: t('reports.passedOn') }),
    submit: async ({ passedOn }) => {
      await api.recordReportPassing({ path: pathOf(period), body: { passedOn: passedOn as never } });
      setOpen(false);
    },
  });
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('reports.pass')}</Button>
      <FormDialog
        isOpen={isOpen}
        title={t('reports.pass')}
        submit={t('reports.saveSending')}
        form={form}
        onClose={() => setOpen(false)}
      >
        <DayField {...form.field('passedOn')} label={t('reports.passedOn')} isRequired />
      </FormDialog>
    </>
  );
}
