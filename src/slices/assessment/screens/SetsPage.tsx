import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { api, type FindCriteriaSetsAnswer } from '../../../web/client.generated.ts';
import { useTexts } from '../../../web/language.ts';
import { requireFields } from '../../../web/session/require-fields.ts';
import { useRights, useYear } from '../../../web/session/session.ts';
import { Card } from '../../../web/ui/Card.tsx';
import { ChoiceField, DayField, FormSummary, TextField } from '../../../web/ui/Field.tsx';
import { PageHead } from '../../../web/ui/PageHead.tsx';
import { Loaded } from '../../../web/ui/States.tsx';
import { StatusTag } from '../../../web/ui/StatusTag.tsx';
import { useForm } from '../../../web/ui/useForm.ts';
import { cloneSetText } from '../../criteria/index.ts';
import { indexQuery } from './index-on-screen.ts';

export type SetHead = FindCriteriaSetsAnswer['sets'][number];

export const isSetId = (text: string): text is `set_${string}` => text.startsWith('set_');

/** Every criteria set of the department, cloning one to another year, and the set that the year is scored with. */
export function Page() {
  const t = useTexts();
  const mayChange = useRights()('index.change');
  const query = useQuery({ queryKey: ['criteria-sets'], queryFn: ({ signal }) => api.findCriteriaSets({ signal }) });
  return (
    <>
      <PageHead
        title={t('assessment.sets')}
        lead={t('assessment.setsLead')}
        crumbs={[
          <Link key="index" to="/index">
            {t('assessment.title')}
          </Link>,
        ]}
      />
      <Loaded query={query}>
        {({ sets }) => (
          <div className="grid grid-top">
            <Card title={t('assessment.sets')} wide={7}>
              <SetList sets={sets} />
            </Card>
            {mayChange ? (
              <div className="wide-5 stack">
                <ChooseSet sets={sets} />
                <CloneSet sets={sets} />
              </div>
            ) : null}
          </div>
        )}
      </Loaded>
    </>
  );
}

function SetList({ sets }: { sets: readonly SetHead[] }) {
  const t = useTexts();
  if (!sets.length) return <p className="soft">{t('assessment.setsNone')}</p>;
  return (
    <ul className="things">
      {sets.map(({ setId, title, year, setVersion, state }) => (
        <li key={setId}>
          <b>{year}</b>
          <div>
            <Link to="/index/sets/$setId" params={{ setId }} className="things-title">
              {title}
            </Link>{' '}
            <StatusTag tone={state === 'published' ? 'good' : 'plain'}>{t(`assessment.setState.${state}`)}</StatusTag>
            <div className="soft">{t('assessment.setVersion', { version: setVersion })}</div>
          </div>
        </li>
      ))}
    </ul>
  );
}

/** Which published set the year is scored with, its target and its closing date. */
function ChooseSet({ sets }: { sets: readonly SetHead[] }) {
  const year = useYear();
  const query = useQuery(indexQuery(year));
  return (
    <Loaded query={query}>
      {({ settings }) => <ChooseSetForm key={settings?.setId} sets={sets} settings={settings} />}
    </Loaded>
  );
}

type Settings = {
  setId: string;
  target: string | null;
  closingOn: string | null;
  measuredFrom: string | null;
} | null;

function ChooseSetForm({ sets, settings }: { sets: readonly SetHead[]; settings: Settings }) {
  const t = useTexts();
  const year = useYear();
  const form = useForm({
    initial: {
      setId: settings?.setId ?? '',
      target: settings?.target?.replace('.', ',') ?? '',
      closingOn: settings?.closingOn ?? '',
      measuredFrom: settings?.measuredFrom ?? '',
    },
    check: requireFields(t, { setId: t('assessment.setOfYear', { year }) }),
    submit: ({ setId, target, closingOn, measuredFrom }) =>
      api.chooseSet({
        body: {
          year,
          setId,
          target: target.replace(',', '.') || null,
          closingOn: closingOn || null,
          measuredFrom: measuredFrom || null,
        },
      }),
  });
  const field = (name: keyof typeof form.values) => ({
    name,
    value: form.values[name],
    onChange: form.set(name),
    error: form.errors[name],
  });
  return (
    <Card title={t('assessment.setOfYear', { year })}>
      <form className="form" noValidate onSubmit={form.send}>
        <FormSummary errors={form.errors} />
        <ChoiceField
          {...field('setId')}
          label={t('assessment.setPublished')}
          emptyText={t('assessment.choose')}
          choices={sets
            .filter(({ state }) => state === 'published')
            .map(({ setId, title, setVersion }) => ({ value: setId, label: `${title} (${setVersion})` }))}
        />
        <TextField {...field('target')} label={t('assessment.target')} />
        <DayField
          {...field('measuredFrom')}
          label={t('assessment.measuredFrom')}
          hint={t('assessment.measuredFromHint')}
        />
        <DayField {...field('closingOn')} label={t('assessment.closingOn')} />
        <div className="form-buttons">
          <Button type="primary" htmlType="submit" loading={form.isBusy}>
            {t('assessment.setChoose')}
          </Button>
        </div>
      </form>
    </Card>
  );
}

/** A draft for another year (or a corrected version of the same) from a set that is there. */
function CloneSet({ sets }: { sets: readonly SetHead[] }) {
  const t = useTexts();
  const navigate = useNavigate();
  const year = useYear();
  const form = useForm({
    initial: { from: sets[0]?.setId ?? '', year: String(year + 1), title: '' },
    check: requireFields(t, {
      from: t('assessment.cloneFrom'),
      year: t('assessment.cloneYear'),
      title: t('assessment.setTitle'),
    }),
    submit: async (values) => {
      const { set } = await api.getCriteriaSet({ path: { setId: values.from } });
      const source = cloneSetText(set.source, { year: Number(values.year), version: values.year }) ?? set.source;
      const body = { title: values.title, year: Number(values.year), source, basedOn: values.from };
      const { setId } = await api.createCriteriaSet({ body });
      await navigate({ to: '/index/sets/$setId', params: { setId } });
    },
  });
  const field = (name: keyof typeof form.values) => ({
    name,
    value: form.values[name],
    onChange: form.set(name),
    error: form.errors[name],
  });
  return (
    <Card title={t('assessment.clone')}>
      <form className="form" noValidate onSubmit={form.send}>
        <FormSummary errors={form.errors} />
        <ChoiceField
          {...field('from')}
          label={t('assessment.cloneFrom')}
          choices={sets.map(({ setId, title, year: of }) => ({ value: setId, label: `${of} · ${title}` }))}
        />
        <TextField {...field('year')} label={t('assessment.cloneYear')} type="number" />
        <TextField {...field('title')} label={t('assessment.setTitle')} />
        <div className="form-buttons">
          <Button type="primary" htmlType="submit" loading={form.isBusy}>
            {t('assessment.cloneDo')}
          </Button>
        </div>
      </form>
    </Card>
  );
}
