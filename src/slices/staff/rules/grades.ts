import { Decimal } from '../../../kernel/decimal.ts';

/** From the best. @source NĐ 335/2025/NĐ-CP, NĐ 233/2026/NĐ-CP (domain.md §8) */
export const grades = ['excellent', 'good', 'done', 'not-done'] as const;
export type Grade = (typeof grades)[number];

/** Least points of a grade; below the last of them nothing is reached. @source NĐ 335/2025/NĐ-CP: 90, 70, 50 */
const thresholds: readonly (readonly [Grade, number])[] = [
  ['excellent', 90],
  ['good', 70],
  ['done', 50],
];

/** @param points 0–100, the lower bound belongs to its grade */
export function gradeOfPoints(points: Decimal): Grade {
  return thresholds.find(([, least]) => points.greaterThanOrEqualTo(least))?.[0] ?? 'not-done';
}

/** The worse of two grades: what a ceiling leaves of a grade. */
export function atBest(grade: Grade, ceiling: Grade): Grade {
  return grades.indexOf(grade) >= grades.indexOf(ceiling) ? grade : ceiling;
}

export const isGoodOrBetter = (grade: Grade): boolean => grade === 'excellent' || grade === 'good';

/** The part of a product's worth that one failed check or one delay takes. @source NĐ 335/2025/NĐ-CP: 25 % each */
const LOST_EACH = 25;

/** Quality or progress of one product in percent, never below zero. @param failures failed checks or unexcused delays */
export function worthOfProduct(failures: number): Decimal {
  return Decimal.max(0, new Decimal(100).minus(failures * LOST_EACH));
}

/** Mean worth of a person's products, each counted as often as its converted number says; null without products. */
export function meanWorth(
  products: readonly { readonly weight: Decimal; readonly failures: number }[],
): Decimal | null {
  const total = products.reduce((sum, { weight }) => sum.plus(weight), new Decimal(0));
  if (total.isZero()) return null;
  return products
    .reduce((sum, { weight, failures }) => sum.plus(weight.mul(worthOfProduct(failures))), new Decimal(0))
    .div(total);
}
