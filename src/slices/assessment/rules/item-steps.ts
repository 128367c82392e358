import { Decimal } from '../../../kernel/decimal.ts';
import type { BothLanguages, CriteriaSet, RuleOf } from '../../criteria/index.ts';
import { scoreLeaf } from '../../scoring/index.ts';
import { type Here, more, number, type RuleStep, same, WHOLE } from './rule-step.ts';

export function chosenSteps(
  lines: readonly { readonly what: string; readonly points: Decimal; readonly isHere: boolean }[],
): RuleStep[] {
  return lines.map(({ what, points, isHere }) => ({
    what: same(what),
    points: points.toFixed(),
    isHere,
    distance: null,
  }));
}

export function latenessSteps(rule: RuleOf<'lateness_penalty'>, { leaf, measure }: Here): RuleStep[] {
  const { late = 0, missing = 0 } = (measure ?? {}) as { late?: number; missing?: number };
  const hasMeasure = measure !== null && measure !== undefined;
  const line = (
    vi: string,
    en: string,
    isHere: boolean,
    points: string | null = null,
    distance: BothLanguages | null = null,
  ) => ({
    what: { vi, en },
    points,
    isHere: hasMeasure && isHere,
    distance: hasMeasure ? distance : null,
  });
  const times = (count: number): BothLanguages | null =>
    count > 0 ? { vi: `đang có ${count}`, en: `${count} so far` } : null;
  const grace = rule.grace
    ? { vi: ` (được trừ ${rule.grace} lần)`, en: ` (${rule.grace} allowed)` }
    : { vi: '', en: '' };
  return [
    line('đủ, đúng hạn', 'complete and in time', late === 0 && missing === 0, leaf.max.toFixed()),
    line(
      `mỗi nội dung trễ: trừ ${number(rule.per_late)}${grace.vi}`,
      `each late item: minus ${number(rule.per_late)}${grace.en}`,
      late > 0,
      null,
      times(late),
    ),
    line(
      `mỗi nội dung thiếu: trừ ${number(rule.per_missing)}`,
      `each missing item: minus ${number(rule.per_missing)}`,
      missing > 0,
      null,
      times(missing),
    ),
    ...(rule.zero_if_late_at_least
      ? [
          line(
            `trễ từ ${rule.zero_if_late_at_least} nội dung`,
            `${rule.zero_if_late_at_least} or more late`,
            late >= rule.zero_if_late_at_least,
            '0',
          ),
        ]
      : []),
    ...(rule.cascade_to?.length
      ? [
          line(
            `trễ hoặc thiếu thì mất luôn điểm của ${rule.cascade_to.join(', ')}`,
            `late or missing also empties ${rule.cascade_to.join(', ')}`,
            late > (rule.grace ?? 0) || missing > 0,
          ),
        ]
      : []),
  ];
}

export function countSteps(rule: RuleOf<'count_based'>, set: CriteriaSet, { leaf, measure }: Here): RuleStep[] {
  const count = (measure as { count?: number } | null | undefined)?.count ?? null;
  const most = Math.min(rule.max_items, 12);
  return Array.from({ length: most + 1 }, (_, at) => most - at).map((items) => {
    const isHere = count !== null && (items === most ? count >= items : count === items);
    return {
      what: items === most ? { vi: `từ ${items}`, en: `${items} or more` } : same(String(items)),
      points: scoreLeaf(set, leaf, { count: items }, 'self').points?.toFixed() ?? null,
      isHere,
      distance: !isHere && count !== null && count < items ? more(new Decimal(items - count)) : null,
    };
  });
}

export function scaledSteps(
  { floor, target, scale }: { floor: Decimal | null; target: Decimal | null; scale: Decimal },
  { leaf }: Here,
  value: Decimal | null,
): RuleStep[] {
  const top = (target ?? WHOLE).times(scale);
  const least = (floor ?? new Decimal(0)).times(scale);
  const up = value?.greaterThanOrEqualTo(top) ?? false;
  const low = value?.lessThan(least) ?? false;
  const gap = (goal: Decimal): BothLanguages | null => (value?.lessThan(goal) ? more(goal.minus(value)) : null);
  return [
    {
      what: { vi: `từ ${number(top)}`, en: `from ${number(top)}` },
      points: leaf.max.toFixed(),
      isHere: up,
      distance: gap(top),
    },
    {
      what: { vi: `dưới ${number(top)}: theo tỷ lệ`, en: `below ${number(top)}: in proportion` },
      points: null,
      isHere: value !== null && !up && !low,
      distance: low ? gap(least) : null,
    },
    ...(least.isZero()
      ? []
      : [
          {
            what: { vi: `dưới ${number(least)}`, en: `below ${number(least)}` },
            points: '0',
            isHere: low,
            distance: null,
          },
        ]),
  ];
}

export function deductionSteps(rule: RuleOf<'deduction'>, { leaf, measure }: Here): RuleStep[] {
  const { events = [] } = (measure ?? {}) as { events?: readonly number[] };
  const hasMeasure = measure !== null && measure !== undefined;
  return [
    {
      what: { vi: 'không xảy ra việc nào', en: 'nothing happened' },
      points: leaf.max.toFixed(),
      isHere: hasMeasure && events.every((count) => Number(count) === 0),
      distance: null,
    },
    ...rule.events.map(({ event, points_each: each }, at) => {
      const count = Number(events[at] ?? 0);
      const name = event ?? String(at + 1);
      return {
        what: { vi: `${name}: trừ ${number(each)}`, en: `${name}: minus ${number(each)}` },
        points: null,
        isHere: count > 0,
        distance: count > 0 ? { vi: `đang có ${count}`, en: `${count} so far` } : null,
      };
    }),
  ];
}
