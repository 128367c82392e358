import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { api, type GetReviewAnswer } from '../../../../web/client.generated.ts';
import { useLanguage, useTexts } from '../../../../web/language.ts';
import { useRights } from '../../../../web/session/session.ts';
import { Card } from '../../../../web/ui/Card.tsx';
import { PageHead } from '../../../../web/ui/PageHead.tsx';
import { ForbiddenState, Loaded } from '../../../../web/ui/States.tsx';
import { Notice } from '../../../../web/ui/StatusTag.tsx';
import { OpenReview } from './OpenReview.tsx';
import { ToReviews } from './ToReviews.tsx';
import { reviewKey } from './use-review-draft.ts';
import './paper.css';
import './review.css';

const ASK_AGAIN_MS = 700;

/** One document that was read: the page as it looks beside what was understood, until it is accepted. */
export function Page() {
  const t = useTexts();
  const { reviewId = '' } = useParams({ strict: false });
  const mayReview = useRights()('plan.review');
  const query = useQuery({
    queryKey: reviewKey(reviewId),
    queryFn: ({ signal }) => api.getReview({ path: { reviewId }, signal }),
    enabled: mayReview,
    refetchInterval: ({ state }) => (state.data?.state === 'reading' ? ASK_AGAIN_MS : false),
  });
  if (!mayReview) return <ForbiddenState>{t('plan.reviewsForbidden')}</ForbiddenState>;
  return <Loaded query={query}>{(review) => <Review review={review} />}</Loaded>;
}

function Review({ review }: { review: GetReviewAnswer }) {
  const { state, source, draft } = review;
  if (state === 'open' && source && draft)
    return <OpenReview key={review.reviewId} review={review} source={source} first={draft} />;
  return <ClosedReview review={review} />;
}

/** What there is to say of a document that is being read, could not be read, was accepted or put away. */
function ClosedReview({ review }: { review: GetReviewAnswer }) {
  const t = useTexts();
  return (
    <>
      <PageHead title={review.title ?? review.fileName} lead={review.fileName} crumbs={[<ToReviews key="reviews" />]} />
      <Card>
        <ReviewEnd review={review} />
        <p className="review-back">
          <Link to="/plans/reviews">{t('review.backToReviews')}</Link>
        </p>
      </Card>
    </>
  );
}

/** The plan belongs to its own year, whatever year is being looked at. */
function yearOf({ draft }: GetReviewAnswer): { year?: string } {
  const year = draft?.document.planYear ?? null;
  return year === null ? {} : { year: String(year) };
}

function ReviewEnd({ review }: { review: GetReviewAnswer }) {
  const t = useTexts();
  const language = useLanguage();
  switch (review.state) {
    case 'reading':
      return (
        <div className="stack" role="status">
          <p>{t('review.readingLead')}</p>
          <progress aria-label={t('review.reviewState.reading')} max={100} value={review.progress || undefined} />
        </div>
      );
    case 'failed':
      return (
        <Notice tone="late">
          <b>{t('review.readingFailed')}</b> {review.failure?.message[language]}
        </Notice>
      );
    case 'accepted':
      return (
        <Notice tone="good">
          <b>{t('review.acceptedTitle')}</b> {t('review.acceptedLead')}{' '}
          {review.planId ? (
            <Link to="/plans/$planId" params={{ planId: review.planId }} search={yearOf(review)}>
              {t('review.openPlan')}
            </Link>
          ) : null}
        </Notice>
      );
    default:
      return <Notice>{t('review.droppedLead')}</Notice>;
  }
}
