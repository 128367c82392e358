import { Button } from 'antd';
import { useState } from 'react';
import { api } from '../../../web/client.generated.ts';
import { useTexts } from '../../../web/language.ts';
import { requireFields } from '../../../web/session/require-fields.ts';
import { DayField, LongTextField } from '../../../web/ui/Field.tsx';
import { FormDialog } from '../../../web/ui/FormDialog.tsx';
import { useForm } from '../../../web/ui/useForm.ts';
import type { ReportOnScreen } from './on-screen.ts';

/** The office sends a report back: why, and by when it is to come again. */
export function ReturnReport({ report }: { report: ReportOnScreen }) {
  const t = useTexts();
  const [isOpen, setOpen] = useState(false);
  const { dutyId, key, unitId, today } = report;
  const form = useForm({
    initial: { reason: '', againBy: today },
    check: requireFields(t, { reason: t('reports.returnReason'), againBy: t('reports.againBy') }),
    submit: async ({ reason, againBy }) => {
      await api.returnReport({ path: { dutyId, key, unitId }, body: { reason, againBy: againBy as never } });
      setOpen(false);
    },
  });
  return (
    <div>
      <Button onClick={() => setOpen(true)}>{t('reports.return')}</Button>
      <FormDialog isOpen={isOpen} title={t('reports.return')} form={form} onClose={() => setOpen(false)}>
        <LongTextField {...form.field('reason')} label={t('reports.returnReason')} isRequired />
        <DayField {...form.field('againBy')} label={t('reports.againBy')} isRequired />
      </FormDialog>
    </div>
  );
}
