import type { ReadSheet } from '../slices/calendar/server.ts';
import { readSourceDocument } from '../slices/reading/server.ts';

/** The rows of the first table of a spreadsheet, read in the reading slice's worker with its limits. */
export const readSheet: ReadSheet = async (bytes, name) => {
  const read = await readSourceDocument(bytes, name);
  const table = read.ok ? read.value.blocks.find((block) => block.kind === 'table') : undefined;
  return table?.rows.map((row) => row.map((cell) => cell?.text.replaceAll('\n', ' ') ?? '')) ?? null;
};
