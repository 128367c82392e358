import { useMutation } from '@tanstack/react-query';
import { call } from '../../../web/api/call.ts';
import { api } from '../../../web/client.generated.ts';
import { useTexts } from '../../../web/language.ts';
import { Card } from '../../../web/ui/Card.tsx';
import { Notice } from '../../../web/ui/StatusTag.tsx';
import { UploadDrop } from '../../../web/ui/UploadDrop.tsx';
import { megabytesOf } from '../../../web/ui/upload.ts';
import { attachmentEndings } from '../rules/attachment.ts';
import type { ReportOnScreen } from './on-screen.ts';

const limits = { endings: attachmentEndings, megabytes: 28 } as const;

/** Files of a report: attach, take out, open. The server looks at the content of each. */
export function ReportFiles({ report }: { report: ReportOnScreen }) {
  const t = useTexts();
  const { dutyId, key, unitId, content, files } = report;
  const attach = useMutation({
    mutationFn: (file: File) => {
      const body = new FormData();
      body.append('file', file);
      const address = `/api/reports/${dutyId}/${key}/units/${unitId}/files`;
      return call({ method: 'POST', address, answer: 'json' }, { body });
    },
  });
  const detach = useMutation({
    mutationFn: (fileId: string) => api.detachReportFile({ path: { dutyId, key, unitId, fileId } }),
  });
  if (report.form.files === 'none') return null;
  const own = files.filter(({ fileId }) => content.fileIds.some((one) => one === fileId));
  const error = attach.error ?? detach.error;
  return (
    <Card title={t('reports.files')}>
      <div className="stack">
        {own.length === 0 ? <p className="soft">{t('reports.noFiles')}</p> : null}
        <ul className="things">
          {own.map(({ fileId, name, byteCount }) => (
            <li key={fileId}>
              <a href={`/api/report-files/${fileId}`} download={name}>
                {name}
              </a>
              <span className="soft">{t('reports.megabytes', { size: megabytesOf(byteCount) })}</span>
              {report.may.submit ? (
                <button type="button" className="link-button" onClick={() => detach.mutate(fileId)}>
                  {t('reports.removeFile', { name })}
                </button>
              ) : null}
            </li>
          ))}
        </ul>
        {error ? <Notice tone="late">{error.message}</Notice> : null}
        {report.may.submit ? (
          <UploadDrop
            label={t('reports.attach')}
            limits={limits}
            isBusy={attach.isPending}
            onFile={(file) => attach.mutate(file)}
          />
        ) : null}
      </div>
    </Card>
  );
}
