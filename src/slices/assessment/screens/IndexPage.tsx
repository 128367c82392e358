import { useQuery } from '@tanstack/react-query';
import { useTexts } from '../../../web/language.ts';
import { useSession, useYear } from '../../../web/session/session.ts';
import { PageHead } from '../../../web/ui/PageHead.tsx';
import { EmptyState, Loaded } from '../../../web/ui/States.tsx';
import { IndexActions } from './IndexActions.tsx';
import { IndexAreas } from './IndexAreas.tsx';
import { IndexFigures } from './IndexFigures.tsx';
import { IndexTree } from './IndexTree.tsx';
import { indexOnScreen, indexQuery } from './index-on-screen.ts';
import { MeasureProposals, MovedSinceClosing } from './MeasureProposals.tsx';
import { NextWork } from './NextWork.tsx';

/** The index of a year: points so far, forecast, where points are lost and what to do next. */
export function Page() {
  const t = useTexts();
  const year = useYear();
  const { today } = useSession();
  const query = useQuery(indexQuery(year));
  return (
    <>
      <PageHead
        title={t('assessment.title')}
        lead={t('assessment.lead')}
        actions={<IndexActions data={query.data} />}
      />
      <Loaded query={query}>
        {(data) => {
          const index = indexOnScreen(data, today);
          return index ? (
            <div className="stack">
              <IndexFigures index={index} />
              <MovedSinceClosing index={index} />
              <IndexAreas index={index} />
              <NextWork index={index} />
              <MeasureProposals index={index} />
              <IndexTree index={index} />
            </div>
          ) : (
            <EmptyState title={t('assessment.noSet', { year })}>{t('assessment.noSetLead')}</EmptyState>
          );
        }}
      </Loaded>
    </>
  );
}
