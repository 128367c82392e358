import { describe, expect, test } from 'vitest';
import { pointsOf } from '../../../testing/points-of.ts';

describe('yes_no', () => {
  test.each([
    { yes: 1, no: 0, answer: 'yes', points: '1' },
    { yes: 1, no: 0, answer: 'no', points: '0' },
    { yes: 0.75, no: 0.25, answer: 'yes', points: '0.75' },
    { yes: 0.75, no: 0.25, answer: 'no', points: '0.25' },
    { yes: 0, no: 1, answer: 'no', points: '1' },
    { yes: 1, no: 0, answer: 'not_applicable', points: 'not-applicable' },
    { yes: 1, no: 0, answer: 'maybe', points: 'refused' },
    { yes: 1, no: 0, answer: true, points: 'refused' },
    { yes: 1, no: 0, answer: 'Yes', points: 'refused' },
  ])('$answer is $points ($yes for yes, $no for no)', ({ yes, no, answer, points }) => {
    expect(pointsOf(1, { shape: 'yes_no', points_yes: yes, points_no: no }, { answer })).toBe(points);
  });
});

describe('staged', () => {
  const rule = { shape: 'staged', levels: [{ points: 0.5 }, { points: 0.25 }, { points: 0 }] };
  test.each([
    { level: 0, points: '0.5' },
    { level: 1, points: '0.25' },
    { level: 2, points: '0' },
    { level: '1', points: '0.25' },
    { level: 3, points: 'refused' },
    { level: -1, points: 'refused' },
    { level: 0.5, points: 'refused' },
    { level: null, points: 'refused' },
    { level: 1e9, points: 'refused' },
  ])('level $level is $points', ({ level, points }) => {
    expect(pointsOf(0.5, rule, { level })).toBe(points);
  });
});

describe('checklist', () => {
  const rule = { shape: 'checklist', parts: [{ points: 0.2 }, { points: 0.2 }, { points: 0.1 }], cap_at_max: true };
  test.each([
    { parts: [true, true, true], points: '0.5' },
    { parts: [true, true, false], points: '0.4' },
    { parts: [true, false, true], points: '0.3' },
    { parts: [false, true, false], points: '0.2' },
    { parts: [false, false, true], points: '0.1' },
    { parts: [false, false, false], points: '0' },
    { parts: [true, true], points: 'refused' },
    { parts: [true, true, true, true], points: 'refused' },
    { parts: [1, 0, 1], points: 'refused' },
    { parts: 'all', points: 'refused' },
  ])('$parts is $points', ({ parts, points }) => {
    expect(pointsOf(0.5, rule, { parts })).toBe(points);
  });

  test.each([
    { parts: [true, true], points: '1' },
    { parts: [true, false], points: '0.7' },
  ])('parts worth more than the maximum are capped: $parts is $points', ({ parts, points }) => {
    expect(pointsOf(1, { shape: 'checklist', parts: [{ points: 0.7 }, { points: 0.7 }] }, { parts })).toBe(points);
  });
});

describe('lateness_penalty', () => {
  const plain = { shape: 'lateness_penalty', expected_items: 4, per_late: 0.25, per_missing: 0.5, floor: 0 };
  test.each([
    { late: 0, missing: 0, points: '1', because: 'all on time' },
    { late: 1, missing: 0, points: '0.75', because: 'one late' },
    { late: 2, missing: 0, points: '0.5', because: 'two late' },
    { late: 4, missing: 0, points: '0', because: 'all late' },
    { late: 0, missing: 1, points: '0.5', because: 'one missing' },
    { late: 0, missing: 2, points: '0', because: 'two missing' },
    { late: 1, missing: 1, points: '0.25', because: 'one of each' },
    { late: 2, missing: 2, points: '0', because: 'never below the floor' },
    { late: 9, missing: 9, points: '0', because: 'more than were due' },
    { late: 1000000000, missing: 0, points: '0', because: 'absurdly many' },
  ])('$late late and $missing missing of 4 is $points: $because', ({ late, missing, points }) => {
    expect(pointsOf(1, plain, { expected: 4, late, missing })).toBe(points);
  });

  test.each([
    { title: 'a floor keeps some points', more: { floor: 0.2 }, late: 4, points: '0.2' },
    { title: 'zero from three late', more: { zero_if_late_at_least: 3 }, late: 3, points: '0' },
    { title: 'not yet zero at two late', more: { zero_if_late_at_least: 3 }, late: 2, points: '0.5' },
    { title: 'zero beats the floor', more: { zero_if_late_at_least: 1, floor: 0.5 }, late: 1, points: '0' },
    { title: 'one late is forgiven', more: { grace: 1 }, late: 1, points: '1' },
    { title: 'the second is not', more: { grace: 1 }, late: 2, points: '0.75' },
    { title: 'a base below the maximum', more: { base: 0.8 }, late: 1, points: '0.55' },
    { title: 'a number due in words', more: { expected_items: 'số báo cáo được yêu cầu' }, late: 1, points: '0.75' },
    { title: 'no number due at all', more: { expected_items: null }, late: 1, points: '0.75' },
  ])('$title', ({ more, late, points }) => {
    expect(pointsOf(1, { ...plain, ...more }, { expected: 4, late, missing: 0 })).toBe(points);
  });

  test.each([
    { measure: { expected: 4, late: 1 }, points: 'refused' },
    { measure: { expected: 4, missing: 1 }, points: 'refused' },
    { measure: { late: 1, missing: 0 }, points: '0.75' },
    { measure: { expected: 4, late: -1, missing: 0 }, points: 'refused' },
    { measure: { expected: 4, late: 0.5, missing: 0 }, points: 'refused' },
    { measure: { expected: 4, late: 'một', missing: 0 }, points: 'refused' },
    { measure: { expected: 0, late: 0, missing: 0 }, points: '1' },
  ])('$measure is $points', ({ measure, points }) => {
    expect(pointsOf(1, plain, measure)).toBe(points);
  });
});

