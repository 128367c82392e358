import { describe, expect, test } from 'vitest';
import { parseSearch, writeSearch } from './address.ts';

describe('the words behind the question mark', () => {
  test.each([
    { search: { state: 'late', q: 'đất đai' }, text: '?state=late&q=%C4%91%E1%BA%A5t+%C4%91ai' },
    { search: { year: '2026' }, text: '?year=2026' },
    { search: { q: '', sort: undefined }, text: '' },
    { search: {}, text: '' },
  ])('$search is written "$text"', ({ search, text }) => {
    expect(writeSearch(search)).toBe(text);
  });

  test('are read as they were written, always as text', () => {
    const search = { year: '2026', q: 'a&b=c', sort: '-due' };
    expect(parseSearch(writeSearch(search))).toEqual(search);
  });
});
