import { posix } from 'node:path';
import type { XmlElement } from '../container/xml-tree.ts';
import { childrenNamed, parseXml } from '../container/xml-tree.ts';
import type { ZipArchive } from '../container/zip-archive.ts';
import { ReadingRefused } from '../reading-refused.ts';

/** The parts of a Word file that hold what a reader sees. */
export type DocxParts = {
  readonly document: XmlElement;
  readonly styles?: XmlElement;
  readonly numbering?: XmlElement;
  readonly footnotes?: XmlElement;
  readonly endnotes?: XmlElement;
  /** Word has noted where its pages end. */
  readonly hasPageBreaks: boolean;
  /** Parts that are there but could not be parsed. */
  readonly broken: readonly string[];
};

const OPTIONAL_PARTS = ['styles', 'numbering', 'footnotes', 'endnotes'] as const;
type OptionalPart = (typeof OPTIONAL_PARTS)[number];

/**
 * Finds the parts by their relationships, as Word does, not by their usual names. A broken side part costs its
 * content, not the document.
 */
export function openDocxParts(archive: ZipArchive): DocxParts {
  const mainName = findRelated(archive, '', 'officeDocument') ?? 'word/document.xml';
  const main = archive.read(mainName);
  if (!main) throw new ReadingRefused({ code: 'broken-file' });
  const sideParts: Partial<Record<OptionalPart, XmlElement>> = {};
  const broken: string[] = [];
  for (const part of OPTIONAL_PARTS) {
    const name = findRelated(archive, mainName, part);
    const parsed = name === null ? null : parseSidePart(archive, name);
    if (parsed === 'broken') broken.push(part);
    else if (parsed) sideParts[part] = parsed;
  }
  return {
    document: parseXml(main),
    ...sideParts,
    hasPageBreaks: Buffer.from(main.buffer, main.byteOffset, main.byteLength).includes('w:lastRenderedPageBreak'),
    broken,
  };
}

function parseSidePart(archive: ZipArchive, name: string): XmlElement | 'broken' | null {
  try {
    const bytes = archive.read(name);
    return bytes && parseXml(bytes);
  } catch (error) {
    if (error instanceof ReadingRefused && error.refusal.code === 'broken-file') return 'broken';
    throw error;
  }
}

/** Target of the first relationship of this kind, as a name in the archive. */
function findRelated(archive: ZipArchive, owner: string, kind: string): string | null {
  const bytes = archive.read(posix.join(posix.dirname(owner), '_rels', `${posix.basename(owner)}.rels`));
  if (!bytes) return null;
  const relationship = childrenNamed(parseXml(bytes), 'Relationship').find(
    ({ attributes }) => attributes.Type?.endsWith(`/${kind}`) && attributes.TargetMode !== 'External',
  );
  const target = relationship?.attributes.Target;
  if (!target) return null;
  return target.startsWith('/') ? target.slice(1) : posix.join(posix.dirname(owner), target);
}
