import { useMutation } from '@tanstack/react-query';
import { call } from '../../../web/api/call.ts';
import type { ReadIndexSheetAnswer } from '../../../web/client.generated.ts';
import { useTexts } from '../../../web/language.ts';
import { Notice } from '../../../web/ui/StatusTag.tsx';
import { UploadDrop } from '../../../web/ui/UploadDrop.tsx';

const LIMITS = { endings: ['.xlsx', '.csv', '.ods', '.txt'], megabytes: 5 } as const;

function readSheet(file: File): Promise<ReadIndexSheetAnswer> {
  const body = new FormData();
  body.append('file', file);
  return call<ReadIndexSheetAnswer>({ method: 'POST', address: '/api/index/sheet', answer: 'json' }, { body });
}

/** A spreadsheet becomes the lines that could be pasted: they are looked over before anything is kept. */
export function SheetDrop({ onLines }: { onLines: (text: string) => void }) {
  const t = useTexts();
  const reading = useMutation({
    mutationFn: readSheet,
    onSuccess: ({ rows }) => onLines(rows.map((row) => row.join('\t')).join('\n')),
  });
  return (
    <>
      <UploadDrop
        label={t('loss.sheet')}
        limits={LIMITS}
        onFile={(file) => reading.mutate(file)}
        isBusy={reading.isPending}
      />
      {reading.error ? <Notice tone="late">{reading.error.message}</Notice> : null}
    </>
  );
}
