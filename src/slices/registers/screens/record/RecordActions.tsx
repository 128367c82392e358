import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTexts } from '../../../../web/language.ts';
import { ConfirmDialog } from '../../../../web/ui/ConfirmDialog.tsx';
import { Notice } from '../../../../web/ui/StatusTag.tsx';
import { askAgain, deleteRecord, restoreRecord } from '../calls.ts';
import type { RecordPageData, RegisterOnScreen } from '../on-screen.ts';

type RecordActionsProps = { register: RegisterOnScreen; data: RecordPageData };

/** Change, print, delete with a way back. */
export function RecordActions({ register, data: { record } }: RecordActionsProps) {
  const t = useTexts();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [isAsking, setAsking] = useState(false);
  const { key } = register.declaration;
  const onSettled = () => askAgain(queries, key);
  const deleting = useMutation({
    mutationFn: () => deleteRecord(key, record.recordId),
    onSettled,
    onSuccess: () => setAsking(false),
  });
  const restoring = useMutation({ mutationFn: () => restoreRecord(key, record.recordId), onSettled });
  const error = deleting.error ?? restoring.error;
  const print = <Button onClick={() => window.print()}>{t('web.tablePrint')}</Button>;
  if (!record.mayChange) return print;
  if (record.isDeleted)
    return (
      <>
        {error ? <Notice tone="late">{error.message}</Notice> : null}
        <Button type="primary" loading={restoring.isPending} onClick={() => restoring.mutate()}>
          {t('registers.restore')}
        </Button>
      </>
    );
  return (
    <>
      {error ? <Notice tone="late">{error.message}</Notice> : null}
      {print}
      <Button danger onClick={() => setAsking(true)}>
        {t('registers.delete')}
      </Button>
      <Button
        onClick={() =>
          void navigate({ to: '/registers/$key/records/new', params: { key }, search: { from: record.recordId } })
        }
      >
        {t('registers.copy')}
      </Button>
      <Link
        className="strong-link plain"
        to="/registers/$key/records/$recordId/edit"
        params={{ key, recordId: record.recordId }}
      >
        {t('registers.edit')}
      </Link>
      <ConfirmDialog
        isOpen={isAsking}
        title={t('registers.deleteTitle', { title: record.title || t('registers.noTitle') })}
        confirmText={t('registers.delete')}
        isDangerous
        isBusy={deleting.isPending}
        onConfirm={() => deleting.mutate()}
        onCancel={() => setAsking(false)}
      >
        {t('registers.deleteLead')}
      </ConfirmDialog>
    </>
  );
}
