import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseCriteriaSet } from '../../criteria/index.ts';
import { addCounts, figuresOf, nothingCounted, taskMeasures } from './measures.ts';

const counts = {
  ...nothingCounted,
  due: 10,
  onTime: 8,
  late: 1,
  overdue: 1,
  done: 8,
  doneOnTime: 7,
  doneOnFirstDay: 5,
  returned: 2,
  extensions: 3,
};

test.each([
  { key: 'tasks.plan-on-time', figures: { numerator: '7', denominator: '10' } },
  { key: 'tasks.on-first-day', figures: { numerator: '5', denominator: '10' } },
  { key: 'tasks.done', figures: { count: '8' } },
  { key: 'tasks.overdue', figures: { count: '1' } },
  { key: 'tasks.lateness', figures: { expected: '10', late: '1', missing: '1' } },
  { key: 'tasks.extensions', figures: { value: '3' } },
])('$key of ten due, eight done → $figures', ({ key, figures }) => {
  const measure = taskMeasures[key];
  expect(measure && figuresOf(measure, counts)).toEqual(figures);
});

test('counts of two units add up', () => {
  expect(addCounts(counts, counts)).toMatchObject({ due: 20, onTime: 16, extensions: 6 });
});

test('a measure that is made for a leaf gives what the rule of that leaf in the sample set takes', () => {
  const text = readFileSync(join(import.meta.dirname, '../../../../sample/criteria/department-sample.yaml'), 'utf8');
  const parsed = parseCriteriaSet(text, 'department-sample.yaml');
  if (!parsed.ok) throw new Error('the sample set must be right');
  const takes = (key: string, shape: string): boolean => {
    const ratio = ['proportional', 'banded_ratio', 'band_then_proportional', 'all_or_nothing'];
    return taskMeasures[key]?.kind === 'share' ? ratio.includes(shape) : shape === 'lateness_penalty';
  };
  for (const [key, { leaves }] of Object.entries(taskMeasures)) {
    for (const code of leaves) {
      const leaf = parsed.value.leaves.find((one) => one.code === code);
      expect([key, code, leaf && takes(key, leaf.rule.shape)]).toEqual([key, code, true]);
    }
  }
});
