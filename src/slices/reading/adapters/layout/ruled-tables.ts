import type { DrawnRules, HorizontalRule, Rectangle, VerticalRule } from './page-content.ts';

/** A table drawn with rules: where it stands and the rectangles of its cells, merged ones as drawn. */
export type RuledTable = Rectangle & {
  readonly columnEdges: readonly number[];
  readonly rowCount: number;
  readonly cells: readonly RuledCell[];
};

export type RuledCell = Rectangle & {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
};

/** Rules this near are one: strokes are up to 1.5 points thick and double lines 3 apart. */
const SAME_PLACE = 3;
/** Rules that end this near a crossing reach it. */
const REACH = 4;
/** Rows lower and columns narrower than a letter are double rules. */
const SMALLEST_CELL = 5;

/** Finds the tables that the rules of a page draw. Rules that cross none (underlines, the line above notes) are left. */
export function findRuledTables(rules: DrawnRules): RuledTable[] {
  const horizontals = joinRules(rules.horizontals.map(({ y, left, right }) => ({ at: y, from: left, to: right }))).map(
    ({ at, from, to }): HorizontalRule => ({ y: at, left: from, right: to }),
  );
  const verticals = joinRules(rules.verticals.map(({ x, top, bottom }) => ({ at: x, from: top, to: bottom }))).map(
    ({ at, from, to }): VerticalRule => ({ x: at, top: from, bottom: to }),
  );
  return groupCrossing(horizontals, verticals)
    .flatMap(splitAtNewColumns)
    .map(makeTable)
    .filter((table) => table !== null)
    .sort((a, b) => a.top - b.top || a.left - b.left);
}

type Stretch = { readonly at: number; readonly from: number; readonly to: number };

/** Borders are drawn cell by cell: stretches that lie on one line and touch are joined. */
function joinRules(stretches: readonly Stretch[]): Stretch[] {
  const joined: { at: number; from: number; to: number }[] = [];
  for (const stretch of [...stretches].sort((a, b) => a.at - b.at || a.from - b.from)) {
    const touching = joined.findLast(
      ({ at, from, to }) =>
        Math.abs(at - stretch.at) <= SAME_PLACE / 2 && stretch.from <= to + REACH && stretch.to >= from - REACH,
    );
    if (touching) {
      touching.from = Math.min(touching.from, stretch.from);
      touching.to = Math.max(touching.to, stretch.to);
    } else {
      joined.push({ ...stretch });
    }
  }
  return joined;
}

type RuleGroup = { horizontals: HorizontalRule[]; verticals: VerticalRule[] };

function doCross(horizontal: HorizontalRule, vertical: VerticalRule): boolean {
  return (
    vertical.x >= horizontal.left - REACH &&
    vertical.x <= horizontal.right + REACH &&
    horizontal.y >= vertical.top - REACH &&
    horizontal.y <= vertical.bottom + REACH
  );
}

/** Rules that hang together through crossings make one table. */
function groupCrossing(horizontals: readonly HorizontalRule[], verticals: readonly VerticalRule[]): RuleGroup[] {
  const groups: RuleGroup[] = [];
  for (const vertical of verticals) {
    const crossed = groups.filter((group) => group.horizontals.some((horizontal) => doCross(horizontal, vertical)));
    const grouped = new Set(groups.flatMap((group) => group.horizontals));
    const fresh = horizontals.filter((horizontal) => !grouped.has(horizontal) && doCross(horizontal, vertical));
    const merged: RuleGroup = {
      horizontals: [...crossed.flatMap((group) => group.horizontals), ...fresh],
      verticals: [...crossed.flatMap((group) => group.verticals), vertical],
    };
    groups.splice(0, groups.length, ...groups.filter((group) => !crossed.includes(group)), merged);
  }
  return groups;
}

function edgesOf(values: readonly number[]): number[] {
  const edges: number[] = [];
  for (const value of [...values].sort((a, b) => a - b)) {
    if (value - (edges.at(-1) ?? Number.NEGATIVE_INFINITY) > SMALLEST_CELL) edges.push(value);
  }
  return edges;
}

/**
 * Tables that touch are told apart by their columns: where a row has a column edge that those above lack, and lacks one
 * that they have, another table begins. A merged cell only lacks edges, a divided one only adds some.
 */
function splitAtNewColumns(group: RuleGroup): RuleGroup[] {
  const rowEdges = edgesOf(group.horizontals.map(({ y }) => y));
  const columnEdges = edgesOf(group.verticals.map(({ x }) => x));
  const cuts: number[] = [];
  let known: ReadonlySet<number> = new Set();
  rowEdges.slice(1).forEach((bottom, row) => {
    const top = rowEdges[row] ?? bottom;
    const here = new Set(columnEdges.filter((edge) => hasVertical(group, edge, (top + bottom) / 2)));
    const isNewTable = known.size > 0 && !here.isSubsetOf(known) && !known.isSubsetOf(here);
    if (isNewTable) cuts.push(top);
    known = isNewTable ? here : known.union(here);
  });
  return cuts.length === 0 ? [group] : cutGroup(group, cuts);
}

