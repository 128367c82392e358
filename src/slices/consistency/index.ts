export { checkFigures } from './rules/check-figures.ts';
export type {
  CheckableCell,
  CheckableDocument,
  CheckableParagraph,
  CheckableTable,
  FigurePlace,
} from './rules/checkable-document.ts';
export type { FigureFinding, FigureProposal, RelationKind } from './rules/figure-finding.ts';
