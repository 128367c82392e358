import { describe, expect, test } from 'vitest';
import { compareCells, matchesWords, nextSort, parseSort, toCsv, writeSort } from './table.ts';

describe('sorting', () => {
  test('a header goes upwards, downwards and back to the order of the server', () => {
    const first = nextSort(null, 'due');
    const second = nextSort(first, 'due');
    expect(first).toEqual({ key: 'due', isDescending: false });
    expect(second).toEqual({ key: 'due', isDescending: true });
    expect(nextSort(second, 'due')).toBeNull();
    expect(nextSort(second, 'title')).toEqual({ key: 'title', isDescending: false });
  });

  test.each(['due', '-due'])('%s is read from the address as it was written', (text) => {
    const sort = parseSort(text);
    expect(sort && writeSort(sort)).toBe(text);
  });

  test.each([
    { list: ['Đo đạc', 'Dân số', 'Ăn', 'An'], sorted: ['An', 'Ăn', 'Dân số', 'Đo đạc'], because: 'Vietnamese letters' },
    { list: ['Phòng 10', 'Phòng 9'], sorted: ['Phòng 9', 'Phòng 10'], because: 'numbers in words' },
    { list: [null, 2, 1], sorted: [1, 2, null], because: 'no value comes last' },
  ])('cells are put in order: $because', ({ list, sorted }) => {
    expect([...list].sort((a, b) => compareCells(a, b, false))).toEqual(sorted);
  });

  test('no value comes last downwards too', () => {
    expect([null, 1, 2].sort((a, b) => compareCells(a, b, true))).toEqual([2, 1, null]);
  });
});

test.each([
  { query: 'dat dai', found: true },
  { query: 'ĐẤT', found: true },
  { query: 'đai văn', found: true },
  { query: 'rừng', found: false },
  { query: '', found: true },
])('"$query" in "Văn phòng Đăng ký đất đai": $found', ({ query, found }) => {
  expect(matchesWords('Văn phòng Đăng ký đất đai', query)).toBe(found);
});

describe('the exported file', () => {
  test.each([
    { cell: 'a;b', text: '"a;b"', because: 'the separator is quoted' },
    { cell: 'nói "có"', text: '"nói ""có"""', because: 'quotes are doubled' },
    { cell: '=1+1', text: "'=1+1", because: 'a formula from outside must not run' },
    { cell: '-0,5', text: '-0,5', because: 'a negative figure is no formula' },
    { cell: 8.75, text: '8,75', because: 'the decimal sign is a comma' },
    { cell: null, text: '', because: 'no value is an empty cell' },
  ])('$cell is written $text: $because', ({ cell, text }) => {
    expect(toCsv([[cell]])).toBe(`\ufeff${text}\r\n`);
  });
});
