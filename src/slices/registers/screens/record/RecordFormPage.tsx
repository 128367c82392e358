import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useAddress } from '../../../../web/address.ts';
import { useLanguage, useTexts } from '../../../../web/language.ts';
import { PageHead } from '../../../../web/ui/PageHead.tsx';
import { ForbiddenState, Loaded } from '../../../../web/ui/States.tsx';
import { recordQuery, registerQuery } from '../calls.ts';
import type { RecordPageData, RegisterOnScreen } from '../on-screen.ts';
import { RecordForm } from './RecordForm.tsx';
import '../registers.css';

/** A new record, one that begins as a copy, or one that is being changed. */
export function Page() {
  const t = useTexts();
  const { key = '', recordId } = useParams({ strict: false });
  const { from } = useAddress().search;
  const source = recordId ?? from;
  const register = useQuery(registerQuery(key));
  return (
    <Loaded query={register} title={t('registers.title')}>
      {(known) =>
        source === undefined ? (
          <FormView register={known} data={null} isCopy={false} />
        ) : (
          <FormOfRecord key={source} register={known} recordId={source} isCopy={recordId === undefined} />
        )
      }
    </Loaded>
  );
}

type FormOfRecordProps = { register: RegisterOnScreen; recordId: string; isCopy: boolean };

/** What the form begins with is asked for now: what was kept from before may be older than another person's change. */
function FormOfRecord({ register, recordId, isCopy }: FormOfRecordProps) {
  const query = useQuery({ ...recordQuery(register, recordId), staleTime: 0, gcTime: 0 });
  return <Loaded query={query}>{(data) => <FormView register={register} data={data} isCopy={isCopy} />}</Loaded>;
}

type FormViewProps = { register: RegisterOnScreen; data: RecordPageData | null; isCopy: boolean };

function FormView({ register, data, isCopy }: FormViewProps) {
  const t = useTexts();
  const language = useLanguage();
  const { declaration } = register;
  const { key } = declaration;
  const isNew = data === null || isCopy;
  return (
    <>
      <PageHead
        title={
          isNew
            ? t('registers.newRecord')
            : t('registers.editRecord', { title: data.record.title || t('registers.noTitle') })
        }
        lead={declaration.purpose[language]}
        crumbs={[
          <Link key="shelf" to="/registers">
            {t('registers.title')}
          </Link>,
          <Link key="list" to="/registers/$key" params={{ key }}>
            {declaration.name[language]}
          </Link>,
        ]}
      />
      {(isNew ? register.mayChange : data.record.mayChange) ? (
        <RecordForm register={register} data={data} isCopy={isCopy} />
      ) : (
        <ForbiddenState>{t('registers.mayNotChange')}</ForbiddenState>
      )}
    </>
  );
}
