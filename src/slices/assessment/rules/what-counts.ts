import { Decimal } from '../../../kernel/decimal.ts';
import type { BothLanguages, Leaf } from '../../criteria/index.ts';
import { type LeafReading, leafInput, type MeasureDefinition, type MeasureFigures } from '../../registers/index.ts';
import { inputOfFigures, type LeafInput } from './figures-input.ts';

/** Which measure feeds a leaf in a year, and whose figure counts by the office's choice. */
export type LeafTie = {
  readonly leafCode: string;
  readonly measureKey: string;
  readonly counts: 'computed' | 'entered';
};

/** A tied measure with its figures of now; `definition` null where no source offers it any more. */
export type TiedMeasure = LeafTie & {
  readonly definition: Pick<MeasureDefinition, 'kind' | 'unit' | 'target'> | null;
  readonly figures: MeasureFigures | null;
  /** Every measure made for the leaf, this one included: a rule with places (events, parts, levels) takes them all. */
  readonly together?: readonly LeafReading[];
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

/** The computed figure as the leaf's rule asks for it. */
export function computedFigure(leaf: Leaf, tie: TiedMeasure): LeafFigure {
  if (!tie.definition) return { source: 'computed', input: null, problem: GONE };
  const fitted = inputOfFigures(leaf.rule, tie.definition, tie.figures);
  if (fitted.ok) return { source: 'computed', input: fitted.value, problem: null };
  const inPlaces = fitted.refusal.code === 'by-hand' ? leafInput(leaf.rule, tie.together ?? []) : null;
  return { source: 'computed', input: inPlaces, problem: inPlaces ? null : fitted.refusal.message };
}

/**
 * What counts for a leaf now. A tied leaf goes by its measure; a figure entered by hand stays beside it and counts only
 * where the office chose so. Neither fills in for the other silently.
 */
export function whatCounts(leaf: Leaf, tie: TiedMeasure | undefined, entered: LeafInput | null): LeafFigure {
  if (tie && tie.counts === 'computed') return computedFigure(leaf, tie);
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
