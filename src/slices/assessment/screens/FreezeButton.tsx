import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { api, type GetIndexAnswer } from '../../../web/client.generated.ts';
import { useLanguage, useTexts } from '../../../web/language.ts';
import { ConfirmDialog } from '../../../web/ui/ConfirmDialog.tsx';
import { StatusTag } from '../../../web/ui/StatusTag.tsx';

/** Freezes the year's figures once; afterwards says when that was. */
export function FreezeButton({ data }: { data: GetIndexAnswer }) {
  const t = useTexts();
  const language = useLanguage();
  const [isAsking, setAsking] = useState(false);
  const freeze = useMutation({
    mutationFn: () => api.freezeYear({ body: { year: data.year } }),
    onSuccess: () => setAsking(false),
  });
  const frozenAt = data.settings?.frozenAt;
  if (frozenAt) {
    const moment = new Intl.DateTimeFormat(language === 'vi' ? 'vi-VN' : 'en-GB', {
      dateStyle: 'short',
      timeStyle: 'short',
      timeZone: 'Asia/Ho_Chi_Minh',
    });
    return <StatusTag tone="good">{t('assessment.frozenAt', { moment: moment.format(new Date(frozenAt)) })}</StatusTag>;
  }
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t('assessment.freeze')}</Button>
      <ConfirmDialog
        isOpen={isAsking}
        title={t('assessment.freeze')}
        confirmText={t('assessment.freeze')}
        isBusy={freeze.isPending}
        onConfirm={() => freeze.mutate()}
        onCancel={() => setAsking(false)}
      >
        {t('assessment.freezeQuestion')}
      </ConfirmDialog>
    </>
  );
}
