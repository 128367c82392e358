import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { useAddress } from '../../../web/address.ts';
import { api, type GetCriteriaSetAnswer } from '../../../web/client.generated.ts';
import { useLanguage, useTexts } from '../../../web/language.ts';
import { useRights } from '../../../web/session/session.ts';
import { Card } from '../../../web/ui/Card.tsx';
import { ConfirmDialog } from '../../../web/ui/ConfirmDialog.tsx';
import { FormSummary, LongTextField, TextField } from '../../../web/ui/Field.tsx';
import { PageHead } from '../../../web/ui/PageHead.tsx';
import { Loaded } from '../../../web/ui/States.tsx';
import { Notice, StatusTag } from '../../../web/ui/StatusTag.tsx';
import { useForm } from '../../../web/ui/useForm.ts';
import { parseCriteriaSet, type SetFault } from '../../criteria/index.ts';
import { SetEditor } from './set-editor/SetEditor.tsx';
import './sets.css';

/** One criteria set: its text, everything that is wrong with it as it is typed, and its publication. */
export function Page() {
  const { setId = '' } = useParams({ strict: false });
  const query = useQuery({
    queryKey: ['criteria-set', setId],
    queryFn: ({ signal }) => api.getCriteriaSet({ path: { setId }, signal }),
  });
  return <Loaded query={query}>{({ set }) => <SetView key={set.version} set={set} />}</Loaded>;
}

type SetProps = { set: GetCriteriaSetAnswer['set'] };

function SetView({ set }: SetProps) {
  const t = useTexts();
  const { search, change } = useAddress();
  const isText = search.view === 'text';
  const mayChange = useRights()('index.change') && set.state === 'draft';
  const form = useForm({
    initial: { title: set.title, source: set.source },
    check: () => ({}),
    submit: (values) => api.saveCriteriaSet({ path: { setId: set.setId }, body: { ...values, version: set.version } }),
  });
  const parsed = useMemo(() => parseCriteriaSet(form.values.source, 'set.yaml'), [form.values.source]);
  return (
    <>
      <PageHead
        title={set.title}
        lead={
          <>
            <StatusTag tone={set.state === 'published' ? 'good' : 'plain'}>
              {t(`assessment.setState.${set.state}`)}
            </StatusTag>{' '}
            {set.year} · {t('assessment.setVersion', { version: set.setVersion })}
          </>
        }
        crumbs={[
          <Link key="index" to="/index">
            {t('assessment.title')}
          </Link>,
          <Link key="sets" to="/index/sets">
            {t('assessment.sets')}
          </Link>,
        ]}
        actions={mayChange && parsed.ok && !form.isChanged ? <Publish set={set} /> : null}
      />
      <form className="stack" noValidate onSubmit={form.send}>
        <FormSummary errors={form.errors} />
        {set.state === 'published' ? <Notice>{t('assessment.setStays')}</Notice> : null}
        <div className="form-line">
          <TextField
            name="title"
            label={t('assessment.setTitle')}
            value={form.values.title}
            onChange={form.set('title')}
            error={form.errors.title}
            isReadOnly={!mayChange}
          />
          <ViewChoice isText={isText} onChange={(asText) => change({ view: asText ? 'text' : '' })} />
          {mayChange ? (
            <Button type="primary" htmlType="submit" loading={form.isBusy} disabled={!form.isChanged}>
              {t('assessment.setSave')}
            </Button>
          ) : null}
        </div>
        {isText ? (
          <Card title={t('assessment.setText')}>
            <div className="form-wide">
              {mayChange ? (
                <LongTextField
                  name="source"
                  label={t('assessment.setSource')}
                  hint={t('assessment.setHint')}
                  value={form.values.source}
                  onChange={form.set('source')}
                  error={form.errors.source}
                />
              ) : (
                <pre className="set-text">{set.source}</pre>
              )}
            </div>
          </Card>
        ) : (
          <SetEditor
            text={form.values.source}
            faults={parsed.ok ? [] : parsed.refusal}
            isReadOnly={!mayChange}
            onChange={form.set('source')}
          />
        )}
        <Card title={t('assessment.setCheck')}>
          {parsed.ok ? (
            <>
              <Notice tone="good">
                {t('assessment.setRight', {
                  areas: parsed.value.areas.length,
                  leaves: parsed.value.leaves.length,
                  points: parsed.value.scoring.total_points.toFixed(),
                })}
              </Notice>
              <FaultList faults={parsed.value.warnings} />
            </>
          ) : (
            <FaultList faults={parsed.refusal} />
          )}
        </Card>
      </form>
    </>
  );
}

/** By fields, or as the text that is kept. */
function ViewChoice({ isText, onChange }: { isText: boolean; onChange: (isText: boolean) => void }) {
  const t = useTexts();
  return (
    <fieldset className="view-choice no-print">
      <legend className="visually-hidden">{t('criteria.view')}</legend>
      {([false, true] as const).map((asText) => (
        <label key={String(asText)}>
          <input type="radio" name="view" checked={isText === asText} onChange={() => onChange(asText)} />{' '}
          {asText ? t('criteria.asText') : t('criteria.byFields')}
        </label>
      ))}
    </fieldset>
  );
}

function FaultList({ faults }: { faults: readonly SetFault[] }) {
  const t = useTexts();
  const language = useLanguage();
  if (!faults.length) return null;
  return (
    <ul className="things">
      {faults.map(({ line, column, path, message }) => (
        <li key={`${line}:${column}:${path}:${message.vi}`}>
          <b>{t('assessment.faultLine', { line })}</b>
          <div>
            {message[language]} <span className="soft">{path}</span>
          </div>
        </li>
      ))}
    </ul>
  );
}

/** A published set never changes: that is asked for once more. */
function Publish({ set }: SetProps) {
  const t = useTexts();
  const [isAsked, setAsked] = useState(false);
  const publishing = useMutation({ mutationFn: () => api.publishCriteriaSet({ path: { setId: set.setId } }) });
  return (
    <>
      <Button type="primary" onClick={() => setAsked(true)}>
        {t('assessment.publish')}
      </Button>
      <ConfirmDialog
        isOpen={isAsked}
        title={t('assessment.publish')}
        confirmText={t('assessment.publish')}
        isBusy={publishing.isPending}
        onConfirm={() => publishing.mutate(undefined, { onSettled: () => setAsked(false) })}
        onCancel={() => setAsked(false)}
      >
        {t('assessment.publishAsk')}
      </ConfirmDialog>
    </>
  );
}
