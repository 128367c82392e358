import { Decimal } from '../../../kernel/decimal.ts';

/**
 * Arithmetic of a set: numbers, names, + − × ÷, brackets, `min(…)` and `max(…)`, and functions that the caller names and
 * works out himself before the formula is computed. Nothing of it is ever run as a program.
 */
export type Formula =
  | { readonly kind: 'number'; readonly value: Decimal }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'negate'; readonly of: Formula }
  | { readonly kind: 'binary'; readonly sign: BinarySign; readonly left: Formula; readonly right: Formula }
  | { readonly kind: 'call'; readonly name: string; readonly of: readonly Formula[] };

type BinarySign = '+' | '-' | '*' | '/';

export type FormulaRefusal =
  | { readonly code: 'not-a-formula'; readonly at: number }
  | { readonly code: 'too-deep' }
  | { readonly code: 'unknown-name'; readonly name: string }
  | { readonly code: 'division-by-zero' };

type Parsed = { ok: true; value: Formula } | { ok: false; refusal: FormulaRefusal };

const TOKEN = /\s*(?:(\d+(?:\.\d+)?)|([\p{L}_][\p{L}\d_]*)|([-+*/(),×÷−]))/uy;
const SIGNS: Readonly<Record<string, string>> = { '×': '*', '÷': '/', '−': '-' };
const MAX_DEPTH = 50;
const MAX_TOKENS = 500;

type Token = { readonly text: string; readonly kind: 'number' | 'name' | 'sign'; readonly at: number };

class FormulaFault extends Error {
  readonly refusal: FormulaRefusal;
  constructor(refusal: FormulaRefusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  for (let at = 0; at < text.trimEnd().length; at = TOKEN.lastIndex) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    if (!match) throw new FormulaFault({ code: 'not-a-formula', at });
    const [, number, name, sign = ''] = match;
    if (number !== undefined) tokens.push({ text: number, kind: 'number', at });
    else if (name !== undefined) tokens.push({ text: name, kind: 'name', at });
    else tokens.push({ text: SIGNS[sign] ?? sign, kind: 'sign', at });
    if (tokens.length > MAX_TOKENS) throw new FormulaFault({ code: 'too-deep' });
  }
  return tokens;
}

class Reader {
  private position = 0;
  private depth = 0;
  private readonly tokens: readonly Token[];
  private readonly end: number;
  private readonly functions: ReadonlySet<string>;

  constructor(tokens: readonly Token[], end: number, functions: readonly string[]) {
    this.tokens = tokens;
    this.end = end;
    this.functions = new Set(['min', 'max', ...functions]);
  }

  readAll(): Formula {
    const formula = this.readSum();
    if (this.position < this.tokens.length) this.fail();
    return formula;
  }

  private fail(): never {
    throw new FormulaFault({ code: 'not-a-formula', at: this.tokens[this.position]?.at ?? this.end });
  }

  private take(...texts: readonly string[]): string | null {
    const token = this.tokens[this.position];
    if (token?.kind !== 'sign' || !texts.includes(token.text)) return null;
    this.position += 1;
    return token.text;
  }

  private readChain(signs: readonly BinarySign[], next: () => Formula): Formula {
    let left = next();
    for (let sign = this.take(...signs); sign !== null; sign = this.take(...signs)) {
      left = { kind: 'binary', sign: sign as BinarySign, left, right: next() };
    }
    return left;
  }

  private readSum(): Formula {
    this.depth += 1;
    if (this.depth > MAX_DEPTH) throw new FormulaFault({ code: 'too-deep' });
    const sum = this.readChain(['+', '-'], () => this.readProduct());
    this.depth -= 1;
    return sum;
  }

  private readProduct(): Formula {
    return this.readChain(['*', '/'], () => this.readSigned());
  }

  private readSigned(): Formula {
    let negative = false;
    for (let sign = this.take('-', '+'); sign !== null; sign = this.take('-', '+')) {
      if (sign === '-') negative = !negative;
    }
    const operand = this.readOperand();
    return negative ? { kind: 'negate', of: operand } : operand;
  }

