import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useAddress } from '../../../../web/address.ts';
import { api } from '../../../../web/client.generated.ts';
import { useTexts } from '../../../../web/language.ts';
import { useRights } from '../../../../web/session/session.ts';
import { Card } from '../../../../web/ui/Card.tsx';
import { ChoiceField } from '../../../../web/ui/Field.tsx';
import { momentText } from '../../../../web/ui/moments.ts';
import { PageHead } from '../../../../web/ui/PageHead.tsx';
import { EmptyState, ForbiddenState, Loaded } from '../../../../web/ui/States.tsx';
import { compareDrafts } from '../../rules/compare-drafts.ts';
import type { ReviewHead } from '../reviews/ReviewList.tsx';
import { ComparedTable } from './ComparedTable.tsx';

const canBeCompared = ({ state }: ReviewHead): boolean => state === 'open' || state === 'accepted';

/** Two documents side by side: what the second one added, dropped and changed, and which deadlines moved. */
export function Page() {
  const t = useTexts();
  const mayReview = useRights()('plan.review');
  const query = useQuery({
    queryKey: ['reviews'],
    queryFn: ({ signal }) => api.findReviews({ signal }),
    enabled: mayReview,
  });
  return (
    <>
      <PageHead
        title={t('plan.compareTitle')}
        lead={t('compare.lead')}
        crumbs={[
          <Link key="reviews" to="/plans/reviews">
            {t('plan.reviewsTitle')}
          </Link>,
        ]}
      />
      {mayReview ? (
        <Loaded query={query}>{({ reviews }) => <Choice reviews={reviews.filter(canBeCompared)} />}</Loaded>
      ) : (
        <ForbiddenState>{t('plan.reviewsForbidden')}</ForbiddenState>
      )}
    </>
  );
}

/** The two newest documents until others are chosen: the older one is the one before. */
function Choice({ reviews }: { reviews: readonly ReviewHead[] }) {
  const t = useTexts();
  const { search, change } = useAddress();
  if (reviews.length < 2) return <EmptyState title={t('compare.none')}>{t('compare.noneLead')}</EmptyState>;
  const known = (id: string | undefined, otherwise: number): string =>
    reviews.find(({ reviewId }) => reviewId === id)?.reviewId ?? reviews[otherwise]?.reviewId ?? '';
  const [before, after] = [known(search.before, 1), known(search.after, 0)];
  const choices = reviews.map((review) => ({
    value: review.reviewId,
    label: `${review.fileName} · ${momentText(review.changedAt)} · ${review.title ?? ''}`,
  }));
  return (
    <div className="stack">
      <Card>
        <div className="form compare-choice no-print">
          <ChoiceField
            name="before"
            label={t('compare.before')}
            value={before}
            choices={choices}
            onChange={(id) => change({ before: id })}
          />
          <ChoiceField
            name="after"
            label={t('compare.after')}
            value={after}
            choices={choices}
            onChange={(id) => change({ after: id })}
          />
        </div>
      </Card>
      {before === after ? (
        <EmptyState title={t('compare.same')}>{t('compare.sameLead')}</EmptyState>
      ) : (
        <Comparison before={before} after={after} />
      )}
    </div>
  );
}

const reviewQuery = (reviewId: string) => ({
  queryKey: ['reviews', reviewId],
  queryFn: ({ signal }: { signal: AbortSignal }) => api.getReview({ path: { reviewId }, signal }),
});

function Comparison({ before, after }: { before: string; after: string }) {
  const old = useQuery(reviewQuery(before));
  const fresh = useQuery(reviewQuery(after));
  return (
    <Loaded query={old}>
      {({ draft: first }) => (
        <Loaded query={fresh}>
          {({ draft: second }) =>
            first && second ? <ComparedTable comparison={compareDrafts(first, second)} /> : null
          }
        </Loaded>
      )}
    </Loaded>
  );
}
