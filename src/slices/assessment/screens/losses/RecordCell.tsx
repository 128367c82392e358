import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../../web/client.generated.ts';
import { useTexts } from '../../../../web/language.ts';
import { useRights } from '../../../../web/session/session.ts';
import { ConfirmDialog } from '../../../../web/ui/ConfirmDialog.tsx';
import { StatusTag } from '../../../../web/ui/StatusTag.tsx';
import type { IndexOnScreen } from '../index-on-screen.ts';
import { LossDialog, type LossStart } from './LossDialog.tsx';

type RecordCellProps = { index: IndexOnScreen; start: LossStart; name: string };

/** Whether a loss is recorded; changing it, taking it away, or recording it. */
export function RecordCell({ index, start, name }: RecordCellProps) {
  const t = useTexts();
  const mayChange = useRights()('index.change');
  const [open, setOpen] = useState<'form' | 'drop' | null>(null);
  const { lossId } = start;
  const dropping = useMutation({
    mutationFn: (id: string) => api.dropLoss({ path: { lossId: id } }),
    onSettled: () => setOpen(null),
  });
  return (
    <>
      {lossId === null ? null : <StatusTag tone="teal">{t('loss.isRecorded')}</StatusTag>}
      {mayChange ? (
        <>
          <button type="button" className="link-button" onClick={() => setOpen('form')}>
            {lossId === null ? t('loss.recordOne') : t('loss.change')}
            <span className="visually-hidden">: {name}</span>
          </button>{' '}
          {lossId === null ? null : (
            <button type="button" className="link-button" onClick={() => setOpen('drop')}>
              {t('loss.drop')}
              <span className="visually-hidden">: {name}</span>
            </button>
          )}
        </>
      ) : null}
      {open === 'form' ? <LossDialog isOpen index={index} start={start} onClose={() => setOpen(null)} /> : null}
      {lossId !== null && open === 'drop' ? (
        <ConfirmDialog
          isOpen
          title={t('loss.drop')}
          confirmText={t('loss.drop')}
          isDangerous
          isBusy={dropping.isPending}
          onConfirm={() => dropping.mutate(lossId)}
          onCancel={() => setOpen(null)}
        >
          {t('loss.dropAsk', { name })}
        </ConfirmDialog>
      ) : null}
    </>
  );
}
