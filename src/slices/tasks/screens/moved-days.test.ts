import { expect, test } from 'vitest';
import { movedDaysOf } from './moved-days.ts';

const one = { from: '2026-12-18', to: '2026-12-17' };

test.each([
  [one, [{ name: null, ...one }]],
  [{ occurrences: [{ key: 'Q1', name: 'Quý I/2026', ...one }] }, [{ name: 'Quý I/2026', ...one }]],
  [{ occurrences: [{ name: 'Quý I/2026' }, null] }, []],
  [null, []],
  [{ title: 'Việc' }, []],
])('of %j the history shows %j', (details, shown) => {
  expect(movedDaysOf(details)).toEqual(shown);
});
