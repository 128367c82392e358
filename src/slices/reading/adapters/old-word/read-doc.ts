import type { Draft, DraftBlock, DraftFootnote, DraftWarning } from '../draft/draft.ts';
import { footnoteSentinel } from '../draft/draft.ts';
import { makeListCounter } from '../draft/list-counter.ts';
import { formatListNumber } from '../draft/list-number.ts';
import { ReadingRefused } from '../reading-refused.ts';
import type { AnchoredIn, BlockTools } from './blocks.ts';
import { readBlocks } from './blocks.ts';
import type { FileParts } from './file-parts.ts';
import { openFileParts, readStretches } from './file-parts.ts';
import { readLists } from './lists.ts';
import type { StorySources } from './paragraphs.ts';
import { readParagraphs } from './paragraphs.ts';
import { readPieces } from './pieces.ts';
import { readCharacterRuns, readParagraphRuns } from './properties.ts';
import { readStyles } from './styles.ts';

/**
 * Reads a Word 97–2003 file as `readDocx` reads a new one: list numbers counted, tables as grids with their merged
 * cells, notes with the place of their marks, text boxes behind their anchor, tracked changes accepted.
 *
 * @throws {ReadingRefused} broken-file, encrypted, unsupported-type for Word 6 and 95
 * @source [MS-DOC] Word (.doc) Binary File Format
 */
export function readDoc(bytes: Uint8Array): Draft {
  try {
    return readParts(openFileParts(bytes));
  } catch (error) {
    if (isOutsideOfFile(error)) throw new ReadingRefused({ code: 'broken-file' });
    throw error;
  }
}

/** What Buffer throws where a file points behind its own end. */
function isOutsideOfFile(error: unknown): boolean {
  return error instanceof RangeError && 'code' in error;
}

function readParts(parts: FileParts): Draft {
  const warnings: DraftWarning[] = [];
  const orElse = <Read>(code: string, read: () => Read, otherwise: Read): Read => {
    try {
      return read();
    } catch (error) {
      if (!isOutsideOfFile(error)) throw error;
      warnings.push({ code });
      return otherwise;
    }
  };
  const pieces = readPieces(parts);
  const plain: StorySources = {
    pieces,
    letterRuns: orElse('styles-broken', () => pieces.inLetters(readCharacterRuns(parts)), []),
    paragraphRuns: pieces.inLetters(readParagraphRuns(parts)),
    data: parts.data,
    styles: orElse(
      'styles-broken',
      () => readStyles(parts),
      () => ({ letters: {}, paragraph: {} }),
    ),
    markAt: () => '',
  };
  const lists = makeListCounter(orElse('numbering-broken', () => readLists(parts), new Map()));
  const notes = readNotes(parts);
  const footnotes: DraftFootnote[] = [];
  const counted = { footnote: 0, endnote: 0 };
  const sources: StorySources = {
    ...plain,
    markAt: (letter) => {
      const note = notes.get(letter);
      if (!note) return '';
      counted[note.kind] += 1;
      const mark = formatListNumber(counted[note.kind], note.kind === 'footnote' ? 'decimal' : 'lowerRoman');
      const text = readParagraphs(plain, note.range).map((paragraph) => paragraph.text);
      footnotes.push({ mark, text: text.join('\n').trim() });
      return footnoteSentinel(footnotes.length - 1);
    },
  };
  const tools: BlockTools = { lists, anchoredIn: makeAnchors(parts, plain, lists) };
  const blocks = readBlocks(readParagraphs(sources, parts.storyRange('body')), 0, tools);
  return { blocks, footnotes, warnings, pageCount: null };
}

type Note = { readonly kind: 'footnote' | 'endnote'; readonly range: readonly [number, number] };

/** Notes by the letter of the body at which their mark stands. @source [MS-DOC] §2.8.10 PlcffndRef, §2.8.11 PlcffndTxt */
function readNotes(parts: FileParts): Map<number, Note> {
  const notes = new Map<number, Note>();
  for (const kind of ['footnote', 'endnote'] as const) {
    const [first, behind] = parts.storyRange(`${kind}s`);
    const texts = readStretches(parts.part(`${kind}Texts`), 0);
    readStretches(parts.part(`${kind}Marks`), 2).forEach(({ from }, index) => {
      const text = texts[index];
      if (!text || first + text.to > behind) return;
      notes.set(from, { kind, range: [first + text.from, first + text.to] });
    });
  }
  return notes;
}

const SHAPE_BYTES = 26;
const BOX_BYTES = 22;
const SHAPE_OF_BOX_AT = 14;

/** Text boxes behind the paragraph that anchors them. @source [MS-DOC] §2.8.37 PlcfSpa, §2.8.32 PlcftxbxTxt */
function makeAnchors(parts: FileParts, plain: StorySources, lists: BlockTools['lists']): AnchoredIn {
  const [first, behind] = parts.storyRange('boxes');
  const boxes = readStretches(parts.part('boxTexts'), BOX_BYTES)
    .filter(({ to }) => first + to <= behind)
    .map(({ from, to, entry }) => ({ shape: entry.readInt32LE(SHAPE_OF_BOX_AT), from: first + from, to: first + to }));
  const shapes = readStretches(parts.part('shapes'), SHAPE_BYTES).map(({ from, entry }) => ({
    at: from,
    shape: entry.readInt32LE(0),
  }));
  return (from, to): DraftBlock[] =>
    shapes
      .filter(({ at }) => at >= from && at < to)
      .flatMap(({ shape }) => boxes.filter((box) => box.shape === shape))
      .flatMap((box) => readBlocks(readParagraphs(plain, [box.from, box.to]), 0, { lists, anchoredIn: () => [] }));
}
