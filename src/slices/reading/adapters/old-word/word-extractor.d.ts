/** What we use of word-extractor, which brings no types. */
declare module 'word-extractor' {
  type Plain = { readonly filterUnicode: boolean; readonly includeHeadersAndFooters?: boolean };

  class ExtractedDocument {
    getBody(options: Plain): string;
    getFootnotes(options: Plain): string;
    getEndnotes(options: Plain): string;
    getTextboxes(options: Plain): string;
  }

  class WordExtractor {
    extract(content: Buffer): Promise<ExtractedDocument>;
  }

  export = WordExtractor;
}
