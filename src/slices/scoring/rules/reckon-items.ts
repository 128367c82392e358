import type { BothLanguages } from '../../criteria/index.ts';
import { refuseMeasure } from './measures.ts';
import { points, type Reckon, refused, smallerOf, ZERO } from './reckoning.ts';

const UNUSUAL_COUNT = 1_000_000;
const MANY: BothLanguages = {
  vi: 'Số lượng rất lớn: đề nghị kiểm tra lại.',
  en: 'The count is very large: please check it.',
};

const doubtsAboutCounts = (...counts: readonly number[]): BothLanguages[] =>
  counts.some((count) => count >= UNUSUAL_COUNT) ? [MANY] : [];

export const reckonYesNo: Reckon<'yes_no'> = (rule, { answer }) =>
  points(answer === 'yes' ? rule.points_yes : rule.points_no);

export const reckonStaged: Reckon<'staged'> = (rule, { level }) => {
  const chosen = rule.levels[level];
  const count = rule.levels.length;
  if (chosen) return points(chosen.points);
  return refused(
    refuseMeasure(
      'outside-choice',
      `“level” chỉ nhận từ 0 đến ${count - 1} (nhận ${level}).`,
      `“level” is 0 to ${count - 1} (got ${level}).`,
    ),
  );
};

export const reckonChecklist: Reckon<'checklist'> = (rule, { parts }, max) => {
  const count = rule.parts.length;
  if (parts.length !== count)
    return refused(
      refuseMeasure(
        'wrong-kind',
        `“parts” cần đúng ${count} nội dung (nhận ${parts.length}).`,
        `“parts” needs exactly ${count} parts (got ${parts.length}).`,
      ),
    );
  const sum = rule.parts.reduce((total, part, index) => (parts[index] ? total.plus(part.points) : total), ZERO);
  return points(smallerOf(sum, max), { isCapped: sum.greaterThan(max) });
};

/**
 * Late items beyond the grace; what they empty is said by `cascade_to`.
 *
 * @source criteria-set-draft.yaml, rule_shapes.lateness_penalty
 */
export const reckonLatenessPenalty: Reckon<'lateness_penalty'> = (rule, { expected, late, missing }, max) => {
  const doubts = doubtsAboutCounts(late, missing, expected ?? 0);
  const agreed = /^\d+$/.test(rule.expected_items ?? '') ? Number(rule.expected_items) : null;
  const due = expected ?? agreed;
  if (due !== null && late + missing > due)
    doubts.push({
      vi: `Số trễ và thiếu (${late + missing}) nhiều hơn số phải nộp (${due}).`,
      en: `More late and missing (${late + missing}) than due (${due}).`,
    });
  if (agreed !== null && due !== agreed)
    doubts.push({
      vi: `Bộ tiêu chí ghi ${agreed}, số liệu ghi ${due}.`,
      en: `The set says ${agreed}, the measure ${due}.`,
    });
  const counted = Math.max(0, late - (rule.grace ?? 0));
  if (rule.zero_if_late_at_least !== null && late >= rule.zero_if_late_at_least)
    return points(ZERO, { isZeroed: true }, doubts);
  const left = (rule.base ?? max).minus(rule.per_late.times(counted)).minus(rule.per_missing.times(missing));
  const floor = rule.floor ?? ZERO;
  const isFloored = left.lessThan(floor);
  return points(isFloored ? floor : left, { isFloored }, doubts);
};

/** @source criteria-set-draft.yaml, rule_shapes.count_based */
export const reckonCountBased: Reckon<'count_based'> = (rule, { count }, max) => {
  const counted = count < (rule.minimum_items ?? 0) ? 0 : Math.min(count, rule.max_items);
  return points(
    smallerOf(rule.points_each.times(counted), max),
    { isCapped: count > rule.max_items },
    doubtsAboutCounts(count),
  );
};

/** @source criteria-set-draft.yaml, rule_shapes.deduction */
export const reckonDeduction: Reckon<'deduction'> = (rule, { events }, max) => {
  const kinds = rule.events.length;
  if (events.length !== kinds)
    return refused(
      refuseMeasure(
        'wrong-kind',
        `“events” cần đúng ${kinds} số (nhận ${events.length}).`,
        `“events” needs exactly ${kinds} counts (got ${events.length}).`,
      ),
    );
  const taken = rule.events.reduce((total, event, index) => {
    const points = event.points_each.times(events[index] ?? 0);
    return total.plus(event.per_event_cap ? smallerOf(points, event.per_event_cap) : points);
  }, ZERO);
  const left = (rule.start === 'max' ? max : rule.start).minus(taken);
  const floor = rule.floor ?? ZERO;
  const isFloored = left.lessThan(floor);
  return points(isFloored ? floor : left, { isFloored }, doubtsAboutCounts(...events));
};
