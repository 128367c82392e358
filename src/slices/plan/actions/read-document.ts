import { readFile } from 'node:fs/promises';
import type { Context } from '../../../server/context.ts';
import { checkFigures } from '../../consistency/index.ts';
import { contentPath, findFile } from '../../files/server.ts';
import { textOfReadingRefusal } from '../../reading/index.ts';
import { readPlanFile } from '../../reading/server.ts';
import { makeDraft } from '../rules/make-draft.ts';
import { findReview, findUnreadReviews, type ReadResult, saveProgress, saveReadResult } from '../store/reviews.ts';
import type { ReviewKey } from './upload.ts';

const FAULT = {
  code: 'reading-fault',
  message: {
    vi: 'Không đọc được văn bản này do lỗi của phần mềm. Hãy lưu lại văn bản ở dạng .docx rồi tải lên lần nữa.',
    en: 'This document could not be read because of a fault of the program. Save it as .docx and upload it again.',
  },
};

async function read(context: Context, { agencyId, reviewId }: ReviewKey): Promise<ReadResult | null> {
  const { database, config } = context;
  const review = await findReview(database, agencyId, reviewId);
  const file = review && (await findFile(database, agencyId, review.fileId));
  if (review?.state !== 'reading' || !file) return null;
  const bytes = await readFile(contentPath(config.dataFolder, file.sha256));
  const outcome = await readPlanFile(bytes, file.name, {
    onProgress: ({ page, pageCount }) => {
      saveProgress(database, agencyId, reviewId, (100 * page) / Math.max(pageCount, 1)).catch(() => undefined);
    },
  });
  if (!outcome.ok) {
    const { refusal } = outcome;
    return {
      state: 'failed',
      failure: {
        code: refusal.code,
        message: { vi: textOfReadingRefusal(refusal, 'vi'), en: textOfReadingRefusal(refusal, 'en') },
      },
    };
  }
  const { source, reading } = outcome.value;
  return { state: 'open', source, draft: makeDraft(reading), figures: checkFigures(source) };
}

/** Told of a fault of our own while reading: the review then says that it failed, the log says why. */
type TellFault = (fault: unknown) => void;

/** Reads the document of a review in a worker and stores what was found, or why it could not be read. */
export async function readDocument(context: Context, key: ReviewKey, tellFault: TellFault): Promise<void> {
  const result = await read(context, key).catch((fault: unknown): ReadResult => {
    tellFault(fault);
    return { state: 'failed', failure: FAULT };
  });
  if (!result) return;
  await context.database.transaction((tx) =>
    saveReadResult(tx, key.agencyId, key.reviewId, result, context.clock.now()),
  );
}

/** One document at a time: reading is heavy, and a department's machine has few cores. */
export class ReadingQueue {
  #last: Promise<void> = Promise.resolve();
  readonly #context: Context;
  readonly #tellFault: TellFault;

  constructor(context: Context, tellFault: TellFault) {
    this.#context = context;
    this.#tellFault = tellFault;
  }

  add(key: ReviewKey): void {
    this.#last = this.#last.then(() => readDocument(this.#context, key, this.#tellFault)).catch(this.#tellFault);
  }

  /** Takes up what a stopped server left unread. */
  async resume(): Promise<void> {
    for (const key of await findUnreadReviews(this.#context.database)) this.add(key);
  }

  /** Ends when everything added so far is read. */
  idle(): Promise<void> {
    return this.#last;
  }
}
