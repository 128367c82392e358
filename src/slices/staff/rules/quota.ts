import { terms } from '../../registers/index.ts';
import { type Grade, isGoodOrBetter } from './grades.ts';

export type QuotaCheck = {
  readonly rated: number;
  readonly goodOrBetter: number;
  readonly excellent: number;
  /** Whole people: a fifth of nine is one. */
  readonly allowed: number;
  /** Excellent ones above the quota; zero where it is kept. */
  readonly over: number;
};

/** @source NĐ 335/2025/NĐ-CP: a quarter where the work was exceptional */
export const exceptionalPercent = 25;

/**
 * Whether the excellent keep within their quota of those rated good or better: checked when the list is approved, for each
 * kind of staff apart.
 *
 * @param percent 20 of those rated good or better; `exceptionalPercent` where the authority grants it
 */
export function checkQuota(given: readonly Grade[], percent: number = terms.excellentQuota.value): QuotaCheck {
  const goodOrBetter = given.filter(isGoodOrBetter).length;
  const excellent = given.filter((grade) => grade === 'excellent').length;
  const allowed = Math.floor((goodOrBetter * percent) / 100);
  return { rated: given.length, goodOrBetter, excellent, allowed, over: Math.max(0, excellent - allowed) };
}
