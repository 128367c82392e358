import { readDeadlines } from '../slices/deadlines/index.ts';

/** A task as its form sends it; the deadline is read from the phrase as the page does. */
export function aTaskForm(title: string, leadId: string, phrase: string | null, change: object = {}): object {
  const deadlines = phrase === null ? [] : readDeadlines(phrase, { year: 2026 }).map(({ deadline }) => deadline);
  return {
    title,
    areaOrdinal: null,
    products: [],
    leadId,
    coordinatorIds: [],
    deadlineText: phrase,
    deadlines,
    planId: null,
    planYear: 2026,
    deficitId: null,
    ...change,
  };
}

/** A file as a form of the browser sends it. */
export function aFileForm(name: string, bytes: Uint8Array): { payload: Buffer; headers: Record<string, string> } {
  const boundary = '----caicach';
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`;
  return {
    payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  };
}
