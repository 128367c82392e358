import { Decimal } from '../../../kernel/decimal.ts';
import { shorten } from './excerpt.ts';
import { isLikelySlip } from './likely-slip.ts';
import type { PrintedNumber } from './printed-number.ts';
import { weightOf } from './proof.ts';
import { judge, plus, type Relation, slackOf } from './relation.ts';
import type { TableColumn, TableFigures, TableRow } from './table-figures.ts';

/** Rows that are the sum of other rows: "Tổng cộng", and numbered rows with their numbered parts. */
export function findRowSums(table: TableFigures): Relation[] {
  return [...totalRows(table), ...outlineRows(table), ...sharesOfHundred(table)];
}

type Candidate = { readonly whole: TableRow; readonly parts: readonly TableRow[]; readonly isPlain: boolean };
type Tried = { readonly column: TableColumn; readonly relation: Relation; readonly holds: boolean };

function totalRows(table: TableFigures): Relation[] {
  return table.rows.flatMap((whole, index) => {
    if (!whole.isTotal) return [];
    const candidates = membersOf(table.rows, index).map((parts) => ({ whole, parts }));
    const tried = candidates.map((one, _, all) => tryColumns(table, { ...one, isPlain: all.length === 1 }));
    const best = tried.reduce((a, b) => (countHolding(b) > countHolding(a) ? b : a), tried[0] ?? []);
    return believe(best, candidates.length === 1);
  });
}

const countHolding = (tried: readonly Tried[]): number => tried.filter((one) => one.holds).length;

/** Columns that add up prove the structure of the rows, unless their sums are so small that chance may do it. */
const proves = (tried: readonly Tried[]): boolean => {
  const holding = tried.filter((one) => one.holds);
  const isTelling = weightOf(holding.map((one) => one.relation)) >= FEWEST_DIGITS_OF_PROOF;
  return isTelling && holding.length >= tried.length - holding.length;
};
const FEWEST_DIGITS_OF_PROOF = 1;

/** Sets of rows that a total may add up: all of its stretch, those of the highest mark, or the subtotals before it. */
function membersOf(rows: readonly TableRow[], index: number): TableRow[][] {
  const stretch = stretchOf(rows, index).filter((row) => row.depth !== 9);
  const depths = stretch.flatMap((row) => (row.depth === null ? [] : [row.depth]));
  const top = Math.min(...depths);
  const highest = stretch.filter((row) => row.depth === top);
  const hasLevels = depths.some((depth) => depth !== top) && highest.length >= 1;
  const subtotals = rows.slice(0, index).filter((row) => row.isTotal);
  const sets = hasLevels ? [highest, stretch, subtotals] : [stretch, subtotals];
  return sets.filter((set) => set.length >= 2);
}

/** The rows above a total back to the one before it; for a total that stands first, the rows below. */
function stretchOf(rows: readonly TableRow[], index: number): TableRow[] {
  const isMember = (row: TableRow): boolean => row.numbers.some((number) => number !== null);
  const previous = rows.slice(0, index).findLastIndex((row) => row.isTotal);
  const above = rows.slice(previous + 1, index).filter(isMember);
  if (above.length > 0) return above;
  const next = rows.slice(index + 1).findIndex((row) => row.isTotal);
  return rows.slice(index + 1, next < 0 ? undefined : index + 1 + next).filter(isMember);
}

function tryColumns(table: TableFigures, candidate: Candidate): Tried[] {
  return table.columns
    .filter((column) => column.isAdditive)
    .flatMap((column) => {
      const relation = sumDown(column, candidate);
      if (!relation) return [];
      return [{ column, relation, holds: judge(relation, slackOf(relation))?.holds === true }];
    });
}

function sumDown(column: TableColumn, { whole, parts }: Candidate): Relation | null {
  const stated = whole.numbers[column.index];
  if (!stated || parts.some((part) => part.isUnreadable[column.index])) return null;
  const numbers = parts.flatMap((part) => part.numbers[column.index] ?? []);
  if (numbers.length < 2 || numbers.some((number) => number.isPercent)) return null;
  const text = shorten(
    `${whole.label}, cột “${column.title}” ${stated.printed}: ${numbers.map((number) => number.printed).join(' + ')}`,
  );
  return { kind: 'sum', stated: [plus(stated)], computed: numbers.map(plus), text, isFirm: false };
}

