import WordOleExtractor from 'word-extractor/lib/word-ole-extractor.js';

/** Bytes of a page of properties, with the number of its paragraphs in the last one. */
const PAGE_BYTES = 512;
const BYTES_PER_ENTRY = 13;
/** Where the file's head says at which place and how long the list of those pages is. */
const PAGES_AT = 0x0102;

/** "This paragraph is the end of a table row." */
const IS_ROW_END = 0x2417;
/** The one property whose length takes two bytes. */
const TABLE_DEFINITION = 0xd608;
const BYTES_OF_KIND = [1, 1, 2, 4, 2, 2, 0, 3];
const OWN_LENGTH = 6;

/**
 * The library's own walk through paragraph properties loses its way in table definitions and fails on long tables.
 *
 * @source [MS-DOC] §2.2.5.1 Sprm, §2.8.26 PlcBtePapx, §2.9.174 PapxFkp
 */
export class RowEndExtractor extends WordOleExtractor {
  override writeParagraphProperties(document: Buffer, table: Buffer): void {
    const [at, length] = [document.readUInt32LE(PAGES_AT), document.readUInt32LE(PAGES_AT + 4)];
    const pageCount = Math.max(0, Math.floor((length - 4) / 8));
    for (let index = 0; index < pageCount; index += 1) {
      const page = table.readUInt32LE(at + (pageCount + 1 + index) * 4);
      this.#markRowEnds(document.subarray(page * PAGE_BYTES, (page + 1) * PAGE_BYTES));
    }
  }

  #markRowEnds(page: Buffer): void {
    if (page.length < PAGE_BYTES) return;
    const count = page.readUInt8(PAGE_BYTES - 1);
    for (let index = 0; index < count; index += 1) {
      const at = page.readUInt8((count + 1) * 4 + index * BYTES_PER_ENTRY) * 2;
      if (isRowEnd(propertiesAt(page, at))) {
        this.#writeLineEnd(page.readUInt32LE(index * 4), page.readUInt32LE((index + 1) * 4));
      }
    }
  }

  #writeLineEnd(from: number, to: number): void {
    for (const piece of this._pieces) {
      const start = Math.max(0, (from - piece.startFilePos) / piece.bpc);
      const end = Math.min(piece.text.length, (to - piece.startFilePos) / piece.bpc);
      if (start < end) piece.text = piece.text.slice(0, start) + '\n'.repeat(end - start) + piece.text.slice(end);
    }
  }
}

/** The list of properties of one paragraph, behind its style number. */
function propertiesAt(page: Buffer, at: number): Buffer {
  const halfLength = page.readUInt8(at);
  if (halfLength > 0) return page.subarray(at + 3, at + halfLength * 2);
  return page.subarray(at + 4, at + 2 + (page[at + 1] ?? 0) * 2);
}

function isRowEnd(properties: Buffer): boolean {
  for (let at = 0; at + 3 <= properties.length; ) {
    const property = properties.readUInt16LE(at);
    if (property === IS_ROW_END) return properties[at + 2] === 1;
    at += 2 + operandBytes(property, properties.subarray(at + 2));
  }
  return false;
}

function operandBytes(property: number, operand: Buffer): number {
  if (property === TABLE_DEFINITION && operand.length >= 2) return operand.readUInt16LE(0) + 1;
  const kind = property >> 13;
  return kind === OWN_LENGTH ? (operand[0] ?? 0) + 1 : (BYTES_OF_KIND[kind] ?? 1);
}
