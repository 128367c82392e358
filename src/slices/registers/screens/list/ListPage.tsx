import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useLanguage, useTexts } from '../../../../web/language.ts';
import { PageHead } from '../../../../web/ui/PageHead.tsx';
import { Loaded } from '../../../../web/ui/States.tsx';
import { registerQuery } from '../calls.ts';
import type { RegisterOnScreen } from '../on-screen.ts';
import { RecordList } from './RecordList.tsx';
import { SavedViews } from './SavedViews.tsx';
import { UnderWay } from './UnderWay.tsx';
import '../registers.css';

/** One register: its records, filtered, sorted, searched; what may be done with them. */
export function Page() {
  const t = useTexts();
  const { key = '' } = useParams({ strict: false });
  const query = useQuery(registerQuery(key));
  return (
    <Loaded query={query} title={t('registers.title')}>
      {(register) => <RegisterView key={key} register={register} />}
    </Loaded>
  );
}

function RegisterView({ register }: { register: RegisterOnScreen }) {
  const t = useTexts();
  const language = useLanguage();
  const { declaration } = register;
  return (
    <>
      <PageHead
        title={declaration.name[language]}
        lead={declaration.purpose[language]}
        crumbs={[
          <Link key="shelf" to="/registers">
            {t('registers.title')}
          </Link>,
        ]}
        actions={<RegisterActions register={register} />}
      />
      <div className="stack">
        <UnderWay register={register} />
        <SavedViews register={register} />
        <RecordList register={register} />
      </div>
    </>
  );
}

function RegisterActions({ register }: { register: RegisterOnScreen }) {
  const t = useTexts();
  const { declaration, mayChange, mayDeclare } = register;
  const params = { key: declaration.key };
  return (
    <>
      {mayDeclare ? (
        <Link className="strong-link plain" to="/registers/$key/declaration" params={params}>
          {t('registers.changeDeclaration')}
        </Link>
      ) : null}
      {mayChange ? (
        <>
          <Link className="strong-link plain" to="/registers/$key/import" params={params}>
            {t('registers.import')}
          </Link>
          <Link className="strong-link" to="/registers/$key/records/new" params={params}>
            {t('registers.newRecord')}
          </Link>
        </>
      ) : null}
    </>
  );
}
