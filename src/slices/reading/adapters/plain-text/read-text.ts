import type { Draft } from '../draft/draft.ts';
import { decodeText } from './decode-text.ts';

/** A plain text file: one paragraph for each line that says something. */
export function readText(bytes: Uint8Array): Draft {
  const blocks = decodeText(bytes)
    .split(/\r\n?|\n/)
    .map((text) => ({ kind: 'paragraph' as const, text }));
  return { blocks, footnotes: [], warnings: [], pageCount: null };
}
