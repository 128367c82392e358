import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { ApiError } from '../../../web/api/api-error.ts';
import { api, type GetDutyAnswer } from '../../../web/client.generated.ts';
import { useTexts } from '../../../web/language.ts';
import { useSession } from '../../../web/session/session.ts';
import { Card } from '../../../web/ui/Card.tsx';
import { dropDraft, keepDraft, readDraft } from '../../../web/ui/draft.ts';
import { ChoiceField, DayField, DraftNotice, FormSummary, LongTextField, TextField } from '../../../web/ui/Field.tsx';
import { dayText, momentText } from '../../../web/ui/moments.ts';
import { PageHead } from '../../../web/ui/PageHead.tsx';
import { Loaded } from '../../../web/ui/States.tsx';
import { useUnits } from '../../units/screens/use-units.ts';
import type { DutyForm } from '../rules/duty.ts';
import { shippedDuties } from '../rules/shipped-duties.ts';
import { DutyFields } from './DutyFields.tsx';
import { DutyPreview } from './DutyPreview.tsx';
import { DutyWhen } from './DutyWhen.tsx';
import { DutyWho } from './DutyWho.tsx';
import { emptyDuty } from './duty-draft.ts';
import '../../../web/ui/table.css';
import './reports.css';

/** A duty: who, to whom, what, by when; the days of a year beside it while one types. */
export function Page() {
  const t = useTexts();
  const { dutyId } = useParams({ strict: false });
  const { standing } = useUnits();
  const query = useQuery({
    queryKey: ['duty', dutyId],
    queryFn: ({ signal }) => api.getDuty({ path: { dutyId: dutyId ?? '' }, signal }),
    enabled: dutyId !== undefined,
    refetchOnWindowFocus: false,
  });
  const office = standing.find(({ kind }) => kind === 'office')?.unitId ?? standing[0]?.unitId;
  if (dutyId === undefined) return office ? <Editor key={office} office={office} /> : null;
  return (
    <Loaded query={query} title={t('reports.duties')}>
      {(duty) => <Editor key={duty.number} dutyId={dutyId} duty={duty} office={duty.form.receivers[0] ?? ''} />}
    </Loaded>
  );
}

type EditorProps = { dutyId?: string; duty?: GetDutyAnswer; office: string };

function useDutyForm({ dutyId = 'new', duty, office }: EditorProps) {
  const { today } = useSession();
  const draftName = `duty-${dutyId}`;
  // The server sends what it checked: the client's types only forget how ids and days are written.
  const start = { form: duty ? (duty.form as DutyForm) : emptyDuty(office), validFrom: today };
  const kept = readDraft(draftName, { json: '', validFrom: '' });
  const restored = kept?.json ? (JSON.parse(kept.json) as DutyForm) : null;
  const [form, setForm] = useState<DutyForm>(restored ?? start.form);
  const [validFrom, setValidFrom] = useState(kept?.validFrom || start.validFrom);
  const [isDraft, setDraft] = useState(restored !== null);
  const put = (next: DutyForm, from: string): void => {
    setForm(next);
    setValidFrom(from);
    keepDraft(draftName, { json: JSON.stringify(next), validFrom: from });
  };
  return {
    form,
    validFrom,
    isDraft,
    change: (part: Partial<DutyForm>) => put({ ...form, ...part }, validFrom),
    replace: (next: DutyForm) => put(next, validFrom),
    startOn: (from: string) => put(form, from),
    drop: () => {
      dropDraft(draftName);
      setForm(start.form);
      setValidFrom(start.validFrom);
      setDraft(false);
    },
    forget: () => dropDraft(draftName),
  };
}

