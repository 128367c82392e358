export type { ReadingRefusal } from './rules/reading-refusal.ts';
export { textOfReadingRefusal } from './rules/reading-refusal.ts';
export type {
  Cell,
  Footnote,
  Paragraph,
  Place,
  SourceDocument,
  SourceFormat,
  Table,
} from './rules/source-document.ts';
