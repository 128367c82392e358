import { Button } from 'antd';
import { type ApproveGradesBody, api } from '../../../web/client.generated.ts';
import { useTexts } from '../../../web/language.ts';
import { Dialog } from '../../../web/ui/Dialog.tsx';
import { ChoiceField, DayField, type FieldErrors, FormSummary, TextField } from '../../../web/ui/Field.tsx';
import { useForm } from '../../../web/ui/useForm.ts';

type Values = Record<'gradedOn' | 'number' | 'exceptional', string>;
type ApprovalDialogProps = { kind: ApproveGradesBody['kind']; year: number; onClose: () => void };

/** Number and day of the decision on one kind of staff; the server refuses while the quota is broken. */
export function ApprovalDialog({ kind, year, onClose }: ApprovalDialogProps) {
  const t = useTexts();
  const form = useForm<Values>({
    initial: { gradedOn: '', number: '', exceptional: 'no' },
    check: ({ gradedOn, number }): FieldErrors => ({
      ...(gradedOn ? {} : { gradedOn: t('staff.needed') }),
      ...(number.trim() ? {} : { number: t('staff.needed') }),
    }),
    submit: async ({ gradedOn, number, exceptional }) => {
      const decision = { number: number.trim(), date: gradedOn, issuer: null, subject: null };
      await api.approveGrades({
        path: { year },
        body: { kind, gradedOn, decision, isExceptional: exceptional === 'yes' },
      });
      onClose();
    },
  });
  const { values, errors, set } = form;
  return (
    <Dialog isOpen title={t('staff.approveTitle', { kind: t(`staff.kind.${kind}`) })} onClose={onClose}>
      <form className="form" onSubmit={form.send} noValidate>
        <FormSummary errors={errors} />
        <TextField
          name="number"
          label={t('staff.decisionNumber')}
          value={values.number}
          error={errors.number}
          onChange={set('number')}
          isRequired
        />
        <DayField
          name="gradedOn"
          label={t('staff.gradedOn')}
          value={values.gradedOn}
          error={errors.gradedOn}
          onChange={set('gradedOn')}
          isRequired
        />
        <ChoiceField
          name="exceptional"
          label={t('staff.exceptional')}
          value={values.exceptional}
          choices={[
            { value: 'no', label: t('staff.exceptional.no') },
            { value: 'yes', label: t('staff.exceptional.yes') },
          ]}
          onChange={set('exceptional')}
        />
        <div className="form-buttons">
          <Button type="primary" htmlType="submit" loading={form.isBusy}>
            {t('staff.approve')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
