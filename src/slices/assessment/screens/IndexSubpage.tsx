import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTexts } from '../../../web/language.ts';
import { useSession, useYear } from '../../../web/session/session.ts';
import { PageHead } from '../../../web/ui/PageHead.tsx';
import { EmptyState, Loaded } from '../../../web/ui/States.tsx';
import { type IndexOnScreen, indexOnScreen, indexQuery } from './index-on-screen.ts';

type IndexSubpageProps = { title: string; lead: string; children: (index: IndexOnScreen) => React.ReactNode };

/** A page below the index of a year: its way back, and what it says while the year has no set of criteria. */
export function IndexSubpage({ title, lead, children }: IndexSubpageProps) {
  const t = useTexts();
  const year = useYear();
  const { today } = useSession();
  const query = useQuery(indexQuery(year));
  return (
    <>
      <PageHead
        title={title}
        lead={lead}
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
            children(index)
          ) : (
            <EmptyState title={t('results.noSet', { year })}>{t('results.noSetLead')}</EmptyState>
          );
        }}
      </Loaded>
    </>
  );
}
