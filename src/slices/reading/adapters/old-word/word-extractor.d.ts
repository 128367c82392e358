/** What we use of word-extractor 1.0.4, which brings no types. */
declare module 'word-extractor/lib/word-ole-extractor.js' {
  type Plain = { readonly filterUnicode: boolean; readonly includeHeadersAndFooters?: boolean };

  class ExtractedDocument {
    getBody(options: Plain): string;
    getFootnotes(options: Plain): string;
    getEndnotes(options: Plain): string;
    getTextboxes(options: Plain): string;
  }

  class WordOleExtractor {
    /** Stretches of text in the file, in reading order; `bpc` is the number of bytes of a character. */
    protected _pieces: { text: string; startFilePos: number; size: number; bpc: number }[];
    extract(reader: object): Promise<ExtractedDocument>;
    writeParagraphProperties(document: Buffer, table: Buffer): void;
  }

  export = WordOleExtractor;
}

declare module 'word-extractor/lib/buffer-reader.js' {
  class BufferReader {
    constructor(content: Buffer);
    open(): Promise<void>;
  }

  export = BufferReader;
}
