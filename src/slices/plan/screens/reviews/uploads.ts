import { call } from '../../../../web/api/call.ts';
import type { UploadDocumentAnswer } from '../../../../web/client.generated.ts';
import { api } from '../../../../web/client.generated.ts';
import { language } from '../../../../web/language.ts';
import { translator } from '../../../../web/texts.ts';
import { putInTray, takeFromTray } from '../../../../web/ui/tray.ts';

/** What a department keeps its plans in; the server looks at the content, not at the name. */
export const documentLimits = {
  endings: ['.docx', '.doc', '.pdf', '.txt', '.md', '.xlsx', '.csv', '.html', '.png', '.jpg', '.jpeg'],
  megabytes: 57,
} as const;

const [ASK_EVERY_MS, SAY_AFTER_MS] = [1500, 3000];
const pause = (milliseconds: number): Promise<void> => new Promise((go) => window.setTimeout(go, milliseconds));

/** Sends a document; the answer comes when it is stored, the reading goes on behind. */
export function uploadDocument(file: File): Promise<UploadDocumentAnswer> {
  const body = new FormData();
  body.append('file', file);
  return call<UploadDocumentAnswer>({ method: 'POST', address: '/api/reviews', answer: 'json' }, { body });
}

export const reviewAddress = (reviewId: string): string => `/plans/reviews/${reviewId}`;

async function findHead(reviewId: string) {
  const { reviews } = await api.findReviews();
  return reviews.find((review) => review.reviewId === reviewId);
}

type Ended = 'failed' | 'open';

/** The page of the review says itself how the reading ended; the tray says it on every other page. */
function tellEnd(item: { id: string; title: string; resultHref: string }, ended: Ended, step: string): void {
  if (window.location.pathname === item.resultHref) takeFromTray(item.id);
  else putInTray({ ...item, step, progress: 1, state: ended === 'failed' ? 'failed' : 'done' });
}

/** Shows a long reading in the tray until it ends, on whatever page the person is. */
export async function followReading(reviewId: string, fileName: string): Promise<void> {
  const t = translator(language.get());
  const item = { id: reviewId, title: fileName, resultHref: reviewAddress(reviewId) };
  const onCancel = (): void => {
    void api.dropReview({ path: { reviewId } }).then(() => takeFromTray(reviewId));
  };
  await pause(SAY_AFTER_MS);
  for (;;) {
    const head = await findHead(reviewId).catch(() => null);
    if (head === undefined) return takeFromTray(reviewId);
    if (head?.state === 'failed') return tellEnd(item, 'failed', head.failure?.message[language.get()] ?? '');
    if (head && head.state !== 'reading') return tellEnd(item, 'open', t('review.trayRead'));
    const progress = head?.progress ? head.progress / 100 : null;
    putInTray({ ...item, step: t('review.trayReading'), progress, state: 'running', onCancel });
    await pause(ASK_EVERY_MS);
  }
}
