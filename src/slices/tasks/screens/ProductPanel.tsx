import { Button } from 'antd';
import { useState } from 'react';
import { api, type GetTaskAnswer } from '../../../web/client.generated.ts';
import { useTexts } from '../../../web/language.ts';
import { Card } from '../../../web/ui/Card.tsx';
import { DayField, TextField } from '../../../web/ui/Field.tsx';
import { dayText } from '../../../web/ui/moments.ts';
import { StatusTag, type Tone } from '../../../web/ui/StatusTag.tsx';
import { UploadDrop } from '../../../web/ui/UploadDrop.tsx';
import { sendProduct } from './send-file.ts';
import { useAct } from './use-act.tsx';

type Product = GetTaskAnswer['products'][number];
const tones = {
  attached: 'plain',
  'handed-in': 'teal',
  approved: 'good',
  'sent-back': 'risk',
  removed: 'plain',
} as const satisfies Record<Product['state'], Tone>;
const limits = {
  endings: [
    '.pdf',
    '.docx',
    '.doc',
    '.xlsx',
    '.xls',
    '.pptx',
    '.txt',
    '.csv',
    '.jpg',
    '.jpeg',
    '.png',
    '.tif',
    '.zip',
    '.rar',
  ],
  megabytes: 57,
};

/** What is handed in: files and numbers of issued documents, each with where it stands. */
export function ProductPanel({ answer }: { answer: GetTaskAnswer }) {
  const t = useTexts();
  const { task, products, may } = answer;
  const { run, isBusy, refusal } = useAct();
  const { taskId } = task;
  const isOpen = task.state !== 'done' && task.state !== 'dropped';
  const upload = (file: File) => run(() => sendProduct(taskId, file));
  const own = products.filter(({ unitId }) => unitId === null);
  return (
    <Card title={t('tasks.handedIn')}>
      <div className="stack">
        {refusal}
        {own.length === 0 ? <p className="soft">{t('tasks.noProducts')}</p> : null}
        <ul className="things">
          {own.map((product) => (
            <li key={product.productId}>
              <StatusTag tone={tones[product.state]}>{t(`tasks.product.${product.state}`)}</StatusTag>
              <span>
                <ProductName taskId={taskId} product={product} />
                {product.reason ? <span className="soft"> · {product.reason}</span> : null}
                <span className="soft"> · {product.addedName}</span>{' '}
                {isOpen && may.report && (product.state === 'attached' || product.state === 'sent-back') ? (
                  <button
                    type="button"
                    className="link-button no-print"
                    aria-label={`${t('tasks.remove')}: ${product.title}`}
                    onClick={() => run(() => api.dropProduct({ path: { taskId, productId: product.productId } }))}
                  >
                    {t('tasks.remove')}
                  </button>
                ) : null}
              </span>
            </li>
          ))}
        </ul>
        {isOpen && may.report ? (
          <details className="no-print">
            <summary className="link-button">{t('tasks.attachFile')}</summary>
            <UploadDrop label={t('tasks.attachFile')} limits={limits} onFile={upload} isBusy={isBusy} />
          </details>
        ) : null}
        {isOpen && may.report ? <DocumentForm taskId={taskId} /> : null}
      </div>
    </Card>
  );
}

function ProductName({ taskId, product }: { taskId: string; product: Product }) {
  if (product.fileId !== null)
    return (
      <a href={`/api/tasks/${taskId}/products/${product.productId}/file`} download>
        {product.title}
      </a>
    );
  const day = product.documentDay ? ` · ${dayText(product.documentDay)}` : '';
  return (
    <span>
      {product.title} · {product.documentNumber}
      {day}
    </span>
  );
}

function DocumentForm({ taskId }: { taskId: string }) {
  const t = useTexts();
  const [title, setTitle] = useState('');
  const [number, setNumber] = useState('');
  const [day, setDay] = useState('');
  const [isTried, setTried] = useState(false);
  const { run, isBusy, refusal } = useAct();
  const send = () => {
    setTried(true);
    if (!title.trim() || !number.trim()) return;
    const body = { title: title.trim(), documentNumber: number.trim(), documentDay: day || null };
    run(
      () => api.nameDocument({ path: { taskId }, body }),
      () => {
        setTitle('');
        setNumber('');
        setTried(false);
      },
    );
  };
  return (
    <details className="no-print">
      <summary className="link-button">{t('tasks.nameDocument')}</summary>
      <div className="stack">
        {refusal}
        <TextField
          name="document-title"
          label={t('tasks.documentTitle')}
          value={title}
          onChange={setTitle}
          error={isTried && !title.trim() ? t('tasks.need') : undefined}
          isRequired
        />
        <TextField
          name="document-number"
          label={t('tasks.documentNumber')}
          value={number}
          onChange={setNumber}
          error={isTried && !number.trim() ? t('tasks.need') : undefined}
          isRequired
        />
        <DayField name="document-day" label={t('tasks.documentDay')} value={day} onChange={setDay} />
        <div className="form-buttons">
          <Button loading={isBusy} onClick={send}>
            {t('tasks.nameDocument')}
          </Button>
        </div>
      </div>
    </details>
  );
}
