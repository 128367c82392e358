import { Button } from 'antd';
import { useTexts } from '../language.ts';
import { Dialog } from './Dialog.tsx';

type ConfirmDialogProps = {
  isOpen: boolean;
  title: string;
  /** What will happen and whether it can be taken back. */
  children: React.ReactNode;
  /** The verb of the deed: "Bỏ mục này", not "OK". */
  confirmText: string;
  isDangerous?: boolean;
  isBusy?: boolean;
  onConfirm: () => void;
  onCancel: () => void;
};

/** Asks before a deed that cannot be taken back. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { isOpen, title, children, confirmText, isDangerous = false, isBusy = false, onConfirm, onCancel } = props;
  const t = useTexts();
  return (
    <Dialog isOpen={isOpen} title={title} onClose={onCancel}>
      <div className="stack">
        <div>{children}</div>
        <div className="form-buttons">
          <Button type="primary" danger={isDangerous} loading={isBusy} onClick={onConfirm}>
            {confirmText}
          </Button>
          <Button onClick={onCancel}>{t('web.cancel')}</Button>
        </div>
      </div>
    </Dialog>
  );
}
