import { describe, expect, test } from 'vitest';
import { aCriteriaSet } from '../../../testing/a-criteria-set.ts';
import { checkYearMap, suggestYearMap } from '../../criteria/index.ts';
import { linkOf, typeLink } from './year-links.ts';

const yes = { shape: 'yes_no', points_yes: 1, points_no: 0 };
const set = aCriteriaSet({
  leaves: [
    { max: 1, rule: yes },
    { max: 1, rule: yes },
    { max: 1, rule: yes },
  ],
});

describe('links of two years as they are typed', () => {
  test.each([
    { from: '1.1.1', to: '1.1.1', isMoved: false, kind: 'same' },
    { from: '1.1.1', to: '1.1.2', isMoved: true, kind: 'moved' },
    { from: '1.1.1', to: '1.1.1, 1.1.2', isMoved: false, kind: 'split' },
    { from: '1.1.1; 1.1.2', to: '1.1.1', isMoved: false, kind: 'merged' },
    { from: '1.1.1', to: ' ', isMoved: false, kind: 'dropped' },
    { from: '', to: '1.1.3', isMoved: false, kind: 'new' },
  ])('$from → $to is $kind', ({ kind, ...typed }) => {
    expect(linkOf(typed)?.kind).toBe(kind);
  });

  test('an empty line is no link', () => {
    expect(linkOf({ from: ' ', to: '', isMoved: false })).toBeNull();
  });

  test('the suggested map is the same after it was typed, and whole', () => {
    const map = suggestYearMap(set, set);
    const typed = map.map(typeLink).flatMap((line) => linkOf(line) ?? []);
    expect(typed).toEqual(map);
    expect(checkYearMap(set, set, typed)).toEqual([]);
  });

  test('several to several is refused: nobody could tell whose points are whose', () => {
    const link = linkOf({ from: '1.1.1, 1.1.2', to: '1.1.1, 1.1.2', isMoved: false });
    expect(checkYearMap(set, set, link ? [link] : []).some(({ code }) => code === 'wrong-kind')).toBe(true);
  });
});
