import { sql } from 'drizzle-orm';
import type { Instant } from '../../../kernel/clock.ts';
import type { AgencyId, FileId, PlanId, ReviewId } from '../../../kernel/ids.ts';
import type { Db, Transaction } from '../../../server/database.ts';
import type { FigureFinding } from '../../consistency/index.ts';
import type { SourceDocument } from '../../reading/index.ts';
import type { Draft } from '../rules/draft.ts';

export type ReviewState = 'reading' | 'failed' | 'open' | 'accepted' | 'dropped';

export type ReviewHead = {
  reviewId: ReviewId;
  state: ReviewState;
  progress: number;
  failure: { code: string; message: { vi: string; en: string } } | null;
  fileId: FileId;
  fileName: string;
  title: string | null;
  planId: PlanId | null;
  version: number;
  createdBy: string;
  createdAt: Instant;
  changedAt: Instant;
};
export type Review = ReviewHead & { source: SourceDocument | null; draft: Draft | null; figures: FigureFinding[] };

const HEAD = sql`r.review_id as "reviewId", r.state, r.progress, r.failure, r.file_id as "fileId", f.name as "fileName",
  r.draft -> 'document' ->> 'title' as title, r.plan_id as "planId", r.version, r.created_by as "createdBy",
  r.created_at as "createdAt", r.changed_at as "changedAt"`;
const JOINED = sql`review r join stored_file f on f.agency_id = r.agency_id and f.file_id = r.file_id`;
const PAGE_SIZE = 100;

export async function findReviews(db: Db, agencyId: AgencyId): Promise<ReviewHead[]> {
  const { rows } = await db.execute<ReviewHead>(sql`
    select ${HEAD} from ${JOINED} where r.agency_id = ${agencyId} and r.state <> 'dropped'
     order by r.created_at desc, r.review_id limit ${PAGE_SIZE}`);
  return rows;
}

export async function findReview(db: Db, agencyId: AgencyId, reviewId: ReviewId): Promise<Review | null> {
  const { rows } = await db.execute<Review>(sql`
    select ${HEAD}, r.source, r.draft, r.figures from ${JOINED}
     where r.agency_id = ${agencyId} and r.review_id = ${reviewId}`);
  return rows[0] ?? null;
}

/** The file that a review reads. */
export async function findReviewFile(db: Db, agencyId: AgencyId, reviewId: ReviewId): Promise<FileId | null> {
  const { rows } = await db.execute<{ fileId: FileId }>(sql`
    select file_id as "fileId" from review where agency_id = ${agencyId} and review_id = ${reviewId}`);
  return rows[0]?.fileId ?? null;
}

/** As `findReview`, locked until the transaction ends: two people cannot accept the same review. */
export async function lockReview(tx: Transaction, agencyId: AgencyId, reviewId: ReviewId): Promise<Review | null> {
  await tx.execute(sql`select 1 from review where agency_id = ${agencyId} and review_id = ${reviewId} for update`);
  return findReview(tx, agencyId, reviewId);
}

type NewReview = { reviewId: ReviewId; fileId: FileId; createdBy: string; createdAt: Instant };

export async function insertReview(tx: Transaction, agencyId: AgencyId, review: NewReview): Promise<void> {
  await tx.execute(sql`
    insert into review (agency_id, review_id, file_id, state, created_by, created_at, changed_at)
    values (${agencyId}, ${review.reviewId}, ${review.fileId}, 'reading', ${review.createdBy},
      ${review.createdAt}::timestamptz, ${review.createdAt}::timestamptz)`);
}

export async function saveProgress(db: Db, agencyId: AgencyId, reviewId: ReviewId, percent: number): Promise<void> {
  await db.execute(sql`
    update review set progress = ${Math.round(percent)} where agency_id = ${agencyId} and review_id = ${reviewId} and state = 'reading'`);
}

export type ReadResult =
  | { state: 'open'; source: SourceDocument; draft: Draft; figures: readonly FigureFinding[] }
  | { state: 'failed'; failure: NonNullable<ReviewHead['failure']> };

/** Stores what the reader found, unless the review was dropped meanwhile. */
export async function saveReadResult(
  tx: Transaction,
  agencyId: AgencyId,
  reviewId: ReviewId,
  result: ReadResult,
  at: Instant,
): Promise<void> {
  const { source, draft, figures, failure } = { source: null, draft: null, figures: [], failure: null, ...result };
  await tx.execute(sql`
    update review set state = ${result.state}, progress = 100, source = ${JSON.stringify(source)}::jsonb,
           draft = ${JSON.stringify(draft)}::jsonb, figures = ${JSON.stringify(figures)}::jsonb,
           failure = ${JSON.stringify(failure)}::jsonb, version = version + 1, changed_at = ${at}::timestamptz
     where agency_id = ${agencyId} and review_id = ${reviewId} and state = 'reading'`);
}

/** @returns whether the review was still open and in the version that the person saw */
export async function saveDraft(
  tx: Transaction,
  agencyId: AgencyId,
  review: { reviewId: ReviewId; version: number; draft: Draft },
  at: Instant,
): Promise<boolean> {
  const { rows } = await tx.execute(sql`
    update review set draft = ${JSON.stringify(review.draft)}::jsonb, version = version + 1, changed_at = ${at}::timestamptz
     where agency_id = ${agencyId} and review_id = ${review.reviewId} and version = ${review.version} and state = 'open'
     returning review_id`);
  return rows.length === 1;
}

export async function closeReview(
  tx: Transaction,
  agencyId: AgencyId,
  reviewId: ReviewId,
  end: { state: 'accepted' | 'dropped'; planId: PlanId | null; at: Instant },
): Promise<void> {
  await tx.execute(sql`
    update review set state = ${end.state}, plan_id = ${end.planId}, version = version + 1, changed_at = ${end.at}::timestamptz
     where agency_id = ${agencyId} and review_id = ${reviewId}`);
}

/** Reviews whose reading a stopped server left behind: of every agency, to be read again at the start. */
export async function findUnreadReviews(db: Db): Promise<{ agencyId: AgencyId; reviewId: ReviewId }[]> {
  const { rows } = await db.execute<{ agencyId: AgencyId; reviewId: ReviewId }>(sql`
    select agency_id as "agencyId", review_id as "reviewId" from review where state = 'reading'
     order by agency_id, review_id limit ${PAGE_SIZE}`);
  return rows;
}
