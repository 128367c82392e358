import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { ApiError } from '../../../web/api/api-error.ts';
import { api, type GetTaskAnswer } from '../../../web/client.generated.ts';
import { useTexts } from '../../../web/language.ts';
import { Card } from '../../../web/ui/Card.tsx';
import { ConfirmDialog } from '../../../web/ui/ConfirmDialog.tsx';
import { LongTextField, TextField } from '../../../web/ui/Field.tsx';
import { Notice } from '../../../web/ui/StatusTag.tsx';
import { stepsFor } from './steps.ts';
import type { TaskState } from './task-parts.tsx';

/** What this person can do with the task now; the likeliest step is the only strong button. */
export function TaskSteps({ answer: { task, may, mentionable } }: { answer: GetTaskAnswer }) {
  const t = useTexts();
  const [note, setNote] = useState('');
  const [percent, setPercent] = useState('');
  const [isDropping, setDropping] = useState(false);
  const { taskId, version } = task;
  const text = note.trim() || null;
  const move = useMutation({
    mutationFn: (to: TaskState) => api.moveTask({ path: { taskId }, body: { version, to, note: text } }),
    onSuccess: () => setNote(''),
  });
  const report = useMutation({
    mutationFn: (progress: string) =>
      api.reportProgress({
        path: { taskId },
        body: { note: progress, percent: /^\d{1,3}$/.test(percent) ? Math.min(100, Number(percent)) : null },
      }),
    onSuccess: () => {
      setNote('');
      setPercent('');
    },
  });
  const steps = stepsFor(task.state, may);
  const names = mentionable.slice(0, 4).map(({ username }) => `@${username}`);
  const error = move.error ?? report.error;
  if (steps.length === 0 && !may.report) return null;
  return (
    <Card>
      <div className="stack">
        {error ? <Notice tone="late">{error instanceof ApiError ? error.message : String(error)}</Notice> : null}
        {move.isSuccess || report.isSuccess ? <Notice tone="good">{t('task.stepSaved')}</Notice> : null}
        <LongTextField
          name="note"
          label={t('task.note')}
          hint={`${t('task.noteHint')} ${t('tasks.mentionHint', { names: names.join(' ') })}`}
          value={note}
          onChange={setNote}
        />
        {may.report && task.state !== 'done' ? (
          <TextField
            name="percent"
            label={t('tasks.percentField')}
            value={percent}
            onChange={setPercent}
            error={percent !== '' && !/^(\d{1,2}|100)$/.test(percent) ? t('tasks.percentWrong') : undefined}
          />
        ) : null}
        <div className="form-buttons">
          {steps.map((to, place) => (
            <Button
              key={to}
              type={place === 0 ? 'primary' : 'default'}
              loading={move.isPending && move.variables === to}
              onClick={() => move.mutate(to)}
            >
              {task.state === 'done' ? t('task.do.reopen') : t(`task.do.${to}`)}
            </Button>
          ))}
          {may.report ? (
            <Button disabled={text === null} loading={report.isPending} onClick={() => text && report.mutate(text)}>
              {t('task.addNote')}
            </Button>
          ) : null}
          {may.change && task.state !== 'done' && task.state !== 'dropped' ? (
            <Button type="text" danger onClick={() => setDropping(true)}>
              {t('task.do.dropped')}
            </Button>
          ) : null}
        </div>
      </div>
      <ConfirmDialog
        isOpen={isDropping}
        title={t('task.do.dropped')}
        confirmText={t('task.do.dropped')}
        isDangerous
        onCancel={() => setDropping(false)}
        onConfirm={() => {
          setDropping(false);
          move.mutate('dropped');
        }}
      >
        {t('task.dropQuestion')}
      </ConfirmDialog>
    </Card>
  );
}
