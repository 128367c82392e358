import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { aSetText, type SetForTest } from '../../../testing/a-criteria-set.ts';
import { parseCriteriaSet } from './parse-criteria-set.ts';

const sample = (name: string): string =>
  readFileSync(join(import.meta.dirname, '../../../../sample/criteria', name), 'utf8');

function faultsOf(text: string): string[] {
  const parsed = parseCriteriaSet(text, 'set.yaml');
  return parsed.ok ? [] : parsed.refusal.map((fault) => fault.code);
}

const faultsOfRule = (rule: object, max = 2): string[] => faultsOf(aSetText({ leaves: [{ max, rule }] }));

const yesNo = { shape: 'yes_no', points_yes: 2, points_no: 0 };
const ratio = { numerator: 'a', denominator: 'b', zero_denominator: 'zero' };
const band = (from: number, to: number, more: object = { points: 1 }) => ({ from_ratio: from, to_ratio: to, ...more });
const banded = (...bands: object[]) => ({ shape: 'banded_ratio', ...ratio, bands });

describe('the shipped sets', () => {
  test.each([
    { name: 'department-sample.yaml', areas: 8, leaves: 107 },
    { name: 'dak-nong-2022.yaml', areas: 7, leaves: 22 },
  ])('$name has $areas areas and $leaves leaves, no fault and nothing doubtful', ({ name, areas, leaves }) => {
    const parsed = parseCriteriaSet(sample(name), name);
    expect(parsed.ok && [parsed.value.areas.length, parsed.value.leaves.length, parsed.value.warnings]).toEqual([
      areas,
      leaves,
      [],
    ]);
  });

  test('the sample still marks its placeholders', () => {
    expect(sample('department-sample.yaml').match(/\[M\]/g)?.length).toBeGreaterThan(80);
  });

  test('the areas of Đắk Nông 2022 have the maxima that were published', () => {
    const parsed = parseCriteriaSet(sample('dak-nong-2022.yaml'), 'x');
    expect(parsed.ok && parsed.value.areas.map((area) => area.max.toNumber())).toEqual([13, 13, 17, 9, 19, 10.5, 17.5]);
  });
});

