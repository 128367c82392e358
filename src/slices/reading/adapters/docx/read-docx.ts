import type { XmlElement } from '../container/xml-tree.ts';
import { childrenNamed, findChild } from '../container/xml-tree.ts';
import { openZip } from '../container/zip-archive.ts';
import type { Draft, DraftFootnote, DraftWarning } from '../draft/draft.ts';
import { footnoteSentinel } from '../draft/draft.ts';
import { makeListCounter } from '../draft/list-counter.ts';
import { formatListNumber } from '../draft/list-number.ts';
import { ReadingRefused } from '../reading-refused.ts';
import { readBlocks } from './body.ts';
import { readLists } from './numbering.ts';
import type { DocxParts } from './package-parts.ts';
import { openDocxParts } from './package-parts.ts';
import { readStyles } from './styles.ts';
import type { Walk } from './walk.ts';

type NoteKind = 'footnote' | 'endnote';

/**
 * Reads a Word file as a person sees it: tracked changes accepted, fields by their results, lists with their numbers,
 * tables as grids, notes with the place of their marks; headers, footers and comments left out.
 *
 * @throws {ReadingRefused} broken-file, zip-bomb, encrypted, xml-entities
 */
export function readDocx(bytes: Uint8Array): Draft {
  const parts = openDocxParts(openZip(bytes));
  const body = findChild(parts.document, 'w:body');
  if (!body) throw new ReadingRefused({ code: 'broken-file' });
  const warnings: DraftWarning[] = parts.broken.map((part) => ({ code: `${part}-broken` }));
  const footnotes: DraftFootnote[] = [];
  const walk = startWalk(parts, warnings, footnotes);
  const blocks = readBlocks(body, walk);
  return { blocks, footnotes, warnings, pageCount: walk.page };
}

function startWalk(parts: DocxParts, warnings: DraftWarning[], footnotes: DraftFootnote[]): Walk {
  const walk: Walk = {
    styles: readStyles(parts.styles),
    readBlocks,
    lists: makeListCounter(readLists(parts.numbering)),
    fields: [],
    textBoxes: [],
    page: parts.hasPageBreaks ? 1 : null,
    warn: (code) => {
      if (!warnings.some((warning) => warning.code === code)) warnings.push({ code });
    },
    noteMark: makeNoteReader(parts, footnotes, () => walk),
  };
  return walk;
}

/** Notes are read when their mark is met, so they come in the order of their marks. */
function makeNoteReader(parts: DocxParts, footnotes: DraftFootnote[], currentWalk: () => Walk): Walk['noteMark'] {
  const notes = { footnote: notesById(parts.footnotes, 'w:footnote'), endnote: notesById(parts.endnotes, 'w:endnote') };
  const counted: Record<NoteKind, number> = { footnote: 0, endnote: 0 };
  let isInsideNote = false;

  return (kind, reference) => {
    const note = notes[kind].get(reference.attributes['w:id'] ?? '');
    if (!note || isInsideNote) return '';
    isInsideNote = true;
    const blocks = readBlocks(note, { ...currentWalk(), fields: [], textBoxes: [], page: null });
    isInsideNote = false;
    counted[kind] += 1;
    const text = blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : [])).join('\n');
    footnotes.push({ mark: formatListNumber(counted[kind], kind === 'footnote' ? 'decimal' : 'lowerRoman'), text });
    return footnoteSentinel(footnotes.length - 1);
  };
}

function notesById(part: XmlElement | undefined, name: string): Map<string, XmlElement> {
  return new Map(childrenNamed(part, name).map((note) => [note.attributes['w:id'] ?? '', note]));
}
