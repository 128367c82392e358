import { Button } from 'antd';
import { useState } from 'react';
import { ApiError } from '../../../web/api/api-error.ts';
import type { ImportTasksAnswer } from '../../../web/client.generated.ts';
import { useTexts } from '../../../web/language.ts';
import { useYear } from '../../../web/session/session.ts';
import { Dialog } from '../../../web/ui/Dialog.tsx';
import { Notice } from '../../../web/ui/StatusTag.tsx';
import { UploadDrop } from '../../../web/ui/UploadDrop.tsx';
import { sendSheet } from './send-file.ts';
import { useAct } from './use-act.tsx';
import '../../../web/ui/table.css';

const limits = { endings: ['.xlsx', '.csv'], megabytes: 4 };
const codes = [
  'title-missing',
  'title-long',
  'area-wrong',
  'unit-missing',
  'unit-unknown',
  'unit-unsure',
  'deadline-unread',
  'deadline-past',
  'task-unknown',
  'task-twice',
] as const;

type CellError = ImportTasksAnswer['errors'][number];
type ImportDialogProps = { isOpen: boolean; onClose: () => void };

/** Takes tasks from a spreadsheet: every cell is looked at first, and told where it is wrong. */
export function ImportDialog({ isOpen, onClose }: ImportDialogProps) {
  const t = useTexts();
  const year = useYear();
  const [file, setFile] = useState<File | null>(null);
  const [trial, setTrial] = useState<ImportTasksAnswer | null>(null);
  const [taken, setTaken] = useState<ImportTasksAnswer | null>(null);
  const { run, isBusy, refusal } = useAct();
  const look = (chosen: File) => {
    setFile(chosen);
    setTaken(null);
    setTrial(null);
    run(async () => setTrial(await sendSheet(chosen, year, true)));
  };
  const take = () =>
    run(async () => {
      if (!file) return;
      const answer = await sendSheet(file, year, false).catch((error: unknown) => {
        const errors = error instanceof ApiError ? (error.details.errors as CellError[] | undefined) : undefined;
        if (errors && trial) setTrial({ ...trial, errors });
        throw error;
      });
      setTaken(answer);
      setTrial(null);
    });
  return (
    <Dialog isOpen={isOpen} title={t('tasks.import')} onClose={onClose}>
      <div className="stack">
        <p>{t('tasks.importLead')}</p>
        <UploadDrop label={t('tasks.importSheet')} limits={limits} onFile={look} isBusy={isBusy} />
        {refusal}
        {taken ? (
          <Notice tone="good">{t('tasks.importDone', { made: taken.made, changed: taken.changed })}</Notice>
        ) : null}
        {trial && trial.errors.length > 0 ? <CellErrors errors={trial.errors} /> : null}
        {trial && trial.errors.length === 0 ? (
          <>
            <p role="status">{t('tasks.importRight', { made: trial.made, changed: trial.changed })}</p>
            <div className="form-buttons">
              <Button type="primary" loading={isBusy} onClick={take}>
                {t('tasks.importTake')}
              </Button>
            </div>
          </>
        ) : null}
      </div>
    </Dialog>
  );
}

function CellErrors({ errors }: { errors: readonly CellError[] }) {
  const t = useTexts();
  return (
    <>
      <Notice tone="late">{t('tasks.importWrong', { count: errors.length })}</Notice>
      <table className="table">
        <caption className="visually-hidden">{t('tasks.importWrong', { count: errors.length })}</caption>
        <thead>
          <tr>
            <th scope="col">{t('tasks.cell')}</th>
            <th scope="col">{t('tasks.cellText')}</th>
            <th scope="col">{t('tasks.cellWrong')}</th>
          </tr>
        </thead>
        <tbody>
          {errors.slice(0, 200).map(({ cell, code, text }) => {
            const known = codes.find((one) => one === code);
            return (
              <tr key={`${cell}-${code}-${text}`}>
                <th scope="row">{cell}</th>
                <td>{text}</td>
                <td>{known ? t(`tasks.error.${known}`) : code}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}
