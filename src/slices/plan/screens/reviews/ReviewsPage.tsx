import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { ApiError } from '../../../../web/api/api-error.ts';
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
    refetchInterval: ({ state }) => (state.data?.reviews.some((one) => one.state === 'reading') ? ASK_AGAIN_MS : false),
  });
  return (
    <>
      <PageHead
        title={t('plan.reviewsTitle')}
        lead={t('plan.reviewsLead')}
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
                <Card title={t('plan.reviewsList')}>
                  <ReviewList reviews={reviews} />
                </Card>
              ) : (
                <EmptyState title={t('plan.reviewsNone')}>{t('plan.reviewsNoneLead')}</EmptyState>
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

type FailedUpload = { file: File; message: string };

/** Sends a document and opens its review; a failed sending keeps the file, so that a click tries again. */
function DocumentUpload() {
  const t = useTexts();
  const navigate = useNavigate();
  const [sending, setSending] = useState<string | null>(null);
  const [failed, setFailed] = useState<FailedUpload | null>(null);
  const send = async (file: File) => {
    setFailed(null);
    setSending(file.name);
    try {
      const { reviewId } = await uploadDocument(file);
      void followReading(reviewId, file.name);
      await navigate({ to: reviewAddress(reviewId) });
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setFailed({ file, message: error.message });
    } finally {
      setSending(null);
    }
  };
  return (
    <div className="stack">
      <UploadDrop label={t('plan.uploadLabel')} limits={documentLimits} onFile={send} isBusy={sending !== null} />
      {sending === null ? null : (
        <Notice>
          {t('plan.uploadSending', { name: sending })} <progress aria-label={sending} />
        </Notice>
      )}
      {failed ? (
        <Notice tone="late">
          <p>
            <b>{t('plan.uploadFailed', { name: failed.file.name })}</b> {failed.message}
          </p>
          <Button size="small" onClick={() => send(failed.file)}>
            {t('web.retry')}
          </Button>
        </Notice>
      ) : null}
    </div>
  );
}
