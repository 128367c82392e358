import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { editSet, nextCode, type SetEdit, viewSet } from './edit-set.ts';
import { parseCriteriaSet } from './parse-criteria-set.ts';
import { rule, type Shape } from './rule-shapes.ts';
import { writePath } from './set-fault.ts';
import { firstRule, SHAPE_PARAMETERS } from './shape-fields.ts';

const sample = readFileSync(join(import.meta.dirname, '../../../../sample/criteria/department-sample.yaml'), 'utf8');
const small = `# tên bộ
scoring:
  total_points: 2
  rounding: { leaf_decimals: 3, total_decimals: 3, percent_decimals: 2, mode: half_up, sum: of_rounded_leaves }
  grading: [{ label: Tốt, from_percent: 0 }]
areas:
  - code: "1"
    name_vi: Chỉ đạo
    max_points: 2
    criteria:
      - code: "1.1"
        name_vi: Kế hoạch # ghi chú
        max_points: 1.50
        not_applicable_policy: exclude
        rule: { shape: yes_no, points_yes: 1.50, points_no: 0 }
      - code: "1.10"
        name_vi: Báo cáo
        max_points: 0.5
        not_applicable_policy: exclude
        rule: { shape: yes_no, points_yes: 0.5, points_no: 0 }
`;

function edited(text: string, ...edits: readonly SetEdit[]): string {
  return edits.reduce((now, edit) => {
    const after = editSet(now, edit);
    if (!after.ok) throw new Error(after.refusal.code);
    return after.value;
  }, text);
}
const faultsOf = (text: string) => {
  const parsed = parseCriteriaSet(text, 'set.yaml');
  return parsed.ok ? [] : parsed.refusal.map(({ path, code }) => `${path}: ${code}`);
};
const first = ['areas', 0, 'criteria', 0] as const;

describe('editing the file of a set by its fields', () => {
  test('a name changes, comments, order and figures as written stay', () => {
    const text = edited(small, { kind: 'set', path: [...first, 'name_vi'], value: 'Kế hoạch năm: đủ, đúng hạn' });
    expect(text).toContain('# tên bộ');
    expect(text).toContain('# ghi chú');
    expect(text).toContain('1.50');
    expect(viewSet(text)?.nodes[1]?.name).toBe('Kế hoạch năm: đủ, đúng hạn');
    expect(faultsOf(text)).toEqual([]);
  });

  test('a code 1.10 never becomes 1.1', () => {
    expect(
      viewSet(edited(small, { kind: 'set', path: [...first, 'code'], value: '1.20' }))?.nodes.map(({ code }) => code),
    ).toEqual(['1', '1.20', '1.10']);
  });

  test('a maximum that no longer adds up is a fault at its field, and mends when it is put right', () => {
    const wrong = edited(small, { kind: 'set', path: [...first, 'max_points'], value: '1' });
    expect(faultsOf(wrong)).toContain('areas[0].max_points: sum-differs');
    const right = edited(
      wrong,
      { kind: 'set', path: [...first, 'rule', 'points_yes'], value: '1' },
      { kind: 'set', path: ['areas', 0, 'max_points'], value: '1.5' },
      { kind: 'set', path: ['scoring', 'total_points'], value: '1.5' },
    );
    expect(faultsOf(right)).toEqual([]);
  });

  test('children are added, moved and removed; what is left keeps its words', () => {
    const view = viewSet(small);
    const leaf = {
      code: nextCode(view?.nodes[0] ?? null, view?.nodes ?? []),
      name_vi: 'Mới',
      max_points: '0',
      rule: firstRule('yes_no', '0'),
    };
    expect(leaf.code).toBe('1.2');
    const added = edited(small, { kind: 'add', path: ['areas', 0, 'criteria'], value: leaf });
    const moved = edited(added, { kind: 'move', path: ['areas', 0, 'criteria', 2], by: -1 });
    expect(viewSet(moved)?.nodes.map(({ code }) => code)).toEqual(['1', '1.1', '1.2', '1.10']);
    const removed = edited(moved, { kind: 'remove', path: [...first] });
    expect(viewSet(removed)?.nodes.map(({ code }) => code)).toEqual(['1', '1.2', '1.10']);
  });

  test.each([
    { edit: { kind: 'move', path: [...first], by: -1 }, because: 'it is the first' },
    { edit: { kind: 'move', path: ['areas', 0, 'criteria', 9], by: 1 }, because: 'there is none' },
    { edit: { kind: 'remove', path: ['areas', 7] }, because: 'there is none' },
    { edit: { kind: 'set', path: ['areas', 7, 'code'], value: 'x' }, because: 'there is none' },
  ] as const)('$edit is refused: $because', ({ edit }) => {
    expect(editSet(small, edit)).toMatchObject({ ok: false, refusal: { code: 'no-such-place' } });
  });

  test('a text that is no set is refused, not repaired', () => {
    expect(editSet('- a', { kind: 'unset', path: ['x'] })).toMatchObject({ refusal: { code: 'not-yaml' } });
    expect(viewSet('a: [')).toBeNull();
  });

  test('the whole sample set reads back the same after a change and its undoing', () => {
    const path = ['areas', 0, 'criteria', 0, 'sub_criteria', 0, 'name_vi'] as const;
    const name =
      viewSet(sample)?.nodes.find((node) => writePath(node.path) === writePath(path.slice(0, -1)))?.name ?? '';
    const back = edited(sample, { kind: 'set', path, value: 'khác' }, { kind: 'set', path, value: name });
    expect(parseCriteriaSet(back, 's').ok).toBe(true);
    expect(viewSet(back)).toEqual(viewSet(sample));
  });

  test('every rule, level and band of the sample is shown by a field', () => {
    for (const { fields } of viewSet(sample)?.nodes ?? []) {
      const { shape, ...parameters } = (fields.rule ?? { shape: 'group_sum' }) as { shape: Shape };
      const known = new Set([...SHAPE_PARAMETERS[shape].map(({ name }) => name), 'chosen', 'method', 'entered_by']);
      expect(Object.keys(parameters).filter((name) => !known.has(name))).toEqual([]);
    }
  });
});

describe('the parameters of a form', () => {
  test.each(Object.keys(SHAPE_PARAMETERS) as Shape[])(
    'of %s are those of the file, and a first rule passes the checks',
    (shape) => {
      const begun = firstRule(shape, '1');
      expect(rule.safeParse(begun).success).toBe(true);
      const option = rule.options.find((one) => one.shape.shape.value === shape);
      const inFile = Object.keys(option?.shape ?? {}).filter(
        (name) => !['shape', 'chosen', 'method', 'entered_by'].includes(name),
      );
      expect(SHAPE_PARAMETERS[shape].map(({ name }) => name).sort()).toEqual(inFile.sort());
      if (shape === 'bonus' || shape === 'penalty' || shape === 'group_sum') return;
      const text = edited(small, { kind: 'set', path: [...first, 'rule'], value: firstRule(shape, '1.50') });
      expect(faultsOf(text)).toEqual([]);
    },
  );
});
