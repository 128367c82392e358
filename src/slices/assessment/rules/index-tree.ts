import type { Decimal } from '../../../kernel/decimal.ts';
import { foldVietnamese } from '../../../kernel/vietnamese.ts';
import type { CriteriaSet, TreeNode } from '../../criteria/index.ts';
import type { LeafStatus } from '../../scoring/index.ts';

/** What a leaf brings to its line of the tree and to the lines above it. */
export type LeafFacts = {
  readonly points: Decimal | null;
  readonly lost: Decimal | null;
  readonly lastYear: Decimal | null;
  readonly self: Decimal | null;
  readonly likely: Decimal | null;
  readonly tasks: number;
  readonly status: LeafStatus;
  readonly isApplicable: boolean;
  readonly isMine: boolean;
};

export type TreeRow = Omit<LeafFacts, 'status' | 'isMine'> & {
  readonly code: string;
  readonly name: string;
  readonly level: 'area' | 'criterion' | 'leaf';
  readonly depth: number;
  readonly max: Decimal;
  /** Codes above it, the area first. */
  readonly above: readonly string[];
  /** Null for a line that has others below it. */
  readonly status: LeafStatus | null;
};

type Sums = Omit<LeafFacts, 'status' | 'isMine'>;

const plus = (one: Decimal | null, other: Decimal | null): Decimal | null =>
  one === null ? other : other === null ? one : one.plus(other);

const NOTHING: Sums = {
  points: null,
  lost: null,
  lastYear: null,
  self: null,
  likely: null,
  tasks: 0,
  isApplicable: false,
};

/** Sums of what is known: where no leaf below has a figure there is none, which is not zero. */
function addUp(parts: readonly Sums[]): Sums {
  return parts.reduce(
    (sum, part) => ({
      points: plus(sum.points, part.points),
      lost: plus(sum.lost, part.lost),
      lastYear: plus(sum.lastYear, part.lastYear),
      self: plus(sum.self, part.self),
      likely: plus(sum.likely, part.likely),
      tasks: sum.tasks + part.tasks,
      isApplicable: sum.isApplicable || part.isApplicable,
    }),
    NOTHING,
  );
}

type Part = { readonly rows: readonly TreeRow[]; readonly sums: Sums };
type Wanted = (code: string, name: string, facts: LeafFacts) => boolean;
type Walk = { readonly facts: ReadonlyMap<string, LeafFacts>; readonly wanted: Wanted };

/** A node with what is wanted below it; null where nothing is. Sums count every leaf, also those that are filtered out. */
function nodeRows(node: TreeNode, above: readonly string[], walk: Walk): Part {
  const { code, nameVi: name, max, leaf } = node;
  const depth = above.length;
  if (leaf) {
    const facts = walk.facts.get(leaf.code);
    if (!facts) return { rows: [], sums: NOTHING };
    const { isMine: _isMine, ...own } = facts;
    const row: TreeRow = { ...own, code, name, level: 'leaf', depth, max, above };
    return { rows: walk.wanted(code, name, facts) ? [row] : [], sums: facts };
  }
  const parts = node.children.map((child) => nodeRows(child, [...above, code], walk));
  const sums = addUp(parts.map((part) => part.sums));
  const below = parts.flatMap((part) => part.rows);
  const { isApplicable, points, lost, lastYear, self, likely, tasks } = sums;
  const facts = { isApplicable, points, lost, lastYear, self, likely, tasks, status: null };
  const row: TreeRow = { ...facts, code, name, level: 'criterion', depth, max, above };
  return { rows: below.length ? [row, ...below] : [], sums };
}

export type TreeFilter = {
  readonly text: string;
  readonly area: string;
  readonly show: '' | 'losses' | 'mine' | 'no-task' | LeafStatus;
};

function wantedBy({ text, show }: TreeFilter): Wanted {
  const words = foldVietnamese(text).split(' ').filter(Boolean);
  return (code, name, facts) => {
    const told = foldVietnamese(`${code} ${name}`);
    if (!words.every((word) => told.includes(word))) return false;
    const isLost = facts.isApplicable && (facts.lost?.greaterThan(0) ?? false);
    if (show === 'losses') return isLost;
    if (show === 'no-task') return isLost && facts.tasks === 0;
    if (show === 'mine') return facts.isMine;
    return show === '' || facts.status === show;
  };
}

/**
 * The set as lines: area, criterion, leaf, each with maximum, last year, self, points so far, forecast, loss and tasks. A
 * filter leaves the lines above what it finds, so that the way there is seen; their sums stay those of the whole.
 */
export function indexTree(set: CriteriaSet, facts: ReadonlyMap<string, LeafFacts>, filter: TreeFilter): TreeRow[] {
  const walk = { facts, wanted: wantedBy(filter) };
  return set.areas
    .filter(({ code }) => filter.area === '' || code === filter.area)
    .flatMap((area) => {
      const parts = area.children.map((child) => nodeRows(child, [area.code], walk));
      const below = parts.flatMap((part) => part.rows);
      if (below.length === 0) return [];
      const { code, nameVi: name, max } = area;
      const sums = addUp(parts.map((part) => part.sums));
      return [{ ...sums, code, name, level: 'area' as const, depth: 0, max, above: [], status: null }, ...below];
    });
}

/** Lines that are seen: those whose every line above is open. */
export function openRows(rows: readonly TreeRow[], folded: ReadonlySet<string>): TreeRow[] {
  return rows.filter(({ above }) => !above.some((code) => folded.has(code)));
}
