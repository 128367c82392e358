import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTexts } from '../../../web/language.ts';
import { useSession, useYear } from '../../../web/session/session.ts';
import { PageHead } from '../../../web/ui/PageHead.tsx';
import { EmptyState, Loaded } from '../../../web/ui/States.tsx';
import { indexOnScreen, indexQuery } from './index-on-screen.ts';
import { OwnersForm } from './owners/OwnersForm.tsx';

/** Who answers for every leaf and what its points take, set for many leaves at once. */
export function Page() {
  const t = useTexts();
  const year = useYear();
  const { today } = useSession();
  const query = useQuery(indexQuery(year));
  return (
    <>
      <PageHead
        title={t('owners.title')}
        lead={t('owners.lead')}
        crumbs={[
          <Link key="index" to="/index">
            {t('assessment.title')}
          </Link>,
        ]}
      />
      <Loaded query={query}>
        {(data) => {
          const index = indexOnScreen(data, today);
          return index ? (
            <OwnersForm key={year} index={index} />
          ) : (
            <EmptyState title={t('results.noSet', { year })}>{t('results.noSetLead')}</EmptyState>
          );
        }}
      </Loaded>
    </>
  );
}
