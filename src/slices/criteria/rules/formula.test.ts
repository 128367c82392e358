import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Decimal } from '../../../kernel/decimal.ts';
import { evaluateFormula, namesIn, parseFormula, wholeRatio } from './formula.ts';

function answerOf(text: string, values: Record<string, number> = {}): string {
  const parsed = parseFormula(text);
  if (!parsed.ok) return parsed.refusal.code;
  const named = new Map(Object.entries(values).map(([name, value]) => [name, wholeRatio(new Decimal(value))]));
  const answer = evaluateFormula(parsed.value, named);
  return answer.ok ? answer.value.toFixed() : answer.refusal.code;
}

describe('a formula', () => {
  test.each([
    { text: '1 + 2 * 3', value: '7' },
    { text: '(1 + 2) * 3', value: '9' },
    { text: '10 - 4 - 3', value: '3' },
    { text: '100 / 10 / 5', value: '2' },
    { text: '2 * -3', value: '-6' },
    { text: '--3', value: '3' },
    { text: '-(2 + 3)', value: '-5' },
    { text: '+4', value: '4' },
    { text: '0.1 + 0.2', value: '0.3' },
    { text: '1 / 3 * 3', value: '1' },
    { text: '6 ÷ 4 × 2', value: '3' },
    { text: '5 − 2', value: '3' },
    { text: 'min(3, 1, 2)', value: '1' },
    { text: 'max(3, 1, 2)', value: '3' },
    { text: 'min(1 / 3, 0.333)', value: '0.333' },
    { text: 'max(-1, -2)', value: '-1' },
    { text: 'max(min(5, 3), 2)', value: '3' },
    { text: '  1+1  ', value: '2' },
    { text: '1 / (0 - 2)', value: '-0.5' },
    { text: '1 / 0', value: 'division-by-zero' },
    { text: '1 / (2 - 2)', value: 'division-by-zero' },
    { text: 'x', value: 'unknown-name' },
    { text: '', value: 'not-a-formula' },
    { text: '1 +', value: 'not-a-formula' },
    { text: '* 2', value: 'not-a-formula' },
    { text: '(1', value: 'not-a-formula' },
    { text: '1)', value: 'not-a-formula' },
    { text: '1 2', value: 'not-a-formula' },
    { text: 'min()', value: 'not-a-formula' },
    { text: 'min(1', value: 'not-a-formula' },
    { text: 'sqrt(4)', value: 'not-a-formula' },
    { text: '2 ** 3', value: 'not-a-formula' },
    { text: '1; 2', value: 'not-a-formula' },
    { text: 'process.exit()', value: 'not-a-formula' },
    { text: '"a"', value: 'not-a-formula' },
    { text: '1,5', value: 'not-a-formula' },
    { text: '(('.repeat(60), value: 'too-deep' },
    { text: Array(400).fill('1').join('+'), value: 'too-deep' },
  ])('“$text” is $value', ({ text, value }) => {
    expect(answerOf(text)).toBe(value);
  });

  test.each([
    { text: 'a / b', values: { a: 5, b: 8 }, value: '0.625' },
    { text: 'max * r', values: { max: 2, r: 0.5 }, value: '1' },
    { text: 'đúng_hạn / tổng', values: { đúng_hạn: 3, tổng: 4 }, value: '0.75' },
    { text: 'a1 + a2', values: { a1: 1, a2: 2 }, value: '3' },
  ])('“$text” with $values is $value', ({ text, values, value }) => {
    expect(answerOf(text, values)).toBe(value);
  });

  test('names what it reads', () => {
    const parsed = parseFormula('max * (a - b) / min(a, c) - -d');
    expect(parsed.ok && [...namesIn(parsed.value)].sort()).toEqual(['a', 'b', 'c', 'd', 'max']);
  });

  test('says where it stops being one', () => {
    expect(parseFormula('1 + # 2')).toEqual({ ok: false, refusal: { code: 'not-a-formula', at: 3 } });
  });

  test('never throws, whatever is typed', () => {
    fc.assert(fc.property(fc.string(), (text) => typeof parseFormula(text).ok === 'boolean'));
  });

  test('adds and multiplies whole numbers as JavaScript does', () => {
    const number = fc.integer({ min: -999, max: 999 });
    fc.assert(
      fc.property(number, number, number, (a, b, c) => {
        expect(answerOf('a * b + c', { a, b, c })).toBe(String(a * b + c === 0 ? 0 : a * b + c));
      }),
    );
  });
});
