import type { ColumnRule } from './column-rule.ts';
import { shorten } from './excerpt.ts';
import type { PrintedNumber } from './printed-number.ts';
import { weightOf } from './proof.ts';
import { judge, minus, plus, quotient, type Relation, slackOf, type Term } from './relation.ts';
import type { TableColumn, TableFigures, TableRow } from './table-figures.ts';
import { readFormulas } from './table-formulas.ts';

const TOTAL_TITLE = /^(?:tổng số|tổng cộng|tổng|cộng|tổng điểm)(?:\s?\(.{0,40}\))?$/iu;
const HAS_PARTS = /tổng|cộng|tiếp nhận|phải giải quyết|được giao|phát sinh/iu;
const DIFFERENCE_TITLE =
  /chênh lệch|tăng|giảm|so sánh|so với|còn lại|tồn|điểm mất|mất điểm|bị trừ|điểm trừ|thừa|thiếu/iu;
const PRODUCT_TITLE = /thành tiền|giá trị/iu;
/** Rows that a rule must fit before a row that does not fit is called a slip. */
const SHARE_THAT_FITS = 0.7;
const FEWEST_FITTING = 2;
const MOST_SEARCHED = 16;
/** Digits that must agree beyond those that the number of rules tried would let agree by chance. */
const DIGITS_BEYOND_CHANCE = 1;

const sum = (sources: readonly PrintedNumber[]): Term[] => sources.map(plus);
const ratio = ([above, below]: readonly PrintedNumber[]): Term[] =>
  above && below ? [quotient(above, below, 100)] : [];
const difference = ([first, second]: readonly PrintedNumber[]): Term[] =>
  first && second ? [plus(first), minus(second)] : [];
const product = (sources: readonly PrintedNumber[]): Term[] => [{ factor: 1, over: sources, under: [] }];
const growth = ([now, before]: readonly PrintedNumber[]): Term[] =>
  now && before ? [quotient(now, before, 100), { factor: -100, over: [], under: [] }] : [];

/** Columns that are sums, ratios, differences or products of others: by the table's own formulas, or by header words that most rows confirm. */
export function findColumnRelations(table: TableFigures): Relation[] {
  const stated = readFormulas(table);
  const byFormula = stated.flatMap((rule) => applyRule(table, rule, true));
  const known = new Set(stated.map((rule) => rule.target));
  const found = table.columns.filter((column) => !known.has(column.index)).flatMap((column) => discover(table, column));
  return [...byFormula, ...found];
}

function discover(table: TableFigures, column: TableColumn): Relation[] {
  const rules = rulesFor(table, column);
  const neededWeight = DIGITS_BEYOND_CHANCE + Math.log10(Math.max(1, rules.length));
  const best = rules
    .map((rule) => tryRule(table, rule, neededWeight))
    .reduce<TriedRule | null>((a, b) => (b.isProved && b.fitting > (a?.fitting ?? 0) ? b : a), null);
  return best ? best.relations : [];
}

function rulesFor(table: TableFigures, column: TableColumn): ColumnRule[] {
  const target = column.index;
  const leaf = column.path.at(-1) ?? '';
  const additive = table.columns
    .filter((other) => other.isAdditive && other.index !== target)
    .map((other) => other.index);
  const near = [...additive].sort((a, b) => Math.abs(a - target) - Math.abs(b - target)).slice(0, MOST_SEARCHED);
  const pairs = near.flatMap((a) => near.filter((b) => b !== a).map((b) => [a, b] as const));
  const isGrowth = DIFFERENCE_TITLE.test(column.title);
  const rules: ColumnRule[] = [];
  if (column.isShare) {
    rules.push(...pairs.map((sources) => ({ target, sources, kind: 'ratio' as const, compute: ratio })));
    if (isGrowth) rules.push(...pairs.map((sources) => ({ target, sources, kind: 'ratio' as const, compute: growth })));
    return rules;
  }
  if (!column.isAdditive) return rules;
  if (TOTAL_TITLE.test(leaf))
    rules.push(
      ...runsBeside(additive, target).map((sources) => ({ target, sources, kind: 'sum' as const, compute: sum })),
    );
  if (HAS_PARTS.test(column.title)) {
    const unordered = pairs.filter(([a, b]) => a < b);
    rules.push(...unordered.map((sources) => ({ target, sources, kind: 'sum' as const, compute: sum })));
  }
  if (isGrowth)
    rules.push(...pairs.map((sources) => ({ target, sources, kind: 'difference' as const, compute: difference })));
  if (PRODUCT_TITLE.test(leaf)) {
    rules.push(
      ...pairs
        .filter(([a, b]) => a < b)
        .map((sources) => ({ target, sources, kind: 'ratio' as const, compute: product })),
    );
  }
  return rules;
}

/** Unbroken runs of columns that begin right of the total or end left of it. */
function runsBeside(additive: readonly number[], target: number): number[][] {
  const right = additive.filter((index) => index > target).slice(0, MOST_SEARCHED);
  const left = additive
    .filter((index) => index < target)
    .slice(-MOST_SEARCHED)
    .reverse();
  const growing = (side: readonly number[]): number[][] =>
    side.map((_, i) => side.slice(0, i + 1)).filter((run) => run.length >= 2);
  return [...growing(right), ...growing(left)];
}

type TriedRule = { readonly relations: Relation[]; readonly fitting: number; readonly isProved: boolean };

function tryRule(table: TableFigures, rule: ColumnRule, neededWeight: number): TriedRule {
  const relations = applyRule(table, rule, false);
  const telling = relations.filter((relation) => !isTrivial(relation));
  const holding = telling.filter(isTrue);
  const isCommon = holding.length >= FEWEST_FITTING && holding.length >= SHARE_THAT_FITS * telling.length;
  const isProved = isCommon && weightOf(holding) >= neededWeight;
  return { relations: relations.map((relation) => ({ ...relation, isFirm: true })), fitting: holding.length, isProved };
}

const isTrue = (relation: Relation): boolean => judge(relation, slackOf(relation))?.holds === true;

/** Zeros and hundreds fit many rules by chance. */
function isTrivial(relation: Relation): boolean {
  const sources = relation.computed.flatMap((term) => [...term.over, ...term.under]);
  const isFull = relation.kind === 'ratio' && relation.stated[0]?.over[0]?.value.eq(100) === true;
  return isFull || sources.some((number) => number.value.isZero());
}

function applyRule(table: TableFigures, rule: ColumnRule, isFirm: boolean): Relation[] {
  return table.rows.flatMap((row) => {
    const stated = row.numbers[rule.target];
    const sources = rule.sources.map((index) => row.numbers[index] ?? null);
    const present = sources.filter((number) => number !== null);
    const mayBeEmpty =
      rule.kind === 'sum' && present.length >= 1 && !rule.sources.some((index) => row.isUnreadable[index]);
    if (!stated || (present.length < sources.length && !mayBeEmpty)) return [];
    const computed = rule.compute(present);
    if (computed.length === 0) return [];
    const text = describeRow(table, row, { rule, stated, present });
    return [{ kind: rule.kind, stated: [plus(stated)], computed, text, isFirm }];
  });
}

type Filled = { readonly rule: ColumnRule; readonly stated: PrintedNumber; readonly present: readonly PrintedNumber[] };

function describeRow(table: TableFigures, row: TableRow, { rule, stated, present }: Filled): string {
  const title = table.columns[rule.target]?.title ?? '';
  return shorten(
    `${row.label}, cột “${title}” ${stated.printed} từ ${present.map((number) => number.printed).join('; ')}`,
  );
}