  private readOperand(): Formula {
    if (this.take('(')) {
      const inner = this.readSum();
      if (!this.take(')')) this.fail();
      return inner;
    }
    const token = this.tokens[this.position];
    if (!token || token.kind === 'sign') this.fail();
    this.position += 1;
    if (token.kind === 'number') return { kind: 'number', value: new Decimal(token.text) };
    if (this.functions.has(token.text) && this.take('(')) return this.readCall(token.text);
    return { kind: 'name', name: token.text };
  }

  private readCall(name: string): Formula {
    const of = [this.readSum()];
    while (this.take(',')) of.push(this.readSum());
    if (!this.take(')')) this.fail();
    return { kind: 'call', name, of };
  }
}

/**
 * @param functions further names that may be called; the caller puts numbers in their place before he evaluates
 * @returns the formula, or where the text stops being one (`at` counts characters from 0)
 */
export function parseFormula(text: string, functions: readonly string[] = []): Parsed {
  try {
    return { ok: true, value: new Reader(tokenize(text), text.length, functions).readAll() };
  } catch (fault) {
    if (fault instanceof FormulaFault) return { ok: false, refusal: fault.refusal };
    throw fault;
  }
}

/** Every name that a formula reads, once. */
export function namesIn(formula: Formula): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (part: Formula): void => {
    if (part.kind === 'name') names.add(part.name);
    else if (part.kind === 'negate') visit(part.of);
    else if (part.kind === 'call') part.of.forEach(visit);
    else if (part.kind === 'binary') {
      visit(part.left);
      visit(part.right);
    }
  };
  visit(formula);
  return names;
}

/**
 * A number as a division that has not been carried out. Formulas are computed with these, so that 54/88 × 0.33 is what
 * paper says it is and not a hair less; the bottom is above zero.
 */
export type Ratio = { readonly top: Decimal; readonly bottom: Decimal };

const ONE = new Decimal(1);

export const wholeRatio = (value: Decimal): Ratio => ({ top: value, bottom: ONE });

function makeRatio(top: Decimal, bottom: Decimal): Ratio {
  return bottom.isNegative() ? { top: top.negated(), bottom: bottom.negated() } : { top, bottom };
}

const isLess = (left: Ratio, right: Ratio): boolean =>
  left.top.times(right.bottom).lessThan(right.top.times(left.bottom));

function compute(formula: Formula, values: ReadonlyMap<string, Ratio>): Ratio {
  switch (formula.kind) {
    case 'number':
      return wholeRatio(formula.value);
    case 'name': {
      const value = values.get(formula.name);
      if (!value) throw new FormulaFault({ code: 'unknown-name', name: formula.name });
      return value;
    }
    case 'negate': {
      const { top, bottom } = compute(formula.of, values);
      return { top: top.negated(), bottom };
    }
    case 'call': {
      if (formula.name !== 'min' && formula.name !== 'max')
        throw new FormulaFault({ code: 'unknown-name', name: formula.name });
      const isBetter = formula.name === 'min' ? isLess : (left: Ratio, right: Ratio) => isLess(right, left);
      return formula.of
        .map((part) => compute(part, values))
        .reduce((best, value) => (isBetter(value, best) ? value : best));
    }
    case 'binary':
      return combine(formula.sign, compute(formula.left, values), compute(formula.right, values));
  }
}

function combine(sign: BinarySign, left: Ratio, right: Ratio): Ratio {
  const bottom = left.bottom.times(right.bottom);
  switch (sign) {
    case '+':
      return { top: left.top.times(right.bottom).plus(right.top.times(left.bottom)), bottom };
    case '-':
      return { top: left.top.times(right.bottom).minus(right.top.times(left.bottom)), bottom };
    case '*':
      return { top: left.top.times(right.top), bottom };
    case '/':
      if (right.top.isZero()) throw new FormulaFault({ code: 'division-by-zero' });
      return makeRatio(left.top.times(right.bottom), left.bottom.times(right.top));
  }
}

/** Refuses a name without a value and a division by zero. */
export function evaluateFormula(
  formula: Formula,
  values: ReadonlyMap<string, Ratio>,
): { ok: true; value: Decimal } | { ok: false; refusal: FormulaRefusal } {
  try {
    const { top, bottom } = compute(formula, values);
    return { ok: true, value: top.dividedBy(bottom) };
  } catch (fault) {
    if (fault instanceof FormulaFault) return { ok: false, refusal: fault.refusal };
    throw fault;
  }
}
