import { Decimal } from '../../../kernel/decimal.ts';
import type { Rounding } from '../../criteria/index.ts';

const MODES = {
  half_up: Decimal.ROUND_HALF_UP,
  half_even: Decimal.ROUND_HALF_EVEN,
  down: Decimal.ROUND_DOWN,
  up: Decimal.ROUND_UP,
} as const satisfies Record<Rounding['mode'], number>;

/** Rounds as the set says. @param digits decimals kept */
export function roundBySet(value: Decimal, digits: number, rounding: Rounding): Decimal {
  return value.toDecimalPlaces(digits, MODES[rounding.mode]);
}
