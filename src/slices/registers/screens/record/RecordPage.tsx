import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useAddress } from '../../../../web/address.ts';
import { useLanguage, useTexts } from '../../../../web/language.ts';
import { RecordParts } from '../../../../web/record-parts.tsx';
import { Card } from '../../../../web/ui/Card.tsx';
import { momentText } from '../../../../web/ui/moments.ts';
import { PageHead } from '../../../../web/ui/PageHead.tsx';
import { Loaded } from '../../../../web/ui/States.tsx';
import { Notice } from '../../../../web/ui/StatusTag.tsx';
import { recordQuery, registerQuery } from '../calls.ts';
import { StepTag } from '../list/StepTag.tsx';
import type { RecordPageData, RegisterOnScreen } from '../on-screen.ts';
import { FieldValue } from '../values/FieldValue.tsx';
import { ClocksCard } from './ClocksCard.tsx';
import { DeadlineCard } from './DeadlineCard.tsx';
import { HistoryCard } from './HistoryCard.tsx';
import { RecordActions } from './RecordActions.tsx';
import { StepsCard } from './StepsCard.tsx';
import { WeakPointsCard } from './WeakPointsCard.tsx';
import '../registers.css';

/** One record: what it holds, where it stands, when it is due, what became of it. */
export function Page() {
  const t = useTexts();
  const { key = '', recordId = '' } = useParams({ strict: false });
  const register = useQuery(registerQuery(key));
  return (
    <Loaded query={register} title={t('registers.title')}>
      {(known) => <OneRecord register={known} recordId={recordId} />}
    </Loaded>
  );
}

function OneRecord({ register, recordId }: { register: RegisterOnScreen; recordId: string }) {
  const query = useQuery(recordQuery(register, recordId));
  return <Loaded query={query}>{(data) => <RecordView register={register} data={data} />}</Loaded>;
}

type RecordViewProps = { register: RegisterOnScreen; data: RecordPageData };

function RecordView({ register, data }: RecordViewProps) {
  const t = useTexts();
  const language = useLanguage();
  const { declaration } = register;
  const { record, changes } = data;
  const { isDeleted } = record;
  return (
    <>
      <PageHead
        title={record.title || t('registers.noTitle')}
        lead={
          record.step ? (
            <StepTag declaration={declaration} step={record.step} language={language} timing={record.timing} />
          ) : null
        }
        crumbs={[
          <Link key="shelf" to="/registers">
            {t('registers.title')}
          </Link>,
          <Link key="list" to="/registers/$key" params={{ key: declaration.key }}>
            {declaration.name[language]}
          </Link>,
        ]}
        actions={<RecordActions register={register} data={data} />}
      />
      <div className="stack">
        {isDeleted ? <Notice tone="late">{t('registers.recordDeleted')}</Notice> : null}
        <BesideNotice register={register} data={data} />
        <div className="grid grid-top">
          <div className="wide-8 stack">
            <Facts register={register} data={data} />
            <RecordParts
              record={{
                registerKey: declaration.key,
                recordId: record.recordId,
                title: record.title ?? '',
                unitId: record.unitId,
              }}
            />
            {declaration.key === 'survey-rounds' && !isDeleted ? <WeakPointsCard recordId={record.recordId} /> : null}
            <HistoryCard declaration={declaration} changes={changes} labels={record.labels} />
          </div>
          <div className="wide-4 stack first-when-narrow">
            <DeadlineCard register={register} record={record} />
            <ClocksCard register={register} record={record} clocks={data.clocks} />
            <StepsCard declaration={declaration} record={record} mayMove={record.mayChange && !isDeleted} />
          </div>
        </div>
        <p className="soft">
          {t('registers.entered', { name: record.createdName, moment: momentText(record.createdAt) })}
        </p>
      </div>
    </>
  );
}

function Facts({ register: { declaration }, data: { record } }: RecordViewProps) {
  const t = useTexts();
  const language = useLanguage();
  return (
    <Card>
      <dl className="facts">
        {Object.entries(declaration.fields).map(([name, field]) => (
          <div key={name} className="fact">
            <dt>{field.label[language]}</dt>
            <dd>
              {record.values[name] === null && !record.masked.includes(name) ? (
                <span className="soft">{t('registers.absent')}</span>
              ) : (
                <FieldValue name={name} field={field} record={record} />
              )}
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

/** Somebody else saved other fields while this person was typing: both changes stand, and he is told. */
function BesideNotice({ register: { declaration }, data: { changes, record } }: RecordViewProps) {
  const t = useTexts();
  const language = useLanguage();
  const { search, change } = useAddress();
  const base = Number(search.base);
  if (!Number.isInteger(base) || base < 1) return null;
  const others = changes.filter(({ version }) => version > base && version < record.version);
  const names = [...new Set(others.flatMap(({ after }) => Object.keys(after)))];
  const labels = names.flatMap((name) => declaration.fields[name]?.label[language] ?? []);
  const who = [...new Set(others.map(({ actorName }) => actorName))].join(', ');
  if (!others.length) return null;
  return (
    <Notice tone="risk">
      {t('registers.savedBeside', { name: who, fields: labels.join(', ') || t('registers.step') })}{' '}
      <button type="button" className="link-button" onClick={() => change({ base: '' })}>
        {t('web.close')}
      </button>
    </Notice>
  );
}
