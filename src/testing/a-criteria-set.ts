import { type CriteriaSet, describeFault, parseCriteriaSet } from '../slices/criteria/index.ts';

/** A leaf as the file of a set spells it; what is left out does not matter to the test. */
export type LeafForTest = {
  readonly code?: string;
  readonly max: number;
  readonly rule: object;
  readonly policy?: string;
};

export type SetForTest = {
  readonly leaves: readonly LeafForTest[];
  readonly scoring?: object;
  readonly bonus?: readonly object[];
  readonly penalty?: readonly object[];
};

const ROUNDING = {
  leaf_decimals: 3,
  total_decimals: 3,
  percent_decimals: 2,
  mode: 'half_up',
  sum: 'of_rounded_leaves',
};

const GRADING = [
  { label: 'Xuất sắc', from_percent: 90 },
  { label: 'Tốt', from_percent: 80 },
  { label: 'Khá', from_percent: 70 },
  { label: 'Trung bình', from_percent: 50 },
  { label: 'Yếu', from_percent: 0 },
];

const addThousandths = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + Math.round(value * 1000), 0) / 1000;

/** The text of a set of one area and one criterion; JSON is YAML. Leaves without a code are 1.1.1, 1.1.2 … */
export function aSetText({ leaves, scoring = {}, bonus = [], penalty = [] }: SetForTest): string {
  const max = addThousandths(leaves.map((leaf) => leaf.max));
  const nodes = leaves.map(({ code, max: maxPoints, rule, policy = 'exclude' }, index) => ({
    code: code ?? `1.1.${index + 1}`,
    name_vi: `Tiêu chí ${index + 1}`,
    max_points: maxPoints,
    rule,
    not_applicable_policy: policy,
  }));
  const criteria = [{ code: '1.1', name_vi: 'Tiêu chí', max_points: max, sub_criteria: nodes }];
  return JSON.stringify({
    scoring: { total_points: max, rounding: ROUNDING, grading: GRADING, ...scoring },
    areas: [{ code: '1', name_vi: 'Lĩnh vực', max_points: max, criteria }],
    bonus,
    penalty,
  });
}

/** @throws {Error} listing the faults: a test's own set must be right */
export function parsedSet(text: string): CriteriaSet {
  const parsed = parseCriteriaSet(text, 'test.yaml');
  if (!parsed.ok) throw new Error(parsed.refusal.map((fault) => describeFault(fault, 'en')).join('\n'));
  return parsed.value;
}

export const aCriteriaSet = (parts: SetForTest): CriteriaSet => parsedSet(aSetText(parts));