function hasVertical({ verticals }: RuleGroup, edge: number, y: number): boolean {
  return verticals.some(({ x, top, bottom }) => Math.abs(x - edge) <= SMALLEST_CELL && top <= y && bottom >= y);
}

function cutGroup({ horizontals, verticals }: RuleGroup, cuts: readonly number[]): RuleGroup[] {
  const bounds = [Number.NEGATIVE_INFINITY, ...cuts, Number.POSITIVE_INFINITY];
  return bounds.slice(1).map((to, index) => {
    const from = bounds[index] ?? to;
    return {
      horizontals: horizontals.filter(({ y }) => y >= from - SAME_PLACE && y <= to + SAME_PLACE),
      verticals: verticals
        .filter(({ top, bottom }) => bottom > from + SMALLEST_CELL && top < to - SMALLEST_CELL)
        .map(({ x, top, bottom }) => ({ x, top: Math.max(top, from), bottom: Math.min(bottom, to) })),
    };
  });
}

/** Tables open at their sides have no outer vertical rules: the ends of the horizontal ones stand for them. */
function makeTable({ horizontals, verticals }: RuleGroup): RuledTable | null {
  const columnEdges = edgesOf([
    ...verticals.map(({ x }) => x),
    Math.min(...horizontals.map(({ left }) => left)),
    Math.max(...horizontals.map(({ right }) => right)),
  ]);
  const rowEdges = edgesOf([
    ...horizontals.map(({ y }) => y),
    Math.min(...verticals.map(({ top }) => top)),
    Math.max(...verticals.map(({ bottom }) => bottom)),
  ]);
  const [left, right, top, bottom] = [columnEdges[0], columnEdges.at(-1), rowEdges[0], rowEdges.at(-1)];
  if (left === undefined || right === undefined || top === undefined || bottom === undefined) return null;
  if (horizontals.length < 2 || columnEdges.length < 3 || rowEdges.length < 2) return null;
  const cells = layCells(columnEdges, rowEdges, { horizontals, verticals });
  return { left, right, top, bottom, columnEdges, rowCount: rowEdges.length - 1, cells };
}

/** Which sides of the smallest cells a rule closes. */
type Closed = {
  readonly right: (row: number, column: number) => boolean;
  readonly below: (row: number, column: number) => boolean;
};

function closedSides(columnEdges: readonly number[], rowEdges: readonly number[], rules: RuleGroup): Closed {
  const middle = (edges: readonly number[], index: number): number =>
    ((edges[index] ?? 0) + (edges[index + 1] ?? 0)) / 2;
  const spans = (from: number, to: number, at: number): boolean => from - REACH <= at && to + REACH >= at;
  const isAt = (edge: number | undefined, place: number): boolean => Math.abs(place - (edge ?? 0)) <= SMALLEST_CELL;
  return {
    right: (row, column) =>
      rules.verticals.some(
        ({ x, top, bottom }) => isAt(columnEdges[column + 1], x) && spans(top, bottom, middle(rowEdges, row)),
      ),
    below: (row, column) =>
      rules.horizontals.some(
        ({ y, left, right }) => isAt(rowEdges[row + 1], y) && spans(left, right, middle(columnEdges, column)),
      ),
  };
}

/** Grows each cell to the right and down until a rule stops it. */
function layCells(columnEdges: readonly number[], rowEdges: readonly number[], rules: RuleGroup): RuledCell[] {
  const closed = closedSides(columnEdges, rowEdges, rules);
  const [columns, rows] = [columnEdges.length - 1, rowEdges.length - 1];
  const taken = new Set<number>();
  const cells: RuledCell[] = [];
  for (let place = 0; place < rows * columns; place += 1) {
    if (taken.has(place)) continue;
    const [row, column] = [Math.floor(place / columns), place % columns];
    let lastColumn = column;
    while (lastColumn + 1 < columns && !closed.right(row, lastColumn) && !taken.has(row * columns + lastColumn + 1)) {
      lastColumn += 1;
    }
    const spanned = Array.from({ length: lastColumn - column + 1 }, (_unused, offset) => column + offset);
    let lastRow = row;
    while (lastRow + 1 < rows && spanned.every((each) => !closed.below(lastRow, each))) lastRow += 1;
    for (let covered = row; covered <= lastRow; covered += 1) {
      for (const each of spanned) taken.add(covered * columns + each);
    }
    cells.push({
      row,
      column,
      rowSpan: lastRow - row + 1,
      columnSpan: spanned.length,
      left: columnEdges[column] ?? 0,
      right: columnEdges[lastColumn + 1] ?? 0,
      top: rowEdges[row] ?? 0,
      bottom: rowEdges[lastRow + 1] ?? 0,
    });
  }
  return cells;
}
