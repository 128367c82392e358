import { expect, test } from 'vitest';
import { returnPlace } from './return-place.ts';

test.each([
  { asked: '/tasks?state=late', place: '/tasks?state=late', because: 'a place in the product' },
  { asked: undefined, place: '/', because: 'nothing was asked for' },
  { asked: '//evil.test', place: '/', because: 'two strokes name another host' },
  { asked: '/\\evil.test', place: '/', because: 'browsers read a backward stroke as a forward one' },
  { asked: 'https://evil.test', place: '/', because: 'another host' },
  { asked: 'javascript:alert(1)', place: '/', because: 'a script is no place' },
])('after log-in "$asked" leads to $place: $because', ({ asked, place }) => {
  expect(returnPlace(asked)).toBe(place);
});
