import type { Readable } from 'node:stream';
import type { AgencyId, FileId, ReviewId } from '../../../kernel/ids.ts';
import { accept, type Outcome, refuse } from '../../../kernel/outcome.ts';
import type { Context } from '../../../server/context.ts';
import type { Person } from '../../../server/http.ts';
import { appendAudit } from '../../audit/server.ts';
import { insertFile, safeFileName, saveContent } from '../../files/server.ts';
import { actorOf } from '../../identity/server.ts';
import { insertReview } from '../store/reviews.ts';
import type { PlanRefusal } from './refusals.ts';

/** Largest document that is taken, in bytes. */
export const DOCUMENT_LIMIT = 60_000_000;

export type Upload = { bytes: Readable; name: string; mediaType: string };

/** Keeps the uploaded document and opens a review of it; the reading itself runs in the background. */
export async function uploadDocument(
  context: Context,
  person: Person,
  upload: Upload,
): Promise<Outcome<{ reviewId: ReviewId; fileId: FileId }, PlanRefusal>> {
  const { database, clock, newId, config } = context;
  const content = await saveContent(config.dataFolder, upload.bytes, DOCUMENT_LIMIT);
  if (!content) return refuse({ code: 'file-too-large' });
  const reviewId = newId('review');
  const file = {
    ...content,
    fileId: newId('file'),
    name: safeFileName(upload.name),
    mediaType: upload.mediaType,
    createdAt: clock.now(),
    createdBy: person.userId,
  };
  await database.transaction(async (tx) => {
    await insertFile(tx, person.agencyId, file);
    await insertReview(tx, person.agencyId, {
      reviewId,
      fileId: file.fileId,
      createdBy: person.userId,
      createdAt: file.createdAt,
    });
    await appendAudit(tx, actorOf(person), file.createdAt, [
      {
        action: 'review.upload',
        subjectKind: 'review',
        subjectId: reviewId,
        after: { name: file.name, sha256: file.sha256, byteCount: file.byteCount },
      },
    ]);
  });
  return accept({ reviewId, fileId: file.fileId });
}

export type ReviewKey = { agencyId: AgencyId; reviewId: ReviewId };
