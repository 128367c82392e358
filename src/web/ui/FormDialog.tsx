import { Button } from 'antd';
import { useTexts } from '../language.ts';
import { Dialog } from './Dialog.tsx';
import { FormSummary } from './Field.tsx';
import type { useForm } from './useForm.ts';

type FormDialogProps = {
  isOpen: boolean;
  title: string;
  /** Word of the button that sends; the title where it is left out. */
  submit?: string;
  form: Pick<ReturnType<typeof useForm>, 'errors' | 'isBusy' | 'send'>;
  onClose: () => void;
  /** The fields. */
  children: React.ReactNode;
};

/** A form in a dialog: what is wrong first, then the fields, then sending or leaving it. */
export function FormDialog({ isOpen, title, submit = title, form, onClose, children }: FormDialogProps) {
  const t = useTexts();
  return (
    <Dialog isOpen={isOpen} title={title} onClose={onClose}>
      <form className="form" noValidate onSubmit={form.send}>
        <FormSummary errors={form.errors} />
        {children}
        <div className="form-buttons">
          <Button type="primary" htmlType="submit" loading={form.isBusy}>
            {submit}
          </Button>
          <Button onClick={onClose}>{t('web.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
