import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aCriteriaSet } from '../../../../testing/a-criteria-set.ts';
import { startWhatIf, suppose } from '../../../scoring/index.ts';
import { moved, slideLines, slidesOf, withinSpan } from './slides.ts';

const ruleOf = (rule: object) => {
  const [leaf] = aCriteriaSet({ leaves: [{ max: 1, rule }] }).leaves;
  if (!leaf) throw new Error('one leaf');
  return leaf.rule;
};
const ratio = ruleOf({ shape: 'proportional', zero_denominator: 'full' });
const counted = ruleOf({ shape: 'count_based', points_each: 0.5, max_items: 2 });
const lateness = ruleOf({ shape: 'lateness_penalty', per_late: 0.5, per_missing: 1 });
const deduction = ruleOf({ shape: 'deduction', start: 'max', events: [{ points_each: 0.5 }, { points_each: 0.1 }] });
const mean = ruleOf({ shape: 'survey_scaled', input: 'mean', input_min: 1, input_max: 5 });
const percent = ruleOf({ shape: 'survey_scaled', input: 'percent' });
const external = ruleOf({ shape: 'external_scaled', index_max: 100 });
const asked = ruleOf({ shape: 'yes_no', points_yes: 1, points_no: 0 });

describe('what can be dragged', () => {
  test.each([
    { what: 'a share', rule: ratio, measure: { numerator: 5, denominator: '6' }, spans: ['numerator 5 0..6 by 1'] },
    { what: 'no figures yet', rule: ratio, measure: null, spans: ['numerator 0 0..100 by 1'] },
    {
      what: 'a percentage with decimals',
      rule: ratio,
      measure: { numerator: '87.13', denominator: '100' },
      spans: ['numerator 87.13 0..100 by 0.01'],
    },
    {
      what: 'more than all',
      rule: ratio,
      measure: { numerator: 7, denominator: 6 },
      spans: ['numerator 7 0..7 by 1'],
    },
    { what: 'nothing arose', rule: ratio, measure: { numerator: 0, denominator: 0 }, spans: [] },
    { what: 'a count', rule: counted, measure: { count: 1 }, spans: ['count 1 0..2 by 1'] },
    { what: 'more than counts', rule: counted, measure: { count: 9 }, spans: ['count 9 0..9 by 1'] },
    {
      what: 'late and missing',
      rule: lateness,
      measure: { expected: 4, late: 1, missing: 0 },
      spans: ['late 1 0..4 by 1', 'missing 0 0..4 by 1'],
    },
    {
      what: 'events',
      rule: deduction,
      measure: { events: [2, 0] },
      spans: ['events.0 2 0..12 by 1', 'events.1 0 0..12 by 1'],
    },
    { what: 'a mean', rule: mean, measure: { mean: 3.4 }, spans: ['mean 3.4 1..5 by 0.01'] },
    { what: 'a survey', rule: percent, measure: { percent: '91' }, spans: ['percent 91 0..100 by 0.1'] },
    { what: 'an index', rule: external, measure: { value: 90.05 }, spans: ['value 90.05 0..100 by 0.01'] },
    { what: 'an answer', rule: asked, measure: { answer: 'yes' }, spans: [] },
  ])('$what: $spans', ({ rule, measure, spans }) => {
    expect(
      slidesOf(rule, measure).map(({ name, value, min, max, step }) => `${name} ${value} ${min}..${max} by ${step}`),
    ).toEqual(spans);
  });

  test.each([
    {
      rule: ratio,
      measure: { numerator: '5', denominator: '6' },
      name: 'numerator',
      text: '6',
      becomes: { numerator: '6', denominator: '6' },
    },
    {
      rule: ratio,
      measure: null,
      name: 'numerator',
      text: '1.234',
      becomes: { numerator: '1.234', denominator: '100' },
    },
    { rule: lateness, measure: null, name: 'late', text: '2', becomes: { late: '2', missing: '0' } },
    { rule: deduction, measure: null, name: 'events.1', text: '3', becomes: { events: ['0', '3'] } },
    {
      rule: percent,
      measure: { percent: 91, responses: 40 },
      name: 'percent',
      text: '92.5',
      becomes: { percent: '92.5', responses: 40 },
    },
  ])('$name moved to $text', ({ rule, measure, name, text, becomes }) => {
    expect(moved(rule, measure, name, text)).toEqual(becomes);
  });

  test.each([
    { text: '3', is: '3' },
    { text: '-1', is: '0' },
    { text: '7', is: '6' },
    { text: '', is: null },
    { text: 'x', is: null },
  ])('a field with $text stands at $is', ({ text, is }) => {
    expect(withinSpan({ min: 0, max: 6, step: 1 }, text)).toBe(is);
  });

  const set = aCriteriaSet({
    leaves: [ratio, counted, lateness, deduction, mean, percent, external].map((_, at) => ({
      max: 1,
      rule:
        [
          { shape: 'proportional', zero_denominator: 'full' },
          { shape: 'count_based', points_each: 0.5, max_items: 2 },
          { shape: 'lateness_penalty', per_late: 0.5, per_missing: 1 },
          { shape: 'deduction', start: 'max', events: [{ points_each: 0.5 }, { points_each: 0.1 }] },
          { shape: 'survey_scaled', input: 'mean', input_min: 1, input_max: 5 },
          { shape: 'survey_scaled', input: 'percent' },
          { shape: 'external_scaled', index_max: 100 },
        ][at] ?? {},
    })),
  });

  test('whatever is dragged, the rule can score it', () => {
    const lines = slideLines(set, () => null);
    const start = startWhatIf(set, {});
    expect(lines).toHaveLength(7);
    fc.assert(
      fc.property(
        fc.nat({ max: lines.length - 1 }),
        fc.nat({ max: 5 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (at, which, share) => {
          const line = lines[at];
          const slide = line?.slides[which % (line?.slides.length ?? 1)];
          if (!line || !slide) throw new Error('a slide');
          const steps = Math.floor(((slide.max - slide.min) / slide.step) * share);
          const text = (slide.min + steps * slide.step).toFixed(3).replace(/\.?0+$/, '');
          const { points } = suppose(set, start, [
            { kind: 'measure', code: line.code, measure: line.move(slide.name, text) },
          ]);
          const leaf = points.leaves.find((one) => one.leaf.code === line.code);
          expect(leaf?.refusal ?? null).toBeNull();
          expect(leaf?.points).not.toBeNull();
        },
      ),
    );
  });
});
