import { useMutation } from '@tanstack/react-query';
import { use, useId, useState } from 'react';
import { useTexts } from '../../../../web/language.ts';
import { fieldId } from '../../../../web/ui/Field.tsx';
import { Notice } from '../../../../web/ui/StatusTag.tsx';
import { uploadFile } from '../calls.ts';
import type { FrameProps } from './field-frame.ts';
import { RecordContext } from './record-context.ts';
import { SEPARATOR } from './typed-values.ts';
import { useValueWords } from './use-value-words.ts';

type FilesInputProps = {
  frame: FrameProps;
  value: string;
  onChange: (value: string) => void;
  atMost: number | undefined;
};

/** Files that the record holds: each is sent when it is chosen, and tied to the record when the form is saved. */
export function FilesInput({ frame, value, onChange, atMost }: FilesInputProps) {
  const t = useTexts();
  const hintId = useId();
  const { registerKey, labels } = use(RecordContext);
  const words = useValueWords(labels);
  const [sent, setSent] = useState<Readonly<Record<string, string>>>({});
  const held = value.split(SEPARATOR).filter(Boolean);
  const nameOf = (id: string): string => sent[id] ?? words.nameOf('files', id);
  const sending = useMutation({
    mutationFn: async (files: readonly File[]) => {
      const done = [];
      for (const file of files) done.push(await uploadFile(registerKey ?? '', file));
      return done;
    },
    onSuccess: (files) => {
      setSent({ ...sent, ...Object.fromEntries(files.map(({ fileId, name }) => [fileId, name])) });
      onChange([...held, ...files.map(({ fileId }) => fileId)].join(SEPARATOR));
    },
  });
  const isFull = atMost !== undefined && held.length >= atMost;
  const hint = [frame.hint, registerKey === null ? t('registers.filesPreview') : ''].filter(Boolean).join(' · ');
  return (
    <fieldset className="field field-group">
      <legend className="field-label">{frame.label}</legend>
      <ul className="chosen">
        {held.map((id) => (
          <li key={id}>
            {nameOf(id)}{' '}
            <button
              type="button"
              className="link-button"
              aria-label={t('registers.linkDrop', { title: nameOf(id) })}
              onClick={() => onChange(held.filter((one) => one !== id).join(SEPARATOR))}
            >
              ✕
            </button>
          </li>
        ))}
      </ul>
      <input
        id={fieldId(frame.name)}
        type="file"
        multiple={atMost !== 1}
        aria-label={t('registers.filesAdd', { field: frame.label })}
        aria-describedby={hint ? hintId : undefined}
        disabled={registerKey === null || sending.isPending || isFull}
        onChange={(event) => {
          sending.mutate([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
      {sending.isPending ? (
        <span className="field-hint" role="status">
          {t('registers.filesSending')}
        </span>
      ) : null}
      {sending.error ? <Notice tone="late">{sending.error.message}</Notice> : null}
      {hint ? (
        <span id={hintId} className="field-hint">
          {hint}
        </span>
      ) : null}
      {frame.error ? <span className="field-error">{frame.error}</span> : null}
    </fieldset>
  );
}
