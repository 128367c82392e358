import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { api, type GetIndexAnswer } from '../../../web/client.generated.ts';
import { useTexts } from '../../../web/language.ts';
import { ConfirmDialog } from '../../../web/ui/ConfirmDialog.tsx';
import { momentText } from '../../../web/ui/moments.ts';
import { StatusTag } from '../../../web/ui/StatusTag.tsx';

/** Freezes the year's figures once; afterwards says when that was. */
export function FreezeButton({ data }: { data: GetIndexAnswer }) {
  const t = useTexts();
  const [isAsking, setAsking] = useState(false);
  const freeze = useMutation({
    mutationFn: () => api.freezeYear({ body: { year: data.year } }),
    onSuccess: () => setAsking(false),
  });
  const frozenAt = data.settings?.frozenAt;
  if (frozenAt) {
    return <StatusTag tone="good">{t('assessment.frozenAt', { moment: momentText(frozenAt) })}</StatusTag>;
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
