import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, type FindReviewsAnswer } from '../../../../web/client.generated.ts';
import { useLanguage, useTexts } from '../../../../web/language.ts';
import { ConfirmDialog } from '../../../../web/ui/ConfirmDialog.tsx';
import { type Column, DataTable } from '../../../../web/ui/DataTable.tsx';
import { momentText } from '../../../../web/ui/moments.ts';
import { StatusTag, type Tone } from '../../../../web/ui/StatusTag.tsx';
import './reviews.css';

export type ReviewHead = FindReviewsAnswer['reviews'][number];

const tones = {
  reading: 'teal',
  failed: 'late',
  open: 'risk',
  accepted: 'good',
  dropped: 'plain',
} as const satisfies Record<ReviewHead['state'], Tone>;

export function ReviewStateTag({ state }: Pick<ReviewHead, 'state'>) {
  const t = useTexts();
  return <StatusTag tone={tones[state]}>{t(`review.reviewState.${state}`)}</StatusTag>;
}

type ReviewListProps = { reviews: readonly ReviewHead[] };

/** Every document read: what it is, where it stands, what to do next. */
export function ReviewList({ reviews }: ReviewListProps) {
  const t = useTexts();
  const [asked, setAsked] = useState<ReviewHead | null>(null);
  const drop = useMutation({
    mutationFn: (reviewId: string) => api.dropReview({ path: { reviewId } }),
    onSuccess: () => setAsked(null),
  });
  const columns: readonly Column<ReviewHead>[] = [
    {
      key: 'title',
      title: t('review.document'),
      value: (review) => review.title ?? review.fileName,
      show: (review) => <ReviewTitle review={review} />,
      isRowHeader: true,
    },
    {
      key: 'state',
      title: t('plan.state'),
      value: (review) => t(`review.reviewState.${review.state}`),
      show: (review) => <ReviewStateTag state={review.state} />,
    },
    {
      key: 'changed',
      title: t('review.changedAt'),
      value: (review) => review.changedAt,
      show: (review) => <span className="nowrap">{momentText(review.changedAt)}</span>,
    },
    {
      key: 'next',
      title: t('review.nextStep'),
      value: (review) => t(`review.next.${review.state}`),
      show: (review) => <NextStep review={review} onDrop={() => setAsked(review)} />,
    },
  ];
  return (
    <>
      <DataTable
        caption={t('review.reviewsList')}
        columns={columns}
        rows={reviews}
        keyOf={({ reviewId }) => reviewId}
      />
      <ConfirmDialog
        isOpen={asked !== null}
        title={t('review.dropReview')}
        confirmText={t('review.dropReview')}
        isDangerous
        isBusy={drop.isPending}
        onConfirm={() => asked && drop.mutate(asked.reviewId)}
        onCancel={() => setAsked(null)}
      >
        <p>{t('review.dropReviewLead', { name: asked?.title ?? asked?.fileName ?? '' })}</p>
        {drop.error ? <p role="alert">{drop.error.message}</p> : null}
      </ConfirmDialog>
    </>
  );
}

function ReviewTitle({ review }: { review: ReviewHead }) {
  const language = useLanguage();
  return (
    <>
      <Link to="/plans/reviews/$reviewId" params={{ reviewId: review.reviewId }} className="review-title">
        {review.title ?? review.fileName}
      </Link>
      <div className="soft review-file">{review.fileName}</div>
      {review.failure ? <div className="review-failure">{review.failure.message[language]}</div> : null}
    </>
  );
}

type NextStepProps = { review: ReviewHead; onDrop: () => void };

function NextStep({ review, onDrop }: NextStepProps) {
  const t = useTexts();
  return (
    <span className="review-next">
      {review.state === 'reading' ? (
        <progress aria-label={t('review.reviewState.reading')} max={100} value={review.progress || undefined} />
      ) : null}
      {review.state === 'accepted' && review.planId ? (
        <Link to="/plans/$planId" params={{ planId: review.planId }}>
          {t('review.next.accepted')}
        </Link>
      ) : null}
      {review.state === 'open' ? (
        <Link to="/plans/reviews/$reviewId" params={{ reviewId: review.reviewId }}>
          {t('review.next.open')}
        </Link>
      ) : null}
      {review.state === 'failed' ? <span className="soft">{t('review.next.failed')}</span> : null}
      {review.state === 'accepted' ? null : (
        <button type="button" className="link-button" onClick={onDrop}>
          {t('review.drop')}
          <span className="visually-hidden"> {review.title ?? review.fileName}</span>
        </button>
      )}
    </span>
  );
}