/** A failing column is believed where other columns of the same rows add up, or where nothing but a sum can be meant. */
function believe(tried: readonly Tried[], isPlain: boolean): Relation[] {
  const isProved = proves(tried);
  return tried.map(({ relation, holds }) => {
    const isOnly = isPlain && tried.length === 1 && isOneSlipFromSum(relation);
    return { ...relation, isFirm: holds || isProved || isOnly };
  });
}

/** The total looks like a misprint of the sum, and is not the mean that a total row of scores may hold. */
function isOneSlipFromSum(relation: Relation): boolean {
  const verdict = judge(relation, slackOf(relation));
  const stated = relation.stated[0]?.over[0];
  if (!verdict || !stated) return false;
  const parts = relation.computed.flatMap((term) => term.over);
  const mean = verdict.computed.div(parts.length).toDecimalPlaces(stated.digits);
  const largest = Decimal.max(...parts.map((part) => part.value));
  if (mean.eq(stated.value) || stated.value.lte(largest)) return false;
  return isLikelySlip(stated.value, verdict.computed);
}

/** "1" against "1.1, 1.2", "I" against "1, 2", a row against the "-" rows below it. */
function outlineRows(table: TableFigures): Relation[] {
  const tried = table.rows.map((whole, index) => {
    const parts = whole.isTotal ? [] : childrenOf(table.rows, index);
    return parts.length < 2 ? [] : tryColumns(table, { whole, parts, isPlain: false });
  });
  const byColumn = new Map<number, { holds: number; fails: number }>();
  for (const { column, holds } of tried.flat()) {
    const count = byColumn.get(column.index) ?? { holds: 0, fails: 0 };
    byColumn.set(column.index, holds ? { ...count, holds: count.holds + 1 } : { ...count, fails: count.fails + 1 });
  }
  return tried.flatMap((row) => {
    const isProvedHere = proves(row);
    return row.map(({ column, relation, holds }) => {
      const count = byColumn.get(column.index) ?? { holds: 0, fails: 0 };
      const isProvedAbove = count.holds >= 2 && count.holds >= 2 * count.fails;
      return { ...relation, isFirm: holds || isProvedHere || isProvedAbove };
    });
  });
}

function childrenOf(rows: readonly TableRow[], index: number): TableRow[] {
  const own = rows[index]?.depth ?? (rows[index + 1]?.depth === 9 ? 0 : null);
  if (own === null) return [];
  const below: TableRow[] = [];
  for (const row of rows.slice(index + 1)) {
    if (row.isTotal || row.depth === null || row.depth <= own) break;
    below.push(row);
  }
  const nearest = Math.min(...below.flatMap((row) => row.depth ?? []));
  return below.filter((row) => row.depth === nearest);
}

/** A column of shares whose total row prints 100. */
function sharesOfHundred(table: TableFigures): Relation[] {
  return table.rows.flatMap((whole, index) => {
    if (!whole.isTotal) return [];
    return table.columns
      .filter((column) => column.isShare)
      .flatMap((column) => {
        const stated: PrintedNumber | null | undefined = whole.numbers[column.index];
        const sets = membersOf(table.rows, index);
        if (!stated?.value.eq(100)) return [];
        const isStructure = /cơ cấu|tỷ trọng|chiếm/iu.test(column.title);
        return sets.slice(0, 1).flatMap((parts) => {
          const numbers = parts.flatMap((part) => part.numbers[column.index] ?? []);
          if (numbers.length < 2 || numbers.length < parts.length) return [];
          const text = shorten(
            `${whole.label}, cột “${column.title}” 100: ${numbers.map((number) => number.printed).join(' + ')}`,
          );
          const asShares = numbers.map((number) => ({ ...number, isPercent: true }));
          return [
            { kind: 'sum' as const, stated: [plus(stated)], computed: asShares.map(plus), text, isFirm: isStructure },
          ];
        });
      });
  });
}