describe('a rule', () => {
  test.each([
    { title: 'yes_no that gives more than the maximum', rule: { ...yesNo, points_yes: 3 }, code: 'above-maximum' },
    { title: 'yes_no that gives more for no', rule: { ...yesNo, points_no: 2.5 }, code: 'above-maximum' },
    { title: 'yes_no without points for yes', rule: { shape: 'yes_no', points_no: 0 }, code: 'missing' },
    { title: 'yes_no without points for no', rule: { shape: 'yes_no', points_yes: 2 }, code: 'missing' },
    { title: 'yes_no with points in words', rule: { ...yesNo, points_yes: 'hai' }, code: 'wrong-kind' },
    { title: 'yes_no with a decimal comma', rule: { ...yesNo, points_yes: '0,5' }, code: 'wrong-kind' },
    { title: 'yes_no with negative points', rule: { ...yesNo, points_no: -1 }, code: 'outside-range' },
    { title: 'an unknown shape', rule: { shape: 'yesno' }, code: 'unknown-shape' },
    { title: 'a rule without a shape', rule: { points_yes: 1 }, code: 'missing' },
    { title: 'staged without levels', rule: { shape: 'staged' }, code: 'missing' },
    { title: 'staged with an empty list of levels', rule: { shape: 'staged', levels: [] }, code: 'missing' },
    {
      title: 'staged with a level above the maximum',
      rule: { shape: 'staged', levels: [{ points: 2.001 }] },
      code: 'above-maximum',
    },
    {
      title: 'staged with a level without points',
      rule: { shape: 'staged', levels: [{ label: 'a' }] },
      code: 'missing',
    },
    { title: 'checklist without parts', rule: { shape: 'checklist', cap_at_max: true }, code: 'missing' },
    {
      title: 'checklist with a part above the maximum',
      rule: { shape: 'checklist', parts: [{ points: 3 }] },
      code: 'above-maximum',
    },
    {
      title: 'checklist without cap whose parts add up to more',
      rule: { shape: 'checklist', parts: [{ points: 1.5 }, { points: 1 }], cap_at_max: false },
      code: 'above-maximum',
    },
    {
      title: 'lateness without points per late item',
      rule: { shape: 'lateness_penalty', per_missing: 1 },
      code: 'missing',
    },
    {
      title: 'lateness without points per missing item',
      rule: { shape: 'lateness_penalty', per_late: 1 },
      code: 'missing',
    },
    {
      title: 'lateness with a floor above the maximum',
      rule: { shape: 'lateness_penalty', per_late: 1, per_missing: 1, floor: 3 },
      code: 'above-maximum',
    },
    {
      title: 'lateness with a base above the maximum',
      rule: { shape: 'lateness_penalty', per_late: 1, per_missing: 1, base: 3 },
      code: 'above-maximum',
    },
    {
      title: 'lateness that is zero from half an item',
      rule: { shape: 'lateness_penalty', per_late: 1, per_missing: 1, zero_if_late_at_least: 0.5 },
      code: 'wrong-kind',
    },
    {
      title: 'lateness that empties an unknown leaf',
      rule: { shape: 'lateness_penalty', per_late: 1, per_missing: 1, cascade_to: ['9.9'] },
      code: 'cascade-target',
    },
    {
      title: 'lateness that empties a criterion',
      rule: { shape: 'lateness_penalty', per_late: 1, per_missing: 1, cascade_to: ['1.1'] },
      code: 'cascade-target',
    },
    {
      title: 'lateness that empties itself',
      rule: { shape: 'lateness_penalty', per_late: 1, per_missing: 1, cascade_to: ['1.1.1'] },
      code: 'cascade-target',
    },
    {
      title: 'proportional without treatment of zero',
      rule: { shape: 'proportional', numerator: 'a' },
      code: 'missing',
    },
    {
      title: 'proportional with an unknown treatment of zero',
      rule: { shape: 'proportional', zero_denominator: 'half' },
      code: 'wrong-kind',
    },
    {
      title: 'proportional with a floor of 80 instead of 0.8',
      rule: { shape: 'proportional', ...ratio, floor_ratio: 80 },
      code: 'outside-range',
    },
    {
      title: 'proportional with a target above 1',
      rule: { shape: 'proportional', ...ratio, target_ratio: 1.2 },
      code: 'outside-range',
    },
    {
      title: 'proportional with a target of zero',
      rule: { shape: 'proportional', ...ratio, target_ratio: 0 },
      code: 'outside-range',
    },
    {
      title: 'proportional divided by no target',
      rule: { shape: 'proportional', ...ratio, divide_by_target: true },
      code: 'missing',
    },
    {
      title: 'proportional full at no target',
      rule: { shape: 'proportional', ...ratio, full_at_target: true },
      code: 'missing',
    },
    { title: 'bands with a gap', rule: banded(band(0, 0.5), band(0.6, 1)), code: 'band-gap' },
    { title: 'bands that overlap', rule: banded(band(0, 0.6), band(0.5, 1)), code: 'band-overlap' },
    { title: 'bands that start above 0', rule: banded(band(0.1, 1)), code: 'band-gap' },
    { title: 'bands that end below 1', rule: banded(band(0, 0.9)), code: 'band-cover' },
    {
      title: 'bands that leave 100 % out',
      rule: banded(band(0, 1, { points: 1, to_inclusive: false })),
      code: 'band-cover',
    },
    {
      title: 'bands that leave 0 % out',
      rule: banded(band(0, 1, { points: 1, from_inclusive: false })),
      code: 'band-gap',
    },
    {
      title: 'bands that leave their border out',
      rule: banded(
        band(0, 0.5, { points: 0, to_inclusive: false }),
        band(0.5, 1, { points: 1, from_inclusive: false }),
      ),
      code: 'band-gap',
    },
    {
      title: 'bands that both claim their border',
      rule: banded(band(0, 0.5, { points: 0, to_inclusive: true }), band(0.5, 1, { points: 1, from_inclusive: true })),
      code: 'band-overlap',
    },
    { title: 'the same band twice', rule: banded(band(0, 1), band(0, 1)), code: 'band-overlap' },
    { title: 'a band inside another', rule: banded(band(0, 1), band(0.2, 0.3)), code: 'band-overlap' },
    { title: 'a band that ends before it starts', rule: banded(band(0, 1), band(0.9, 0.2)), code: 'band-cover' },
    { title: 'a band beyond 100 %', rule: banded(band(0, 1), band(1, 1.2)), code: 'outside-range' },
    { title: 'bands above the maximum', rule: banded(band(0, 1, { points: 2.5 })), code: 'above-maximum' },
    { title: 'a band without points', rule: banded(band(0, 1, {})), code: 'missing' },
    { title: 'a band with points and factor', rule: banded(band(0, 1, { points: 1, factor: 0.5 })), code: 'missing' },
    { title: 'a band with a factor above 1', rule: banded(band(0, 1, { factor: 1.5 })), code: 'outside-range' },
    { title: 'bands in percent', rule: banded(band(0, 80), band(80, 100)), code: 'outside-range' },
    { title: 'no bands', rule: banded(), code: 'missing' },
    {
      title: 'a band formula that cannot be read',
      rule: { ...banded(band(0, 1, { formula: 'r *' })), shape: 'band_then_proportional' },
      code: 'formula',
    },
    {
      title: 'a band formula with an unknown name',
      rule: { ...banded(band(0, 1, { formula: 'x * max' })), shape: 'band_then_proportional' },
      code: 'formula',
    },
    { title: 'all_or_nothing without threshold', rule: { shape: 'all_or_nothing', ...ratio }, code: 'missing' },
    {
      title: 'all_or_nothing with a threshold of 100',
      rule: { shape: 'all_or_nothing', ...ratio, threshold: 100 },
      code: 'outside-range',
    },
    {
      title: 'all_or_nothing with a threshold of 0',
      rule: { shape: 'all_or_nothing', ...ratio, threshold: 0 },
      code: 'outside-range',
    },
    { title: 'count_based without points', rule: { shape: 'count_based', max_items: 2 }, code: 'missing' },
    { title: 'count_based without a limit', rule: { shape: 'count_based', points_each: 1 }, code: 'missing' },
    {
      title: 'count_based with half an item',
      rule: { shape: 'count_based', points_each: 1, max_items: 1.5 },
      code: 'wrong-kind',
    },
    { title: 'deduction without a start', rule: { shape: 'deduction', events: [{ points_each: 1 }] }, code: 'missing' },
    { title: 'deduction without events', rule: { shape: 'deduction', start: 'max' }, code: 'missing' },
    {
      title: 'deduction from more than the maximum',
      rule: { shape: 'deduction', start: 3, events: [{ points_each: 1 }] },
      code: 'above-maximum',
    },
    {
      title: 'deduction with an event without points',
      rule: { shape: 'deduction', start: 'max', events: [{ event: 'a' }] },
      code: 'missing',
    },
    { title: 'external_scaled without its scale', rule: { shape: 'external_scaled', index: 'a' }, code: 'missing' },
    {
      title: 'external_scaled on a scale of zero',
      rule: { shape: 'external_scaled', index_max: 0 },
      code: 'outside-range',
    },
    { title: 'survey by answers without weights', rule: { shape: 'survey_scaled', input: 'options' }, code: 'missing' },
    { title: 'survey by mean without a scale', rule: { shape: 'survey_scaled', input: 'mean' }, code: 'missing' },
    { title: 'survey by an unknown method', rule: { shape: 'survey_scaled', method: 'square' }, code: 'wrong-kind' },
    {
      title: 'formula_choice without formulas',
      rule: { shape: 'formula_choice', variables: [{ symbol: 'a' }], chosen: {} },
      code: 'missing',
    },
    {
      title: 'formula_choice whose formula uses an unknown variable',
      rule: {
        shape: 'formula_choice',
        variables: [{ symbol: 'a' }],
        formulas: [{ key: 'f', expression: 'a + b' }],
        chosen: { self: 'f' },
      },
      code: 'formula',
    },
    {
      title: 'formula_choice whose stage takes an unknown formula',
      rule: {
        shape: 'formula_choice',
        variables: [{ symbol: 'a' }],
        formulas: [{ key: 'f', expression: 'a' }],
        chosen: { self: 'g' },
      },
      code: 'formula',
    },
    { title: 'group_sum without children', rule: { shape: 'group_sum' }, code: 'missing' },
    { title: 'bonus inside the tree', rule: { shape: 'bonus', per_item: 1, cap: 1 }, code: 'misplaced' },
    { title: 'penalty inside the tree', rule: { shape: 'penalty', per_item: 1, cap: 1 }, code: 'misplaced' },
  ])('is refused: $title', ({ rule, code }) => {
    expect(faultsOfRule(rule)).toContain(code);
  });

  test.each([
    { title: 'bands in any order', rule: banded(band(0.5, 1), band(0, 0.5)) },
    { title: 'a single point as a band', rule: banded(band(0, 0), band(0, 1, { points: 1, from_inclusive: false })) },
    { title: 'exactly 100 % as a band of its own', rule: banded(band(0, 1), band(1, 1)) },
    {
      title: 'parts above the maximum in sum, capped',
      rule: { shape: 'checklist', parts: [{ points: 2 }, { points: 2 }] },
    },
    {
      title: 'a deduction below zero',
      rule: { shape: 'deduction', start: 'max', floor: -1, events: [{ points_each: 1 }] },
    },
    {
      title: 'a sum that floating point wrote',
      rule: { shape: 'yes_no', points_yes: '2.0000000000000004', points_no: '0' },
    },
    { title: 'an exponent', rule: { shape: 'yes_no', points_yes: '2e0', points_no: '1.0e-05' } },
    { title: 'quoted figures', rule: { shape: 'yes_no', points_yes: '2', points_no: '0' } },
  ])('is accepted: $title', ({ rule }) => {
    expect(faultsOfRule(rule)).toEqual([]);
  });
});

