import { Decimal } from '../../../kernel/decimal.ts';
import type { BothLanguages, Leaf } from '../../criteria/index.ts';
import { type FeedingMeasure, type LeafInput, leafInput, type MeasureFigures } from '../../registers/index.ts';

/** Which measure feeds a place of a leaf in a year, and whose figure counts by the office's choice for the leaf. */
export type LeafTie = {
  readonly leafCode: string;
  /** Event, part or level of the rule, from 0; a rule with one input has place 0 only. */
  readonly place: number;
  readonly measureKey: string;
  readonly counts: 'computed' | 'entered';
};

/** A tied measure with its figures of now; `definition` null where no source offers it any more. */
export type TiedMeasure = LeafTie & {
  readonly definition: FeedingMeasure | null;
  readonly figures: MeasureFigures | null;
};

export type LeafFigure = {
  readonly source: 'computed' | 'entered' | 'none';
  readonly input: LeafInput | null;
  /** Why the computed figure is no input, where it should be. */
  readonly problem: BothLanguages | null;
};

const GONE: BothLanguages = {
  vi: 'Không còn nguồn nào cung cấp số liệu này. Hãy chọn số liệu khác.',
  en: 'No source offers this measure any more. Choose another one.',
};

/** The computed figure as the leaf's rule asks for it, of the measures at all its places. */
export function computedFigure(leaf: Leaf, ties: readonly TiedMeasure[]): LeafFigure {
  const readings = ties.flatMap(({ definition, place, figures }) =>
    definition ? [{ ...definition, place, figures }] : [],
  );
  if (readings.length < ties.length) return { source: 'computed', input: null, problem: GONE };
  const fitted = leafInput(leaf.rule, readings);
  return {
    source: 'computed',
    input: fitted.ok ? fitted.value : null,
    problem: fitted.ok ? null : fitted.refusal.message,
  };
}

/**
 * What counts for a leaf now. A tied leaf goes by its measures; a figure entered by hand stays beside them and counts
 * only where the office chose so. Neither fills in for the other silently.
 */
export function whatCounts(leaf: Leaf, ties: readonly TiedMeasure[], entered: LeafInput | null): LeafFigure {
  if (ties.some(({ counts }) => counts === 'computed')) return computedFigure(leaf, ties);
  return { source: entered ? 'entered' : 'none', input: entered, problem: null };
}

export type FigureChange = {
  readonly field: keyof MeasureFigures;
  readonly before: string | null;
  readonly after: string | null;
};

const FIELDS = [
  'numerator',
  'denominator',
  'count',
  'value',
  'expected',
  'late',
  'missing',
] as const satisfies readonly (keyof MeasureFigures)[];

/** What the records say now against what was frozen; empty where nothing moved. Figures compare as numbers. */
export function changesSince(frozen: MeasureFigures | null, now: MeasureFigures | null): FigureChange[] {
  return FIELDS.flatMap((field) => {
    const [before, after] = [frozen?.[field] ?? null, now?.[field] ?? null];
    const isSame = before === null || after === null ? before === after : new Decimal(before).equals(after);
    return isSame ? [] : [{ field, before, after }];
  });
}

type Kept = { readonly measureKey: string | null; readonly figures: MeasureFigures | null };
export type MovedMeasure = { readonly before: MeasureFigures | null; readonly after: MeasureFigures | null };

/** The measures of a frozen leaf whose records say something else now; a measure tied since then is not compared. */
export function movedSince(
  frozen: Kept & { readonly leafCode: string; readonly places: readonly Kept[] | null },
  ties: readonly Pick<TiedMeasure, 'leafCode' | 'measureKey' | 'figures'>[],
): MovedMeasure[] {
  const now = ties.filter(({ leafCode }) => leafCode === frozen.leafCode);
  return (frozen.places ?? [frozen]).flatMap(({ measureKey, figures }) => {
    const tie = now.find((one) => one.measureKey === measureKey);
    return tie && changesSince(figures, tie.figures).length > 0 ? [{ before: figures, after: tie.figures }] : [];
  });
}
