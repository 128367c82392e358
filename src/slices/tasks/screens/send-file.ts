import { call } from '../../../web/api/call.ts';
import type { ImportTasksAnswer, UploadProductAnswer } from '../../../web/client.generated.ts';

function formOf(file: File): FormData {
  const body = new FormData();
  body.append('file', file);
  return body;
}

/** Sends a file as a product of a task; the generated client does not know forms with files. */
export function sendProduct(taskId: string, file: File): Promise<UploadProductAnswer> {
  const operation = { method: 'POST', address: '/api/tasks/{taskId}/files', answer: 'json' } as const;
  return call<UploadProductAnswer>(operation, { path: { taskId }, body: formOf(file) });
}

/** Sends a spreadsheet of tasks; a trial takes nothing and tells what is wrong. */
export function sendSheet(file: File, year: number, isTrial: boolean): Promise<ImportTasksAnswer> {
  const operation = { method: 'POST', address: '/api/tasks/sheet', answer: 'json' } as const;
  return call<ImportTasksAnswer>(operation, { query: { year, isTrial: isTrial ? 'yes' : 'no' }, body: formOf(file) });
}
