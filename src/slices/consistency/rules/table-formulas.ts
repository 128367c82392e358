import type { ColumnRule } from './column-rule.ts';
import type { PrintedNumber } from './printed-number.ts';
import type { Term } from './relation.ts';
import type { TableFigures } from './table-figures.ts';

const NUMBER_OF_COLUMN = /^\(?(\d{1,2})\)?(?:\s?=|$)/u;
const NUMBER_IN_TITLE = /\((\d{1,2})\)(?:\s?=|\s*$)/u;
const FORMULA = /\(?(\d{1,2})\)?\s?=\s?([\d\s()+\-–−/:*xX×%,]{3,60})$/u;

/**
 * Rules that the table prints itself: "(3)=(4)+(5)", "8=6/5*100", in the row that numbers the columns or in a header.
 * @source Thông tư 01/2020/TT-VPCP, Biểu II.06a (columns are given as sums of others)
 */
export function readFormulas(table: TableFigures): ColumnRule[] {
  const numbered = numberColumns(table);
  return table.columns.flatMap((column) => {
    const text = table.formulas[column.index] ?? '';
    const formula = FORMULA.exec(text) ?? FORMULA.exec(column.title);
    const rule = formula && ruleOf(column.index, formula[2] ?? '', numbered);
    return rule ? [rule] : [];
  });
}

/** The printed number of each column. */
function numberColumns(table: TableFigures): Map<number, number> {
  const numbered = new Map<number, number>();
  for (const column of table.columns) {
    const printed = NUMBER_OF_COLUMN.exec(table.formulas[column.index] ?? '') ?? NUMBER_IN_TITLE.exec(column.title);
    if (printed) numbered.set(Number(printed[1]), column.index);
  }
  return numbered;
}

type Factor = { readonly source: number; readonly isDivisor: boolean };
type Product = { readonly sign: 1 | -1; readonly factors: readonly Factor[]; readonly isScaled: boolean };

function ruleOf(target: number, formula: string, numbered: ReadonlyMap<number, number>): ColumnRule | null {
  const products = readProducts(formula.replace(/[()\s]/g, ''));
  if (!products) return null;
  const sources = products.flatMap((product) => product.factors.map((factor) => numbered.get(factor.source)));
  if (sources.some((source) => source === undefined || source === target)) return null;
  const known = sources.flatMap((source) => (source === undefined ? [] : [source]));
  if (known.length < 2) return null;
  const isSum = products.every((product) => product.factors.length === 1 && product.sign === 1);
  const isLinear = products.every((product) => product.factors.length === 1);
  const kind = isSum ? 'sum' : isLinear ? 'difference' : 'ratio';
  return {
    target,
    sources: known,
    kind,
    compute: (numbers) => (isSum ? sumTerms(numbers) : termsOf(products, numbers)),
  };
}

const sumTerms = (numbers: readonly PrintedNumber[]): Term[] =>
  numbers.map((number) => ({ factor: 1, over: [number], under: [] }));

/** Null for what is not made of column numbers, + - × /. */
function readProducts(formula: string): Product[] | null {
  const products: Product[] = [];
  for (const [, sign, body = ''] of formula.matchAll(/([+\-–−]?)([^+\-–−]+)/gu)) {
    const factors: Factor[] = [];
    let isScaled = false;
    for (const [, operator, digits] of body.matchAll(/([/:*xX×]?)(\d+|%)%?/gu)) {
      if (digits === '100' || digits === '%') isScaled = true;
      else factors.push({ source: Number(digits), isDivisor: operator === '/' || operator === ':' });
    }
    if (factors.length === 0) return null;
    products.push({ sign: sign === '' || sign === '+' ? 1 : -1, factors, isScaled });
  }
  return products.length > 0 ? products : null;
}

/** A quotient of two columns is a percentage: that is how these tables print it, with or without "× 100". */
function termsOf(products: readonly Product[], numbers: readonly PrintedNumber[]): Term[] {
  let next = 0;
  return products.map(({ sign, factors, isScaled }) => {
    const own = factors.map((factor) => ({ ...factor, number: numbers[next++] }));
    const pick = (isDivisor: boolean): PrintedNumber[] =>
      own.flatMap(({ number, isDivisor: divides }) => (number && divides === isDivisor ? [number] : []));
    const [over, under] = [pick(false), pick(true)];
    return { factor: sign * (isScaled || under.length > 0 ? 100 : 1), over, under };
  });
}
