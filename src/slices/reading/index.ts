export type {
  Cell,
  Footnote,
  Paragraph,
  Place,
  SourceDocument,
  SourceFormat,
  Table,
} from './rules/source-document.ts';
