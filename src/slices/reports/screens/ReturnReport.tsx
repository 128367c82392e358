import { Button } from 'antd';
import { useState } from 'react';
import { api } from '../../../web/client.generated.ts';
import { useTexts } from '../../../web/language.ts';
import { requireFields } from '../../../web/session/require-fields.ts';
import { Dialog } from '../../../web/ui/Dialog.tsx';
import { DayField, FormSummary, LongTextField } from '../../../web/ui/Field.tsx';
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
      <Dialog isOpen={isOpen} title={t('reports.return')} onClose={() => setOpen(false)}>
        <form className="form" noValidate onSubmit={form.send}>
          <FormSummary errors={form.errors} />
          <LongTextField
            name="reason"
            label={t('reports.returnReason')}
            value={form.values.reason}
            onChange={form.set('reason')}
            error={form.errors.reason}
            isRequired
          />
          <DayField
            name="againBy"
            label={t('reports.againBy')}
            value={form.values.againBy}
            onChange={form.set('againBy')}
            error={form.errors.againBy}
            isRequired
          />
          <div className="form-buttons">
            <Button type="primary" htmlType="submit" loading={form.isBusy}>
              {t('reports.return')}
            </Button>
          </div>
        </form>
      </Dialog>
    </div>
  );
}
