import { Decimal } from '../../../kernel/decimal.ts';
import type { CriteriaSet, Leaf } from './criteria-set.ts';

/** What became of leaves of last year's set in this year's. */
export type YearLink = {
  readonly kind: 'same' | 'moved' | 'split' | 'merged' | 'dropped' | 'new';
  /** Leaves of the old set: one, several where merged, none where new. */
  readonly from: readonly string[];
  /** Leaves of the new set: one, several where split, none where dropped. */
  readonly to: readonly string[];
};

export type YearMap = readonly YearLink[];

export type YearMapRefusal =
  | { readonly code: 'unmapped-old' | 'unmapped-new' | 'mapped-twice' | 'unknown-code'; readonly leaf: string }
  | { readonly code: 'wrong-kind'; readonly link: YearLink };

const COUNTS: Readonly<Record<YearLink['kind'], (from: number, to: number) => boolean>> = {
  same: (from, to) => from === 1 && to === 1,
  moved: (from, to) => from === 1 && to === 1,
  split: (from, to) => from === 1 && to > 1,
  merged: (from, to) => from > 1 && to === 1,
  dropped: (from, to) => from === 1 && to === 0,
  new: (from, to) => from === 0 && to === 1,
};

function checkSide(
  leaves: readonly Leaf[],
  mapped: readonly string[],
  unmapped: 'unmapped-old' | 'unmapped-new',
): YearMapRefusal[] {
  const known = new Set(leaves.map((leaf) => leaf.code));
  const seen = new Set<string>();
  const found: YearMapRefusal[] = [];
  for (const code of mapped) {
    if (!known.has(code)) found.push({ code: 'unknown-code', leaf: code });
    else if (seen.has(code)) found.push({ code: 'mapped-twice', leaf: code });
    seen.add(code);
  }
  for (const code of known) if (!seen.has(code)) found.push({ code: unmapped, leaf: code });
  return found;
}

/** A map is whole when every leaf of both sets stands in exactly one link: then no score can be lost. */
export function checkYearMap(older: CriteriaSet, newer: CriteriaSet, map: YearMap): YearMapRefusal[] {
  return [
    ...map.flatMap((link) =>
      COUNTS[link.kind](link.from.length, link.to.length) ? [] : [{ code: 'wrong-kind' as const, link }],
    ),
    ...checkSide(
      older.leaves,
      map.flatMap((link) => link.from),
      'unmapped-old',
    ),
    ...checkSide(
      newer.leaves,
      map.flatMap((link) => link.to),
      'unmapped-new',
    ),
  ];
}

const normal = (name: string): string => name.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();

/**
 * A first map for the officer to look over: same code and name, then the same name elsewhere, then the same code under
 * another name; the rest is dropped and new. Splits and merges are for people to say.
 */
export function suggestYearMap(older: CriteriaSet, newer: CriteriaSet): YearMap {
  const open = new Map(newer.leaves.map((leaf) => [leaf.code, leaf]));
  const links = new Map<string, YearLink>();
  const link = (kind: 'same' | 'moved', from: Leaf, to: Leaf | undefined): void => {
    if (!to || links.has(from.code)) return;
    links.set(from.code, { kind, from: [from.code], to: [to.code] });
    open.delete(to.code);
  };
  const isNamed = (leaf: Leaf) => (other: Leaf) => normal(other.nameVi) === normal(leaf.nameVi);
  for (const leaf of older.leaves) {
    const twin = open.get(leaf.code);
    if (twin && isNamed(leaf)(twin)) link('same', leaf, twin);
  }
  for (const leaf of older.leaves)
    link('moved', leaf, links.has(leaf.code) ? undefined : [...open.values()].find(isNamed(leaf)));
  for (const leaf of older.leaves) link('same', leaf, open.get(leaf.code));
  const kept = older.leaves.map(({ code }): YearLink => links.get(code) ?? { kind: 'dropped', from: [code], to: [] });
  return [...kept, ...[...open.keys()].map((code): YearLink => ({ kind: 'new', from: [], to: [code] }))];
}

/** A score carried from the old set to where its leaf went. */
export type CarriedScore = {
  readonly link: YearLink;
  readonly points: Decimal | null;
  readonly oldMax: Decimal;
  readonly newMax: Decimal;
  /** 0–1; null where nobody scored the leaves or none existed. */
  readonly oldRatio: Decimal | null;
  readonly comparison: 'comparable' | 'by-percent' | 'group-only' | 'not-comparable';
};

const sum = (values: readonly Decimal[]): Decimal => values.reduce((all, value) => all.plus(value), new Decimal(0));

function comparisonOf(link: YearLink, oldMax: Decimal, newMax: Decimal): CarriedScore['comparison'] {
  if (link.kind === 'dropped' || link.kind === 'new') return 'not-comparable';
  if (link.kind === 'split') return 'group-only';
  return oldMax.equals(newMax) ? 'comparable' : 'by-percent';
}

/**
 * Carries last year's points over a map without losing any: the points of all links add up to last year's points. A split
 * leaf is known only for the group of its successors; with other maxima only percentages compare; what was dropped or is
 * new says that it cannot be compared.
 *
 * @param points last year's points by leaf; a leaf without points is carried without
 */
export function carryScores(
  older: CriteriaSet,
  newer: CriteriaSet,
  map: YearMap,
  points: Readonly<Record<string, Decimal>>,
): CarriedScore[] {
  const maxOf = (set: CriteriaSet, codes: readonly string[]): Decimal =>
    sum(set.leaves.filter((leaf) => codes.includes(leaf.code)).map((leaf) => leaf.max));
  return map.map((link) => {
    const known = link.from.flatMap((code) => points[code] ?? []);
    const [oldMax, newMax] = [maxOf(older, link.from), maxOf(newer, link.to)];
    const earned = known.length ? sum(known) : null;
    const isWhole = earned !== null && known.length === link.from.length && !oldMax.isZero();
    return {
      link,
      points: earned,
      oldMax,
      newMax,
      oldRatio: isWhole ? earned.dividedBy(oldMax) : null,
      comparison: comparisonOf(link, oldMax, newMax),
    };
  });
}

export type YearsSideBySide = CarriedScore & {
  readonly newPoints: Decimal | null;
  readonly newRatio: Decimal | null;
  /** This year minus last year, in points; null unless the maxima are equal. */
  readonly pointsGained: Decimal | null;
  /** This year minus last year, as a ratio; null where they cannot be compared. */
  readonly ratioGained: Decimal | null;
};

/** Last year carried over beside this year, link by link. @param newPoints this year's points by leaf */
export function compareYears(
  carried: readonly CarriedScore[],
  newPoints: Readonly<Record<string, Decimal>>,
): YearsSideBySide[] {
  return carried.map((score) => {
    const known = score.link.to.flatMap((code) => newPoints[code] ?? []);
    const isWhole = known.length === score.link.to.length && known.length > 0;
    const points = isWhole ? sum(known) : null;
    const ratio = points && !score.newMax.isZero() ? points.dividedBy(score.newMax) : null;
    const isComparable = score.comparison !== 'not-comparable' && score.oldMax.equals(score.newMax);
    return {
      ...score,
      newPoints: points,
      newRatio: ratio,
      pointsGained: isComparable && points && score.points && score.oldRatio ? points.minus(score.points) : null,
      ratioGained:
        score.comparison !== 'not-comparable' && ratio && score.oldRatio ? ratio.minus(score.oldRatio) : null,
    };
  });
}