function Editor(props: EditorProps) {
  const t = useTexts();
  const navigate = useNavigate();
  const { dutyId, duty, office } = props;
  const draft = useDutyForm(props);
  const { form, validFrom, change } = draft;
  const save = useMutation({
    mutationFn: async () => {
      const body = { validFrom: validFrom as never, form: form as never };
      if (dutyId && duty) await api.changeDuty({ path: { dutyId }, body: { ...body, number: duty.number } });
      else await api.createDuty({ body });
      draft.forget();
      await navigate({ to: '/reports/duties' });
    },
  });
  return (
    <>
      <PageHead
        title={duty ? form.name : t('duties.newDuty')}
        lead={t('duties.dutyLead')}
        crumbs={[
          <Link key="reports" to="/reports">
            {t('reports.title')}
          </Link>,
          <Link key="duties" to="/reports/duties">
            {t('reports.duties')}
          </Link>,
        ]}
      />
      <div className="grid">
        <div className="wide-7 stack">
          <DraftNotice isDraft={draft.isDraft} onDiscard={draft.drop} />
          <FormSummary errors={save.error ? { form: faultText(save.error) } : {}} />
          {duty ? null : <Templates office={office} onTake={draft.replace} />}
          <Card title={t('duties.dutyWhat')}>
            <div className="stack">
              <TextField
                name="name"
                label={t('duties.name')}
                value={form.name}
                onChange={(name) => change({ name })}
                isRequired
              />
              <LongTextField
                name="purpose"
                label={t('duties.purpose')}
                value={form.purpose}
                onChange={(purpose) => change({ purpose })}
              />
              <TextField
                name="source"
                label={t('duties.source')}
                value={form.source ?? ''}
                onChange={(source) => change({ source: source || null })}
              />
            </div>
          </Card>
          <DutyWho form={form} onChange={change} />
          <DutyWhen form={form} onChange={change} />
          <DutyFields form={form} onChange={change} />
          <Card>
            <div className="stack">
              <DayField
                name="validFrom"
                label={t('duties.validFrom')}
                hint={t('duties.validFromHint')}
                value={validFrom}
                onChange={draft.startOn}
                isRequired
              />
              <DayField
                name="endsOn"
                label={t('duties.endsOn')}
                hint={t('duties.endsOnHint')}
                value={form.endsOn ?? ''}
                onChange={(day) => change({ endsOn: (day || null) as DutyForm['endsOn'] })}
              />
              <div className="form-buttons">
                <Button
                  type="primary"
                  loading={save.isPending}
                  disabled={form.name.trim() === ''}
                  onClick={() => save.mutate()}
                >
                  {t(duty ? 'duties.saveVersion' : 'duties.saveDuty')}
                </Button>
              </div>
            </div>
          </Card>
        </div>
        <div className="wide-5 stack">
          <DutyPreview form={form} validFrom={validFrom} />
          {duty ? <Versions duty={duty} /> : null}
        </div>
      </div>
    </>
  );
}

/** What the server says, with the words that it could not read. */
function faultText(error: Error): string {
  if (!(error instanceof ApiError)) return error.message;
  const { text, field } = error.details;
  const named = typeof text === 'string' ? text : typeof field === 'string' ? field : '';
  return named === '' ? error.message : `${error.message} (“${named}”)`;
}

/** The duties that the product ships, to start from. */
function Templates({ office, onTake }: { office: string; onTake: (form: DutyForm) => void }) {
  const t = useTexts();
  const shipped = shippedDuties(office as `unit_${string}`);
  return (
    <Card>
      <ChoiceField
        name="template"
        label={t('duties.template')}
        hint={t('duties.templateHint')}
        value=""
        emptyText={t('duties.templateChoose')}
        choices={shipped.map(({ dutyId, form }) => ({ value: dutyId, label: form.name }))}
        onChange={(dutyId) => {
          const found = shipped.find((one) => one.dutyId === dutyId);
          if (found) onTake(found.form);
        }}
      />
    </Card>
  );
}

function Versions({ duty }: { duty: GetDutyAnswer }) {
  const t = useTexts();
  return (
    <Card title={t('duties.versions')}>
      <ol className="events plain-list">
        {duty.versions.map(({ number, validFrom, changedAt, changedByName }) => (
          <li key={number}>
            {t('duties.versionLine', {
              number,
              day: dayText(validFrom),
              at: momentText(changedAt),
              name: changedByName,
            })}
          </li>
        ))}
      </ol>
      <p className="soft">{t('duties.versionsNote')}</p>
    </Card>
  );
}
