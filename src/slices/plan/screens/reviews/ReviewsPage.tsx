import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { api } from '../../../../web/client.generated.ts';
import { useTexts } from '../../../../web/language.ts';
import { useRights } from '../../../../web/session/session.ts';
import { Card } from '../../../../web/ui/Card.tsx';
import { PageHead } from '../../../../web/ui/PageHead.tsx';
import { EmptyState, ForbiddenState, Loaded } from '../../../../web/ui/States.tsx';
import { Notice } from '../../../../web/ui/StatusTag.tsx';
import { UploadDrop } from '../../../../web/ui/UploadDrop.tsx';
import { ReviewList } from './ReviewList.tsx';
import { documentLimits, followReading, reviewAddress, uploadDocument } from './uploads.ts';

const ASK_AGAIN_MS = 1500;

/** Documents read: upload one, see what became of each, go on where one left off. */
export function Page() {
  const t = useTexts();
  const mayReview = useRights()('plan.review');
  const query = useQuery({
    queryKey: ['reviews'],
    queryFn: ({ signal }) => api.findReviews({ signal }),
    enabled: mayReview,
    // A document that was being read when one left may be done now.
    refetchOnMount: 'always',
    refetchInterval: ({ state }) => (state.data?.reviews.some((one) => one.state === 'reading') ? ASK_AGAIN_MS : false),
  });
  return (
    <>
      <PageHead
        title={t('plan.reviewsTitle')}
        lead={t('review.reviewsLead')}
        crumbs={[
          <Link key="plans" to="/plans">
            {t('plan.plansTitle')}
          </Link>,
        ]}
      />
      {mayReview ? (
        <div className="stack">
          <DocumentUpload />
          <Loaded query={query}>
            {({ reviews }) =>
              reviews.length ? (
                <Card
                  title={t('review.reviewsList')}
                  more={reviews.length > 1 ? <Link to="/plans/compare">{t('plan.compareTitle')}</Link> : null}
                >
                  <ReviewList reviews={reviews} />
                </Card>
              ) : (
                <EmptyState title={t('review.reviewsNone')}>{t('review.reviewsNoneLead')}</EmptyState>
              )
            }
          </Loaded>
        </div>
      ) : (
        <ForbiddenState>{t('plan.reviewsForbidden')}</ForbiddenState>
      )}
    </>
  );
}

/** Sends a document and opens its review; a failed sending keeps the file, so that a click tries again. */
function DocumentUpload() {
  const t = useTexts();
  const navigate = useNavigate();
  const upload = useMutation({
    mutationFn: uploadDocument,
    onSuccess: ({ reviewId }, file) => {
      void followReading(reviewId, file.name);
      return navigate({ to: reviewAddress(reviewId) });
    },
  });
  const name = upload.variables?.name ?? '';
  return (
    <div className="stack">
      <UploadDrop
        label={t('review.uploadLabel')}
        limits={documentLimits}
        onFile={(file) => upload.mutate(file)}
        isBusy={upload.isPending}
      />
      {upload.isPending ? (
        <Notice>
          {t('review.uploadSending', { name })} <progress aria-label={name} />
        </Notice>
      ) : null}
      {upload.error && upload.variables ? (
        <Notice tone="late">
          <p>
            <b>{t('review.uploadFailed', { name })}</b> {upload.error.message}
          </p>
          <Button size="small" onClick={() => upload.mutate(upload.variables)}>
            {t('web.retry')}
          </Button>
        </Notice>
      ) : null}
    </div>
  );
}