describe('a set', () => {
  const leaves = [{ max: 2, rule: yesNo }];
  const refused = (parts: Partial<SetForTest>): string[] => faultsOf(aSetText({ leaves, ...parts }));
  const grades = (...starts: number[]) => ({
    grading: starts.map((from) => ({ label: `${from}`, from_percent: from })),
  });

  test.each([
    { title: 'whose areas do not add up to the total', parts: { scoring: { total_points: 3 } }, code: 'sum-differs' },
    {
      title: 'with two leaves of one code',
      parts: { leaves: [...leaves, { code: '1.1.1', max: 2, rule: yesNo }] },
      code: 'duplicate-code',
    },
    {
      title: 'with a leaf coded like its area',
      parts: { leaves: [{ code: '1', max: 2, rule: yesNo }] },
      code: 'duplicate-code',
    },
    {
      title: 'with a bonus coded like a leaf',
      parts: { bonus: [{ code: '1.1.1', rule: { shape: 'bonus', per_item: 1, cap: 1 } }] },
      code: 'duplicate-code',
    },
    {
      title: 'with a penalty among the bonuses',
      parts: { bonus: [{ code: 'B', rule: { shape: 'penalty', per_item: 1, cap: 1 } }] },
      code: 'misplaced',
    },
    {
      title: 'with a bonus without cap',
      parts: { bonus: [{ code: 'B', rule: { shape: 'bonus', per_item: 1 } }] },
      code: 'missing',
    },
    { title: 'with grades out of order', parts: { scoring: grades(90, 70, 80) }, code: 'grade-order' },
    { title: 'with the same grade twice', parts: { scoring: grades(90, 90) }, code: 'grade-order' },
    { title: 'with a grade above 100 %', parts: { scoring: grades(120, 50) }, code: 'outside-range' },
    { title: 'without grades', parts: { scoring: { grading: [] } }, code: 'missing' },
    { title: 'without rounding', parts: { scoring: { rounding: null } }, code: 'missing' },
    {
      title: 'with an unknown way of rounding',
      parts: {
        scoring: {
          rounding: {
            leaf_decimals: 3,
            total_decimals: 3,
            percent_decimals: 2,
            mode: 'nearest',
            sum: 'of_rounded_leaves',
          },
        },
      },
      code: 'wrong-kind',
    },
    {
      title: 'with rounding to 99 digits',
      parts: {
        scoring: {
          rounding: {
            leaf_decimals: 99,
            total_decimals: 3,
            percent_decimals: 2,
            mode: 'half_up',
            sum: 'of_rounded_leaves',
          },
        },
      },
      code: 'outside-range',
    },
    { title: 'with a negative bonus cap', parts: { scoring: { bonus_cap: -1 } }, code: 'outside-range' },
    {
      title: 'with an unknown policy',
      parts: { leaves: [{ max: 2, rule: yesNo, policy: 'skip' }] },
      code: 'wrong-kind',
    },
  ])('is refused $title', ({ parts, code }) => {
    expect(refused(parts)).toContain(code);
  });

  test('is refused where a criterion does not add up, and the fault names file, line and column', () => {
    const text = sample('department-sample.yaml').replace(/(Chế độ báo cáo\s+max_points: )2\.0/, '$12.5');
    const parsed = parseCriteriaSet(text, 'tinh.yaml');
    const line = text.split('\n').findIndex((row) => row.includes('max_points: 2.5')) + 1;
    expect(
      parsed.ok
        ? []
        : parsed.refusal.map(({ file, line: at, column, path, code }) => ({ file, at, column, path, code })),
    ).toEqual([
      expect.objectContaining({ file: 'tinh.yaml', code: 'sum-differs', path: 'areas[0].max_points' }),
      { file: 'tinh.yaml', at: line, column: 21, path: 'areas[0].criteria[1].max_points', code: 'sum-differs' },
    ]);
  });

  test('is refused without a rule at a leaf', () => {
    expect(faultsOf(aSetText({ leaves }).replace(/"rule":\{[^}]*\},/, ''))).toEqual(['missing']);
  });

  test('keeps the code 3.10 apart from 3.1 though neither is quoted', () => {
    const text = aSetText({
      leaves: [
        { code: 'A', max: 1, rule: { ...yesNo, points_yes: 1 } },
        { code: 'B', max: 1, rule: { ...yesNo, points_yes: 1 } },
      ],
    });
    const parsed = parseCriteriaSet(text.replace('"A"', ' 3.1').replace('"B"', ' 3.10'), 'x');
    expect(parsed.ok && parsed.value.leaves.map((leaf) => leaf.code)).toEqual(['3.1', '3.10']);
  });

  test.each([
    { title: 'text that is not YAML', text: 'areas: [' },
    { title: 'the same key twice', text: 'areas: 1\nareas: 2' },
    { title: 'an empty file', text: '' },
    { title: 'a list', text: '- 1' },
  ])('is refused: $title', ({ text }) => {
    expect(faultsOf(text).length).toBeGreaterThan(0);
  });

  test('adds up although floating point wrote its sums', () => {
    const three = [1.1, 2.2].map((max) => ({ max, rule: { shape: 'yes_no', points_yes: max, points_no: 0 } }));
    expect(faultsOf(aSetText({ leaves: three }).replaceAll(':3.3,', ':3.3000000000000003,'))).toEqual([]);
  });

  test('is not refused for words that only people read', () => {
    const scoring = {
      score_stages: ['self', 'appraisal'],
      not_applicable_policies: { exclude: 'leave out' },
      applicability_groups: 'resolves_tthc',
    };
    const text = aSetText({ leaves, scoring }).replace(
      '{',
      '{"meta":{"marks":{"a":["b"]},"year":2026},"calendar":[{"note":"x"}],',
    );
    expect(faultsOf(text)).toEqual([]);
  });

  test('warns about a field that it does not know', () => {
    const parsed = parseCriteriaSet(aSetText({ leaves: [{ max: 2, rule: { ...yesNo, pionts: 1 } }] }), 'x');
    expect(parsed.ok && parsed.value.warnings.map(({ code, path }) => `${code} ${path}`)).toEqual([
      'unknown-field areas[0].criteria[0].sub_criteria[0].rule.pionts',
    ]);
  });

  test('counts a bonus inside the total where the areas leave room for it', () => {
    const bonus = [{ code: 'B', rule: { shape: 'bonus', per_item: 1, cap: 1 } }];
    const scoring = { total_points: 3, bonus_outside_total: false, bonus_cap: 1 };
    expect(refused({ scoring, bonus })).toEqual([]);
    expect(refused({ scoring: { ...scoring, bonus_outside_total: true }, bonus })).toContain('sum-differs');
  });
});
