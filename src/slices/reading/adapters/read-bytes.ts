import type { Outcome } from '../../../kernel/outcome.ts';
import { accept, refuse } from '../../../kernel/outcome.ts';
import type { ReadingRefusal } from '../rules/reading-refusal.ts';
import type { SourceDocument } from '../rules/source-document.ts';
import { finishDocument } from './draft/finish-document.ts';
import { decideReading } from './file-type.ts';
import type { OnProgress } from './progress.ts';
import { ReadingRefused } from './reading-refused.ts';
import { readSheets } from './spreadsheet/read-sheets.ts';

type Adapter = (bytes: Uint8Array, onProgress: OnProgress) => Promise<SourceDocument>;

/** One adapter per kind of file, loaded only when such a file comes. */
const adapters: Readonly<Record<ReturnType<typeof decideReading>, Adapter>> = {
  docx: async (bytes) => finishDocument('docx', (await import('./docx/read-docx.ts')).readDocx(bytes)),
  doc: async (bytes) => finishDocument('doc', (await import('./old-word/read-doc.ts')).readDoc(bytes)),
  pdf: async (bytes, onProgress) => {
    const draft = await (await import('./pdf/read-pdf.ts')).readPdf(bytes, onProgress);
    return finishDocument(draft.format, draft);
  },
  picture: async (bytes, onProgress) =>
    finishDocument('scan', await (await import('./scan/read-picture.ts')).readPicture(bytes, onProgress)),
  xlsx: async (bytes) => {
    const { readWorkbook } = await import('./spreadsheet/sheets.ts');
    return finishDocument('xlsx', readSheets(await readWorkbook(bytes)));
  },
  csv: async (bytes) => {
    const { readSeparatedValues } = await import('./spreadsheet/sheets.ts');
    return finishDocument('csv', readSheets(readSeparatedValues(bytes)));
  },
  html: async (bytes) => finishDocument('html', (await import('./html/read-html.ts')).readHtml(bytes)),
  md: async (bytes) => (await import('./plain-text/read-text.ts')).readText(bytes, 'md'),
  txt: async (bytes) => (await import('./plain-text/read-text.ts')).readText(bytes, 'txt'),
};

/** Reads a file in the thread it is called in: for the worker and for tests; others call `readSourceDocument`. */
export async function readBytes(
  bytes: Uint8Array,
  fileName: string,
  onProgress: OnProgress,
): Promise<Outcome<SourceDocument, ReadingRefusal>> {
  try {
    return accept(await adapters[decideReading(bytes, fileName)](bytes, onProgress));
  } catch (error) {
    if (error instanceof ReadingRefused) return refuse(error.refusal);
    // Too deep for the stack or too long for an array or a string: more than a document that a person wrote.
    if (error instanceof RangeError) return refuse({ code: 'memory-exceeded' });
    throw error;
  }
}
