import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { api } from '../../../../web/client.generated.ts';
import { useTexts } from '../../../../web/language.ts';
import { useRights } from '../../../../web/session/session.ts';
import { translator } from '../../../../web/texts.ts';
import { PageHead } from '../../../../web/ui/PageHead.tsx';
import { ForbiddenState } from '../../../../web/ui/States.tsx';
import { shelfQuery } from '../calls.ts';
import { keyFromLabel } from './edited-names.ts';
import { emptyRegister } from './edited-register.ts';
import { RegisterEditorForm } from './RegisterEditorForm.tsx';
import '../registers.css';

const both = (key: 'declare.first.title' | 'declare.first.unit' | 'declare.first.day') => ({
  vi: translator('vi')(key),
  en: translator('en')(key),
});

/** Words that pages of the shelf have in the same place of an address. */
const TAKEN = ['declare', 'files', 'imports', 'views'];

/** A register of the office's own, declared on screen. */
export function Page() {
  const t = useTexts();
  const mayDeclare = useRights()('register.declare');
  const queries = useQueryClient();
  const navigate = useNavigate();
  return (
    <>
      <PageHead
        title={t('registers.declare')}
        lead={t('declare.lead')}
        crumbs={[
          <Link key="shelf" to="/registers">
            {t('registers.title')}
          </Link>,
        ]}
      />
      {mayDeclare ? (
        <RegisterEditorForm
          initial={emptyRegister({
            title: both('declare.first.title'),
            unit: both('declare.first.unit'),
            received: both('declare.first.day'),
          })}
          draftName="declare-new"
          submit={async (declaration) => {
            const { registers } = await queries.fetchQuery(shelfQuery);
            const key = keyFromLabel(declaration.name.vi, [...TAKEN, ...registers.map((one) => one.key)]);
            await api.declareRegister({ body: { declaration: { ...declaration, key } } });
            await queries.invalidateQueries({ queryKey: ['registers'] });
            await navigate({ to: '/registers/$key', params: { key } });
          }}
        />
      ) : (
        <ForbiddenState />
      )}
    </>
  );
}
