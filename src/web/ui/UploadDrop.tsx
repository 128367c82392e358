import { type DragEvent, useId, useState } from 'react';
import { useTexts } from '../language.ts';
import { Notice } from './StatusTag.tsx';
import { checkUpload, megabytesOf, type UploadLimits } from './upload.ts';
import './fields.css';

type UploadDropProps = {
  /** What the file is for: "Văn bản kế hoạch". */
  label: string;
  limits: UploadLimits;
  onFile: (file: File) => void;
  isBusy?: boolean;
};

/** Drop a file or choose it; what cannot be right is said before anything is sent. */
export function UploadDrop({ label, limits, onFile, isBusy = false }: UploadDropProps) {
  const t = useTexts();
  const fieldId = useId();
  const [isOver, setOver] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const kinds = limits.endings.join(', ');

  const take = (file: File | undefined) => {
    if (!file || isBusy) return;
    const [name, size] = [file.name, megabytesOf(file.size)];
    const words = {
      empty: () => t('web.uploadEmpty', { name }),
      'too-large': () => t('web.uploadTooLarge', { name, size, limit: limits.megabytes }),
      'wrong-kind': () => t('web.uploadWrongKind', { name, kinds }),
    };
    const found = checkUpload(file, limits);
    setRefusal(found ? words[found]() : null);
    if (!found) onFile(file);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };

  return (
    <div className="stack">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut; the field inside does the same */}
      <div
        className={`upload ${isOver ? 'upload-over' : ''}`}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <b>{label}</b>
        <p>
          {t('web.uploadPrompt')} <label htmlFor={fieldId}>{t('web.uploadChoose')}</label>
        </p>
        <p className="soft">{t('web.uploadLimit', { kinds, size: limits.megabytes })}</p>
        <input
          id={fieldId}
          type="file"
          accept={limits.endings.join(',')}
          disabled={isBusy}
          onChange={(event) => {
            take(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
      </div>
      {refusal ? <Notice tone="late">{refusal}</Notice> : null}
    </div>
  );
}
