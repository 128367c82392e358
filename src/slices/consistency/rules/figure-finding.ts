import type { FigurePlace } from './checkable-document.ts';

/** The four kinds of relation of the plan exchange format. */
export type RelationKind = 'sum' | 'ratio' | 'difference' | 'count';

/** The one printed number whose correction makes several relations true at once. */
export type FigureProposal = {
  /** The words around the number that is taken for a slip. */
  readonly text: string;
  readonly stated: number;
  readonly proposed: number;
  /** The relations that speak for it, each as the document words it. */
  readonly confirmedBy: readonly string[];
};

/** One arithmetic relation that the document's own numbers allow to be checked. Stated values are never overwritten. */
export type FigureFinding = {
  readonly relation: RelationKind;
  /** The document's own words, shortened. */
  readonly text: string;
  /** What the document says; null where it says nothing and the value is only implied. */
  readonly stated: number | null;
  /** What its other numbers give, rounded as printed. */
  readonly computed: number;
  readonly holds: boolean;
  /** Vietnamese, for people. */
  readonly note: string;
  readonly noteEnglish: string;
  /** Where the stated number stands. */
  readonly place: FigurePlace;
  readonly proposal: FigureProposal | null;
};