describe('count_based', () => {
  const rule = { shape: 'count_based', points_each: 0.25, max_items: 4 };
  test.each([
    { count: 0, points: '0' },
    { count: 1, points: '0.25' },
    { count: 2, points: '0.5' },
    { count: 3, points: '0.75' },
    { count: 4, points: '1' },
    { count: 5, points: '1' },
    { count: 1000000000, points: '1' },
    { count: '3.0', points: '0.75' },
    { count: '1e0', points: '0.25' },
    { count: '1.5', points: 'refused' },
    { count: -1, points: 'refused' },
    { count: 1.5, points: 'refused' },
    { count: 'ba', points: 'refused' },
  ])('$count items of 0.25 are $points', ({ count, points }) => {
    expect(pointsOf(1, rule, { count })).toBe(points);
  });

  test.each([
    { more: { minimum_items: 2 }, count: 1, points: '0' },
    { more: { minimum_items: 2 }, count: 2, points: '0.5' },
    { more: { points_each: 0.5 }, count: 4, points: '1' },
    { more: { max_items: 0 }, count: 3, points: '0' },
  ])('$count items with $more are $points', ({ more, count, points }) => {
    expect(pointsOf(1, { ...rule, ...more }, { count })).toBe(points);
  });
});

describe('deduction', () => {
  const rule = {
    shape: 'deduction',
    start: 'max',
    floor: 0,
    events: [
      { event: 'khiển trách', points_each: 0.25 },
      { event: 'cảnh cáo', points_each: 0.5 },
      { event: 'buộc thôi việc', points_each: 1.5 },
    ],
  };
  test.each([
    { events: [0, 0, 0], points: '1.5' },
    { events: [1, 0, 0], points: '1.25' },
    { events: [2, 0, 0], points: '1' },
    { events: [0, 1, 0], points: '1' },
    { events: [1, 1, 0], points: '0.75' },
    { events: [0, 0, 1], points: '0' },
    { events: [9, 9, 9], points: '0' },
    { events: [1, 0], points: 'refused' },
    { events: [1, 0, 0, 0], points: 'refused' },
    { events: [-1, 0, 0], points: 'refused' },
    { events: [0.5, 0, 0], points: 'refused' },
    { events: 3, points: 'refused' },
  ])('$events leave $points of 1.5', ({ events, points }) => {
    expect(pointsOf(1.5, rule, { events })).toBe(points);
  });

  test.each([
    {
      title: 'a floor below zero lets points be lost beyond the leaf',
      more: { floor: -1 },
      events: [0, 0, 2],
      points: '-1',
    },
    { title: 'a floor above zero keeps some', more: { floor: 0.5 }, events: [0, 0, 1], points: '0.5' },
    { title: 'a start below the maximum', more: { start: 1 }, events: [1, 0, 0], points: '0.75' },
    { title: 'no floor stated is a floor of zero', more: { floor: null }, events: [0, 0, 2], points: '0' },
    {
      title: 'an event with a cap of its own',
      more: { events: [{ points_each: 0.25, per_event_cap: 0.5 }, { points_each: 0.5 }, { points_each: 0.1 }] },
      events: [4, 1, 0],
      points: '0.5',
    },
  ])('$title', ({ more, events, points }) => {
    expect(pointsOf(1.5, { ...rule, ...more }, { events })).toBe(points);
  });
});
