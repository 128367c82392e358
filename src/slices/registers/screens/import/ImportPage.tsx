import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useAddress } from '../../../../web/address.ts';
import { useLanguage, useTexts } from '../../../../web/language.ts';
import { PageHead } from '../../../../web/ui/PageHead.tsx';
import { ForbiddenState, Loaded } from '../../../../web/ui/States.tsx';
import { Notice } from '../../../../web/ui/StatusTag.tsx';
import { UploadDrop } from '../../../../web/ui/UploadDrop.tsx';
import { registerQuery } from '../calls.ts';
import type { RegisterOnScreen } from '../on-screen.ts';
import { ImportPlanView } from './ImportPlanView.tsx';
import { ImportResult } from './ImportResult.tsx';
import { uploadSheet } from './import-calls.ts';
import type { ImportAnalysis } from './import-plan.ts';
import '../registers.css';

const limits = { endings: ['.xlsx', '.xls', '.ods', '.csv'], megabytes: 57 } as const;

/** A spreadsheet into the register: dropped, looked at, corrected, taken in while one is elsewhere. */
export function Page() {
  const t = useTexts();
  const { key = '' } = useParams({ strict: false });
  const query = useQuery(registerQuery(key));
  return (
    <Loaded query={query} title={t('registers.import')}>
      {(register) => <Import key={key} register={register} />}
    </Loaded>
  );
}

function Import({ register }: { register: RegisterOnScreen }) {
  const t = useTexts();
  const language = useLanguage();
  const { search } = useAddress();
  const { declaration, mayChange } = register;
  return (
    <>
      <PageHead
        title={t('registers.import')}
        lead={t('imports.lead')}
        crumbs={[
          <Link key="shelf" to="/registers">
            {t('registers.title')}
          </Link>,
          <Link key="list" to="/registers/$key" params={{ key: declaration.key }}>
            {declaration.name[language]}
          </Link>,
        ]}
      />
      {!mayChange ? (
        <ForbiddenState />
      ) : search.import ? (
        <ImportResult register={register} importId={search.import} />
      ) : (
        <NewImport register={register} />
      )}
    </>
  );
}

function NewImport({ register }: { register: RegisterOnScreen }) {
  const t = useTexts();
  const [analysis, setAnalysis] = useState<ImportAnalysis | null>(null);
  const { key } = register.declaration;
  const upload = useMutation({ mutationFn: (file: File) => uploadSheet(key, file), onSuccess: setAnalysis });
  if (analysis)
    return (
      <ImportPlanView
        register={register}
        analysis={analysis}
        fileName={upload.variables?.name ?? ''}
        onAnalysis={setAnalysis}
        onAgain={() => setAnalysis(null)}
      />
    );
  return (
    <div className="stack">
      <UploadDrop
        label={t('imports.drop')}
        limits={limits}
        onFile={(file) => upload.mutate(file)}
        isBusy={upload.isPending}
      />
      {upload.isPending ? (
        <Notice>
          {t('imports.reading', { name: upload.variables.name })} <progress aria-label={upload.variables.name} />
        </Notice>
      ) : null}
      {upload.error && upload.variables ? (
        <Notice tone="late">
          <p>{upload.error.message}</p>
          <Button size="small" onClick={() => upload.mutate(upload.variables)}>
            {t('web.retry')}
          </Button>
        </Notice>
      ) : null}
    </div>
  );
}
