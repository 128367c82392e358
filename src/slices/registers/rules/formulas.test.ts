import { describe, expect, test } from 'vitest';
import { SHIPPED_CALENDAR } from '../../calendar/index.ts';
import { computedOf, computeFields, orderComputed } from './formulas.ts';
import type { Values } from './values.ts';

const label = { vi: 'Ô', en: 'Field' };

function compute(formulas: Readonly<Record<string, string>>, values: Values) {
  const fields = Object.entries(formulas).flatMap(
    ([name, formula]) => computedOf(name, { kind: 'computed', label, formula, as: 'number' }) ?? [],
  );
  const ordered = orderComputed(fields);
  if ('cycle' in ordered) throw new Error(`a cycle: ${ordered.cycle.join(', ')}`);
  return computeFields(ordered.order, values, SHIPPED_CALENDAR);
}

describe('computed fields', () => {
  test.each([
    ['a / b', { a: '6', b: '0' }],
    ['round(a / b, 2)', { a: '6', b: '0' }],
    ['max(1, a / b)', { a: '6', b: '0' }],
    ['a / (b - 2)', { a: '6', b: '2' }],
    ['0 / 0 + a', { a: '6' }],
  ])('%s with nothing to divide by is absent, not endless', (formula, values) => {
    expect(compute({ share: formula }, values)).toEqual({ share: null });
  });

  test('what reads an absent one is absent too, whatever order they were written in', () => {
    const formulas = { twice: 'share * 2', share: 'a / b', sum: 'a + b' };
    expect(compute(formulas, { a: '6', b: '0' })).toEqual({ share: null, twice: null, sum: '6' });
    expect(compute(formulas, { a: '6', b: '4' })).toEqual({ share: '1.5', twice: '3', sum: '10' });
  });

  test('one record without a value does not spoil the next', () => {
    expect(compute({ share: 'a / b' }, {})).toEqual({ share: null });
    expect(compute({ share: 'a / b' }, { a: '1', b: '3' })).toEqual({ share: '0.333333333333' });
  });
});
